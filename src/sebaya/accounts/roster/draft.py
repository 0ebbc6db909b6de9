"""A checked roster between preview and confirmation: compressed, sealed, carried by the page itself.

Nothing is kept on the server: what waits for a click must not lie in the database or on disk. The draft holds
only kept columns and opens only for the same person, in the same community, within an hour.
"""

import base64
import binascii
import json
import time
import zlib
from dataclasses import fields
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.accounts.roster.errors import RosterError
from sebaya.accounts.roster.report import Entry, Kind, Note, Report
from sebaya.vault import files
from sebaya.vault.errors import Tampered

LONGEST = 700 * 1024  # signs in the form: 10,000 people with contacts; a form may be 1 MB
VALID = 60 * 60  # seconds: as long as a member of staff may be idle
COLUMNS = tuple(item.name for item in fields(Entry))


class DraftTooLong(RosterError):
    """More people than a page can carry; the command line has no such limit."""


class DraftLapsed(RosterError):
    """The draft is older than an hour, of somebody else, or changed on the way."""


def pack(report: Report, owner: Person) -> str:
    """Text for a hidden field. Raises DraftTooLong."""
    plain = json.dumps([int(time.time()), _as_columns(report)], separators=(",", ":")).encode()
    sealed = files.server_seal(zlib.compress(plain, 9), *_place(owner))
    text = base64.urlsafe_b64encode(sealed).decode().rstrip("=")
    if len(text) > LONGEST:
        raise DraftTooLong(
            _(
                "Daftar ini terlalu panjang untuk disimpan lewat halaman ini. Bagi per jenjang, "
                "atau minta operator menjalankan: sebaya roster import"
            )
        )
    return text


def unpack(text: str, owner: Person) -> Report:
    """The report again. Raises DraftLapsed."""
    try:
        sealed = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
        made_at, content = json.loads(zlib.decompress(files.server_unseal(sealed, *_place(owner))))
    except (binascii.Error, ValueError, Tampered) as error:
        raise _lapsed() from error
    if not 0 <= time.time() - made_at <= VALID:
        raise _lapsed()
    return _from_columns(content)


def _lapsed() -> DraftLapsed:
    return DraftLapsed(_("Pratinjau ini sudah tidak berlaku. Belum ada yang diimpor. Pilih berkasnya lagi."))


def _place(owner: Person) -> tuple[str, ...]:
    return ("roster", owner.community_id, owner.pk)


def _as_columns(report: Report) -> dict[str, Any]:
    """Column by column: values of one kind side by side compress better."""
    columns = {name: [_plain(getattr(entry, name)) for entry in report.entries] for name in COLUMNS}
    return {
        "kind": report.kind,
        "titles": report.titles,
        "problems": [[note.row, note.column, note.message] for note in report.problems],
        "columns": {name: values for name, values in columns.items() if any(values)},
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _from_columns(content: dict[str, Any]) -> Report:
    columns = content["columns"]
    entries = [_entry(dict(zip(columns, values, strict=True))) for values in zip(*columns.values(), strict=True)]
    problems = [Note(*note) for note in content["problems"]]
    return Report(Kind(content["kind"]), entries, problems=problems, titles=content["titles"])


def _entry(values: dict[str, Any]) -> Entry:
    values["born"] = date.fromisoformat(values["born"]) if values.get("born") else None
    many = {name: tuple(value) for name, value in values.items() if isinstance(value, list)}
    return Entry(**{**values, **many})
