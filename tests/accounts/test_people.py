"""The list of people, roles and codes: what coordinators and counsellors see and do."""

import re
import sys
from types import ModuleType
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.accounts.helpers import (
    PASSWORD,
    fresh,
    make_class,
    make_community,
    make_person,
    post_sign_in,
    sign_in,
    signed_in,
)

from sebaya.accounts import actions, contacts, usernames
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import ContactKey, EmergencyContact, Group, Person, Roles, Slip
from sebaya.audit.models import Event
from sebaya.communities.models import Community
from sebaya.vault.models import Keyholder

pytestmark = pytest.mark.django_db
PEOPLE = "/smp-melati/orang/"


@pytest.fixture
def desk(client: Client, coordinator: Person) -> Client:
    return sign_in(client, coordinator)


def page(client: Client, path: str = "") -> str:
    response = client.get(PEOPLE + path)
    assert response.status_code == 200
    return response.content.decode()


def test_list_shows_names_classes_and_state(desk: Client, community: Community) -> None:
    make_class(community, "VII-A", 2)
    text = page(desk)
    assert "Siswa 00" in text
    assert ">VII-A<" in text
    assert "Koordinator program" in text
    assert "Belum aktif" in text


def test_list_asks_the_same_queries_for_1_and_40(desk: Client, community: Community) -> None:
    make_class(community, "VII-A", 1)
    counts = []
    for size in (0, 37):
        if size:
            make_class(community, "VII-B", size)
        with CaptureQueriesContext(connection) as seen:
            page(desk)
        counts.append(len(seen))
    assert counts[0] == counts[1]


def test_list_is_paged(desk: Client, community: Community) -> None:
    make_class(community, "VII-A", 50)
    assert "Siswa 49" not in page(desk)
    assert "Siswa 49" in page(desk, "?hal=2")


def test_search_by_name_class_and_role(desk: Client, community: Community, coordinator: Person) -> None:
    make_class(community, "VII-A", 1)
    make_person(community, "Dimas Nugroho", password=None)
    group = Group.objects.get()
    assert "Siswa 00" not in page(desk, "?q=dimas")
    assert "Dimas Nugroho" in page(desk, "?q=dimas")
    assert "Dimas Nugroho" not in page(desk, f"?group={group.pk}")
    assert "Siswa 00" in page(desk, f"?group={group.pk}")
    assert "Pak Yosafat" in page(desk, "?role=coordinator")
    assert "Siswa 00" not in page(desk, "?role=staff")
    assert "Tidak ada yang cocok" in page(desk, "?q=zzz")


def test_nonsense_in_the_search_shows_everyone(desk: Client, community: Community) -> None:
    make_class(community, "VII-A", 1)
    assert "Siswa 00" in page(desk, "?role=xx&group=yy")


def test_other_communities_are_not_in_the_list(desk: Client) -> None:
    make_person(make_community("sma-kenanga"), "Orang Lain", password=None)
    assert "Orang Lain" not in page(desk)


def test_page_of_a_person_has_no_clock(desk: Client, member: Person) -> None:
    text = page(desk, f"{member.pk}/")
    assert "siti.hosniyah" in text
    assert "<time" not in text


@pytest.mark.parametrize("role", ["leader", "duty", "second_key", "companion", "network"])
def test_other_adults_find_nothing(client: Client, community: Community, member: Person, role: str) -> None:
    sign_in(client, make_person(community, "Bu Guru", roles=(role,)))
    for path in ("", f"{member.pk}/", f"{member.pk}/peran/", "kode/"):
        assert client.get(PEOPLE + path).status_code == 404


@pytest.mark.parametrize("roles", [(), ("supporter",)])
def test_students_find_nothing(client: Client, community: Community, member: Person, roles: tuple[str, ...]) -> None:
    sign_in(client, make_person(community, "Dimas", roles=roles))
    for path in ("", f"{member.pk}/", f"{member.pk}/peran/", "kode/"):
        assert client.get(PEOPLE + path).status_code == 404


def test_foreign_person_is_as_missing(desk: Client) -> None:
    stranger = make_person(make_community("sma-kenanga"), "Orang Lain", password=None)
    refused = desk.get(f"{PEOPLE}{stranger.pk}/")
    missing = desk.get(f"{PEOPLE}aaaaaaaaaaaaaaaa/")
    assert (refused.status_code, _bare(refused)) == (404, _bare(missing))


def _bare(response: Any) -> str:
    """Without what differs on every page: its address, the token against forged posts."""
    text = re.sub(r'csrfmiddlewaretoken" value="\w+"', "", response.content.decode())
    return text.replace(response.wsgi_request.path, "")


def test_coordinator_gives_and_takes_roles(desk: Client, community: Community, coordinator: Person) -> None:
    teacher = make_person(community, "Bu Guru", password=None, staff=True)
    Event.objects.all().delete()
    desk.post(f"{PEOPLE}{teacher.pk}/peran/", {"counsellor": "on", "duty": "on"})
    assert fresh(teacher).role_set.codes == ["counsellor", "duty"]
    desk.post(f"{PEOPLE}{teacher.pk}/peran/", {"duty": "on"})
    assert fresh(teacher).role_set.codes == ["duty"]
    events = Event.objects.filter(kind="roles").values_list("by", "detail")
    assert list(events) == [
        (coordinator.audit_subject.pk, {"counsellor": True, "duty": True}),
        (coordinator.audit_subject.pk, {"counsellor": False}),
    ]


def test_counsellor_sees_but_does_not_change_roles(client: Client, counsellor: Person, member: Person) -> None:
    sign_in(client, counsellor)
    assert client.get(f"{PEOPLE}{member.pk}/").status_code == 200
    assert client.get(f"{PEOPLE}{member.pk}/peran/").status_code == 404
    assert client.post(f"{PEOPLE}{member.pk}/peran/", {"supporter": "on"}).status_code == 404
    assert fresh(member).role_set.codes == []


CLASHES = [
    {"second_key": True, "counsellor": True},
    {"second_key": True, "duty": True},
    {"discipline": True, "counsellor": True},
    {"discipline": True, "second_key": True},
]


@pytest.mark.parametrize("roles", CLASHES)
def test_roles_that_may_not_meet_are_refused_in_words(
    desk: Client, community: Community, roles: dict[str, bool]
) -> None:
    teacher = make_person(community, "Bu Guru", password=None, staff=True)
    with pytest.raises(Refused) as refusal:
        actions.set_roles(by=None, person=teacher, **roles)
    text = desk.post(f"{PEOPLE}{teacher.pk}/peran/", dict.fromkeys(roles, "on")).content.decode()
    assert str(refusal.value) in text
    assert not Roles.objects.filter(person=teacher).exists()


@pytest.mark.parametrize("roles", [*CLASHES, {"supporter": True, "counsellor": True}])
def test_roles_that_may_not_meet_are_refused_by_the_database(community: Community, roles: dict[str, bool]) -> None:
    teacher = make_person(community, "Bu Guru", password=None, staff=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Roles(person=teacher, **roles).save()


def test_nobody_changes_their_own_roles(desk: Client, coordinator: Person) -> None:
    text = desk.post(f"{PEOPLE}{coordinator.pk}/peran/", {"coordinator": "on", "leader": "on"}).content.decode()
    assert "Peran sendiri tidak bisa diubah" in text
    assert fresh(coordinator).role_set.codes == ["coordinator"]


def test_student_gets_no_role_of_an_adult(member: Person) -> None:
    with pytest.raises(Refused):
        actions.set_roles(by=None, person=member, counsellor=True)
    assert actions.set_roles(by=None, person=member, supporter=True).codes == ["supporter"]


def test_unknown_role_is_a_mistake_in_the_code(member: Person) -> None:
    with pytest.raises(ValueError, match="no such role"):
        actions.set_roles(by=None, person=member, king=True)


def test_coordinator_suspends_and_reinstates(desk: Client, member: Person) -> None:
    browser = sign_in(Client(), member)
    desk.post(f"{PEOPLE}{member.pk}/status/", {"change": "suspend"})
    assert not signed_in(browser, member)
    assert post_sign_in(browser, member).status_code == 200
    desk.post(f"{PEOPLE}{member.pk}/status/", {"change": "reinstate"})
    assert post_sign_in(browser, member).status_code == 302


def test_whoever_leaves_has_no_role_and_no_slip(desk: Client, community: Community) -> None:
    person = make_person(community, "Dimas", roles=("supporter",), password=None)
    actions.make_slips(by=None, people=[person], kind="aktivasi")
    desk.post(f"{PEOPLE}{person.pk}/status/", {"change": "leave"})
    assert (fresh(person).is_active, fresh(person).role_set.codes) == (False, [])
    assert not Slip.objects.filter(used=False).exists()


def test_nobody_suspends_themselves(desk: Client, coordinator: Person) -> None:
    desk.post(f"{PEOPLE}{coordinator.pk}/status/", {"change": "suspend"})
    assert fresh(coordinator).is_active


def test_code_for_one_person_is_shown_once_and_works(desk: Client, member: Person) -> None:
    text = desk.post(f"{PEOPLE}{member.pk}/kode/").content.decode()
    code = text.split("<code>")[1].split("</code>")[0]
    assert code not in page(desk, f"{member.pk}/")
    redeemed, _private = actions.redeem(community=member.community, code=code, password=PASSWORD)
    assert redeemed == member


def test_code_for_activated_staff_is_refused_here(desk: Client, leader: Person) -> None:
    response = desk.post(f"{PEOPLE}{leader.pk}/kode/", follow=True)
    assert "hanya bisa dibuat operator" in response.content.decode()


@pytest.fixture
def spoken_to() -> list[bool]:
    """Whether each sheet was for adults."""
    return []


@pytest.fixture
def printer(monkeypatch: pytest.MonkeyPatch, spoken_to: list[bool]) -> list[Any]:
    """The room that prints, seen from this one."""
    asked: list[Any] = []

    def slips_pdf(*args: Any, adults: bool) -> bytes:
        asked.append(args)
        spoken_to.append(adults)
        return b"%PDF-1.7"

    room = ModuleType("sebaya.papers.slips")
    room.slips_pdf = slips_pdf  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "sebaya.papers.slips", room)
    return asked


def test_codes_for_sleeping_adults_come_as_one_pdf(
    desk: Client, community: Community, printer: list[Any], spoken_to: list[bool]
) -> None:
    make_class(community, "VII-A", 1)
    asleep = [make_person(community, f"Guru {n}", staff=True, password=None) for n in range(2)]
    assert "Orang dewasa yang belum aktif (2)" in desk.get(f"{PEOPLE}kode/").content.decode()
    response = desk.post(f"{PEOPLE}kode/", {"group": "dewasa"})
    assert response["Content-Type"] == "application/pdf"
    [(_name, _address, slips, _language)] = printer
    assert [slip["name"] for slip in slips] == ["Guru 0", "Guru 1"]
    assert {slip["group"] for slip in slips} == {"Guru dan staf"}
    assert spoken_to == [True]
    assert actions.redeem(community=community, code=slips[0]["code"], password=PASSWORD)[0] == asleep[0]


def test_adults_who_are_active_or_gone_or_elsewhere_get_no_slip(desk: Client, community: Community) -> None:
    gone = make_person(community, "Guru Lama", staff=True, password=None)
    actions.suspend(by=None, person=gone)
    make_person(make_community("sma-kenanga"), "Guru Jauh", staff=True, password=None)
    assert "Orang dewasa yang belum aktif" not in desk.get(f"{PEOPLE}kode/").content.decode()


def test_slip_for_one_adult_is_printed_from_their_page(
    desk: Client, community: Community, printer: list[Any], spoken_to: list[bool]
) -> None:
    adult = make_person(community, "Bu Guru", staff=True, password=None)
    assert "Cetak slipnya" in desk.get(f"{PEOPLE}{adult.pk}/").content.decode()
    assert desk.post(f"{PEOPLE}{adult.pk}/kode/", {"pdf": "1"})["Content-Type"] == "application/pdf"
    [(_name, _address, [slip], _language)] = printer
    assert (slip["name"], slip["group"], spoken_to) == ("Bu Guru", "Guru dan staf", [True])


def test_slips_with_nobody_to_print_for_lead_on(desk: Client) -> None:
    text = desk.get(f"{PEOPLE}kode/").content.decode()
    assert "Tidak ada yang menunggu slip" in text
    assert f'href="{PEOPLE}tambah/"' in text
    assert "Buat PDF" not in text


def test_slips_offer_only_classes_in_which_somebody_waits(desk: Client, community: Community) -> None:
    make_class(community, "VII-A", 1)
    Group.objects.create(community=community, name="VII-B")
    text = desk.get(f"{PEOPLE}kode/").content.decode()
    assert re.findall(r"<option[^>]*>([^<]+)<", text) == ["VII-A"]


def test_codes_for_a_class_come_as_one_pdf(
    desk: Client, community: Community, printer: list[Any], spoken_to: list[bool]
) -> None:
    make_class(community, "VII-A", 3)
    group = Group.objects.get()
    response = desk.post(f"{PEOPLE}kode/", {"group": group.pk})
    assert (response["Content-Type"], response.content) == ("application/pdf", b"%PDF-1.7")
    [(name, address, slips, language)] = printer
    assert (name, address, language) == (community.name, "http://testserver/smp-melati/aktivasi/", "id")
    assert [slip["username"] for slip in slips] == ["siswa.00", "siswa.01", "siswa.02"]
    assert {slip["group"] for slip in slips} == {"VII-A"}
    assert spoken_to == [False]
    assert Slip.objects.filter(used=False).count() == 3


def test_second_press_leaves_the_codes_of_the_first(desk: Client, community: Community, printer: list[Any]) -> None:
    make_class(community, "VII-A", 2)
    pressed = {"group": Group.objects.get().pk, "key": "tekan"}
    desk.post(f"{PEOPLE}kode/", pressed)
    [(_name, _address, slips, _language)] = printer
    response = desk.post(f"{PEOPLE}kode/", pressed)
    assert (response.status_code, len(printer)) == (409, 1)
    assert "Sudah dicetak dari tekan pertama" in response.content.decode()
    redeemed, _private = actions.redeem(community=community, code=slips[0]["code"], password=PASSWORD)
    assert redeemed.username == slips[0]["username"]


def test_page_of_the_second_press_prints_again(desk: Client, community: Community, printer: list[Any]) -> None:
    make_class(community, "VII-A", 2)
    pressed = {"group": Group.objects.get().pk, "key": "tekan"}
    for _press in range(2):
        response = desk.post(f"{PEOPLE}kode/", pressed)
    fields = dict(re.findall(r'<input type="hidden" name="(key|group)" value="([^"]+)"', response.content.decode()))
    assert fields["group"] == pressed["group"]
    assert desk.post(f"{PEOPLE}kode/", fields)["Content-Type"] == "application/pdf"
    old, new = ([slip["code"] for slip in slips] for _name, _address, slips, _language in printer)
    assert set(old).isdisjoint(new)


def test_open_page_prints_the_next_class_too(desk: Client, community: Community, printer: list[Any]) -> None:
    """A download leaves the page and its key where they are."""
    for name in ("VII-A", "VII-B"):
        make_class(community, name, 1)
        group = Group.objects.get(name=name)
        assert desk.post(f"{PEOPLE}kode/", {"group": group.pk, "key": "sama"}).status_code == 200
    assert len(printer) == 2


def test_slip_for_one_person_is_printed_once_a_press(desk: Client, community: Community, printer: list[Any]) -> None:
    [person] = make_class(community, "VII-A", 1)
    answers = [desk.post(f"{PEOPLE}{person.pk}/kode/", {"pdf": "1", "key": "tekan"}) for _press in range(2)]
    assert [answer.status_code for answer in answers] == [200, 409]
    [(_name, _address, [slip], _language)] = printer
    assert (slip["name"], slip["group"]) == ("Siswa 00", "VII-A")
    assert actions.redeem(community=community, code=slip["code"], password=PASSWORD)[0] == person


def test_class_that_is_all_active_gets_no_pdf(desk: Client, community: Community, printer: list[Any]) -> None:
    make_class(community, "VII-B", 1)
    group = Group.objects.create(community=community, name="VII-A")
    text = desk.post(f"{PEOPLE}kode/", {"group": group.pk}).content.decode()
    assert "Semua di sini sudah aktif" in text
    assert printer == []


def test_class_of_another_community_is_no_choice(desk: Client, printer: list[Any]) -> None:
    group = Group.objects.create(community=make_community("sma-kenanga"), name="X-1")
    assert desk.post(f"{PEOPLE}kode/", {"group": group.pk}).status_code == 200
    assert printer == []


@pytest.mark.parametrize(
    ("name", "username"),
    [
        ("Siti Hosniyah", "siti.hosniyah"),
        ("Drs. H. Budi Santoso, M.Pd.", "budi.santoso"),
        ("Ma'ruf", "maruf"),
        ("Ayu", "ayu"),
        ("Muhammad Rizky Pratama", "muhammad.rizky"),
        ("李", "warga"),
    ],
)
def test_username_is_made_from_the_name(name: str, username: str) -> None:
    assert usernames.propose(name, set()) == username


def test_username_is_never_taken_twice(community: Community) -> None:
    names = [make_person(community, "Siti Hosniyah", password=None).username for _n in range(3)]
    assert names == ["siti.hosniyah", "siti.hosniyah2", "siti.hosniyah3"]


def test_erasing_leaves_nothing_of_a_person(client: Client, member: Person, second_key: Person) -> None:
    sign_in(client, member)
    contacts.seal_contact(member, "own", {"my_phone": "0812"})
    actions.erase(by=None, person=member)
    assert not signed_in(client, member)
    assert not Person.objects.filter(username="siti.hosniyah").exists()
    assert [model.objects.count() for model in (EmergencyContact, ContactKey)] == [0, 0]
    assert Keyholder.objects.count() == Person.objects.count() == 1
    assert Event.objects.filter(kind="person.erased", about="").count() == 1
