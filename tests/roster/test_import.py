import random
from datetime import date

import pytest
from tests.factories import PASSWORD, keyring_for, make_community, make_group, make_person
from tests.roster.files import TODAY, csv, dapodik, student

from sebaya.accounts import contacts
from sebaya.accounts.models import ContactKey, EmergencyContact, Group, GroupKind, Membership, Person, Roles
from sebaya.accounts.roster.actions import HasProblems, Outcome, export_roster, import_roster
from sebaya.accounts.roster.errors import RosterError
from sebaya.audit.models import Event
from sebaya.demo import roster as demo
from sebaya.vault import recovery

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordinator(community):
    return make_person(community, "Pak Nyoman", roles=["coordinator"])


def load(community, data, **values):
    return import_roster(by=None, community=community, file=data, today=TODAY, **values)


def counts(outcome: Outcome) -> tuple[int, int, int, int]:
    return outcome.created, outcome.updated, outcome.unchanged, outcome.skipped


def members(community):
    return Person.objects.filter(community=community, staff=False).order_by("name")


def classes_of(person):
    return sorted(person.memberships.values_list("group__kind", "group__name"))


def test_import_creates_people_with_their_class(community):
    outcome = load(
        community,
        dapodik(student(), student(nama="Rani Putri", nisn="18", nipd="1202", jk="P", rombel="X IPA 1")),
    )

    assert counts(outcome) == (2, 0, 0, 0)
    budi, rani = members(community)
    assert (budi.name, budi.sex, budi.born, budi.nisn, budi.nipd) == (
        "Budi Santoso",
        "L",
        date(2012, 5, 17),
        "0000000017",
        "1201",
    )
    assert (budi.username, budi.login, budi.staff, budi.email) == (
        "budi.santoso",
        "smp-melati:budi.santoso",
        False,
        "",
    )
    assert not budi.has_usable_password()
    assert classes_of(rani) == [("kelas", "X IPA 1")]
    assert dict(Group.objects.values_list("name", "grade")) == {"VII-A": 7, "X IPA 1": 10}


def test_same_file_again_changes_nothing(community):
    data = demo.dapodik(90)
    assert counts(load(community, data)) == (90, 0, 0, 0)
    before = list(Person.objects.order_by("pk").values())

    assert counts(load(community, data)) == (0, 0, 90, 0)
    assert list(Person.objects.order_by("pk").values()) == before


def test_shuffled_file_changes_nothing(community):
    rows = csv("nama,kelas\nBudi,7A\nBudi,7B\nRani,7A\nDoni,7A").splitlines()
    load(community, b"\n".join(rows))
    shuffled = rows[1:]
    random.Random(4).shuffle(shuffled)
    assert counts(load(community, b"\n".join([rows[0], *shuffled]))) == (0, 0, 4, 0)


def test_person_missing_from_the_file_stays(community):
    load(community, dapodik(student(), student(nama="Rani", nisn="18", nipd="1202")))
    assert counts(load(community, dapodik(student()))) == (0, 0, 1, 0)
    assert [person.name for person in members(community)] == ["Budi Santoso", "Rani"]


def test_empty_cell_erases_nothing(community):
    load(community, dapodik(student()))
    assert counts(load(community, dapodik(student(nipd="", jk="", lahir="", rombel="")))) == (0, 0, 1, 0)


def test_transfer_moves_the_class_and_nothing_else(community):
    load(community, b"nama,nisn,kelas,kamar,ekskul\nBudi,17,VII-A,Melati,Pramuka\n")
    old = members(community)[0]

    assert counts(load(community, b"nama,nisn,kelas\nBudi,17,VIII-C\n")) == (0, 1, 0, 0)

    assert members(community)[0].pk == old.pk
    assert classes_of(old) == [("ekskul", "Pramuka"), ("kamar", "Melati"), ("kelas", "VIII-C")]


def test_class_spelled_otherwise_is_the_same_class(community):
    load(community, b"nama,nisn,kelas\nBudi,17,VII-A\n")
    assert counts(load(community, b"nama,nisn,kelas\nBudi,17,7 a\nRani,18,7 a\n")) == (1, 0, 1, 0)
    assert list(Group.objects.values_list("name", flat=True)) == ["VII-A"]


def test_new_values_replace_old_ones(community):
    load(community, dapodik(student()))
    outcome = load(community, dapodik(student(nama="Budi Santosa", nipd="1300", lahir="2012-05-18")))
    assert counts(outcome) == (0, 1, 0, 0)
    person = members(community).get()
    assert (person.name, person.nipd, person.born, person.username) == (
        "Budi Santosa",
        "1300",
        date(2012, 5, 18),
        "budi.santoso",
    )


def test_name_spelled_here_by_hand_stays_when_the_file_only_shouts(community):
    load(community, b"nama,nisn,kelas\nBudi,17,7A\n")
    Person.objects.filter(nisn="0000000017").update(name="BUDI")
    assert counts(load(community, b"nama,nisn,kelas\nBUDI,17,7A\n")) == (0, 0, 1, 0)


def test_two_people_may_swap_their_numbers(community):
    load(community, b"nama,nisn,nis,kelas\nBudi,17,1,7A\nRani,18,2,7A\n")
    exported = export_roster(community).decode("utf-8-sig")
    swapped = exported.replace("0000000017", "@").replace("0000000018", "0000000017").replace("@", "0000000018")

    assert counts(load(community, swapped.encode())) == (0, 2, 0, 0)
    assert dict(members(community).values_list("name", "nisn")) == {
        "Budi": "0000000018",
        "Rani": "0000000017",
    }


def test_number_of_somebody_else_is_a_problem(community):
    load(community, b"nama,nisn,kelas\nBudi,17,7A\n")
    with pytest.raises(HasProblems) as caught:
        load(community, b"nama,nisn,kelas\nMutiara,17,7B\n")
    assert [(note.row, note.column) for note in caught.value.problems] == [(2, "nisn")]
    assert [person.name for person in members(community)] == ["Budi"]


def test_number_that_staff_hold_is_a_problem(community):
    make_person(community, "Bu Ani", staff=True)
    Person.objects.filter(name="Bu Ani").update(nisn="0000000017")
    with pytest.raises(HasProblems):
        load(community, b"nama,nisn,kelas\nBudi,17,7A\n")


BAD = b"nama,nisn,jk,kelas\nBudi,17,L,7A\nRani,18,X,7A\n"


def test_problems_keep_everything_out(community):
    with pytest.raises(HasProblems, match="1 baris"):
        load(community, BAD)
    assert (
        members(community).count(),
        Group.objects.count(),
        Event.objects.filter(kind="roster.import").count(),
    ) == (0, 0, 0)


def test_problem_rows_are_skipped_on_request(community):
    assert counts(load(community, BAD, skip_bad=True)) == (1, 0, 0, 1)
    assert [person.name for person in members(community)] == ["Budi"]


def test_unusable_file_writes_nothing(community):
    with pytest.raises(RosterError):
        load(community, b"%PDF")
    assert members(community).count() == 0


def test_user_names_come_from_names_only(community):
    make_person(community, "Budi Santoso", staff=True)
    load(
        community,
        b"nama,nisn,tanggal lahir,kelas\nBudi Santoso,17,2012-05-17,7A\nNUR'AINI AL-FATIH,18,2012-05-18,7A\n"
        b"Budi 0000000019,19,2012-05-19,7A\n\xe9\x98\xbf\xe9\x87\x8c,20,2012-05-20,7A\n",
    )
    names = dict(members(community).exclude(nisn="").values_list("nisn", "username"))
    assert names == {
        "0000000017": "budi.santoso2",
        "0000000018": "nuraini.al",
        "0000000019": "budi",
        "0000000020": "warga",
    }


def test_import_stays_in_its_community(community):
    other = make_community()
    load(other, dapodik(student()))
    assert counts(load(community, dapodik(student()))) == (1, 0, 0, 0)
    assert members(other).count() == 1


def test_import_of_students_never_touches_staff(community):
    adult = make_person(community, "Budi Santoso", staff=True)
    assert counts(load(community, b"nama,kelas\nBudi Santoso,7A\n")) == (1, 0, 0, 0)
    assert Membership.objects.filter(person=adult).count() == 0


def test_staff_list_gives_new_adults_their_roles(community):
    assert counts(load(community, demo.staff_csv())) == (30, 0, 0, 0)
    assert counts(load(community, demo.staff_csv())) == (0, 0, 30, 0)

    staff = Person.objects.filter(community=community, staff=True)
    assert staff.count() == 30
    assert Roles.objects.filter(second_key=True).count() == 2
    assert staff.get(name__startswith="Ratih").role_set.codes == ["counsellor"]


def test_staff_list_changes_no_roles_of_people_who_are_here(community, counsellor):
    load(community, b"nama,peran\nIbu Ratih,koordinator\n")
    assert Roles.objects.get(person=counsellor).codes == ["counsellor"]


def test_import_is_recorded_in_counts_only(community, coordinator):
    import_roster(by=coordinator, community=community, file=dapodik(student(hp="0811")), today=TODAY)
    event = Event.objects.get(kind="roster.import")
    assert event.detail == {
        "staff": False,
        "created": 1,
        "updated": 0,
        "unchanged": 0,
        "skipped": 0,
        "contacts": 0,
    }
    assert event.by != ""


def test_contacts_are_left_out_before_a_second_key_holder_is_activated(community):
    make_person(community, "Bu Mardiyah", roles=["second_key"])
    recovery.make_emergency_sheet(community)
    outcome = load(community, dapodik(student(hp="0811", wali="Ayu")))
    assert (outcome.contacts_sealed, EmergencyContact.objects.count()) == (0, 0)
    assert "pemegang kunci kedua" in outcome.contacts_skipped_reason


def test_contacts_open_for_second_key_holders_and_the_sheet_only(community, second_key, counsellor):
    _number, code = recovery.make_emergency_sheet(community)

    outcome = load(
        community,
        dapodik(student(hp="0811", wali="AYU", telepon="021"), student(nama="Rani", nisn="18", nipd="2")),
    )

    assert (outcome.contacts_sealed, outcome.contacts_skipped_reason) == (1, "")
    contact = EmergencyContact.objects.select_related("person").get()
    payload = {"phone": "0811", "guardian_name": "Ayu", "guardian_phone": "021"}
    assert contact.person.name == "Budi Santoso"
    assert contacts.open_contact(keyring_for(second_key, PASSWORD), contact) == payload
    assert contacts.open_contact(recovery.open_emergency_sheet(community, code), contact) == payload
    assert ContactKey.objects.exclude(holder=second_key.keyholder).exclude(holder__kind="sheet").count() == 0


def test_contacts_are_sealed_anew_by_the_next_import(community, second_key):
    load(community, dapodik(student(hp="0811")))
    own = contacts.seal_contact(members(community).get(), contacts.OWN, {"phone": "0899"})

    outcome = load(community, dapodik(student(hp="0822")))

    assert (counts(outcome), outcome.contacts_sealed) == ((0, 0, 1, 0), 1)
    contact = EmergencyContact.objects.select_related("person").get(source=contacts.ROSTER)
    assert contacts.open_contact(keyring_for(second_key), contact)["phone"] == "0822"
    assert EmergencyContact.objects.filter(pk=own.pk).exists()


def test_contact_missing_from_the_file_stays(community, second_key):
    load(community, dapodik(student(hp="0811")))
    assert load(community, dapodik(student(hp=""))).contacts_sealed == 0
    assert EmergencyContact.objects.count() == 1


def test_export_holds_no_contact_and_reads_as_a_roster(community, second_key):
    load(community, dapodik(student(hp="081199998888", wali="Rahasia")))
    make_group(community, "Pramuka", GroupKind.CLUB)
    text = export_roster(community).decode("utf-8-sig")
    assert text.splitlines() == [
        "kode_sebaya,nama,nisn,nipd,jk,tanggal_lahir,kelas,kamar,bagian,ekskul",
        f"{members(community).get().pk},Budi Santoso,0000000017,1201,L,2012-05-17,VII-A,,,",
    ]


def test_export_runs_no_formula_in_a_spreadsheet(community):
    make_person(community, "=HYPERLINK(1)")
    make_person(community, "'=A1+A2")
    cells = [line.split(",")[1] for line in export_roster(community).decode("utf-8-sig").splitlines()[1:]]
    assert sorted(cells) == ["''=A1+A2", "'=HYPERLINK(1)"]
    assert counts(load(community, export_roster(community))) == (0, 0, 2, 0)


def test_edited_export_renames_by_its_code(community):
    load(community, b"nama,kelas\nBudi,7A\n")
    edited = export_roster(community).replace(b"Budi", b"Bambang")
    assert counts(load(community, edited)) == (0, 1, 0, 0)
    assert [person.name for person in members(community)] == ["Bambang"]


def test_code_of_another_community_is_not_believed(community):
    other = make_community()
    load(other, b"nama,kelas\nBudi,7A\n")
    assert counts(load(community, export_roster(other))) == (1, 0, 0, 0)
    assert members(other).get().community_id == other.pk


def test_group_that_would_read_as_two_is_not_exported(community):
    person = make_person(community, "Budi")
    Membership.objects.create(person=person, group=make_group(community, "A;B", GroupKind.CLUB))
    assert "A;B" not in export_roster(community).decode()
    assert counts(load(community, export_roster(community))) == (0, 0, 1, 0)
