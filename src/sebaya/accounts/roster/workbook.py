"""XLSX as rows. openpyxl reads the workbook and its styles; the cells are streamed by `sheet.py`."""

import io
from collections.abc import Iterator
from zipfile import ZipFile

from openpyxl.packaging.manifest import Manifest
from openpyxl.reader.excel import ExcelReader
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.xml.constants import SHARED_STRINGS

from sebaya.accounts.roster.errors import RosterError, damaged, too_large
from sebaya.accounts.roster.sheet import Numbers, Sheet, shared_strings

MAX_STRINGS = 64 * 1024 * 1024  # bytes: the shared strings are held in memory
MAX_OTHER = 8 * 1024 * 1024  # bytes: styles and the like are parsed whole


def tables(data: bytes, sizes: dict[str, int]) -> Iterator[Sheet]:
    """Every sheet of the workbook. Raises RosterError when it is damaged or unpacks to too much."""
    _refuse_bombs(sizes)
    try:
        reader = ExcelReader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        reader.read_manifest()
        reader.read_workbook()
        apply_stylesheet(reader.archive, reader.wb)
        strings = _strings(reader.archive, reader.package)
        paths = [rel.target for _sheet, rel in reader.parser.find_sheets() if rel.target in sizes]
    except RosterError:
        raise
    except Exception as error:  # a broken part makes openpyxl raise whatever it meets
        raise damaged() from error
    numbers = Numbers(reader.wb._date_formats, reader.wb.epoch)
    return (Sheet(reader.archive, path, strings, numbers) for path in paths)


def _refuse_bombs(sizes: dict[str, int]) -> None:
    for name, size in sizes.items():
        if name.startswith(("xl/worksheets/", "xl/media/")):
            continue
        if size > (MAX_STRINGS if name.casefold().endswith("strings.xml") else MAX_OTHER):
            raise too_large()


def _strings(archive: ZipFile, package: Manifest) -> list[str]:
    part = package.find(SHARED_STRINGS)
    if part is None:
        return []
    with archive.open(part.PartName.lstrip("/")) as source:
        return shared_strings(source)
