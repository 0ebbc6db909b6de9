"""What kind of file this is, by its bytes, never by its name."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from django.utils.translation import gettext as _

from sebaya.accounts.roster import oneroster, text, workbook
from sebaya.accounts.roster.errors import NotARoster, RosterError, damaged, too_large

MAX_FILE = 16 * 1024 * 1024  # bytes as uploaded: Dapodik's sheet of 10,000 students is about 6 MB
MAX_UNPACKED = 160 * 1024 * 1024  # bytes of all parts together

Source = bytes | str | Path | BinaryIO
Row = tuple[int, tuple[Any, ...]]  # number as the sheet counts it, cells

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    OSError,
    ValueError,
)


def load(source: Source) -> bytes:
    """The bytes of a path, an open file or bytes. Raises RosterError for nothing or too much."""
    if isinstance(source, bytes):
        data = source
    elif isinstance(source, str | Path):
        data = _load_path(Path(source))
    else:
        data = source.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise too_large()
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise NotARoster(_("Berkas ini kosong. Pilih berkas yang berisi daftar warga."))
    return data


def _load_path(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MAX_FILE + 1)
    except OSError as error:
        raise RosterError(_("Berkas tidak dapat dibuka. Periksa nama dan letaknya.")) from error


def tables(data: bytes) -> Iterator[Iterator[Row]]:
    """The tables inside, each as numbered rows of raw cells. Raises RosterError for any other file."""
    if data.startswith(b"PK"):
        return _packed(data)
    _refuse_others(data)
    return text.tables(data)


def _packed(data: bytes) -> Iterator[Iterator[Row]]:
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        names = _sizes(archive)
    except UNREADABLE as error:
        raise damaged() from error
    if "xl/workbook.xml" in names:
        return workbook.tables(data, names)
    if "users.csv" in names:
        return oneroster.tables(archive)
    raise NotARoster(_("Ini berkas ZIP, bukan daftar warga. Buka dulu ZIP-nya, lalu pilih berkas XLSX atau CSV."))


def _sizes(archive: zipfile.ZipFile) -> dict[str, int]:
    """Unpacked bytes of every part; zipfile never gives more than what is written there."""
    sizes: dict[str, int] = {}
    for part in archive.infolist():
        sizes[part.filename] = part.file_size
        if part.flag_bits & 1:
            raise NotARoster(_("Berkas ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi."))
    if sum(sizes.values()) > MAX_UNPACKED:
        raise too_large()
    return sizes


def _refuse_others(data: bytes) -> None:
    """Raises NotARoster with the name of what the file really is."""
    if data.startswith(OLE):
        raise NotARoster(_old_excel(data))
    if data.startswith(b"%PDF"):
        raise NotARoster(_("Ini berkas PDF. Minta daftar yang sama dalam bentuk XLSX atau CSV."))
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype", b"<html", b"<table", b"<?xml", b"<meta", b"<head", b"<body")):
        raise NotARoster(
            _("Ini halaman web, bukan lembar kerja. Buka dengan Excel, lalu simpan sebagai XLSX atau CSV.")
        )
    if head.startswith((b"\x89png", b"\xff\xd8\xff", b"gif8", b"rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"{\\rtf")):
        raise NotARoster(_("Berkas ini bukan daftar warga. Pilih berkas XLSX dari Dapodik atau CSV."))


def _old_excel(data: bytes) -> str:
    if ENCRYPTED in data:
        return _("Berkas ini dikunci dengan kata sandi. Simpan ulang tanpa kata sandi.")
    return _("Ini berkas Excel lama (XLS). Buka dengan Excel atau LibreOffice, lalu simpan sebagai XLSX.")
