"""A full disk, a closed folder, a bare machine: sentences and exit code 2, never a page of code."""

import errno
import os
import resource
import subprocess
import sys

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError
from tests.bench.figures import ROOT

from sebaya.config.cli.mishaps import sentence
from sebaya.vault.errors import SecretFileDamaged


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_full_disk_is_said(code):
    assert sentence(OSError(code, "x", "/data")).startswith("Disk penuh")


@pytest.mark.parametrize("code", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_closed_folder_is_said_with_its_name(code):
    assert sentence(OSError(code, "x", "/data/keys")).startswith("Tidak boleh membaca atau menulis /data/keys.")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("database or disk is full", "Disk penuh"),
        ("attempt to write a readonly database", "Basis data tidak bisa dibuka atau ditulis."),
        ("unable to open database file", "Basis data tidak bisa dibuka atau ditulis."),
        ("database disk image is malformed", "Berkas basis data rusak."),
        ("file is not a database", "Berkas basis data rusak."),
        ("connection refused", "Basis data tidak menjawab (OperationalError)."),
    ],
)
def test_database_that_cannot_is_said(words, said):
    assert sentence(OperationalError(words)).startswith(said)


def test_damaged_key_is_named_and_not_to_be_made_again():
    assert sentence(SecretFileDamaged("pepper.key")).startswith(
        "Berkas kunci pepper.key rusak. Jangan membuat yang baru"
    )


def test_wrong_setting_is_its_own_sentence():
    assert sentence(ImproperlyConfigured("SEBAYA_DATABASE …")) == "SEBAYA_DATABASE …"


@pytest.mark.parametrize("fault", [KeyError("x"), ValueError("x"), AssertionError()])
def test_fault_of_ours_is_not_hidden(fault):
    assert sentence(fault) == ""


def run(*arguments, cwd, stdin="", limit=None, **environment):
    """`sebaya …` with nothing of this machine's settings."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("SEBAYA_", "DJANGO_", "COVERAGE"))
    }
    kept |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1", **environment}
    before = (lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))) if limit else None
    return subprocess.run(
        [sys.executable, "-m", "sebaya.config.cli", *arguments], cwd=cwd, env=kept, text=True, input=stdin,
        capture_output=True, timeout=120, check=False, preexec_fn=before,
    )  # fmt: skip


@pytest.mark.slow
def test_roster_is_checked_on_a_bare_machine(tmp_path):
    (tmp_path / "daftar.csv").write_text("nama,nisn,jk,kelas\nBudi,17,L,7A\n")
    done = run("roster", "check", "daftar.csv", cwd=tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("1 orang terbaca.\n")
    assert [path.name for path in tmp_path.iterdir()] == ["daftar.csv"]


@pytest.mark.slow
def test_messages_are_read_on_a_bare_machine(tmp_path):
    done = run("detect", cwd=tmp_path, stdin='{"id": 1, "text": "halo kak"}\n')

    assert (done.returncode, '"level": "none"' in done.stdout) == (0, True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "command", [["doctor"], ["backup", "x"], ["serve"], ["slip", "x"], ["tls", "x"], ["roster", "import", "x"]]
)
def test_bare_machine_is_told_to_set_up_and_stays_bare(tmp_path, command):
    done = run(*command, cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"Belum ada pemasangan di {tmp_path / 'data'}. Jalankan: sebaya setup\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_file_in_place_of_the_folder_is_said(tmp_path):
    (tmp_path / "data").write_text("")
    done = run("setup", "--name", "A", "--slug", "a", "--coordinator", "C", cwd=tmp_path)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Tidak bisa dibuka: {tmp_path / 'data'} (")


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_closed_folder_ends_with_a_sentence(tmp_path):
    tmp_path.chmod(0o500)
    done = run("setup", "--name", "A", "--slug", "a", "--coordinator", "C", cwd=tmp_path)
    tmp_path.chmod(0o700)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Tidak boleh membaca atau menulis")


@pytest.mark.slow
def test_full_disk_during_set_up_is_a_sentence_and_can_be_repeated(tmp_path):
    """No file may grow over 64 KB: as a disk that is full."""
    arguments = ("setup", "--name", "A", "--slug", "a", "--coordinator", "C")
    done = run(*arguments, cwd=tmp_path, limit=64 * 1024)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Disk penuh atau jatahnya habis.")
    assert "Traceback" not in done.stderr

    done = run(*arguments, cwd=tmp_path)
    assert (done.returncode, "Lembar A" in done.stdout) == (0, True)


@pytest.mark.slow
def test_full_disk_during_a_backup_leaves_no_piece(installed, tmp_path):
    target = tmp_path / "cadangan"
    done = run("backup", str(target), cwd=tmp_path, limit=512, SEBAYA_DATA=str(installed.data))

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.glob("cadangan*"))


@pytest.mark.slow
def test_half_a_key_is_never_left(tmp_path):
    """Sixteen bytes fit, thirty-two do not."""
    done = run("setup", "--name", "A", "--slug", "a", "--coordinator", "C", cwd=tmp_path, limit=16)

    assert done.returncode == 2
    assert not list((tmp_path / "data" / "keys").iterdir())


@pytest.mark.slow
def test_wrong_database_address_is_said(tmp_path):
    done = run("doctor", cwd=tmp_path, SEBAYA_DATABASE="mysql://x")

    assert done.returncode == 2
    assert done.stderr.startswith("SEBAYA_DATABASE harus dimulai dengan postgres://")
