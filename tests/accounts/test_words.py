"""Every word of this room is Indonesian in the code and has its English."""

import json
import re
from pathlib import Path

import pytest

import sebaya.accounts

HERE = Path(sebaya.accounts.__file__).parent
CATALOGUE: dict[str, str] = json.loads((HERE / "messages_en.json").read_text("utf-8"))
IN_PYTHON = re.compile(r'(?:\b_|gettext_lazy)\(\s*((?:"(?:[^"\\]|\\.)+"\s*)+)')
IN_TEMPLATES = re.compile(r"""translate\s+(["'])(.+?)\1""")
IN_TAGS = re.compile(r'_\("(.+?)"\)')
IN_BLOCKS = re.compile(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)


def own(pattern: str) -> list[Path]:
    """The roster import has its own words."""
    return [path for path in HERE.rglob(pattern) if "roster" not in str(path.relative_to(HERE))]


def used() -> set[str]:
    found = set()
    for path in own("*.py"):
        for parts in IN_PYTHON.findall(path.read_text("utf-8")):
            found.add("".join(re.findall(r'"((?:[^"\\]|\\.)+)"', parts)))
    for path in own("*.html"):
        text = path.read_text("utf-8")
        found |= {match[1] for match in IN_TEMPLATES.findall(text)} | set(IN_TAGS.findall(text))
        found |= {re.sub(r"{{ (\w+) }}", r"%(\1)s", block) for block in IN_BLOCKS.findall(text)}
    return found


def test_catalogue_has_exactly_the_words_in_use() -> None:
    assert used() == set(CATALOGUE)


@pytest.mark.parametrize("indonesian", sorted(CATALOGUE))
def test_translation_keeps_places_and_tone(indonesian: str) -> None:
    english = CATALOGUE[indonesian]
    assert english
    assert sorted(re.findall(r"%\(\w+\)s", english)) == sorted(re.findall(r"%\(\w+\)s", indonesian))
    assert "!" not in english + indonesian


@pytest.mark.parametrize("path", own("*.html"), ids=lambda path: path.name)
def test_template_has_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text("utf-8")
    assert not re.search(r'\sstyle="|<style|\son\w+="', text)
    assert not re.search(r'<script(?![^>]*(?:src=|type="application/json"))', text)
