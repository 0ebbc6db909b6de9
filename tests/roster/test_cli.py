import io
import json
import os
import subprocess
import sys

import pytest
from tests.roster.files import dapodik, student

from sebaya.accounts.models import Person
from sebaya.accounts.roster import cli


def run(function, *args):
    out = io.StringIO()
    return function(*args, out), out.getvalue()


@pytest.fixture
def good(tmp_path):
    path = tmp_path / "daftar.xlsx"
    path.write_bytes(dapodik(student(nisn=17), student(nama="Rani", nisn="0000000018", nipd="2")))
    return path


@pytest.fixture
def bad(tmp_path):
    path = tmp_path / "daftar.csv"
    path.write_bytes(b"nama,nisn,jk,kelas\nBudi,17,L,7A\nRani,18,X,7A\n")
    return path


def test_check_of_a_good_file_says_what_is_kept(good):
    code, text = run(cli.check, good, False)
    assert code == 0
    assert text.startswith("2 orang terbaca.\nDisimpan: Nama, NIPD, JK, NISN, Tanggal Lahir, Rombel Saat Ini\n")
    assert "  baris 7, NISN: angka nol di depan NISN dikembalikan\n" in text


def test_check_as_json_is_the_report(good):
    code, text = run(cli.check, good, True)
    assert code == 0
    assert list(json.loads(text)) == ["people", "kept", "dropped", "healed", "problems"]
    assert json.loads(text)["people"] == 2


def test_check_of_problems_ends_with_one(bad):
    code, text = run(cli.check, str(bad), False)
    assert code == 1
    assert "  baris 3, jk: jenis kelamin tidak dikenal: tulis L atau P\n" in text


def test_check_of_an_unreadable_file_ends_with_two(tmp_path):
    assert run(cli.check, tmp_path / "tidak-ada", False) == (
        2,
        "Berkas tidak dapat dibuka. Periksa nama dan letaknya.\n",
    )
    code, text = run(cli.check, tmp_path / "tidak-ada", True)
    assert (code, list(json.loads(text))) == (2, ["error"])


def test_check_needs_no_database_and_no_set_up(good, tmp_path):
    script = (
        "import sys, django; django.setup()\n"
        "from sebaya.accounts.roster import cli\n"
        f"sys.exit(cli.check({str(good)!r}, True, sys.stdout))"
    )
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "sebaya.config.settings",
        "SEBAYA_DATA": str(tmp_path / "nichts"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    done = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False)
    assert (done.returncode, json.loads(done.stdout)["people"]) == (0, 2)
    assert not (tmp_path / "nichts").exists()


def test_import_writes_and_says_so(community, good):
    code, text = run(cli.run_import, community, good, False)
    assert code == 0
    assert text == "Selesai: 2 baru, 0 berubah, 0 tetap, 0 dilewati, 0 kontak darurat disegel.\n"
    assert Person.objects.filter(community=community).count() == 2


def test_import_with_problems_writes_nothing_and_names_them(community, bad):
    code, text = run(cli.run_import, community, bad, False)
    assert code == 1
    assert "  baris 3, jk: " in text
    assert "--skip-bad" in text
    assert Person.objects.count() == 0


def test_import_with_skip_bad_writes_the_rest(community, bad):
    code, text = run(cli.run_import, community, bad, True)
    assert (code, Person.objects.count()) == (0, 1)
    assert text.startswith("Selesai: 1 baru, 0 berubah, 0 tetap, 1 dilewati")


def test_import_of_an_unreadable_file_ends_with_two(community, tmp_path):
    assert run(cli.run_import, community, tmp_path / "x", False)[0] == 2


def test_import_says_why_contacts_are_left_out(community, tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"nama,kelas,hp\nBudi,7A,0811\n")
    assert "pemegang kunci kedua" in run(cli.run_import, community, path, False)[1]


def test_long_lists_are_cut_on_a_screen(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"nama,nisn,kelas\n" + b"".join(b"Budi %c,%d,7A\n" % (65 + n, n + 1) for n in range(25)))
    assert "  dan 5 lagi (lihat semuanya dengan --json)\n" in run(cli.check, path, False)[1]
