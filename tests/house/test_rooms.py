"""Imports, foreign keys, templates and migrations go only downwards."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db.models import ForeignKey
from tests.house.rooms import HOUSE, ORDER, files, is_above, room_of, short, sources, tree_of

USES = re.compile(r"{%-?\s*(?:extends|include|static)\s+[\"']([\w-]+)/")
DOTTED = re.compile(r"sebaya\.(\w+)\.\w")


def imported(tree: ast.AST) -> Iterator[str]:
    """Dotted names of the house that a module imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, "imports are absolute"
            names = [alias.name for alias in node.names] if node.module == "sebaya" else []
            yield from [f"sebaya.{name}" for name in names] or [node.module]


def upward(path: Path, rooms: Iterator[str]) -> list[str]:
    here = room_of(path)
    return sorted({f"{short(path)} → {room}" for room in rooms if room in ORDER and is_above(room, here)})


def rooms_imported(path: Path) -> Iterator[str]:
    names = imported(tree_of(path))
    return (name.split(".")[1] for name in names if name.startswith("sebaya."))


def strings(path: Path) -> Iterator[str]:
    return (
        node.value for node in ast.walk(tree_of(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )


def test_every_folder_is_a_room_of_the_list():
    folders = {path.name for path in HOUSE.iterdir() if path.is_dir()} - {"__pycache__", "_data"}

    assert folders - set(ORDER) == set()


def test_installed_rooms_stand_in_order():
    installed = [name.removeprefix("sebaya.") for name in settings.INSTALLED_APPS if name.startswith("sebaya.")]

    assert installed == [room for room in ORDER if room in installed]


def test_search_finds_an_import_upwards(tmp_path):
    """The rule below is not empty: the same search on a wrong line finds it."""
    tree = ast.parse(
        "def f():\n    from sebaya.support import queries\n    import sebaya.desk.views\n    from sebaya import config"
    )

    assert list(imported(tree)) == ["sebaya.support", "sebaya.desk.views", "sebaya.config"]


def test_imports_go_downwards():
    assert [line for path in files("*.py") for line in upward(path, rooms_imported(path))] == []


def test_dotted_names_in_strings_go_downwards():
    found = [line for path in sources() for line in upward(path, _dotted_rooms(path))]

    assert found == []


def _dotted_rooms(path: Path) -> Iterator[str]:
    return (match[1] for text in strings(path) for match in DOTTED.finditer(text))


def test_foreign_keys_go_downwards():
    found = [
        f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, ForeignKey) and _is_upward(model, field)
    ]

    assert found == []


def _is_upward(model: type, field: ForeignKey) -> bool:
    here, there = model._meta.app_label, field.related_model._meta.app_label
    if field.related_model._meta.label == settings.AUTH_USER_MODEL:
        return False  # the one exemption
    return here in ORDER and there in ORDER and is_above(there, here)


def test_person_is_named_by_the_setting():
    """A foreign key to people from below names the setting, so that the exemption is only a string."""
    below = ORDER[ORDER.index("accounts") + 1 :]
    named = [
        short(path) for path in files("models*.py") if room_of(path) in below and "accounts.Person" in path.read_text()
    ]

    assert named == []


def test_templates_use_only_rooms_below():
    found = [line for path in files("*.html") for line in upward(path, _used_rooms(path))]

    assert found == []


def _used_rooms(path: Path) -> Iterator[str]:
    return (match[1] for match in USES.finditer(path.read_text(encoding="utf-8")))


def test_templates_stand_under_their_room_s_name():
    wrong = [
        short(path) for path in files("*.html") if path.relative_to(HOUSE).parts[1:3] != ("templates", room_of(path))
    ]

    assert wrong == []


def test_migrations_depend_only_on_rooms_below():
    migrations = [path for path in files("*.py") if path.parent.name == "migrations"]
    found = [line for path in migrations for line in upward(path, _depends_on(path))]

    assert len(migrations) > 8
    assert found == []


def _depends_on(path: Path) -> Iterator[str]:
    """Rooms in `dependencies`; the swappable dependency on people is no string pair."""
    for node in ast.walk(tree_of(path)):
        if (
            isinstance(node, ast.Tuple)
            and len(node.elts) == 2
            and all(isinstance(each, ast.Constant) for each in node.elts)
        ):
            yield str(node.elts[0].value)
