"""One row of a roster becomes an Entry; what was healed or is wrong goes into the report."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from sebaya.accounts.roster import cells, dates, names, roles
from sebaya.accounts.roster.cells import Unusable
from sebaya.accounts.roster.classes import LONGEST as LONGEST_GROUP
from sebaya.accounts.roster.columns import Layout
from sebaya.accounts.roster.report import Entry, Note, Report

LONGEST_NAME = 120
Heal = Callable[[Any], tuple[Any, list[str]]]


class RowReader:
    """Reads rows of one file. Only columns of the layout are touched."""

    def __init__(self, layout: Layout, report: Report, today: date) -> None:
        self.layout = layout
        self.report = report
        self.today = today
        self.date_cells = False  # whether the file has any date that is not text
        self.dates_as_text: list[int] = []  # rows

    def read(self, number: int, row: Sequence[Any]) -> Entry | None:
        """The person of this row, or None when all columns that we keep are empty."""
        raw = {name: row[at] if at < len(row) else None for name, at in self.layout.index.items()}
        if not any(cells.clean(value) for value in raw.values()):
            return None
        entry = Entry(number)
        entry.name = self._name(number, raw)
        for name, heal in self._healers().items():
            if name in raw:
                setattr(entry, name, self._healed(number, name, raw[name], heal, getattr(entry, name)))
        if entry.born and cells.clean(raw["born"]) == entry.born.isoformat():
            self.dates_as_text.append(number)
        self._contact(entry, raw)
        self._missing(entry)
        return entry

    def _healers(self) -> dict[str, Heal]:
        return {
            "sex": cells.sex,
            "born": self._born,
            "nisn": cells.nisn,
            "nipd": cells.nipd,
            "group": _group,
            "rooms": _groups,
            "departments": _groups,
            "clubs": _groups,
            "code": cells.text,
            "email": cells.email,
            "roles": roles.read,
        }

    def _healed(self, number: int, name: str, value: Any, heal: Heal, default: Any) -> Any:
        try:
            result, notes = heal(value)
        except Unusable as problem:
            self._problem(number, name, str(problem))
            return default
        for note in notes:
            self.report.healed.append(Note(number, self.layout.title[name], note))
        return result

    def _born(self, value: Any) -> tuple[date | None, list[str]]:
        self.date_cells = self.date_cells or isinstance(value, date)
        return dates.born(value, self.today)

    def finish(self) -> None:
        """Dates as text are worth a note only beside real ones: Dapodik writes all of them as text."""
        if not self.date_cells:
            return
        title = self.layout.title["born"]
        self.report.healed += [Note(row, title, dates.from_text()) for row in self.dates_as_text]

    def _name(self, number: int, raw: dict[str, Any]) -> str:
        parts = [name for name in ("name", "first_name", "last_name") if name in raw]
        given = [self._healed(number, name, raw[name], _name, "") for name in parts]
        full = " ".join(part for part in given if part)
        if not full:
            self._problem(number, parts[0], _("nama kosong"))
        elif not any(sign.isalpha() for sign in full):
            self._problem(number, parts[0], _("nama tidak berisi huruf"))
        if len(full) > LONGEST_NAME:
            self._problem(number, parts[0], _("nama terlalu panjang"))
        return full[:LONGEST_NAME]

    def _contact(self, entry: Entry, raw: dict[str, Any]) -> None:
        """Whom to call: the guardian, else the mother, else the father. Sealed later, so no notes."""
        entry.phone = cells.phone(raw.get("phone"))
        entry.guardian_phone = cells.phone(raw.get("guardian_phone")) or cells.phone(raw.get("home_phone"))
        adults = ("guardian_name", "mother_name", "father_name")
        given = (names.heal(cells.sealed_text(raw.get(name))) for name in adults)
        entry.guardian_name = next((name for name in given if name), "")

    def _missing(self, entry: Entry) -> None:
        if "group" not in self.layout.index or entry.group:
            return
        title = self.layout.title["group"]
        if not any((note.row, note.column) == (entry.row, title) for note in self.report.problems[-9:]):
            self.report.healed.append(Note(entry.row, title, _("kelas kosong, dapat diisi nanti")))

    def _problem(self, number: int, name: str, message: str) -> None:
        self.report.problems.append(Note(number, self.layout.title[name], message))


def _name(value: Any) -> tuple[str, list[str]]:
    given, notes = cells.text(value)
    healed = names.heal(given)
    if healed != given:
        notes.append(_("huruf besar dan kecil pada nama dirapikan"))
    return healed, notes


def _group(value: Any) -> tuple[str, list[str]]:
    given, notes = cells.text(value)
    if len(given) > LONGEST_GROUP:
        raise Unusable(_("nama kelas terlalu panjang"))
    return given, notes


def _groups(value: Any) -> tuple[tuple[str, ...], list[str]]:
    given, notes = cells.several(value)
    if any(len(name) > LONGEST_GROUP for name in given):
        raise Unusable(_("nama kelompok terlalu panjang"))
    return given, notes


def heal_name(name: str) -> str:
    """What a file that has this name would be read as."""
    return names.heal(cells.clean(name))
