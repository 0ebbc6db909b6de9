"""A secret on disk: whole or not at all, once, and for its owner alone."""

import os
import stat
from pathlib import Path

import pytest

from sebaya.vault.secretfile import write_secret


def test_secret_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "pepper.key"
    write_secret(path, b"rahasia")
    assert path.read_bytes() == b"rahasia"
    assert [stat.S_IMODE(each.stat().st_mode) for each in (path, path.parent)] == [0o600, 0o700]


def test_secret_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pepper.key"
    write_secret(path, b"satu")
    with pytest.raises(FileExistsError):
        write_secret(path, b"dua")
    assert path.read_bytes() == b"satu"


def test_secret_on_a_full_disk_leaves_nothing_that_looks_like_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_secret(tmp_path / "pepper.key", b"rahasia")
    assert list(tmp_path.iterdir()) == []
