"""`sebaya setup`: once, again, and with something missing."""

import re
import sqlite3
import stat

import pytest
from tests.config.conftest import SCHOOL

pytestmark = pytest.mark.slow
PAPERS = ["Lembar A", "Lembar B", "Amplop darurat nomor 1", "Kunci cadangan", "Slip koordinator Pak Budi"]


def rows(data, table):
    with sqlite3.connect(data / "sebaya.sqlite3") as database:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]


def files(data):
    return {
        path: path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file() and "static" not in path.parts
    }


@pytest.mark.parametrize("title", PAPERS)
def test_every_paper_is_shown_once(made, paper, title):
    assert re.fullmatch(r"[0-9A-Z]{3,4}(-[0-9A-Z]{3,4})+", paper(made.said, title))
    assert made.said.count(title) == 1


def test_next_step_is_said(made):
    assert made.said.endswith("buka http://127.0.0.1:8000/smp-satu/aktivasi/\n")


def test_folder_and_keys_are_for_the_owner_alone(made):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in (made.data, *(made.data / "keys").glob("*.key"))}

    assert modes == {"data": 0o700, "server.key": 0o600, "pepper.key": 0o600}


def test_second_run_says_what_is_there_and_changes_nothing(installed):
    before = files(installed.data)
    done = installed.command("setup")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Sudah terpasang: SMP Satu (smp-satu). Tidak ada yang diubah.\n")
    assert "sebaya doctor" in done.stdout
    assert files(installed.data).keys() == before.keys()
    assert [rows(installed.data, table) for table in ("communities_community", "vault_keyholder")] == [1, 2]


def test_same_school_again_is_refused(installed):
    done = installed.command("setup", *SCHOOL)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Sekolah dengan alamat smp-satu sudah ada. Tidak ada yang diubah.\n"


def test_another_school_gets_papers_but_no_second_backup_key(installed):
    key = (installed.data / "keys" / "backup.pub").read_bytes()
    done = installed.command("setup", "--name", "SMP Dua", "--slug", "smp-dua", "--coordinator", "Bu Ani")

    assert done.returncode == 0
    assert "KERTAS PEMULIHAN SMP Dua" in done.stdout
    assert "Kunci cadangan" not in done.stdout
    assert (installed.data / "keys" / "backup.pub").read_bytes() == key
    assert rows(installed.data, "communities_community") == 2


def test_missing_backup_key_is_made(installed, paper):
    (installed.data / "keys" / "backup.pub").unlink()
    assert installed.command("backup", str(installed.data / "x")).returncode == 2
    done = installed.command("setup")

    assert done.returncode == 0
    assert paper(done.stdout, "Kunci cadangan")
    assert "Lembar A" not in done.stdout
    assert installed.command("backup", str(installed.data / "x")).returncode == 0


def test_missing_sheets_are_made_and_present_ones_kept(installed, paper):
    with sqlite3.connect(installed.data / "sebaya.sqlite3") as database:
        database.execute("DELETE FROM vault_keyholder WHERE kind = 'recovery'")
    done = installed.command("setup")

    assert paper(done.stdout, "Lembar A") != paper(done.stdout, "Lembar B")
    assert "Amplop" not in done.stdout
    assert rows(installed.data, "vault_keyholder") == 2


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Belum dijawab: Nama sekolah atau komunitas. Tulis dengan --name."),
        (["--name", "A"], "Tulis dengan --slug."),
        (["--name", "A", "--slug", "a"], "Tulis dengan --coordinator."),
        (["--name", "A", "--slug", "A b", "--coordinator", "C"], "Alamat pendek harus huruf kecil"),
        (["--name", "A", "--slug", "kebijakan", "--coordinator", "C"], "belum dipakai oleh Sebaya"),
        (["--name", "A", "--slug", "tips-belajar", "--coordinator", "C"], "belum dipakai oleh Sebaya"),
        (["--name", "A", "--slug", "a" * 41, "--coordinator", "C"], "Alamat pendek harus huruf kecil"),
        (["--name", "A", "--slug", "a", "--coordinator", "C", "--timezone", "Bulan"], "Zona waktu Bulan tidak dikenal"),
        (["--name", " ", "--slug", "a", "--coordinator", "C"], "Nama tidak boleh kosong"),
        (["--name", "A", "--slug", "a", "--coordinator", "C" * 121], "paling panjang 120"),
        (
            ["--name", "A", "--slug", "a", "--coordinator", "C", "--kit", "/tidak/ada/kit"],
            "Folder untuk /tidak/ada/kit tidak ada",
        ),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else "",
)
def test_what_is_missing_is_said_before_anything_is_made(bare, arguments, words):
    done = bare.command("setup", *arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert not bare.data.exists()


def test_stopped_set_up_goes_on(installed, paper):
    """Keys were made, then the power went."""
    (installed.data / "sebaya.sqlite3").unlink()
    (installed.data / "keys" / "backup.pub").unlink()
    keys = (installed.data / "keys" / "pepper.key").read_bytes()
    done = installed.command("setup", *SCHOOL)

    assert done.returncode == 0
    assert paper(done.stdout, "Kunci cadangan")
    assert (installed.data / "keys" / "pepper.key").read_bytes() == keys


def test_papers_are_saved_as_pdf(bare, tmp_path):
    done = bare.command("setup", *SCHOOL, "--kit", str(tmp_path / "kertas.pdf"))

    assert done.returncode == 0
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["kertas-ab.pdf", "kertas-darurat.pdf"]


def test_english_speaks_english(installed):
    done = installed.command("--bahasa", "en", "setup", *SCHOOL)

    assert done.returncode == 2
    assert "smp-satu" in done.stderr
    assert "sudah ada" not in done.stderr
