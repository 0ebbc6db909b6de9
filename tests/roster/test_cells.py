from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sebaya.accounts.roster import cells, classes, dates, names, roles
from sebaya.accounts.roster.cells import Unusable

TODAY = date(2026, 8, 4)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("0012345678", "0012345678"),
        ("\u200b0012345678\u200e", "0012345678"),
        (" 0012345678\u00a0", "0012345678"),
        ("12345678", "0012345678"),
        (12345678, "0012345678"),
        (12345678.0, "0012345678"),
        ("12345678.0", "0012345678"),
        ("'0012345678", "0012345678"),
        ("0012 345 678", "0012345678"),
        ("null", ""),
        ("-", ""),
        ("0000000000", ""),
        (None, ""),
    ],
)
def test_nisn_is_healed_to_ten_digits(given, expected):
    assert cells.nisn(given)[0] == expected


@pytest.mark.parametrize("given", ["12345abc", "01234567890", 12345678901, "1.23E+09", "-5", "٠٠١٢٣٤٥٦٧٨"])
def test_nisn_that_nothing_heals_is_refused(given):
    with pytest.raises(Unusable):
        cells.nisn(given)


def test_nisn_without_defect_has_no_note():
    assert cells.nisn("0012345678") == ("0012345678", [])


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("L", "L"), ("P", "P"), ("l", "L"), ("Laki-laki", "L"), ("LAKI LAKI", "L"), ("perempuan", "P"), ("Male", "L"),
        ("F", "P"), ("female", "P"), ("Wanita", "P"), ("", ""), ("null", ""),
    ],
)  # fmt: skip
def test_sex_is_written_as_one_letter(given, code):
    assert cells.sex(given)[0] == code


@pytest.mark.parametrize("given", ["X", "1", "LP", "?"])
def test_sex_in_another_word_is_refused(given):
    with pytest.raises(Unusable):
        cells.sex(given)


@pytest.mark.parametrize(
    ("given", "day"),
    [
        ("2012-05-01", date(2012, 5, 1)),
        ("2012-05-01 00:00:00", date(2012, 5, 1)),
        ("01/05/2012", date(2012, 5, 1)),
        ("1-5-2012", date(2012, 5, 1)),
        ("01.05.2012", date(2012, 5, 1)),
        ("05/25/2012", date(2012, 5, 25)),
        ("1 Mei 2012", date(2012, 5, 1)),
        ("01-Agustus-2012", date(2012, 8, 1)),
        ("17 Agt 2012", date(2012, 8, 17)),
        ("May 1, 2012", date(2012, 5, 1)),
        ("1/5/12", date(2012, 5, 1)),
        (41030, date(2012, 5, 1)),
        ("41030", date(2012, 5, 1)),
        (41030.0, date(2012, 5, 1)),
        (datetime(2012, 5, 1, 7, 30), date(2012, 5, 1)),
        (date(2012, 5, 1), date(2012, 5, 1)),
        ("null", None),
        ("", None),
    ],
)
def test_birth_date_is_read_in_every_usual_form(given, day):
    assert dates.born(given, TODAY)[0] == day


@pytest.mark.parametrize(
    "given",
    [
        "31/02/2012",
        "besok",
        "2012",
        "00/00/0000",
        "2024-01-01",
        "1950-01-01",
        "2099-01-01",
        41030000,
        "1 Bulan 2012",
    ],
)
def test_birth_date_that_cannot_be_is_refused(given):
    with pytest.raises(Unusable):
        dates.born(given, TODAY)


@pytest.mark.parametrize(("years", "allowed"), [(5, True), (60, True)])
def test_birth_date_at_the_limits_of_age_is_taken(years, allowed):
    assert dates.born(date(2026 - years, 8, 4), TODAY)[0] == date(2026 - years, 8, 4)


def test_birth_date_a_day_too_young_is_refused():
    with pytest.raises(Unusable):
        dates.born(date(2021, 8, 5), TODAY)


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("BUDI SANTOSO", "Budi Santoso"),
        ("budi santoso", "Budi Santoso"),
        ("Budi SANTOSO", "Budi SANTOSO"),
        ("M. RIZKI AL-FATIH", "M. Rizki Al-Fatih"),
        ("NUR'AINI", "Nur'aini"),
        ("I MADE SUARDANA", "I Made Suardana"),
        ("AHMAD BIN SALEH", "Ahmad bin Saleh"),
        ("BIN SALEH", "Bin Saleh"),
        ("R.A. KARTINI", "R.A. Kartini"),
        ("YOHANES PAULUS II", "Yohanes Paulus II"),
        ("SITI AMINAH, S.PD.", "Siti Aminah, S.Pd."),
        ("BUDI UTOMO, ST", "Budi Utomo, ST"),
        ("A", "A"),
        ("", ""),
    ],
)
def test_name_in_one_case_becomes_a_name(given, name):
    assert names.heal(given) == name


@given(st.text(max_size=40))
def test_name_once_healed_stays(text):
    once = names.heal(cells.text(text)[0])
    assert names.heal(once) == once


@given(st.text(max_size=40))
def test_text_once_cleaned_has_nothing_to_clean(text):
    once = cells.clean(text)
    assert cells.clean(once) == once


@pytest.mark.parametrize("name", ["7 a", "VII-A", "VII A ", "7A", "Kelas VII A", "kelas 7-a", "VIIA", "vii.a"])
def test_class_has_one_key_however_it_is_spelled(name):
    assert classes.key(name) == ("7", "A")


@pytest.mark.parametrize(
    ("name", "grade"),
    [
        ("VII-A", 7), ("X IPA 1", 10), ("Kelas 3", 3), ("XII TKJ 2", 12), ("9B", 9), ("XIPA1", 10), ("IX", 9),
        ("Mawar", None), ("Kelas 99", None), ("Taruna", None), ("٣", None),
    ],
)  # fmt: skip
def test_grade_is_read_from_the_class(name, grade):
    assert classes.grade(name) == grade


def test_class_spelling_of_most_rows_wins():
    assert classes.spellings(["7 a", "VII-A", "VII-A", "X IPA 1"]) == {
        ("7", "A"): "VII-A",
        ("10", "IPA", "1"): "X IPA 1",
    }


@given(st.text(max_size=30))
def test_class_key_never_fails(name):
    assert isinstance(classes.key(name), tuple)


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("0812-3456-7890", "081234567890"),
        (81234567890, "081234567890"),
        ("+62 812", "+62812"),
        ("-", ""),
        ("0", ""),
    ],
)
def test_phone_can_be_called(given, number):
    assert cells.phone(given) == number


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ("guru BK", ("counsellor",)),
        ("Guru BK; guru wali", ("counsellor", "companion")),
        ("guru", ()),
        ("", ()),
    ],
)
def test_role_is_known_by_its_usual_names(given, found):
    assert roles.read(given)[0] == found


@pytest.mark.parametrize(
    "given", ["raja", "guru BK, pemegang kunci kedua", "kesiswaan, guru BK", "kunci kedua, kesiswaan"]
)
def test_role_unknown_or_in_conflict_is_refused(given):
    with pytest.raises(Unusable):
        roles.read(given)


def test_school_number_too_long_for_a_column_is_refused():
    assert cells.nipd("1201/045.070") == ("1201/045.070", [])
    with pytest.raises(Unusable):
        cells.nipd("9" * 21)


def test_address_that_is_no_email_is_refused():
    assert cells.email("ratih@contoh.invalid") == ("ratih@contoh.invalid", [])
    with pytest.raises(Unusable):
        cells.email("ratih at contoh")
