"""Files that are no rosters: one clear sentence, never a traceback, never much memory."""

import contextlib
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.roster.files import dapodik, part, read, rewritten, student, with_shared_strings, xlsx, zipped

from sebaya.accounts.roster.errors import NotARoster, RosterError, TooLarge
from sebaya.accounts.roster.reader import check

GOOD = dapodik(student(), student(nama="Rani", nisn="0000000018"))
SHARED = with_shared_strings(GOOD)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "kosong"),
        (b"\xef\xbb\xbf \r\n", "kosong"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"<html><table><tr><td>Nama</td></tr></table></html>", "halaman web"),
        (b"<?xml version='1.0'?><Workbook/>", "halaman web"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "XLS"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (b"\x89PNG\r\n\x1a\n", "bukan daftar warga"),
        (zipped({"foto.jpg": b"x"}), "ZIP"),
        (GOOD[: len(GOOD) // 2], "rusak"),
        (b"PK\x03\x04 bukan zip", "rusak"),
        (b"halo dunia\napa kabar\n", "judul kolom"),
        (b"nama,kelas\n\n\n", "tidak ada satu orang pun"),
        (xlsx([["kosong"]]), "judul kolom"),
        (b"nama,kelas\nBudi\x00,7A\n", "teks"),
        (b"nama,kelas\nBudi\x81\x8d,7A\n", "teks"),
    ],
)
def test_file_of_another_kind_says_what_it_is(data, words):
    with pytest.raises(NotARoster, match=words):
        read(data)


def test_missing_file_says_so(tmp_path):
    with pytest.raises(RosterError, match="tidak dapat dibuka"):
        check(tmp_path / "tidak-ada.xlsx")


def test_encrypted_zip_says_so():
    data = bytearray(zipped({"users.csv": b"x"}))
    for mark in (b"PK\x03\x04", b"PK\x01\x02"):
        at = data.index(mark) + (6 if mark == b"PK\x03\x04" else 8)
        data[at] |= 1
    with pytest.raises(NotARoster, match="kata sandi"):
        read(bytes(data))


def test_zip_bomb_is_refused_before_it_unpacks():
    bomb = rewritten(GOOD, {"xl/worksheets/sheet1.xml": b"<worksheet>" + b" " * (170 * 1024 * 1024)})
    assert len(bomb) < 1024 * 1024
    with pytest.raises(TooLarge):
        read(bomb)


def test_bomb_of_strings_is_refused():
    with pytest.raises(TooLarge):
        read(rewritten(with_shared_strings(GOOD), {"xl/sharedStrings.xml": b" " * (65 * 1024 * 1024)}))


def test_bomb_of_styles_is_refused():
    with pytest.raises(TooLarge):
        read(rewritten(GOOD, {"xl/styles.xml": b" " * (9 * 1024 * 1024)}))


def test_entities_are_refused():
    sheet = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>'
    with pytest.raises(NotARoster, match="rusak"):
        read(rewritten(GOOD, {"xl/worksheets/sheet1.xml": sheet}))


def test_more_people_than_a_community_has_are_refused(monkeypatch):
    monkeypatch.setattr("sebaya.accounts.roster.reader.MAX_PEOPLE", 3)
    with pytest.raises(TooLarge):
        read(b"nama,kelas\n" + b"".join(b"Budi %c,7A\n" % (65 + n) for n in range(4)))


def test_large_upload_is_refused_unread(monkeypatch):
    monkeypatch.setattr("sebaya.accounts.roster.container.MAX_FILE", 100)
    with pytest.raises(TooLarge):
        check(io.BytesIO(b"x" * 101))


def test_cells_far_away_cost_nothing():
    sheet = (
        b'<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>Nama</v></c><c r="B1" t="str"><v>Kelas</v></c></row>'
        b'<row r="1048576"><c r="A1048576" t="str"><v>Budi</v></c><c r="XFD1048576" t="str"><v>x</v></c></row>'
        b"</sheetData></worksheet>"
    )
    report = read(rewritten(GOOD, {"xl/worksheets/sheet1.xml": sheet}))
    assert [(entry.row, entry.name) for entry in report.entries] == [(1048576, "Budi")]


def reads_or_refuses(data: bytes) -> None:
    """Anything but RosterError fails the test."""
    with contextlib.suppress(RosterError):
        read(data).as_json()


@given(st.binary(max_size=400))
def test_random_bytes_are_read_or_refused(data):
    reads_or_refuses(data)


@given(st.text(max_size=200))
def test_random_text_below_a_header_is_read_or_refused(text):
    reads_or_refuses(b"nama,nisn,jk,tanggal lahir,kelas,hp,kamar\n" + text.encode(errors="replace"))


@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), max_size=12))
def test_workbook_with_flipped_bytes_is_read_or_refused(flips):
    data = bytearray(GOOD)
    for at, value in flips:
        data[at] = value
    reads_or_refuses(bytes(data))


@given(
    st.lists(
        st.tuples(
            st.integers(0, 5000),
            st.sampled_from([b"<", b">", b"&", b'"', b"-1", b"999999999999", b"r=''", b"\x00", b"t='s'"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_sheet_with_broken_xml_is_read_or_refused(edits):
    sheet = part(SHARED, "xl/worksheets/sheet1.xml")
    for at, bit in edits:
        sheet = sheet[: at % len(sheet)] + bit + sheet[at % len(sheet) :]
    reads_or_refuses(rewritten(SHARED, {"xl/worksheets/sheet1.xml": sheet}))


@given(st.binary(max_size=300))
def test_oneroster_with_random_parts_is_read_or_refused(content):
    reads_or_refuses(zipped({"users.csv": b"sourcedId,givenName\n" + content, "roles.csv": content}))


@pytest.mark.parametrize("content", [b"\xff\xfe\x00\xd8", b"\x00n\xd8\x00"])
def test_broken_utf_16_says_so(content):
    with pytest.raises(NotARoster, match="teks"):
        read(content)


def test_oneroster_without_its_columns_is_damaged():
    with pytest.raises(NotARoster, match="rusak"):
        read(zipped({"users.csv": b"a,b\n1,2\n", "roles.csv": b"role\nstudent\n"}))


def test_oneroster_in_no_text_says_so():
    with pytest.raises(NotARoster, match="teks"):
        read(zipped({"users.csv": b"a\x81\x8d\x00"}))


def test_cell_larger_than_any_spreadsheet_allows_is_damaged():
    with pytest.raises(NotARoster, match="rusak"):
        read(b'nama,kelas\n"' + b"x" * 140_000 + b'",7A\n')


def test_sheet_with_too_many_rows_is_refused(monkeypatch):
    monkeypatch.setattr("sebaya.accounts.roster.sheet.MAX_ROWS", 3)
    with pytest.raises(TooLarge):
        read(GOOD)
