"""From a file to a report: `check(file)`. No database; a dropped column's cells are never looked at."""

import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import chain, islice
from typing import Any

from django.utils.translation import gettext as _

from sebaya.accounts.roster import classes, columns, container
from sebaya.accounts.roster.errors import NotARoster, too_large
from sebaya.accounts.roster.report import Kind, Note, Report
from sebaya.accounts.roster.rows import RowReader
from sebaya.accounts.roster.sheet import Sheet

MAX_PEOPLE = 30_000  # in one community; a large school has 3,000


def check(file: container.Source, today: date | None = None) -> Report:
    """Reads a roster of any known form. Raises RosterError when the file as a whole cannot be used."""
    data = container.load(file)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl on missing styles and the like: nothing to act on
        return _check(data, today or date.today())


def _check(data: bytes, today: date) -> Report:
    for table in container.tables(data):
        top = list(islice(table, columns.HEADER_WITHIN))
        found = columns.find(top)
        if found is not None:
            at, layout = found
            if isinstance(table, Sheet):
                table.keep(frozenset(layout.index.values()))
            return _report(layout, chain(top[at + layout.header_rows :], table), today)
    raise NotARoster(
        _("Tidak ada baris judul kolom di berkas ini. Perlu kolom Nama dan, misalnya, NISN, JK, atau Kelas.")
    )


def _report(layout: columns.Layout, rows: Iterator[container.Row], today: date) -> Report:
    report = Report(kind=Kind.STAFF if layout.is_staff else Kind.MEMBERS)
    report.titles = dict(layout.title)
    report.kept = list(dict.fromkeys(layout.title.values()))
    report.sealed = [layout.title[name] for name in layout.title if name in columns.SEALED]
    report.dropped = list(layout.dropped)
    reader = RowReader(layout, report, today)
    for number, row in rows:
        entry = reader.read(number, row)
        if entry is not None:
            report.entries.append(entry)
        if len(report.entries) > MAX_PEOPLE:
            raise too_large()
    reader.finish()
    if not report.entries:
        raise NotARoster(_("Di bawah judul kolom tidak ada satu orang pun. Periksa apakah lembarnya benar."))
    _settle(report, layout)
    return report


def _settle(report: Report, layout: columns.Layout) -> None:
    """What only the whole file can tell."""
    _one_spelling(report, layout)
    _drop_repeated(report, layout)
    _refuse_twice(report, layout, "code", _("orang ini sudah ada di baris %(row)s"))
    _refuse_twice(report, layout, "nisn", _("NISN sama dengan baris %(row)s"))
    _note_shared_numbers(report, layout)
    report.healed = _joined(report.healed)
    report.problems = _joined(report.problems)


def _one_spelling(report: Report, layout: columns.Layout) -> None:
    chosen = classes.spellings(entry.group for entry in report.entries)
    for entry in report.entries:
        spelling = chosen.get(classes.key(entry.group), "") if entry.group else ""
        if spelling != entry.group:
            entry.group = spelling
            message = _("kelas ditulis “%(name)s” seperti di baris lain") % {"name": spelling}
            report.healed.append(Note(entry.row, layout.title["group"], message))


def _drop_repeated(report: Report, layout: columns.Layout) -> None:
    """A row that is repeated wholly is read once."""
    first: dict[tuple[Any, ...], int] = {}
    kept = []
    for entry in report.entries:
        values = entry.same_person_row()
        if values not in first or not entry.name:
            first[values] = entry.row
            kept.append(entry)
            continue
        message = _("baris sama persis dengan baris %(row)s, dibaca sekali") % {"row": first[values]}
        report.healed.append(Note(entry.row, _name_column(layout), message))
    report.entries = kept


def _refuse_twice(report: Report, layout: columns.Layout, name: str, message: str) -> None:
    first: dict[str, int] = {}
    for entry in report.entries:
        value = getattr(entry, name)
        if value and value in first:
            report.problems.append(Note(entry.row, layout.title[name], message % {"row": first[value]}))
        first.setdefault(value, entry.row)


def _note_shared_numbers(report: Report, layout: columns.Layout) -> None:
    """A school's own number that two people have says nothing about either; it is not used to find them."""
    counts = Counter(entry.nipd for entry in report.entries if entry.nipd)
    for entry in report.entries:
        if counts[entry.nipd] > 1:
            message = _("nomor induk dipakai lebih dari sekali, tidak dipakai untuk mencocokkan")
            report.healed.append(Note(entry.row, layout.title["nipd"], message))


def _name_column(layout: columns.Layout) -> str:
    return layout.title.get("name") or layout.title["first_name"]


def _joined(notes: list[Note]) -> list[Note]:
    """One note a cell, in the order of the sheet."""
    cells: dict[tuple[int, str], Note] = {}
    for note in sorted(notes, key=lambda note: note.row):
        place = (note.row, note.column)
        before = cells.get(place)
        cells[place] = replace(before, message=f"{before.message}; {note.message}") if before else note
    return list(cells.values())
