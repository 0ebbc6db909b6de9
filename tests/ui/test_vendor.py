import json
import shutil
from pathlib import Path

import pytest

from sebaya.ui import vendor

FOR_TESTS = Path(__file__).parent.parent / "vendor"


def test_shipped_code_is_as_locked():
    assert vendor.check() == []


def test_code_for_tests_is_as_locked():
    assert vendor.check(FOR_TESTS) == []


@pytest.fixture
def copied(tmp_path):
    return Path(shutil.copytree(vendor.FOLDER, tmp_path / "vendor"))


def test_changed_file_is_named(copied):
    (copied / "htmx.min.js").write_text("alert(1)")

    assert vendor.check(copied) == ["htmx.min.js differs from the lock"]


def test_added_and_removed_files_are_named(copied):
    (copied / "htmx.min.js").unlink()
    (copied / "lain.js").write_text("")

    assert vendor.check(copied) == ["htmx.min.js is locked but missing", "lain.js is not in the lock"]


@pytest.mark.parametrize("folder", [vendor.FOLDER, FOR_TESTS])
def test_lock_names_version_and_licence_and_no_address(folder):
    text = (folder / vendor.LOCK).read_text()

    assert "http" not in text
    assert all({"name", "version", "licence", "files"} <= package.keys() for package in json.loads(text)["packages"])
