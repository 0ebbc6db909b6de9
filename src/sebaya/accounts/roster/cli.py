"""`sebaya roster check FILE [--json]` and `sebaya roster import FILE [--skip-bad]`."""

import json
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from sebaya.accounts.roster.errors import RosterError
from sebaya.accounts.roster.reader import check as read
from sebaya.accounts.roster.report import Note, Report
from sebaya.communities.models import Community

FINE, PROBLEMS, UNREADABLE = 0, 1, 2  # exit codes
SHOWN = 20  # notes of one kind on a screen


def check(path: str | Path, as_json: bool, out: TextIO) -> int:
    """Looks at a file and writes nothing; needs no database and no set-up. Exit code 0, 1 or 2."""
    try:
        report = read(Path(path))
    except RosterError as error:
        out.write(_failure(error, as_json))
        return UNREADABLE
    out.write(json.dumps(report.as_json(), ensure_ascii=False) + "\n" if as_json else _in_words(report))
    return PROBLEMS if report.problems else FINE


def run_import(community: Community, path: str | Path, skip_bad: bool, out: TextIO) -> int:
    """Imports as the operator. Exit code 0; 1 when problems kept it from writing; 2 unreadable."""
    from sebaya.accounts.roster.actions import HasProblems, import_roster  # check works without them

    try:
        outcome = import_roster(by=None, community=community, file=Path(path), skip_bad=skip_bad)
    except HasProblems as error:
        out.write(f"{error}\n" + _lines(_("Perlu diperbaiki"), error.problems))
        out.write(_("Perbaiki barisnya, atau jalankan lagi dengan --skip-bad untuk melewati baris itu.") + "\n")
        return PROBLEMS
    except RosterError as error:
        out.write(_failure(error, as_json=False))
        return UNREADABLE
    out.write(outcome.in_words() + "\n")
    if outcome.contacts_skipped_reason:
        out.write(outcome.contacts_skipped_reason + "\n")
    return FINE


def _failure(error: RosterError, as_json: bool) -> str:
    return json.dumps({"error": str(error)}, ensure_ascii=False) + "\n" if as_json else f"{error}\n"


def _in_words(report: Report) -> str:
    sealed = set(report.sealed)
    stored = ", ".join(column for column in report.kept if column not in sealed)
    head = [
        _("%(count)s orang terbaca.") % {"count": report.people},
        _("Disimpan: %(columns)s") % {"columns": stored},
        _("Disegel sebagai kontak darurat: %(columns)s") % {"columns": ", ".join(report.sealed) or "-"},
        _("Dibuang, tidak disimpan: %(columns)s") % {"columns": ", ".join(report.dropped) or "-"},
    ]
    notes = _lines(_("Dirapikan"), report.healed) + _lines(_("Perlu diperbaiki"), report.problems)
    return "\n".join(head) + "\n" + notes


def _lines(title: str, notes: list[Note]) -> str:
    if not notes:
        return ""
    rows = [_("  baris %(row)s, %(column)s: %(message)s") % note.as_json() for note in notes[:SHOWN]]
    if len(notes) > SHOWN:
        rows.append(_("  dan %(count)s lagi (lihat semuanya dengan --json)") % {"count": len(notes) - SHOWN})
    return "\n".join([f"{title} ({len(notes)}):", *rows]) + "\n"
