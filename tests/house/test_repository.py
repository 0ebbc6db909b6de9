"""Rules about the repository: content in both languages, reasons, nothing of one machine, a whole wheel."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.house.rooms import TOP

CONTENT = TOP / "content"
HEADING = re.compile(r"^(#{1,6}) \S", re.MULTILINE)
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def content_of(language: str) -> dict[str, Path]:
    root = CONTENT / language
    return {str(path.relative_to(root)): path for path in sorted(root.rglob("*")) if path.is_file()}


def test_content_has_the_same_files_in_both_languages():
    assert list(content_of("id")) == list(content_of("en"))
    assert content_of("id")


@pytest.mark.parametrize("name", sorted(name for name in content_of("id") if name.endswith(".md")))
def test_content_has_the_same_headings_in_both_languages(name):
    levels = [
        [len(marks) for marks in HEADING.findall(FENCE.sub("", content_of(language)[name].read_text(encoding="utf-8")))]
        for language in ("id", "en")
    ]

    assert levels[0] == levels[1]
    assert levels[0]


def test_every_dependency_has_its_reason():
    text = (TOP / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[\n(.*?)^\]", text, re.MULTILINE | re.DOTALL)
    assert block
    lines = block[1].splitlines()

    assert len(lines) > 5
    assert [line for line in lines if not re.search(r'",\s+# \w', line)] == []


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True)
    if listed.returncode:
        pytest.skip("no repository here: nothing to look through")
    return [TOP / name for name in listed.stdout.split("\0") if name]


ELSEWHERE = {
    "path of one machine": r"(?<![\w.])/(?:"
    + "|".join(["ho" + "me", "ro" + "ot", "wo" + "rk", "Us" + "ers"])
    + r")/[\w.]",
    "path of one Windows machine": r"\b[A-Z]:\\+Us" + r"ers\\+\w",
    "host of a registry": r"https?://[\w.-]*(?:py"
    + r"pi|pythonho"
    + r"sted|npm"
    + r"js|regis"
    + r"try|artifac"
    + r"tory|nex"
    + r"us)[\w.-]*/",
}  # written in pieces, so that this file does not find itself


@pytest.mark.parametrize("what", ELSEWHERE)
def test_nothing_of_one_machine_is_tracked(what):
    found = []
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
        found += [f"{path.relative_to(TOP)}: {match[0]}" for match in re.finditer(ELSEWHERE[what], text)]

    assert found == []


def test_search_finds_a_path_of_one_machine():
    assert re.search(ELSEWHERE["path of one machine"], "see /ro" + "ot/.cache")
    assert re.search(ELSEWHERE["host of a registry"], "https://mirror.npm" + "js.example/x")


def test_tests_have_names_of_their_own_in_each_folder():
    tests = [path for path in (TOP / "tests").rglob("*.py") if path.stem.startswith("test_")]

    assert [path for path in tests if "def test_" not in path.read_text(encoding="utf-8")] == []


@pytest.mark.slow
def test_wheel_holds_everything_that_is_read_at_run_time(tmp_path):
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=TOP,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())

    missing = sorted(name for name in wanted() if name not in names)
    assert missing == []
    assert [name for name in names if "__pycache__" in name or name.startswith("tests/")] == []


def wanted() -> set[str]:
    """Names in the wheel: code, templates, static files, and the folders that travel as `_data`."""
    package = TOP / "src" / "sebaya"
    own = {
        path
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and "_data" not in path.parts
    }
    names = {f"sebaya/{path.relative_to(package)}" for path in own}
    for folder in ("policy", "content", "locale"):
        names |= {f"sebaya/_data/{path.relative_to(TOP)}" for path in (TOP / folder).rglob("*") if path.is_file()}
    return names
