"""One person, one group, by hand: what a coordinator types, and what two presses do."""

import re
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.accounts.helpers import activate, fresh, make_class, make_community, make_person, sign_in

from sebaya.accounts import actions
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import Group, GroupKind, Membership, Person
from sebaya.audit.models import Event
from sebaya.communities.models import Community

pytestmark = pytest.mark.django_db
PEOPLE = "/smp-melati/orang/"
ADD, GROUPS, ADD_GROUP = f"{PEOPLE}tambah/", f"{PEOPLE}kelompok/", f"{PEOPLE}kelompok/tambah/"


@pytest.fixture
def desk(client: Client, coordinator: Person) -> Client:
    return sign_in(client, coordinator)


@pytest.fixture
def klass(community: Community) -> Group:
    return Group.objects.create(community=community, name="VII-A", grade=7)


def typed(**more: Any) -> dict[str, Any]:
    return {"key": "tekan-satu", "name": "Budi Santoso", "kind": "siswa", **more}


def text_of(response: Any) -> str:
    return response.content.decode()


def added() -> Person:
    return Person.objects.get(name="Budi Santoso")


def test_page_of_people_leads_to_both_forms(desk: Client) -> None:
    text = text_of(desk.get(PEOPLE))
    assert f'href="{ADD}"' in text
    assert f'href="{GROUPS}"' in text


def test_student_is_added_with_class_and_a_user_name_from_the_name(desk: Client, klass: Group) -> None:
    response = desk.post(ADD, typed(klass=klass.pk, sex="L", born="2012-05-17"))
    person = added()
    assert response["Location"] == f"{PEOPLE}{person.pk}/?baru=1"
    assert (person.username, person.staff, person.sex, person.born) == ("budi.santoso", False, "L", date(2012, 5, 17))
    assert list(person.memberships.values_list("group", flat=True)) == [klass.pk]
    assert not person.activated


def test_page_after_adding_leads_to_the_slip(desk: Client) -> None:
    text = text_of(desk.post(ADD, typed(), follow=True))
    assert "ditambahkan dengan nama pengguna budi.santoso" in text
    assert re.search(rf'action="{PEOPLE}\w+/kode/"', text)
    assert "Cetak slipnya" in text
    assert "Tambah orang lain" in text


def test_adult_is_added_with_roles(desk: Client, coordinator: Person) -> None:
    desk.post(ADD, typed(kind="dewasa", username="pak.budi", roles=["counsellor", "duty"]))
    person = fresh(added())
    assert (person.staff, person.username, person.role_set.codes) == (True, "pak.budi", ["counsellor", "duty"])
    assert Event.objects.filter(kind="person.new", by=coordinator.audit_subject.pk).count() == 1


def test_two_presses_add_one_person(desk: Client) -> None:
    first, second = desk.post(ADD, typed()), desk.post(ADD, typed())
    assert first["Location"] == second["Location"]
    assert Person.objects.filter(name="Budi Santoso").count() == 1


def test_two_presses_at_once_add_one_person(community: Community, coordinator: Person) -> None:
    """Both were looked at before either had written."""
    one, two = (actions.add_person(by=coordinator, key="k", name="Budi Santoso") for _press in range(2))
    assert one.pk == two.pk


def test_same_key_of_another_coordinator_is_another_form(community: Community, coordinator: Person) -> None:
    other = make_person(community, "Bu Lain", roles=("coordinator",))
    one, two = (actions.add_person(by=by, key="k", name="Budi Santoso") for by in (coordinator, other))
    assert one.pk != two.pk


def test_without_a_key_everybody_is_new(coordinator: Person) -> None:
    one, two = (actions.add_person(by=coordinator, key="", name="Budi Santoso") for _press in range(2))
    assert one.pk != two.pk


def test_namesake_is_asked_about_first(desk: Client, community: Community) -> None:
    make_class(community, "VII-A", 1)
    known = Person.objects.get(name="Siswa 00")
    response = desk.post(ADD, typed(name="siswa 00"))
    assert response.status_code == 422
    assert "Siswa 00 sudah ada di daftar (VII-A)" in text_of(response)
    assert 'type="checkbox" name="namesake"' in text_of(response)
    desk.post(ADD, typed(name="siswa 00", namesake="on"))
    assert Person.objects.filter(name="Siswa 00").exclude(pk=known.pk).count() == 1


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"name": " . "}, "Tulis namanya."),
        ({"name": ""}, "Bagian ini belum diisi."),
        ({"kind": ""}, "Bagian ini belum diisi."),
        ({"username": "Budi Santoso"}, "Pakai huruf kecil"),
        ({"username": "siti.hosniyah"}, "sudah dipakai orang lain"),
        ({"born": "2025-01-01"}, "tidak masuk akal"),
        ({"born": "kemarin"}, "tidak terbaca"),
        ({"roles": ["duty"]}, "hanya untuk orang dewasa"),
        ({"kind": "dewasa", "roles": ["duty", "second_key"]}, "Pemegang kunci kedua tidak boleh"),
        ({"klass": "a" * 16}, "Pilihan itu tidak ada lagi."),
    ],
)
def test_what_does_not_fit_is_said_and_nothing_is_added(
    desk: Client, member: Person, wrong: dict[str, Any], words: str
) -> None:
    before = Person.objects.count()
    response = desk.post(ADD, typed(**wrong))
    assert response.status_code == 422
    assert words in text_of(response)
    assert Person.objects.count() == before


def test_class_of_another_community_is_no_choice(desk: Client) -> None:
    foreign = Group.objects.create(community=make_community("sma-kenanga"), name="X-1")
    assert desk.post(ADD, typed(klass=foreign.pk)).status_code == 422


def test_taken_user_name_is_refused_by_the_action_too(member: Person, coordinator: Person) -> None:
    with pytest.raises(Refused):
        actions.add_person(by=coordinator, key="k", name="Siti Lain", username="siti.hosniyah")
    assert not Person.objects.filter(name="Siti Lain").exists()


@pytest.mark.parametrize("path", [ADD, GROUPS, ADD_GROUP])
def test_counsellor_adds_nobody(client: Client, counsellor: Person, path: str) -> None:
    sign_in(client, counsellor)
    assert client.get(path).status_code == 404
    assert client.post(path, typed(name="VIII-B")).status_code in (404, 405)
    assert (Person.objects.filter(name="VIII-B").exists(), Group.objects.exists()) == (False, False)


def test_name_and_class_are_corrected(desk: Client, community: Community, coordinator: Person) -> None:
    [person] = make_class(community, "VII-A", 1)
    other = Group.objects.create(community=community, name="VII-B", grade=7)
    club = Group.objects.create(community=community, name="Paduan Suara", kind=GroupKind.CLUB)
    Event.objects.all().delete()
    data = {"name": "Siswa Nol", "kind": "siswa", "klass": other.pk, "others": [club.pk], "username": "siswa.nol"}
    response = desk.post(f"{PEOPLE}{person.pk}/ubah/", data)
    assert response["Location"] == f"{PEOPLE}{person.pk}/"
    again = fresh(person)
    assert (again.name, again.username, again.login) == ("Siswa Nol", "siswa.nol", "smp-melati:siswa.nol")
    assert set(again.memberships.values_list("group__name", flat=True)) == {"VII-B", "Paduan Suara"}
    event = Event.objects.get(kind="person.corrected")
    assert (event.by, event.detail) == (coordinator.audit_subject.pk, {"fields": "name username", "moved": True})


def test_correcting_nothing_leaves_no_row_in_the_log(desk: Client, community: Community) -> None:
    [person] = make_class(community, "VII-A", 1)
    group = Group.objects.get()
    data = {"name": person.name, "kind": "siswa", "klass": group.pk, "username": person.username}
    desk.post(f"{PEOPLE}{person.pk}/ubah/", data)
    assert not Event.objects.filter(kind="person.corrected").exists()
    assert Membership.objects.count() == 1


def test_form_shows_what_is_there(desk: Client, community: Community) -> None:
    [person] = make_class(community, "VII-A", 1)
    text = text_of(desk.get(f"{PEOPLE}{person.pk}/ubah/"))
    assert 'value="Siswa 00"' in text
    assert f'<option value="{Group.objects.get().pk}" selected>' in text


def test_user_name_and_age_group_stay_once_the_account_is_active(desk: Client, member: Person) -> None:
    text = text_of(desk.get(f"{PEOPLE}{member.pk}/ubah/"))
    assert "Nama pengguna tetap siti.hosniyah" in text
    desk.post(f"{PEOPLE}{member.pk}/ubah/", {"name": "Siti Hosniyah", "kind": "dewasa", "username": "lain"})
    assert (fresh(member).username, fresh(member).staff) == ("siti.hosniyah", False)
    with pytest.raises(Refused):
        actions.correct_person(by=None, person=member, groups=[], staff=True)  # type: ignore[arg-type]


def test_adult_with_a_role_does_not_become_a_student(desk: Client, community: Community) -> None:
    teacher = make_person(community, "Bu Guru", roles=("discipline",), password=None)
    response = desk.post(f"{PEOPLE}{teacher.pk}/ubah/", {"name": "Bu Guru", "kind": "siswa"})
    assert (response.status_code, "Cabut dulu perannya" in text_of(response)) == (422, True)
    assert fresh(teacher).staff


def test_corrected_person_still_signs_in(desk: Client, member: Person) -> None:
    browser = Client()
    desk.post(f"{PEOPLE}{member.pk}/ubah/", {"name": "Siti Hosniyah Putri"})
    assert fresh(member).name == "Siti Hosniyah Putri"
    assert sign_in(browser, member)


def test_group_is_added_once_with_the_grade_of_its_name(desk: Client, coordinator: Person) -> None:
    data = {"key": "tekan", "kind": "kelas", "name": "VIII-B"}
    for _press in range(2):
        assert desk.post(ADD_GROUP, data)["Location"] == GROUPS
    assert list(Group.objects.values_list("kind", "name", "grade")) == [("kelas", "VIII-B", 8)]
    assert Event.objects.filter(kind="group.new", by=coordinator.audit_subject.pk).count() == 1


@pytest.mark.parametrize("name", ["VII-A", "7 a", "Kelas VII A"])
def test_class_that_is_there_in_another_spelling_is_not_added(desk: Client, klass: Group, name: str) -> None:
    response = desk.post(ADD_GROUP, {"kind": "kelas", "name": name})
    assert (response.status_code, "sudah ada" in text_of(response)) == (422, True)
    assert Group.objects.count() == 1


def test_group_of_another_kind_may_have_the_name_and_no_grade(desk: Client, klass: Group) -> None:
    desk.post(ADD_GROUP, {"kind": "bagian", "name": "VII-A", "grade": "7"})
    assert set(Group.objects.values_list("kind", "grade")) == {("kelas", 7), ("bagian", None)}


def test_group_is_renamed_and_keeps_its_people(desk: Client, community: Community) -> None:
    make_class(community, "VII-A", 2)
    group = Group.objects.get()
    desk.post(f"{GROUPS}{group.pk}/", {"kind": "kelas", "name": "VIII-A", "grade": ""})
    group.refresh_from_db()
    assert (group.name, group.grade, group.memberships.count()) == ("VIII-A", 8, 2)
    text = text_of(desk.get(GROUPS))
    assert "VIII-A" in text
    assert "2 orang" in text


def test_group_of_another_community_is_missing(desk: Client) -> None:
    foreign = Group.objects.create(community=make_community("sma-kenanga"), name="X-1")
    assert desk.get(f"{GROUPS}{foreign.pk}/").status_code == 404


def test_no_group_yet_says_what_to_do(desk: Client) -> None:
    assert "Belum ada kelompok" in text_of(desk.get(GROUPS))


def test_person_added_by_hand_activates_with_the_slip(desk: Client, community: Community) -> None:
    desk.post(ADD, typed())
    ring = activate(fresh(added()))
    assert ring is not None
    assert fresh(added()).activated
