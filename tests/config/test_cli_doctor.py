"""`sebaya doctor`: what is well, what to look at, what to mend, and exit codes that a timer can read."""

import json
import shutil
import sqlite3

import pytest

pytestmark = pytest.mark.slow


def examine(installation):
    done = installation.command("doctor", "--json")
    return done.returncode, {finding["what"]: finding for finding in json.loads(done.stdout)}


def states(found, words):
    return [finding["state"] for what, finding in found.items() if words in what]


def test_fresh_installation_needs_people_and_nothing_else(installed):
    code, found = examine(installed)

    assert code == 2
    assert (
        states(found, "pepper.key") == states(found, "Basis data utuh") == states(found, "Catatan audit utuh") == ["ok"]
    )
    assert states(found, "belum ada konselor") == states(found, "daftar jaga kosong") == ["XX"]
    assert states(found, "pemegang kunci kedua") == ["!!"]
    assert states(found, "kunci cadangan") == states(found, "lembar pemulihan") == []


def test_plain_answer_says_what_to_do(installed):
    lines = installed.command("doctor").stdout.splitlines()
    at = next(n for n, line in enumerate(lines) if "belum ada konselor" in line)

    assert lines[at].startswith("[XX] SMP Satu:")
    assert lines[at + 1] == "     Beri peran konselor dan slip aktivasi."


def test_missing_backup_key_names_the_command_that_makes_it(installed):
    (installed.data / "keys" / "backup.pub").unlink()
    _code, found = examine(installed)

    assert found["Belum ada kunci cadangan."]["todo"] == "Jalankan sebaya setup lagi untuk membuatnya."
    installed.command("setup")
    assert "Belum ada kunci cadangan." not in examine(installed)[1]


def test_keys_that_others_can_read(installed):
    (installed.data / "keys" / "pepper.key").chmod(0o644)
    (installed.data).chmod(0o755)
    _code, found = examine(installed)

    assert states(found, "dapat dibaca pengguna lain") == ["XX"]
    assert states(found, "Folder data dapat dibuka") == ["!!"]


def test_changed_log_is_noticed(installed):
    with sqlite3.connect(installed.data / "sebaya.sqlite3") as database:
        database.execute("INSERT INTO audit_digest (day, rows, value) VALUES ('2026-01-01', 3, 'x')")
    _code, found = examine(installed)

    assert states(found, "Catatan audit diubah pada: 2026-01-01") == ["XX"]


def test_row_that_points_nowhere_is_noticed(installed):
    with sqlite3.connect(installed.data / "sebaya.sqlite3") as database:
        database.execute("UPDATE accounts_roles SET person_id = 'tidak-ada'")
    _code, found = examine(installed)

    assert states(found, "menunjuk ke baris yang tidak ada") == ["XX"]


@pytest.mark.parametrize(
    "content", [b"rusak" * 1000, b"SQLite format 3\0" + b"x" * 5000], ids=["another file", "damaged"]
)
def test_damaged_database_is_a_finding(installed, content):
    for path in installed.data.glob("sebaya.sqlite3-*"):
        path.unlink()
    (installed.data / "sebaya.sqlite3").write_bytes(content)
    code, found = examine(installed)

    assert (code, states(found, "Berkas basis data rusak")) == (2, ["XX"])
    assert states(found, "pepper.key") == ["ok"]


def test_missing_database_is_said_and_no_empty_one_made(installed):
    (installed.data / "sebaya.sqlite3").unlink()
    done = installed.command("doctor")

    assert done.returncode == 2
    assert "sebaya.sqlite3 tidak ada" in done.stderr
    assert not (installed.data / "sebaya.sqlite3").exists()


def test_nothing_installed_is_said(bare):
    done = bare.command("doctor")

    assert (done.returncode, done.stderr) == (2, f"Belum ada pemasangan di {bare.data}. Jalankan: sebaya setup\n")


def test_database_before_an_upgrade(installed):
    with sqlite3.connect(installed.data / "sebaya.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'training'")
    code, found = examine(installed)

    assert (code, found["Basis data belum diperbarui."]["todo"]) == (2, "sebaya serve")


def test_no_school_yet(installed):
    shutil.rmtree(installed.data)
    assert installed.command("setup", "--name", "A", "--slug", "a", "--coordinator", "C").returncode == 0
    with sqlite3.connect(installed.data / "sebaya.sqlite3") as database:
        for table in (
            "accounts_slip",
            "accounts_roles",
            "audit_subject",
            "audit_event",
            "accounts_person",
            "vault_keyholder",
            "communities_community",
        ):
            database.execute(f"DELETE FROM {table}")
    _code, found = examine(installed)

    assert found["Belum ada sekolah."]["todo"] == "sebaya setup"
