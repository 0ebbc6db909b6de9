"""`sebaya slip`: a new way in for an adult, and a second factor that is lost."""

import sqlite3

import pytest

pytestmark = pytest.mark.slow


def rows(installed, sql):
    with sqlite3.connect(installed.data / "sebaya.sqlite3") as database:
        return database.execute(sql).fetchall()


@pytest.fixture
def with_factor(installed):
    """The coordinator of the set-up has a second factor; whatever its secret is."""
    with sqlite3.connect(installed.data / "sebaya.sqlite3") as database:
        database.execute(
            "INSERT INTO mfa_authenticator (user_id, type, data, created_at) "
            "SELECT id, 'totp', '{}', '2026-01-01' FROM accounts_person"
        )
    return installed


def test_lost_second_factor_is_taken_off_and_recorded(with_factor):
    before = rows(with_factor, "SELECT stamp FROM accounts_person")
    done = with_factor.command("slip", "pak.budi", "--second-factor")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Kode kedua Pak Budi dilepas")
    assert rows(with_factor, "SELECT * FROM mfa_authenticator") == []
    assert rows(with_factor, "SELECT stamp FROM accounts_person") != before, "signed out everywhere"
    assert rows(with_factor, "SELECT count(*) FROM audit_event WHERE kind = 'second-factor.forgotten'") == [(1,)]


def test_slip_of_the_person_stays(with_factor):
    before = rows(with_factor, "SELECT fingerprint FROM accounts_slip")
    with_factor.command("slip", "pak.budi", "--second-factor")

    assert rows(with_factor, "SELECT fingerprint FROM accounts_slip") == before != []


def test_somebody_without_one_is_said(installed):
    done = installed.command("slip", "pak.budi", "--second-factor")

    assert (done.returncode, done.stdout) == (2, "")
    assert "tidak punya kode kedua" in done.stderr


def test_new_slip_is_another(installed):
    before = rows(installed, "SELECT fingerprint FROM accounts_slip")
    done = installed.command("slip", "pak.budi")

    assert (done.returncode, done.stdout.startswith("Pak Budi: ")) == (0, True)
    assert rows(installed, "SELECT fingerprint FROM accounts_slip") != before


def test_unknown_person_is_said(installed):
    assert "Tidak ada staf" in installed.command("slip", "siapa").stderr
