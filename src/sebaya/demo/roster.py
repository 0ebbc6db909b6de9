"""Rosters of invented people, shaped like the files schools really have. Same seed, same file.

Nobody here exists: student numbers begin with 000, identity numbers with 99, phones with 0800.
"""

import csv
import io
import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from openpyxl import Workbook

from sebaya.demo.people import FAMILIES, GIVEN, PLACES, TEACHERS

HEADER: tuple[str | tuple[str, tuple[str, ...]], ...] = (
    "No", "Nama", "NIPD", "JK", "NISN", "Tempat Lahir", "Tanggal Lahir", "NIK", "Agama", "Alamat", "RT", "RW",
    "Dusun", "Kelurahan", "Kecamatan", "Kode Pos", "Jenis Tinggal", "Alat Transportasi", "Telepon", "HP",
    "E-Mail", "SKHUN", "Penerima KPS", "No. KPS",
    ("Data Ayah", ("Nama", "Tahun Lahir", "Jenjang Pendidikan", "Pekerjaan", "Penghasilan", "NIK")),
    ("Data Ibu", ("Nama", "Tahun Lahir", "Jenjang Pendidikan", "Pekerjaan", "Penghasilan", "NIK")),
    ("Data Wali", ("Nama", "Tahun Lahir", "Jenjang Pendidikan", "Pekerjaan", "Penghasilan", "NIK")),
    "Rombel Saat Ini", "No Peserta Ujian Nasional", "No Seri Ijazah", "Penerima KIP", "Nomor KIP",
    "Nama di KIP", "Nomor KKS", "No Registrasi Akta Lahir", "Bank", "Nomor Rekening Bank",
    "Rekening Atas Nama", "Layak PIP (usulan dari sekolah)", "Alasan Layak PIP", "Kebutuhan Khusus",
    "Sekolah Asal", "Anak ke-berapa", "Lintang", "Bujur", "No KK", "Berat Badan", "Tinggi Badan",
    "Lingkar Kepala", "Jml. Saudara Kandung", "Jarak Rumah ke Sekolah (KM)",
)  # fmt: skip
CLASSES = tuple(f"{grade}-{letter}" for grade in ("VII", "VIII", "IX") for letter in "ABCDEFGHIJ")
FIRST_GRADE_AGE = {"VII": 13, "VIII": 14, "IX": 15, "X": 16, "XI": 17, "XII": 18}
TRAP_EVERY = 23  # students between two traps: frequent enough that a class of 32 meets one


class Student:
    """One invented student; `cells` are all columns of Dapodik in order."""

    def __init__(self, chance: random.Random, number: int, group: str, today: date) -> None:
        self.chance, self.number, self.group = chance, number, group
        self.sex = chance.choice("LP")
        self.people = chance.choice(sorted(GIVEN))
        self.name = full_name(chance, self.people, self.sex)
        years = FIRST_GRADE_AGE.get(group.split("-")[0].split(" ")[0], 14)
        self.born = today - timedelta(days=years * 365 + chance.randrange(365))
        self.nisn = f"000{number:07d}"

    def cells(self) -> list[Any]:
        """Nonsense in every column that Sebaya drops."""
        chance, serial = self.chance, f"{self.number:010d}"
        place = chance.choice(PLACES)
        before = [
            self.number, self.name, f"9{self.number:05d}", self.sex, self.nisn, place, self.born.isoformat(),
            "990000" + serial, chance.choice(("Islam", "Kristen", "Katholik", "Hindu", "Budha")),
            f"Jl. Rekaan No. {chance.randrange(1, 99)}", chance.randrange(1, 9), chance.randrange(1, 9),
            "null", "Kelurahan Rekaan", "Kec. Rekaan", "00000", "Bersama orang tua", "Jalan kaki",
            "", f"0800{self.number:07d}", f"siswa{self.number}@contoh.invalid", f"SKHUN{serial}",
            "Tidak", "-",
        ]  # fmt: skip
        after = [
            self.group, f"UN{serial}", f"IJ{serial}", "Tidak", "null", "-", "-", f"AKTA{serial}",
            "BANK REKAAN", f"9900{serial}", self.name.upper(), "Tidak", "", "Tidak ada", "SD Rekaan", 1,
            "-0.000000", "0.000000", "99000" + serial, 40, 150, 50, 1, 1,
        ]  # fmt: skip
        return [*before, *self._parents(serial), *after]

    def _parents(self, serial: str) -> Iterator[Any]:
        for sex, mark in (("L", "1"), ("P", "2")):
            name = full_name(self.chance, self.people, sex).upper()
            yield from (name, 1980, "SMA / sederajat", "Wiraswasta", "Rp. 1,000,000", f"99{mark}000{serial}")
        yield from ("", "", "", "", "", "")


def full_name(chance: random.Random, people: str, sex: str) -> str:
    """A given name and one or two more of the same ethnic group."""
    given = GIVEN[people][sex]
    words = [*chance.sample(given, 2), chance.choice(FAMILIES[people])]
    if chance.random() < 0.3:
        words.pop(1)
    return " ".join(words).strip()


def students(
    count: int, seed: int = 1, today: date = date(2026, 7, 15), classes: tuple[str, ...] = CLASSES
) -> list[Student]:
    """`count` students, spread over the classes."""
    chance = random.Random(seed)  # noqa: S311  invented people, no secret
    return [
        Student(chance, number, classes[(number - 1) * len(classes) // count], today) for number in range(1, count + 1)
    ]


def dapodik(count: int, seed: int = 1, *, traps: bool = True, today: date = date(2026, 7, 15)) -> bytes:
    """An XLSX "Daftar PD" of `count` students, with traps that heal unless told otherwise."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Daftar Peserta Didik")
    _merge(sheet)
    for title in (
        "Daftar Peserta Didik",
        "SMP Rekaan Nusantara",
        "Kecamatan Rekaan, Kabupaten Rekaan",
        "Data rekaan",
    ):
        sheet.append([title])
    for line in header_rows():
        sheet.append(line)
    for at, student in enumerate(students(count, seed, today)):
        cells = student.cells()
        sheet.append(_trapped(cells, at) if traps else cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def header_rows() -> tuple[list[str | None], list[str | None]]:
    """The two header rows: parents' columns stand under a merged cell."""
    upper: list[str | None] = []
    lower: list[str | None] = []
    for item in HEADER:
        title, below = (item, (None,)) if isinstance(item, str) else item
        upper += [title, *[None] * (len(below) - 1)]
        lower += below
    return upper, lower


def _merge(sheet: Any) -> None:
    from openpyxl.utils import get_column_letter as letter

    upper, lower = header_rows()
    for at, title in enumerate(upper, start=1):
        if title is None:
            continue
        wide = 5 if lower[at - 1] else 0
        sheet.merged_cells.add(f"{letter(at)}5:{letter(at + wide)}{5 if wide else 6}")


def _trapped(cells: list[Any], at: int) -> list[Any]:
    """Every so often one of the defects that real files have, all of them curable."""
    name, sex, nisn, born, group = 1, 3, 4, 6, 42
    traps = (
        (nisn, lambda value: "\u200b" + value),
        (nisn, lambda value: int(value)),
        (nisn, lambda value: "null"),
        (born, lambda value: "/".join(reversed(value.split("-")))),
        (name, lambda value: value.upper()),
        (name, lambda value: value.replace(" ", "\u00a0\u00a0")),
        (sex, lambda value: {"L": "Laki-laki", "P": "perempuan"}[value]),
        (group, lambda value: value.replace("-", " ").lower()),
    )
    if at % TRAP_EVERY:
        return cells
    column, spoil = traps[at // TRAP_EVERY % len(traps)]
    cells[column] = spoil(cells[column])
    return cells


def staff_csv() -> bytes:
    """Thirty adults with roles, as UTF-8 CSV with the mark that Excel wants."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["nama", "peran", "email"])
    writer.writerows(TEACHERS)
    return out.getvalue().encode("utf-8-sig")
