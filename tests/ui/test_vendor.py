import json
import shutil
from pathlib import Path

import pytest
from tests.house.rooms import HOUSE
from tests.tools import vendor

OURS = {"app.js", "live.js", "sound.js"}


def test_code_for_tests_is_as_locked():
    assert vendor.check() == []


def test_pages_serve_no_script_of_others():
    """Decision 0011."""
    assert {path.name for room in HOUSE.iterdir() for path in room.glob("static/**/*.js")} == OURS


@pytest.fixture
def copied(tmp_path):
    return Path(shutil.copytree(vendor.FOLDER, tmp_path / "vendor"))


def test_changed_file_is_named(copied):
    (copied / "axe.min.js").write_text("alert(1)")

    assert vendor.check(copied) == ["axe.min.js differs from the lock"]


def test_added_and_removed_files_are_named(copied):
    (copied / "axe.min.js").unlink()
    (copied / "lain.js").write_text("")

    assert vendor.check(copied) == ["axe.min.js is locked but missing", "lain.js is not in the lock"]


def test_lock_names_version_and_licence_and_no_address():
    text = (vendor.FOLDER / vendor.LOCK).read_text()

    assert "http" not in text
    assert all({"name", "version", "licence", "files"} <= package.keys() for package in json.loads(text)["packages"])
