"""Day one, as the README says it: an empty folder, the papers, the coordinator, the roster, slips, roles, duty; someone asks."""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.journeys.conftest import LAPTOP, School, Visitor, environment_of, served, totp
from tests.journeys.steps import row
from tests.papers.pdf_text import pages

from sebaya.demo.roster import dapodik

Come = Callable[..., Visitor]
STUDENTS, PER_SHEET = 60, 10
SECRET, STAFF_SECRET = "sepeda-kuning-9", "lemari-tua-di-beranda"
STAFF = "nama,peran\nRatih Kumala,guru\nBaso Palloge,guru\nMardiyah Lubisa,guru\n"
BY_HAND = "Yosafat Tabuni"  # came after the file was made
ROLES = {
    "Ratih Kumala": "counsellor", "Baso Palloge": "duty", "Mardiyah Lubisa": "second_key", "Yosafat Tabuni": "second_key",
}  # fmt: skip
SLIP = re.compile(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}")
SOMETHING_TO_LOOK_AT = 1  # exit code
COMMAND = [sys.executable, "-m", "sebaya.config.cli"]


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    """`sebaya setup` and `sebaya serve` in an empty folder, with the settings of a real installation."""
    folder = tmp_path_factory.mktemp("operator")
    environment = environment_of(folder / "data") | {"DJANGO_SETTINGS_MODULE": "sebaya.config.settings"}
    school = School("", {"slug": "smpn-1", "password": STAFF_SECRET, "totp": {}, "folder": folder}, environment)
    words = [
        "--name",
        "SMPN 1 Contoh",
        "--slug",
        "smpn-1",
        "--coordinator",
        "Nyoman Suartika",
        "--kit",
        str(folder / "kit"),
    ]
    school.who["papers"] = school.command("setup", *words)
    with served([*COMMAND, "serve", "--port"], environment, folder / "server.log") as root:
        school.root, school.base = root, f"{root}/smpn-1/"
        yield school


def test_day_one_from_an_empty_folder_to_the_first_question(visit: Come, school: School, tmp_path: Path) -> None:
    papers_are_printed_once(school)
    coordinator = activate_adult(visit, school, slip_of(school.who["papers"]), "Nyoman Suartika")
    every_page_has_a_next_step(coordinator)
    import_file(coordinator, tmp_path / "staf.csv", STAFF.encode())
    add_by_hand(coordinator, BY_HAND)
    for name, role in ROLES.items():
        give_role(coordinator, name, role)
    adults = {name: activate_adult(visit, school, staff_slip(coordinator, name), name) for name in ROLES}
    import_file(coordinator, tmp_path / "dapodik.xlsx", dapodik(STUDENTS))
    coordinator.sees(f"{STUDENTS} baru").sees("0 dilewati")
    for name in ROLES:
        every_page_has_a_next_step(adults[name])
    fill_the_duty_list(coordinator)
    student = activate_student(visit, print_slips(coordinator))
    student.open("cerita/").write("hari pertama di sekolah baru").tap("Lanjut").clean().tap("Kirim").sees(
        "Sudah terkirim"
    ).clean()
    student.tap("Aku aman").sees("hari pertama")
    alias = student.open().page.locator(".rows .what").first.inner_text().split("\n")[0]
    counsellor = adults["Ratih Kumala"].open("percakapan/")
    row(counsellor, alias).sees("hari pertama di sekolah baru").clean()
    school.command("doctor", code=SOMETHING_TO_LOOK_AT)  # the duty adult has no alert channel yet


def papers_are_printed_once(school: School) -> None:
    for name, count in (("kit-ab.pdf", 2), ("kit-darurat.pdf", 1)):
        assert len(pages((school.who["folder"] / name).read_bytes())) == count
    assert "sebaya serve" in school.who["papers"]


def slip_of(text: str) -> str:
    return SLIP.findall(text)[-1]


def activate_adult(visit: Come, school: School, code: str, name: str) -> Visitor:
    """Password, second factor, spare codes, printed key: what every adult does once."""
    adult = (
        visit(LAPTOP)
        .open()
        .sees("Ada teman yang mau mendengarkan")
        .clean()
        .open("aktivasi/")
        .write(code, "code")
        .send()
    )
    adult.clean().write(STAFF_SECRET, "password").write(STAFF_SECRET, "again").send().sees("Pasang kode kedua")
    adult.write(totp(adult.page.locator(".copy code").inner_text().replace(" ", "")), "code").send().tap(
        "Sudah disimpan"
    )
    key = adult.tap("Buat dan tampilkan sekali").page.locator(".copy code").inner_text().replace("-", "")
    return adult.write(key[-4:], "group").send().sees("Cocok. Simpan kertas itu")


def every_page_has_a_next_step(adult: Visitor) -> None:
    """Nothing is here yet, but no page leaves an adult without something to do or a way on."""
    links = adult.open("hari-ini/").page.locator(".stages a[href^='/']")
    for address in [link.get_attribute("href") for link in links.all()]:
        adult.page.goto(adult.school.root + str(address))
        steps = adult.page.locator("main a, main button, main input:not([type=hidden])").count()
        assert steps, f"{address} leads nowhere: {adult.text()}"
        adult.clean()


def import_file(coordinator: Visitor, path: Path, content: bytes) -> None:
    path.write_bytes(content)
    coordinator.open("orang/").tap("Impor dan ekspor daftar").clean()
    coordinator.page.set_input_files("[name=file]", path)
    coordinator.tap("Lihat pratinjau").sees("Belum ada yang disimpan").clean().tap("Impor ").sees("Daftar").clean()


def add_by_hand(coordinator: Visitor, name: str) -> None:
    """From the desk; two taps add one person."""
    coordinator.open("hari-ini/").tap("Tambah satu orang").clean().write(name, "name").choose("dewasa", "kind")
    coordinator.page.locator("main form button[type=submit]").first.dblclick()
    coordinator.sees("Cetak slipnya").sees(name).clean()
    assert coordinator.open(f"orang/?q={name.split()[0]}").page.locator("main .rows > li").count() == 1


def give_role(coordinator: Visitor, name: str, role: str) -> None:
    row(coordinator.open(f"orang/?q={name.replace(' ', '+')}"), name).clean().tap("Ubah peran").clean()
    coordinator.page.locator(f"[name={role}]").check(force=True)
    coordinator.tap("Simpan peran").sees("Peran sudah disimpan")


def staff_slip(coordinator: Visitor, name: str) -> str:
    row(coordinator.open(f"orang/?q={name.replace(' ', '+')}"), name).tap("Buat kode aktivasi").clean()
    return coordinator.page.locator(".copy code").inner_text()


def fill_the_duty_list(coordinator: Visitor) -> None:
    coordinator.open("jaga/").clean()
    coordinator.page.locator("[name=person]").select_option(label="Baso Palloge")
    coordinator.write("06:00", "starts").write("21:00", "ends").tap("Simpan jadwal").sees(
        "Jadwal jaga tersimpan"
    ).clean()


def print_slips(coordinator: Visitor) -> str:
    """The PDF of one class: as many sheets as it takes, a code for each; returns the first code."""
    coordinator.open("orang/kode/").clean()
    field = coordinator.page.locator("[name=group]")
    group = str(field.locator("option:not([value=dewasa])").first.get_attribute("value"))
    answer = coordinator.context.request.post(
        coordinator.page.url, form={"group": group, "csrfmiddlewaretoken": coordinator.value("csrfmiddlewaretoken")},
        headers={"Referer": coordinator.page.url},
    )  # fmt: skip
    assert answer.headers["content-type"] == "application/pdf"
    sheets = pages(answer.body())
    found: list[Any] = [code for sheet in sheets for code in SLIP.findall(sheet)]
    assert len(sheets) == -(-len(found) // PER_SHEET)
    assert len(set(found)) == len(found) > 0
    return str(found[0])


def activate_student(visit: Come, code: str) -> Visitor:
    student = visit(mobile=True).open("aktivasi/").write(code, "code").send().clean()
    student.write(SECRET, "password").write(SECRET, "again").send()
    return student.tap("Bukan, HP ini dipakai bersama").sees("mau mendengarkan").clean()
