from datetime import date

import pytest

from sebaya.accounts.roster.matching import Known, is_stranger, match
from sebaya.accounts.roster.report import Entry

BORN, OTHER_DAY = date(2012, 5, 17), date(2011, 1, 2)


def matched(entry, *people):
    found = match([entry], people).get(entry.row)
    return found.pk if found else None


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        (Entry(2, "Nama Baru", code="a"), Known("a", "Budi")),
        (Entry(2, "Budi", nisn="0000000001"), Known("a", "Budi Santoso", nisn="0000000001", nipd="9")),
        (Entry(2, "Budi", nipd="12"), Known("a", "Budi", nipd="12")),
        (Entry(2, "Budi", nipd="12", nisn="0000000002"), Known("a", "Budi", nipd="12", nisn="0000000001")),
        (Entry(2, "BUDI santoso", born=BORN), Known("a", "Budi Santoso", born=BORN)),
        (Entry(2, "Budi", group="7 a"), Known("a", "Budi", classes=("VII-A",))),
        (Entry(2, "Budi", group="VII-A", born=BORN), Known("a", "Budi", classes=("VII-A",))),
        (Entry(2, "Budi"), Known("a", "Budi")),
        (Entry(2, "Ratih", email="R@contoh.invalid"), Known("a", "Ratih, S.Pd.", email="r@contoh.invalid")),
    ],
)
def test_same_person_is_found_by_the_first_sign_that_fits(entry, known):
    assert matched(entry, known) == "a"


@pytest.mark.parametrize(
    ("entry", "known"),
    [
        (Entry(2, "Rani", nipd="12", nisn="0000000002"), Known("a", "Budi", nipd="12", nisn="0000000001")),
        (Entry(2, "Budi", born=BORN, nisn="0000000002"), Known("a", "Budi", born=BORN, nisn="0000000001")),
        (Entry(2, "Budi", born=BORN, nipd="2"), Known("a", "Budi", born=BORN, nipd="1")),
        (Entry(2, "Budi", group="VII-A", born=OTHER_DAY), Known("a", "Budi", born=BORN, classes=("VII-A",))),
        (Entry(2, "Budi", group="VII-B"), Known("a", "Budi", classes=("VII-A",))),
        (Entry(2, "Budi"), Known("a", "Rani")),
    ],
)
def test_two_people_whose_signs_differ_stay_two(entry, known):
    assert matched(entry, known) is None


def test_stronger_sign_wins_over_an_earlier_row():
    entries = [Entry(2, "Budi", group="VII-A"), Entry(3, "Budi", nisn="0000000001", group="VII-A")]
    known = Known("a", "Budi", nisn="0000000001", classes=("VII-A",))
    assert match(entries, [known]) == {3: known}


def test_each_person_is_matched_once():
    entries = [Entry(2, "Budi", group="VII-A"), Entry(3, "Budi", group="VII-A", sex="L")]
    people = [Known("a", "Budi", classes=("VII-A",)), Known("b", "Budi", classes=("VII-A",))]
    assert {row: known.pk for row, known in match(entries, people).items()} == {2: "a", 3: "b"}


def test_school_number_that_two_rows_share_finds_nobody():
    entries = [Entry(2, "Budi", nipd="12"), Entry(3, "Rani", nipd="12")]
    assert match(entries, [Known("a", "Dewi", nipd="12")]) == {}


@pytest.mark.parametrize(
    ("entry", "known", "stranger"),
    [
        (Entry(2, "Rani"), Known("a", "Budi"), True),
        (Entry(2, "Rani", born=OTHER_DAY), Known("a", "Budi", born=BORN), True),
        (Entry(2, "Rani", born=BORN), Known("a", "Budi", born=BORN), False),
        (Entry(2, "Budi S."), Known("a", "BUDI Santoso"), False),
    ],
)
def test_same_number_with_nothing_else_in_common_is_a_stranger(entry, known, stranger):
    assert is_stranger(entry, known) is stranger
