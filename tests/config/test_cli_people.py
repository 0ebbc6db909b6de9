"""`sebaya slip`, `sebaya roster` and `sebaya demo`: people come in, and the operator is told how."""

import re

import pytest
from tests.bench.installation import FAST, Installation
from tests.config.conftest import COUNTED, SCHOOL

pytestmark = pytest.mark.slow
ROSTER = "nama,nisn,jk,kelas\nBudi Santoso,17,L,7A\nSiti Aminah,18,P,7A\n"


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demo school with cheap passwords, and what making it said."""
    installation = Installation(tmp_path_factory.mktemp("demo") / "data", FAST, more=COUNTED)
    return installation, installation.command("demo", "--no-serve")


@pytest.fixture
def coordinator(made):
    return re.search(r"Slip koordinator Pak Budi.*?:\n\s+\S+", made.said, re.DOTALL)


def test_coordinator_gets_another_way_in(installed, made, coordinator):
    assert coordinator
    done = installed.command("slip", "pak.budi")

    assert (done.returncode, done.stderr) == (0, "")
    name, code = done.stdout.strip().split(": ")
    assert (name, bool(re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{3,4})+", code))) == ("Pak Budi", True)
    assert code not in made.said


def test_slip_is_for_staff_that_exist(installed):
    done = installed.command("slip", "budi.santoso")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("Tidak ada staf dengan nama pengguna itu.")


def test_two_schools_are_told_apart_by_their_address(installed):
    installed.command("setup", "--name", "SMP Dua", "--slug", "smp-dua", "--coordinator", "Bu Ani")
    done = installed.command("slip", "bu.ani")

    assert (done.returncode, done.stderr) == (2, "Sebutkan sekolahnya dengan --community ALAMAT-PENDEK.\n")
    assert installed.command("slip", "bu.ani", "--community", "smp-dua").stdout.startswith("Bu Ani: ")
    assert installed.command("slip", "bu.ani", "--community", "smp-satu").returncode == 2


def test_roster_is_checked_and_then_imported(installed, tmp_path):
    (tmp_path / "daftar.csv").write_text(ROSTER)
    checked = installed.command("roster", "check", str(tmp_path / "daftar.csv"))
    taken = installed.command("roster", "import", str(tmp_path / "daftar.csv"))

    assert (checked.returncode, checked.stdout[:17]) == (0, "2 orang terbaca.\n")
    assert (taken.returncode, taken.stderr) == (0, "")
    again = installed.command("roster", "import", str(tmp_path / "daftar.csv"))
    assert again.returncode == 0
    assert again.stdout != taken.stdout


def test_demo_prints_every_role_with_a_way_in(demo):
    _installation, done = demo

    assert (done.returncode, done.stderr) == (0, "")
    for role in ("konselor", "petugas jaga", "koordinator program", "pemegang kunci kedua", "kepala sekolah"):
        assert f"{role}: " in done.stdout
    assert "http://127.0.0.1:8000/smpn-8-contoh/" in done.stdout


def test_demo_is_made_once(demo):
    installation, first = demo
    second = installation.command("demo", "--no-serve")

    assert second.returncode == 0
    assert second.stdout == first.stdout.partition("\n")[2]


def test_papers_that_cannot_be_written_are_said_when_the_school_is_made(bare, tmp_path):
    (tmp_path / "kertas-ab.pdf").mkdir()
    done = bare.command("setup", *SCHOOL, "--kit", str(tmp_path / "kertas.pdf"))

    assert done.returncode == 2
    assert done.stderr.startswith("PDF tidak tertulis: ")
    assert "Lembar A" in done.stdout
    assert bare.command("setup").stdout.startswith("Sudah terpasang: SMP Satu")
