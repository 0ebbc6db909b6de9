"""Small rosters for tests, made in memory."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.xml.constants import SHARED_STRINGS

from sebaya.accounts.roster.reader import check
from sebaya.accounts.roster.report import Report
from sebaya.demo.roster import header_rows

TODAY = date(2026, 8, 4)


def xlsx(rows: Iterable[Sequence[Any]]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv(text: str) -> bytes:
    """Lines of a test, without their indentation."""
    return "\n".join(line.strip() for line in text.strip().splitlines()).encode()


def dapodik(*people: dict[str, Any], titles: int = 4) -> bytes:
    """A "Daftar PD" whose rows have the given cells (by header; parents' as "Wali: Nama"); the rest is nonsense."""
    upper, lower = header_rows()
    names, parent = [], ""
    for top, below in zip(upper, lower, strict=True):
        parent = top or parent
        names.append(f"{parent.removeprefix('Data ')}: {below}" if below else top)
    rows: list[list[Any]] = [[f"Judul {number}"] for number in range(titles)]
    rows += [upper, lower]
    rows += [
        [person.get(name, f"buang-{name}") if name in person else _rest(name) for name in names] for person in people
    ]
    return xlsx(rows)


def _rest(name: Any) -> str:
    kept = {"Nama", "NIPD", "JK", "NISN", "Tanggal Lahir", "Rombel Saat Ini", "Telepon", "HP"}
    return "" if name in kept or str(name).endswith(": Nama") else f"buang {name}"


def student(**cells: Any) -> dict[str, Any]:
    """One student for `dapodik`; keywords nama, nisn, nipd, jk, lahir, rombel, hp replace the defaults."""
    names = {
        "nama": "Nama", "nisn": "NISN", "nipd": "NIPD", "jk": "JK", "lahir": "Tanggal Lahir",
        "rombel": "Rombel Saat Ini", "hp": "HP", "wali": "Wali: Nama", "ibu": "Ibu: Nama", "telepon": "Telepon",
    }  # fmt: skip
    usual = {
        "nama": "Budi Santoso",
        "nisn": "0000000017",
        "nipd": "1201",
        "jk": "L",
        "lahir": "2012-05-17",
        "rombel": "VII-A",
    }
    return {names[name]: value for name, value in {**usual, **cells}.items()}


def read(data: bytes) -> Report:
    return check(data, TODAY)


def notes(report: Report) -> list[tuple[int, str, str]]:
    return [(note.row, note.column, note.message) for note in report.healed]


def problems(report: Report) -> list[tuple[int, str, str]]:
    return [(note.row, note.column, note.message) for note in report.problems]


def rewritten(data: bytes, parts: dict[str, bytes]) -> bytes:
    """The same archive with other or more parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return zipped({**{name: old.read(name) for name in old.namelist()}, **parts})


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def with_shared_strings(data: bytes) -> bytes:
    """As Excel writes it: texts in one table, cells with their numbers. openpyxl writes them into the cells."""
    texts: list[bytes] = []

    def share(match: re.Match[bytes]) -> bytes:
        texts.append(match[2])
        return b'<c%s t="s"><v>%d</v></c>' % (match[1], len(texts) - 1)

    sheet = re.sub(rb'<c([^>]*?) t="inlineStr"[^>]*><is>(.*?)</is></c>', share, part(data, "xl/worksheets/sheet1.xml"))
    kind = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % SHARED_STRINGS.encode()
    return rewritten(
        data,
        {
            "xl/worksheets/sheet1.xml": sheet,
            "xl/sharedStrings.xml": b"<sst>" + b"".join(b"<si>%s</si>" % text for text in texts) + b"</sst>",
            "[Content_Types].xml": part(data, "[Content_Types].xml").replace(b"</Types>", kind),
        },
    )


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
