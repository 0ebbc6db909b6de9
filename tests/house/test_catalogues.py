"""Both languages are complete at all times. The source is Indonesian; English is translated."""

import gettext
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import allauth
import django
import pytest
from tests.house.rooms import HOUSE, TOP

TOOLS = ("xgettext", "msguniq", "msgmerge", "msgattrib", "msgen", "msgfmt")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
ENGLISH = TOP / "locale" / "en" / "LC_MESSAGES" / "django.po"

pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"GNU gettext is not installed, nothing is compared: {MISSING}")


def run(*command: str, cwd: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def catalogue(po: Path, cwd: Path) -> dict[str, str]:
    """What a .po says, without entries that are empty or only guessed."""
    compiled = cwd / f"{abs(hash(po))}.mo"
    run("msgfmt", "--check-format", "-o", str(compiled), str(po), cwd=cwd)
    with compiled.open("rb") as file:
        entries: dict[str | tuple[str, int], str] = dict(gettext.GNUTranslations(file)._catalog)  # type: ignore[attr-defined]
    return {message(key): text for key, text in entries.items() if key}


def message(key: str | tuple[str, int]) -> str:
    """The text as it stands in the code; plural forms count as one."""
    return key if isinstance(key, str) else key[0]


@pytest.fixture(scope="module")
def used(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every message in code and templates, found by Django's own extraction in a copy."""
    copy = tmp_path_factory.mktemp("extracted")
    shutil.copytree(HOUSE, copy / "sebaya", ignore=shutil.ignore_patterns("__pycache__", "static", "*.json", "_data"))
    (copy / "locale").mkdir()
    run(sys.executable, "-m", "django", "makemessages", "--locale", "en", "--no-wrap", "--verbosity", "0", cwd=copy)
    found = copy / "locale" / "en" / "LC_MESSAGES" / "django.po"
    run("msgen", "-o", "all.po", str(found), cwd=copy)
    return set(catalogue(copy / "all.po", copy))


def borrowed() -> set[str]:
    """Messages of the libraries whose words we say in our own way."""
    roots = [Path(django.__file__).parent, Path(allauth.__file__).parent]
    keys: set[str] = set()
    for compiled in (path for root in roots for path in root.rglob("locale/id/LC_MESSAGES/django.mo")):
        with compiled.open("rb") as file:
            keys |= {message(key) for key in gettext.GNUTranslations(file)._catalog}  # type: ignore[attr-defined]
    return keys


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    assert ENGLISH.exists(), "there is no English catalogue yet"
    return catalogue(ENGLISH, tmp_path_factory.mktemp("compiled"))


def test_extraction_finds_messages_of_code_and_templates(used):
    assert len(used) > 100
    assert "Sebaya: perlu hari ini" in used


def test_english_is_complete(used, english):
    missing = sorted(used - english.keys())

    assert missing == []


def test_english_has_nothing_that_is_not_used(used, english):
    assert sorted(english.keys() - used - borrowed()) == []


def test_placeholders_are_the_same_in_both(english):
    holder = re.compile(r"%\(\w+\)[sd]|{\w*}")
    wrong = [key for key, text in english.items() if set(holder.findall(key)) != set(holder.findall(text))]

    assert wrong == []


def test_nobody_is_shouted_at(english):
    assert [key for key, text in english.items() if "!" in key + text] == []


def test_no_sentence_ends_at_a_name(used, english):
    """ "… Kumalasari, S.Pd.?" and "… M.Pd.. Bisa dibuka": titles bring a full stop of their own."""
    end = re.compile(r"%\((?:name|names|who|adult)\)s[.?]")
    assert [key for key in sorted(used) if end.search(f"{key} {english.get(key, '')}")] == []


def test_every_translation_says_something(english):
    assert [key for key, text in english.items() if not text.strip()] == []


def test_what_the_indonesian_catalogue_says_is_used(used, tmp_path):
    """Indonesian is the source; its catalogue may hold plural forms or nothing."""
    source = TOP / "locale" / "id" / "LC_MESSAGES" / "django.po"
    if source.exists():
        assert sorted(catalogue(source, tmp_path).keys() - used - borrowed()) == []
