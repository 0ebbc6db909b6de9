"""What the reader makes of files that are rosters."""

import contextlib
import json
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from tests.roster.files import (
    csv,
    dapodik,
    notes,
    part,
    problems,
    read,
    rewritten,
    saved,
    student,
    with_shared_strings,
    xlsx,
    zipped,
)

from sebaya.accounts.roster.errors import RosterError
from sebaya.accounts.roster.report import Entry, Kind
from sebaya.demo import roster as demo

HEAD = "nama,nisn,jk,tanggal_lahir,kelas"


def test_dapodik_is_read_below_its_two_header_rows():
    report = read(dapodik(student(hp="0811000", wali="AYU LESTARI", telepon="021000")))

    assert report.entries == [
        Entry(
            7, "Budi Santoso", "L", date(2012, 5, 17), "0000000017", "1201", "VII-A",
            phone="0811000", guardian_name="Ayu Lestari", guardian_phone="021000",
        )
    ]  # fmt: skip
    assert (report.healed, report.problems) == ([], [])


@pytest.mark.parametrize("titles", [0, 4, 9])
def test_dapodik_header_is_found_wherever_it_stands(titles):
    report = read(dapodik(student(), titles=titles))
    assert [entry.row for entry in report.entries] == [titles + 3]


def test_columns_are_named_as_kept_sealed_or_dropped():
    report = read(dapodik(student()))

    sealed = ["Telepon", "HP", "Ayah: Nama", "Ibu: Nama", "Wali: Nama"]
    assert report.sealed == sealed
    assert report.kept == ["Nama", "NIPD", "JK", "NISN", "Tanggal Lahir", *sealed, "Rombel Saat Ini"]
    assert len(report.dropped) == 55
    assert {"NIK", "No KK", "Bank", "Ayah: Penghasilan", "Ibu: NIK", "Alamat", "E-Mail"} <= set(report.dropped)


def test_dropped_cells_are_nowhere_in_the_report():
    rows = dapodik(student(), student(nama="", nisn="abc"))
    report = read(rows)
    assert b"buang NIK" in part(rows, "xl/worksheets/sheet1.xml")
    assert "buang" not in json.dumps(report.as_json()) + repr(report.entries)


def test_guardian_is_wali_before_mother_before_father():
    report = read(dapodik(student(wali="Ayu", ibu="Sri"), student(nisn="0000000018", wali="null", ibu="Sri")))
    assert [entry.guardian_name for entry in report.entries] == ["Ayu", "Sri"]


def test_every_trap_of_the_generator_is_healed():
    report = read(demo.dapodik(400, seed=3))

    assert report.people == 400
    assert report.problems == []
    assert {note.column for note in report.healed} == {
        "NISN",
        "Tanggal Lahir",
        "Nama",
        "JK",
        "Rombel Saat Ini",
    }
    assert {entry.nisn for entry in report.entries} <= {"", *(f"000{n:07d}" for n in range(1, 401))}


def test_generator_without_traps_needs_no_healing():
    report = read(demo.dapodik(60, traps=False))
    assert (report.people, report.healed, report.problems) == (60, [], [])


def test_generator_gives_the_same_people_for_the_same_seed():
    assert read(demo.dapodik(40, seed=5)).entries == read(demo.dapodik(40, seed=5)).entries


def test_healed_cells_are_noted_with_row_and_column():
    report = read(
        dapodik(
            student(nama="SITI  AMINAH", nisn=12345678),
            student(nama="Rani", nisn="\u200b0000000018", nipd="1202", jk="Perempuan", rombel="7 a"),
            student(nama="Doni", nisn="null", nipd="1203", lahir="1 Mei 2012"),
        )
    )
    assert notes(report) == [
        (7, "Nama", "spasi dirapikan; huruf besar dan kecil pada nama dirapikan"),
        (7, "NISN", "angka nol di depan NISN dikembalikan"),
        (8, "JK", "jenis kelamin ditulis sebagai L atau P"),
        (8, "NISN", "karakter tak terlihat dihapus"),
        (8, "Rombel Saat Ini", "kelas ditulis “VII-A” seperti di baris lain"),
        (9, "Tanggal Lahir", "tanggal lahir dibaca dari teks atau angka"),
        (9, "NISN", "tanda kosong dianggap tidak diisi"),
    ]
    assert problems(report) == []


def test_dates_as_text_are_noted_only_beside_real_dates():
    both = xlsx([["Nama", "Tanggal Lahir"], ["Budi", datetime(2012, 5, 1)], ["Rani", "2012-05-02"]])
    text = xlsx([["Nama", "Tanggal Lahir"], ["Budi", "2012-05-01"], ["Rani", "2012-05-02"]])

    assert notes(read(both)) == [(3, "Tanggal Lahir", "tanggal lahir dibaca dari teks atau angka")]
    assert notes(read(text)) == []


def test_problems_are_named_with_row_and_column():
    report = read(
        dapodik(
            student(nama=""),
            student(nama="Rani", jk="X", nisn="0000000018"),
            student(nama="Doni", nisn="12345678901", nipd="1203"),
            student(nama="Sari", nisn="0000000018", nipd="1204"),
            student(nama="Tono", nisn="0000000019", lahir="31/02/2012", nipd="1205"),
        )
    )
    assert [(row, column) for row, column, _ in problems(report)] == [
        (7, "Nama"), (8, "JK"), (9, "NISN"), (10, "NISN"), (11, "Tanggal Lahir")
    ]  # fmt: skip
    assert report.people == 5
    assert list(report.good()) == []


def test_row_repeated_wholly_is_read_once():
    report = read(dapodik(student(), student(nama="Rani", nisn="0000000018"), student()))

    assert [entry.row for entry in report.entries] == [7, 8]
    assert (9, "Nama", "baris sama persis dengan baris 7, dibaca sekali") in notes(report)
    assert problems(report) == []


def test_missing_class_is_a_note():
    report = read(dapodik(student(rombel="")))
    assert notes(report) == [(7, "Rombel Saat Ini", "kelas kosong, dapat diisi nanti")]
    assert problems(report) == []


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_csv_is_read_in_every_usual_dress(delimiter, encoding):
    text = "Nama Lengkap,NISN,JK,Tgl. Lahir,Kelas\r\nRené Désirée,0000000017,L,17/05/2012,VII-A\r\n".replace(
        ",", delimiter
    )

    report = read(text.encode(encoding))

    assert [(e.row, e.name, e.nisn, e.born, e.group) for e in report.entries] == [
        (2, "René Désirée", "0000000017", date(2012, 5, 17), "VII-A")
    ]


@pytest.mark.parametrize(
    "header",
    [
        "name,student_id,gender,date of birth,class,phone",
        "Full Name,NIS,Sex,DOB,Homeroom,Mobile",
        "NAMA SISWA,No. Induk,L/P,TGL LAHIR,ROMBEL,No. HP",
    ],
)
def test_csv_headers_are_known_in_both_languages(header):
    report = read(f"{header}\nBudi,7,L,2012-05-17,VII-A,0811\n".encode())
    assert report.entries == [Entry(2, "Budi", "L", date(2012, 5, 17), nipd="7", group="VII-A", phone="0811")]


def test_csv_with_first_and_last_name_joins_them():
    report = read(b"first_name,last_name,class\nBudi,Santoso,7A\n")
    assert report.entries == [Entry(2, "Budi Santoso", group="7A")]


def test_csv_rows_are_counted_as_a_spreadsheet_does():
    report = read(b'nama,kelas\r\n"Budi\r\nSantoso",7A\r\n\r\nRani,7A\r\n')
    assert [(entry.row, entry.name) for entry in report.entries] == [(2, "Budi Santoso"), (4, "Rani")]


def test_csv_takes_several_values_for_other_groups():
    report = read(csv("nama,kamar,bagian,ekskul\nBudi,Melati 2,Dapur,Pramuka; PMR ;Pramuka"))
    entry = report.entries[0]
    assert (entry.rooms, entry.departments, entry.clubs) == (("Melati 2",), ("Dapur",), ("Pramuka", "PMR"))


def test_csv_with_only_names_is_a_roster():
    assert [entry.name for entry in read(b"nama\nBudi\nRani\n").entries] == ["Budi", "Rani"]


def test_students_emails_and_roles_are_dropped():
    report = read(b"nama,kelas,email,jabatan\nBudi,7A,budi@contoh.invalid,ketua kelas\n")
    assert report.dropped == ["email", "jabatan"]
    assert report.entries == [Entry(2, "Budi", group="7A")]


def test_staff_list_is_known_by_its_roles():
    report = read(demo.staff_csv())

    assert (report.kind, report.people, report.problems) == (Kind.STAFF, 30, [])
    assert report.kept == ["nama", "peran", "email"]
    first = report.entries[0]
    assert (first.name, first.roles, first.email) == (
        "Dra. Sri Handayaningrum",
        ("leader",),
        "kepala@contoh.invalid",
    )


def test_staff_phones_are_dropped():
    assert read(b"nama,peran,HP\nRatih,guru BK,0811\n").dropped == ["HP"]


def test_json_has_exactly_the_promised_shape():
    report = read(csv(f"{HEAD},NIK\nBUDI,1,X,2012-05-17,7A,990"))
    assert report.as_json() == {
        "people": 1,
        "kept": ["nama", "nisn", "jk", "tanggal_lahir", "kelas"],
        "dropped": ["NIK"],
        "healed": [
            {"row": 2, "column": "nama", "message": "huruf besar dan kecil pada nama dirapikan"},
            {"row": 2, "column": "nisn", "message": "angka nol di depan NISN dikembalikan"},
        ],
        "problems": [{"row": 2, "column": "jk", "message": "jenis kelamin tidak dikenal: tulis L atau P"}],
    }


def test_shared_school_number_is_noted():
    report = read(b"nama,nis,kelas\nBudi,7,7A\nRani,7,7A\n")
    assert [(row, column) for row, column, _ in notes(report)] == [(2, "nis"), (3, "nis")]


def test_second_sheet_is_read_when_the_first_is_a_cover():
    book = Workbook()
    book.active.append(["Petunjuk pengisian"])
    book.create_sheet("Data").append(["Nama", "Kelas"])
    book["Data"].append(["Budi", "7A"])
    assert [entry.name for entry in read(saved(book)).entries] == ["Budi"]


def test_shared_strings_read_as_cells_with_their_own_text():
    rows = demo.dapodik(80, seed=2)
    assert with_shared_strings(rows) != rows
    assert read(with_shared_strings(rows)).entries == read(rows).entries


def test_phonetic_signs_are_left_out():
    rows = with_shared_strings(xlsx([["Nama", "Kelas"], ["Budi", "7A"]]))
    table = part(rows, "xl/sharedStrings.xml").replace(b"<t>Budi</t>", b"<t>Budi</t><rPh sb='0' eb='1'><t>bu</t></rPh>")
    assert [entry.name for entry in read(rewritten(rows, {"xl/sharedStrings.xml": table})).entries] == ["Budi"]


def test_error_cells_are_empty_and_booleans_text():
    sheet = (
        b'<worksheet><sheetData><row><c t="str"><v>Nama</v></c><c t="str"><v>NISN</v></c><c t="str"><v>NIPD</v></c></row>'
        b'<row><c t="str"><v>Budi</v></c><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c></row></sheetData></worksheet>'
    )
    report = read(rewritten(xlsx([["x"]]), {"xl/worksheets/sheet1.xml": sheet}))
    assert report.entries == [Entry(2, "Budi", nipd="1")]


def test_prefixed_tags_and_empty_rows_are_read_as_the_same():
    sheet = (
        b'<x:worksheet xmlns:x="y"><x:sheetData><x:row r="3"><x:c r="A3" t="inlineStr"><x:is><x:t>Nama</x:t></x:is></x:c>'
        b'</x:row><x:row r="4"/><x:row r="5"><x:c r="A5" t="inlineStr"><x:is><x:t>Budi</x:t><x:rPh><x:t>bu</x:t></x:rPh>'
        b"</x:is></x:c></x:row></x:sheetData></x:worksheet>"
    )
    assert read(rewritten(xlsx([["x"]]), {"xl/worksheets/sheet1.xml": sheet})).entries == [Entry(5, "Budi")]


@pytest.mark.parametrize("start", ["sep=", "sep=\n", 'sep="'])
def test_separator_line_of_nonsense_is_no_crash(start):
    with contextlib.suppress(RosterError):
        read(f"{start}\nnama,kelas\nBudi,7A\n".encode())


def test_rich_text_is_read_without_its_looks():
    book = Workbook()
    book.active.append(["Nama", "Kelas"])
    book.active.append([CellRichText("Budi ", TextBlock(InlineFont(b=True), "Santoso")), "7A"])
    assert [entry.name for entry in read(saved(book)).entries] == ["Budi Santoso"]


def test_oneroster_gives_students_with_their_home_room():
    parts = {
        "users.csv": b"sourcedId,status,enabledUser,givenName,familyName,identifier,email\n"
        b"u1,active,true,Budi,Santoso,1201,b@contoh.invalid\nu2,active,true,Ratih,Guru,9,r@contoh.invalid\n"
        b"u3,tobedeleted,true,Gone,Girl,3,\n",
        "roles.csv": b"sourcedId,userSourcedId,roleType,role,orgSourcedId\nr1,u1,primary,student,o1\n"
        b"r2,u2,primary,teacher,o1\nr3,u3,primary,student,o1\n",
        "classes.csv": b"sourcedId,title,classType\nc1,Matematika,scheduled\nc2,VII-A,homeroom\n",
        "enrollments.csv": b"sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c2,u1,student\n",
        "demographics.csv": b"sourcedId,userSourcedId,birthDate,sex\nd1,u1,2012-05-17,male\n",
    }
    report = read(zipped(parts))

    assert report.entries == [Entry(2, "Budi Santoso", "L", date(2012, 5, 17), nipd="1201", group="VII-A")]
    assert report.dropped == ["sourcedId", "status", "enabledUser", "email"]


def test_second_column_for_the_same_thing_is_dropped():
    report = read(b"nama,nama lengkap,kelas\nBudi,Budi Santoso,7A\n")
    assert (report.dropped, report.entries) == (["nama lengkap"], [Entry(2, "Budi", group="7A")])


def test_columns_without_a_header_are_left_alone():
    report = read(b"nama,,kelas\nBudi,rahasia,7A\n")
    assert (report.kept, report.dropped) == (["nama", "kelas"], [])


@pytest.mark.parametrize(
    ("column", "value"),
    [("nama", "X" * 121), ("nama", "123"), ("kelas", "7" * 61), ("kamar", "K" * 61), ("nis", "9" * 21)],
)
def test_value_that_fits_no_column_is_a_problem(column, value):
    cells = {"nama": "Budi", "kelas": "7A", "kamar": "", "nis": "", column: value}
    report = read((",".join(cells) + "\n" + ",".join(cells.values()) + "\n").encode())
    assert [(row, name) for row, name, _ in problems(report)] == [(2, column)]


def test_separator_that_the_file_names_is_used():
    assert [entry.group for entry in read(b"sep=;\nnama;kelas\nBudi, S.;7A\n").entries] == ["7A"]


def test_numbers_that_only_look_like_dates_are_problems():
    sheet = (
        b'<worksheet><sheetData><row><c t="str"><v>Nama</v></c><c t="str"><v>Tanggal Lahir</v></c></row>'
        b'<row><c t="str"><v>Budi</v></c><c s="1"><v>99999999</v></c></row>'
        b'<row><c t="str"><v>Rani</v></c><c><v>dua</v></c></row></sheetData></worksheet>'
    )
    book = Workbook()
    book.active.append([datetime(2012, 5, 1)])
    report = read(rewritten(saved(book), {"xl/worksheets/sheet1.xml": sheet}))
    assert [(row, column) for row, column, _ in problems(report)] == [(2, "Tanggal Lahir"), (3, "Tanggal Lahir")]


def test_oneroster_of_version_1_1_names_students_in_users():
    users = b"sourcedId,role,givenName,familyName\nu1,student,Budi,Santoso\nu2,teacher,Ratih,K\n"
    enrollments = b"sourcedId,classSourcedId,userSourcedId,role\ne1,x,u1,student\n"
    report = read(zipped({"users.csv": users, "enrollments.csv": enrollments}))
    assert report.entries == [Entry(2, "Budi Santoso")]
