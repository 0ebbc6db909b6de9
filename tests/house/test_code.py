"""Rules about the code itself: sizes, and what stands in one place only."""

import ast
import re

import pytest
from django.core.management import call_command
from tests.house.rooms import HOUSE, files, short, sources, tree_of

LONGEST_FILE = 400  # lines; past that a file becomes a package (architecture.md)
LONGEST_FUNCTION = 59  # "stop at 60" (style.md)
COMMAND_LINES = (
    "src/sebaya/config/cli",
    "src/sebaya/detection/cli",
    "src/sebaya/detection/train",  # run by hand
    "src/sebaya/live/server.py",  # says on standard error why it does not serve
)
PATTERNS = ("*.py", "*.html", "*.js", "*.css")


@pytest.mark.parametrize("pattern", PATTERNS)
def test_files_are_short(pattern):
    paths = sources() if pattern == "*.py" else files(pattern)
    long = {
        short(path): count
        for path in paths
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }

    assert long == {}


def test_functions_are_short():
    long = {
        f"{short(path)}:{node.lineno} {node.name}": lines
        for path in sources()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > LONGEST_FUNCTION
    }

    assert long == {}


def test_nothing_prints_but_the_command_line():
    found = {
        short(path)
        for path in sources()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }

    assert {place for place in found if not place.startswith(COMMAND_LINES)} == set()


def test_only_primitives_speak_to_libsodium():
    importing = [
        short(path) for path in sources() if re.search(r"^\s*(?:from|import) nacl\b", path.read_text(), re.MULTILINE)
    ]

    assert importing == ["src/sebaya/vault/primitives.py"]


@pytest.mark.parametrize("name", ["pickle", "marshal", "shelve"])
def test_nothing_is_read_back_that_could_run(name):
    importing = [
        short(path) for path in sources() if re.search(rf"^\s*(?:from|import) {name}\b", path.read_text(), re.MULTILINE)
    ]

    assert importing == []


def test_chance_that_guards_something_comes_from_secrets():
    """`random` only spreads moments, makes the demo or trains."""
    importing = {
        short(path) for path in sources() if re.search(r"^(?:from|import) random\b", path.read_text(), re.MULTILINE)
    }
    allowed = ("src/sebaya/live/hub.py", "src/sebaya/demo/", "src/sebaya/detection/train")

    assert {place for place in importing if not place.startswith(allowed)} == set()


def test_no_todo_without_a_decision():
    found = [
        f"{short(path)}:{number}"
        for path in sources()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"#.*\b(?:TODO|FIXME|XXX|HACK)\b", line)
    ]

    assert found == []


def test_every_room_says_what_it_is():
    rooms = [path for path in HOUSE.glob("*/__init__.py") if path.parent.name not in {"config", "ui"}]
    silent = [short(path) for path in rooms if not ast.get_docstring(tree_of(path))]

    assert silent == []


def test_every_model_has_its_migration(db):
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
