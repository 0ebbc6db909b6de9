"""What the coordinator sees before anything is written."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from sebaya.accounts import contacts
from sebaya.accounts.forms import ROLE_LABELS
from sebaya.accounts.roster.planning import Plan, plan
from sebaya.accounts.roster.report import Entry, Kind, Note, Report
from sebaya.communities.models import Community

SHOWN_PEOPLE = 5
SHOWN_PROBLEMS = 100
SHOWN_ROWS = 8  # row numbers named for one kind of healing


def context(community: Community, report: Report) -> dict[str, Any]:
    """For `preview.html`: counts, columns, notes in groups, the first people."""
    made = plan(community, report)
    sealed = set(report.sealed)
    return {
        "report": report,
        "plan": made,
        "counts_head": [_("Siapa"), _("Jumlah")],
        "counts": _counts(made),
        "stored": [column for column in report.kept if column not in sealed],
        "healed": grouped(report.healed),
        "problems": made.problems[:SHOWN_PROBLEMS],
        "more_problems": max(0, len(made.problems) - SHOWN_PROBLEMS),
        "importable": len(made.all),
        "people_head": _head(report.kind),
        "people_rows": [_line(entry, report.kind) for entry in islice(report.good(), SHOWN_PEOPLE)],
        "contacts_missing": _contacts_missing(community, made),
    }


def _counts(made: Plan) -> list[tuple[str, int]]:
    return [
        (_("Orang baru"), len(made.new)),
        (_("Data berubah"), len(made.changed)),
        (_("Tetap"), len(made.unchanged)),
        (_("Perlu diperbaiki"), made.skipped),
    ]


def _contacts_missing(community: Community, made: Plan) -> bool:
    """The file has emergency contacts, and nobody could open them yet."""
    return any(change.entry.contact for change in made.all) and not contacts.readers_of(community)


def grouped(notes: Iterable[Note]) -> list[tuple[str, str, int, str]]:
    """(column, message, how many rows, the first row numbers) of each kind of note, most frequent first."""
    rows: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for note in notes:
        rows[note.column, note.message].append(note.row)
    found = [(column, message, len(at), _numbers(at)) for (column, message), at in rows.items()]
    return sorted(found, key=lambda group: -group[2])


def _numbers(rows: list[int]) -> str:
    shown = ", ".join(map(str, rows[:SHOWN_ROWS]))
    return shown + " …" if len(rows) > SHOWN_ROWS else shown


def _head(kind: str) -> list[str]:
    if kind == Kind.STAFF:
        return [_("Nama"), _("Peran"), _("Surel")]
    return [_("Nama"), _("NISN"), _("Nomor induk"), _("JK"), _("Tanggal lahir"), _("Kelas")]


def _line(entry: Entry, kind: str) -> list[str]:
    if kind == Kind.STAFF:
        return [entry.name, ", ".join(str(ROLE_LABELS[role]) for role in entry.roles), entry.email]
    born = entry.born.strftime("%d/%m/%Y") if entry.born else ""
    return [entry.name, entry.nisn, entry.nipd, entry.sex, born, entry.group]
