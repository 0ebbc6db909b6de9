"""`sebaya backup` and `sebaya restore`: a sealed file out, a sealed file into an empty folder, or nothing."""

import os
import sqlite3
import stat
from hashlib import blake2b

import pytest
from tests.bench.installation import Installation
from tests.config.conftest import COUNTED

pytestmark = pytest.mark.slow


@pytest.fixture
def code(made, paper):
    return paper(made.said, "Kunci cadangan")


@pytest.fixture
def backup(installed, tmp_path):
    path = tmp_path / "a" / "cadangan.sebaya"
    path.parent.mkdir()
    done = installed.command("backup", str(path))
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def new(tmp_path):
    return Installation(tmp_path / "new", more=COUNTED)


def restore(new, backup, code, *more):
    return new.command("restore", str(backup), *more, stdin=f"{code}\n")


def left_in(installation):
    return sorted(path.name for path in installation.data.rglob("*") if path.is_file() and "static" not in path.parts)


def one(installation, sql):
    with sqlite3.connect(installation.data / "sebaya.sqlite3") as database:
        return database.execute(sql).fetchone()


def test_backup_is_one_file_that_says_nothing(backup):
    content = backup.read_bytes()

    assert [path.name for path in backup.parent.iterdir()] == ["cadangan.sebaya"]
    for words in (b"SMP Satu", b"smp-satu", b"Budi", b"SQLite"):
        assert words not in content


def test_restored_folder_is_the_same_installation(installed, new, backup, code):
    done = restore(new, backup, code)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("Periksa dengan: sebaya doctor\n")
    for name in ("pepper.key", "server.key", "backup.pub"):
        assert (new.data / "keys" / name).read_bytes() == (installed.data / "keys" / name).read_bytes()
    people = "SELECT username, name, id FROM accounts_person"
    assert one(new, people) == one(installed, people)
    assert new.command("backup", str(backup.parent / "again")).returncode == 0


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
@pytest.mark.parametrize("there", [False, True])
def test_restored_folder_is_as_closed_as_a_new_one(installed, new, backup, code, there):
    if there:
        new.data.mkdir(mode=0o755)
    assert restore(new, backup, code).returncode == 0

    modes = [stat.S_IMODE(path.stat().st_mode) for path in (new.data, new.data / "sebaya.sqlite3")]
    assert modes == [0o700, 0o600]
    said = new.command("doctor").stdout
    assert "chmod" not in said
    (new.data / "sebaya.sqlite3").chmod(0o644)
    assert f"chmod 600 {new.data / 'sebaya.sqlite3'}" in new.command("doctor").stdout


@pytest.mark.skipif(os.name == "nt", reason="no modes there")
def test_new_folder_is_closed(made):
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (made.data, made.data / "sebaya.sqlite3")]
    assert modes == [0o700, 0o600]


def test_folder_that_is_not_empty_stays_as_it_is(installed, backup, code):
    before = (installed.data / "sebaya.sqlite3").read_bytes()
    done = restore(installed, backup, code)

    assert done.returncode == 2
    assert "tidak kosong. Tidak ada yang diubah." in done.stderr
    assert (installed.data / "sebaya.sqlite3").read_bytes() == before


def test_second_restore_is_refused(new, backup, code):
    assert restore(new, backup, code).returncode == 0
    assert restore(new, backup, code).returncode == 2


def test_mistyped_code_is_told_from_a_wrong_one(made, new, backup, code, paper):
    typed = code[:-1] + ("A" if code[-1] != "A" else "B")
    assert "salah ketik" in restore(new, backup, typed).stderr
    other = paper(made.said, "Lembar A")
    assert "kuncinya lain" in restore(new, backup, other).stderr
    assert left_in(new) == []


def test_missing_file_is_said(new, code, tmp_path):
    done = restore(new, tmp_path / "tidak-ada", code)

    assert done.returncode == 2
    assert "tidak-ada tidak ada." in done.stderr


def test_cut_file_changes_nothing_and_can_be_tried_again(new, backup, code):
    whole = backup.read_bytes()
    backup.write_bytes(whole[:-10])
    done = restore(new, backup, code)
    assert (done.returncode, left_in(new)) == (2, [])
    assert "rusak, terpotong" in done.stderr

    backup.write_bytes(whole)
    assert restore(new, backup, code).returncode == 0


def test_failure_in_the_middle_leaves_an_empty_folder(new, backup, code):
    """A log of purged ids that cannot be read is found after the keys were written."""
    (backup.parent / "erased.log").write_bytes(b"\xff\xfe")
    done = restore(new, backup, code)

    assert done.returncode != 0
    assert left_in(new) == []
    (backup.parent / "erased.log").unlink()
    assert restore(new, backup, code).returncode == 0


def mark_in(installed, identifier: str) -> str:
    """As that installation would write it into its log."""
    key = (installed.data / "keys" / "server.key").read_bytes()
    return blake2b(identifier.encode(), key=key, digest_size=16, person=b"erased").hexdigest()


@pytest.mark.parametrize("place", ["beside the backup", "named"])
def test_what_was_purged_since_does_not_come_back(installed, new, backup, code, tmp_path, place):
    (person,) = one(installed, "SELECT id FROM accounts_person")
    log = (backup.parent if place == "beside the backup" else tmp_path) / "erased.log"
    gone = mark_in(installed, person)
    log.write_text(f"{gone}\n")
    more = [] if place == "beside the backup" else ["--erased", str(log)]

    assert restore(new, backup, code, *more).returncode == 0

    assert one(new, "SELECT count(*) FROM accounts_person") == (0,)
    assert one(new, "SELECT count(*) FROM audit_subject") == (0,)
    assert (new.data / "erased.log").read_text().split() == [gone]


def test_backup_of_a_newer_version_is_refused(installed, new, code, tmp_path):
    with sqlite3.connect(installed.data / "sebaya.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('support', '9999_later', '2030-01-01')"
        )
    assert installed.command("backup", str(tmp_path / "newer")).returncode == 0
    done = restore(new, tmp_path / "newer", code)

    assert (done.returncode, left_in(new)) == (2, [])
    assert "dari Sebaya yang lebih baru" in done.stderr


def test_backup_that_cannot_be_written_leaves_no_piece(installed, tmp_path):
    done = installed.command("backup", str(tmp_path / "tidak-ada" / "x"))

    assert done.returncode == 2
    assert done.stderr.startswith("Cadangan tidak tertulis:")
    assert done.stderr.endswith("Data aslinya aman.\n")
