"""What a check of a roster finds: people, notes, columns. Plain data, no database."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    MEMBERS = "warga"
    STAFF = "staf"


@dataclass(frozen=True, slots=True)
class Note:
    """Something about one cell. `row` as the sheet numbers it, `column` as its header writes it."""

    row: int
    column: str
    message: str

    def as_json(self) -> dict[str, Any]:
        return {"row": self.row, "column": self.column, "message": self.message}


@dataclass(slots=True)
class Entry:
    """One person of the file: only what is kept. A column that is dropped has no place here."""

    row: int
    name: str = ""
    sex: str = ""  # "P", "L" or empty
    born: date | None = None
    nisn: str = ""  # ten digits or empty
    nipd: str = ""
    group: str = ""  # class
    rooms: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    clubs: tuple[str, ...] = ()
    code: str = ""  # a person's id, from our own export
    email: str = ""  # staff only
    roles: tuple[str, ...] = ()  # staff only: columns of accounts.Roles
    phone: str = ""  # sealed
    guardian_name: str = ""  # sealed
    guardian_phone: str = ""  # sealed

    @property
    def contact(self) -> dict[str, str]:
        """What goes sealed into the emergency contact; empty when there is nothing."""
        values = {
            "phone": self.phone,
            "guardian_name": self.guardian_name,
            "guardian_phone": self.guardian_phone,
        }
        return values if any(values.values()) else {}

    def same_person_row(self) -> tuple[Any, ...]:
        """Everything but the row number: equal for a row that is repeated wholly."""
        return tuple(getattr(self, item.name) for item in fields(self) if item.name != "row")


@dataclass(slots=True)
class Report:
    """A checked roster. `entries` holds every person of the file, those with problems included."""

    kind: Kind = Kind.MEMBERS
    entries: list[Entry] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)  # columns stored in any form
    sealed: list[str] = field(default_factory=list)  # those of `kept` that are stored sealed only
    dropped: list[str] = field(default_factory=list)
    healed: list[Note] = field(default_factory=list)
    problems: list[Note] = field(default_factory=list)
    titles: dict[str, str] = field(default_factory=dict)  # field → its column, as the header writes it

    @property
    def people(self) -> int:
        return len(self.entries)

    @property
    def bad_rows(self) -> set[int]:
        return {note.row for note in self.problems}

    def good(self) -> Iterator[Entry]:
        """People without a problem."""
        bad = self.bad_rows
        return (entry for entry in self.entries if entry.row not in bad)

    def as_json(self) -> dict[str, Any]:
        return {
            "people": self.people,
            "kept": self.kept,
            "dropped": self.dropped,
            "healed": [note.as_json() for note in self.healed],
            "problems": [note.as_json() for note in self.problems],
        }
