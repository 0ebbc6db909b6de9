import re

import pytest
from tests.papers.pdf_text import pages

from sebaya.papers import qr, slips
from sebaya.vault import codes

ADDRESS = "https://smp1.contoh.sch.id/smp1/aktivasi/"
LINE = "Semua siswa mengaktifkan. Punya akun tidak berarti minta bantuan."
LONG = "Raden Ajeng Kusumaningratu Prabawati Wijayakusuma Hadiningrat Suryadiningrat Mangkunegara Tirtanadi Kertarajasa"


def slip(number=1, **values):
    return {
        "name": f"Siswa {number}",
        "group": "VII-A",
        "username": f"siswa.{number}",
        "code": codes.random_slip(),
        **values,
    }


def made(count, **values):
    return pages(slips.slips_pdf("SMP Rekaan", ADDRESS, [slip(n, **values) for n in range(count)]))


@pytest.mark.parametrize(
    ("count", "sheets"), [(1, 1), (10, 1), (11, 2), (32, 4), pytest.param(600, 60, marks=pytest.mark.slow)]
)
def test_ten_slips_stand_on_a_sheet(count, sheets):
    printed = made(count)
    assert (len(printed), slips.sheets(count)) == (sheets, sheets)
    assert [page.count(LINE) for page in printed] == [10] * (count // 10) + ([count % 10] if count % 10 else [])


def test_slip_says_school_name_class_user_name_code_and_address():
    code = codes.random_slip()
    [page] = pages(slips.slips_pdf("SMP Rekaan", ADDRESS, [slip(1, name="Nur'aini", username="nur.aini", code=code)]))
    assert re.fullmatch(r"[0-9A-Z]{4}(-[0-9A-Z]{4}){3}", code)
    for words in (
        "SMP Rekaan",
        "Nur'aini",
        "VII-A",
        "nur.aini",
        code,
        "smp1.contoh.sch.id/smp1/aktivasi",
        LINE,
        "1 / 1",
    ):
        assert words in page


def test_slips_keep_the_given_order():
    [page] = made(3)
    assert page.index("Siswa 0") < page.index("Siswa 1") < page.index("Siswa 2")


@pytest.mark.parametrize("name", [LONG, "X" * 120, "#panic(1) $a$ \\ *b*", "Ñandú Žižek-O'Brien"])
def test_any_name_leaves_the_sheet_as_it_is(name):
    printed = made(12, name=name, group=LONG[:60], username="x" * 30)
    assert [page.count(LINE) for page in printed] == [10, 2]
    if " " in name:
        assert name.split(" ")[0] in printed[0]


def test_square_code_holds_the_address_and_no_code():
    assert qr.svg(ADDRESS) == qr.svg(ADDRESS)
    data = slips._data("SMP Rekaan", ADDRESS, [slip(code="7K2M-9QXD-H4TR-0WZ8")])
    assert data["qr"] == qr.svg(ADDRESS)
    assert "7K2M" not in data["qr"]


def test_slip_is_black_and_white():
    pdf = slips.slips_pdf("SMP Rekaan", ADDRESS, [slip()])
    assert b"/DeviceRGB" not in pdf


def test_slips_in_english_are_english():
    [page] = pages(slips.slips_pdf("SMP Rekaan", ADDRESS, [slip()], "en"))
    assert "SMP Rekaan" in page


def test_no_slips_is_one_empty_sheet():
    assert len(made(0)) == 1
    assert slips.sheets(0) == 0


def test_slips_of_adults_speak_to_adults():
    [page] = pages(slips.slips_pdf("SMP Rekaan", ADDRESS, [slip(n) for n in range(10)], adults=True))
    assert page.count("Untuk guru dan staf.") == 10
    assert "yang hanya Bapak/Ibu tahu" in " ".join(page.split())
    assert LINE not in page
