"""Dates of birth as schools write them."""

import re
from datetime import date, datetime, timedelta
from typing import Any

from django.utils.translation import gettext as _

from sebaya.accounts.roster import cells
from sebaya.accounts.roster.cells import Unusable

YOUNGEST, OLDEST = 5, 60  # years; outside, the date of a member cannot be right
EXCEL_ZERO = date(1899, 12, 30)  # day 0 of a spreadsheet, with its leap-year error of 1900 counted in
SERIALS = range(7_000, 80_000)  # 1919 to 2119
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february pebruari peb",
            "maret mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu agt ags aug august agust",
            "september sep sept",
            "oktober okt oct october",
            "november nov nopember nop",
            "desember des dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?", re.ASCII)
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?: \d{1,2}:\d{2}(?::\d{2})?)?", re.ASCII)
_WORDS = re.compile(r"(\d{1,2})[-/. ]+([a-z]+)\.?[-/., ]+(\d{4}|\d{2})", re.ASCII)
_WORDS_FIRST = re.compile(r"([a-z]+)\.?[-/. ]+(\d{1,2})[-/., ]+(\d{4})", re.ASCII)
_SERIAL = re.compile(r"\d{4,5}(?:\.\d+)?", re.ASCII)


def born(value: Any, today: date) -> tuple[date | None, list[str]]:
    """(date or None, notes). Raises Unusable for no date and for an age that cannot be.

    A date written 2012-05-01 needs no note here: nobody can read it in two ways (but see RowReader).
    """
    day, notes = _from_cell(value, today)
    if day is not None and not YOUNGEST <= age(day, today) <= OLDEST:
        raise Unusable(_("tanggal lahir tidak masuk akal: umur di bawah 5 atau di atas 60 tahun"))
    return day, notes


def _from_cell(value: Any, today: date) -> tuple[date | None, list[str]]:
    if isinstance(value, datetime):
        return value.date(), []
    if isinstance(value, date):
        return value, []
    given, notes = cells.text(value)
    if not given:
        return None, notes
    day = parse(given, today)
    if day is None:
        raise Unusable(_("tanggal lahir tidak terbaca"))
    if day.isoformat() != given:
        notes.append(from_text())
    return day, notes


def from_text() -> str:
    return _("tanggal lahir dibaca dari teks atau angka")


def age(day: date, today: date) -> int:
    """Whole years."""
    return today.year - day.year - ((today.month, today.day) < (day.month, day.day))


def parse(given: str, today: date) -> date | None:
    """A date in any of the known forms; day before month unless that cannot be."""
    word = given.casefold()
    if match := _ISO.fullmatch(word.upper()):
        year, month, day = match.group(1, 2, 3)
        return _date(year, month, day, today)
    if match := _DAY_FIRST.fullmatch(word):
        day, month, year = match.group(1, 2, 3)
        return _date(year, month, day, today) or _date(year, day, month, today)
    if match := _WORDS.fullmatch(word):
        return _date(match[3], MONTHS.get(match[2], 0), match[1], today)
    if match := _WORDS_FIRST.fullmatch(word):
        return _date(match[3], MONTHS.get(match[1], 0), match[2], today)
    return _serial(word)


def _serial(word: str) -> date | None:
    if not _SERIAL.fullmatch(word) or int(float(word)) not in SERIALS:
        return None
    return EXCEL_ZERO + timedelta(days=int(float(word)))


def _date(year: str, month: str | int, day: str | int, today: date) -> date | None:
    full = int(year)
    if len(year) == 2:
        full += 2000 if full <= today.year % 100 else 1900
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None
