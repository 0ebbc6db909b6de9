"""Which column is what: Dapodik's headers, Indonesian and English CSV headers, our own export."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sebaya.accounts.roster import cells

HEADER_WITHIN = 40  # rows from the top
PARENTS = {"wali": "guardian", "ibu": "mother", "ayah": "father"}

# The first spelling of a field that a file has wins; a second column for it is dropped.
_SPELLINGS = {
    "code": "kodesebaya sebayacode",
    "name": (
        "nama namalengkap namasiswa namapesertadidik namapd namawarga namaanggota namasantri namamurid "
        "namaguru namastaf namapegawai namamahasiswa name fullname studentname displayname"
    ),
    "first_name": "namadepan firstname givenname",
    "last_name": "namabelakang lastname familyname surname",
    "nisn": "nisn nomorinduksiswanasional noinduksiswanasional",
    "nipd": (
        "nipd nis noinduk nomorinduk nomorinduksiswa noinduksiswa nim nomorindukpesertadidik studentid "
        "studentnumber identifier idnumber"
    ),
    "sex": "jk lp jeniskelamin kelamin jkel gender sex",
    "born": "tanggallahir tgllahir tanggalkelahiran dateofbirth birthdate dob birthday",
    "group": (
        "rombelsaatini rombel rombonganbelajar kelas namakelas namarombel kelasrombel kelompok class "
        "classname homeroom section"
    ),
    "rooms": "kamar kamarasrama asrama room dormroom dorm",
    "departments": "bagian unit divisi department",
    "clubs": "ekskul ekstrakurikuler kegiatan club clubs extracurricular",
    "roles": "peran jabatan tugas role roles position",
    "email": "email surel alamatemail emailaddress",
    "phone": (
        "hp nohp nomorhp nohandphone nomorhandphone handphone hpsiswa nohpsiswa nowa nomorwa whatsapp "
        "phone mobile mobilephone phonenumber sms"
    ),
    "guardian_name": (
        "namawali namaorangtua namaorangtuawali namaortu namaortuwali walinama guardianname parentname "
        "nameofguardian parentguardianname"
    ),
    "mother_name": "namaibu namaibukandung mothername mothersname",
    "father_name": "namaayah namaayahkandung fathername fathersname",
    "guardian_phone": (
        "hpwali nohpwali nomorhpwali teleponwali hporangtua nohporangtua nomorhporangtua hportu "
        "nohportu teleponorangtua teleponortu nowaorangtua nowaortu guardianphone parentphone "
        "guardianmobile parentmobile"
    ),
    "home_phone": "telepon notelepon nomortelepon telp notelp teleponrumah homephone telephone",
}
SPELLINGS = {field: spellings.split() for field, spellings in _SPELLINGS.items()}
FIELD_OF = {spelling: name for name, spellings in SPELLINGS.items() for spelling in spellings}

SEALED = frozenset({"phone", "guardian_name", "mother_name", "father_name", "guardian_phone", "home_phone"})
STUDENT_ONLY = frozenset({"nisn", "nipd", "born", "group", "rooms", "clubs", "departments"}) | SEALED
STAFF_ONLY = frozenset({"roles", "email"})
NAMES = frozenset({"name", "first_name"})


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each kept field stands and how its header is written."""

    index: dict[str, int]
    title: dict[str, str]
    dropped: tuple[str, ...]
    header_rows: int

    @property
    def is_staff(self) -> bool:
        return "roles" in self.index


def key_of(header: object) -> str:
    """A header without case, accents, spaces or signs: "No. HP" and "no_hp" are one."""
    plain = unicodedata.normalize("NFKD", str(header or "")).casefold()
    return re.sub(r"[^a-z0-9]+", "", plain)


def known(row: Iterable[object]) -> int:
    """How many columns of this row we know by name."""
    return len({FIELD_OF[key] for key in map(key_of, row) if key in FIELD_OF})


def find(rows: Sequence[tuple[int, tuple[Any, ...]]]) -> tuple[int, Layout] | None:
    """(position of the header among `rows`, layout), or None when no row is one.

    Dapodik's header is the row with the cell "NIPD"; other files have the row that names most columns.
    """
    best = max(range(len(rows)), key=lambda at: _score(rows[at][1]), default=None)
    if best is None or not _is_header(rows[best][1]):
        return None
    below = rows[best + 1][1] if best + 1 < len(rows) else ()
    return best, _layout(rows[best][1], below)


def _score(row: Sequence[object]) -> tuple[bool, int]:
    return any(key_of(cell) == "nipd" for cell in row), known(row)


def _is_header(row: Sequence[object]) -> bool:
    names = {FIELD_OF.get(key_of(cell)) for cell in row}
    return bool(names & NAMES) and (len(names - {None}) >= 2 or len([cell for cell in row if cell]) == 1)


def _layout(header: Sequence[object], below: Sequence[object]) -> Layout:
    parents = _parents(header, below)
    headed = list(_headed(header, below, parents))
    taken: dict[str, int] = {}
    titles: dict[str, str] = {}
    for name in SPELLINGS:
        for spelling in SPELLINGS[name]:
            found = next((at for at, key, _title in headed if key == spelling), None)
            if found is not None and name not in taken:
                taken[name] = found
    _drop_what_does_not_belong(taken)
    positions = set(taken.values())
    for at, _key, title in headed:
        titles.update({name: title for name, place in taken.items() if place == at})
    dropped = tuple(title for at, _key, title in headed if at not in positions)
    return Layout(taken, titles, dropped, 2 if parents else 1)


def _headed(
    header: Sequence[object], below: Sequence[object], parents: dict[int, str]
) -> Iterator[tuple[int, str, str]]:
    """(position, key, title) of every column with a header; those of a parent are named after them."""
    for at in range(max(len(header), len(below) if parents else 0)):
        own = cells.clean(header[at] if at < len(header) else "")
        if at not in parents:
            if own:
                yield at, key_of(own), own
            continue
        sub = cells.clean(below[at] if at < len(below) else "")
        yield at, key_of(f"{sub} {parents[at]}"), f"{parents[at]}: {sub}"


def _parents(header: Sequence[object], below: Sequence[object]) -> dict[int, str]:
    """Position → "Ayah", "Ibu" or "Wali" for the columns under a merged header cell."""
    found: dict[int, str] = {}
    current = ""
    for at in range(max(len(header), len(below))):
        own = key_of(header[at]) if at < len(header) else ""
        sub = key_of(below[at]) if at < len(below) else ""
        if own:
            word = own.removeprefix("data")
            current = word.capitalize() if word in PARENTS and sub == "nama" else ""
        if current and sub:
            found[at] = current
    return found


def _drop_what_does_not_belong(taken: dict[str, int]) -> None:
    """A staff list has roles and no student's number; in a students' list roles and e-mail are dropped."""
    students = {"nisn", "nipd", "born", "group"} & taken.keys()
    unwanted = STAFF_ONLY if students or "roles" not in taken else STUDENT_ONLY
    for name in unwanted & taken.keys():
        del taken[name]
    if "name" in taken:
        for name in ("first_name", "last_name"):
            taken.pop(name, None)
