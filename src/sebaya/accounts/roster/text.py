"""Delimited text as rows: UTF-8, UTF-16 or Windows-1252; comma, semicolon, tab or bar."""

import csv
import io
from collections.abc import Iterator

from django.utils.translation import gettext as _

from sebaya.accounts.roster import columns
from sebaya.accounts.roster.errors import NotARoster, damaged

DELIMITERS = (",", ";", "\t", "|")
SNIFFED = 40  # lines looked at to find the delimiter: title rows and the header

Rows = Iterator[tuple[int, tuple[str, ...]]]


def tables(data: bytes) -> Iterator[Rows]:
    """The one table of a text file. Raises NotARoster for bytes that are no text."""
    content = decode(data)
    if content[:4].lower() == "sep=":
        delimiter = content[4:5]
        return iter([_rows(content, delimiter)])
    return iter([_rows(content, _delimiter(content))])


def decode(data: bytes) -> str:
    """Excel writes Windows-1252 or UTF-16 depending on its mood; a byte order mark settles it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _decode(data, "utf-16")
    if data[1:2] == b"\0" or data[:1] == b"\0":
        return _decode(data, "utf-16-be" if data[:1] == b"\0" else "utf-16-le")
    try:
        content = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        content = _decode(data, "cp1252")
    if "\0" in content:
        raise _no_text()
    return content


def _decode(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _no_text() from error


def _no_text() -> NotARoster:
    return NotARoster(_("Isi berkas ini tidak terbaca sebagai teks. Simpan ulang sebagai XLSX atau CSV UTF-8."))


def _delimiter(content: str) -> str:
    """The one that makes most known column names appear; a comma when none does."""
    lines = "\n".join(content[:100_000].splitlines()[:SNIFFED])
    return max(DELIMITERS, key=lambda delimiter: _known(lines, delimiter))


def _known(lines: str, delimiter: str) -> int:
    reader = csv.reader(io.StringIO(lines), delimiter=delimiter)
    return max((columns.known(row) for row in reader), default=0)


def _rows(content: str, delimiter: str) -> Rows:
    """Records, counted as a spreadsheet would: blank lines count, a break inside quotes does not."""
    try:
        reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
        for number, cells in enumerate(reader, start=1):
            if any(cells):
                yield number, tuple(cells)
    except (csv.Error, TypeError, ValueError) as error:
        raise damaged() from error
