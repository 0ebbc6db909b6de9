"""From a slip of paper to a first sign-in."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.accounts.helpers import (
    PASSWORD,
    PHONE,
    fresh,
    make_class,
    make_community,
    make_person,
    post_sign_in,
    sign_in,
    signed_in,
    slip_for,
)

from sebaya.accounts import actions, passwords
from sebaya.accounts.actions import slips
from sebaya.accounts.errors import Refused, SlipSpent
from sebaya.accounts.models import Person, Slip, SlipKind
from sebaya.audit.models import Event
from sebaya.communities.models import Community
from sebaya.vault import devices, holders
from sebaya.vault.errors import WrongSecret
from sebaya.vault.models import DeviceCopy, Keyholder

pytestmark = pytest.mark.django_db
URL = "/smp-melati/aktivasi/"


def choose(client: Client, code: str, password: str = PASSWORD, again: str = "", **more: object):  # type: ignore[no-untyped-def]
    return client.post(URL, {"code": code, "password": password, "again": again or password}, **more)


@pytest.fixture
def newcomer(community: Community) -> Person:
    return make_person(community, "Dimas Nugroho", password=None)


def test_code_shows_the_user_name_then_password_signs_in(client: Client, newcomer: Person) -> None:
    code = slip_for(newcomer)
    assert "dimas.nugroho" in client.post(URL, {"code": code}).content.decode()
    assert choose(client, code)["Location"] == "/smp-melati/"
    assert signed_in(client, newcomer)
    assert fresh(newcomer).activated


@pytest.mark.parametrize("spelling", [str.lower, lambda c: c.replace("-", ""), lambda c: f" {c.replace('-', ' ')} "])
def test_code_is_read_with_forgiveness(client: Client, newcomer: Person, spelling) -> None:  # type: ignore[no-untyped-def]
    assert "dimas.nugroho" in client.post(URL, {"code": spelling(slip_for(newcomer))}).content.decode()


@pytest.mark.parametrize("code", ["", "apa ini", "0000-0000-0000-0000", "ABCD"])
def test_wrong_code_says_what_to_do(client: Client, newcomer: Person, code: str) -> None:
    slip_for(newcomer)
    page = client.post(URL, {"code": code}).content.decode()
    assert "dimas.nugroho" not in page
    if code:
        assert "minta kode baru ke BK atau wali kelas" in page


def test_used_wrong_and_old_codes_get_the_same_page(client: Client, newcomer: Person) -> None:
    code = slip_for(newcomer)
    choose(Client(), code)
    used = client.post(URL, {"code": code}).content.decode()
    wrong = client.post(URL, {"code": "0000-0000-0000-0000"}).content.decode()
    assert "Kode ini tidak bisa dipakai" in used
    assert "Kode ini tidak bisa dipakai" in wrong


def test_code_ends_after_its_days(client: Client, newcomer: Person) -> None:
    with time_machine.travel("2026-08-04 10:00+07:00"):
        code = slip_for(newcomer)
    with time_machine.travel("2026-09-03 10:00+07:00"):
        assert "dimas.nugroho" in client.post(URL, {"code": code}).content.decode()
    with time_machine.travel("2026-09-04 10:00+07:00"):
        assert "tidak bisa dipakai" in client.post(URL, {"code": code}).content.decode()
        assert slips.purge(timezone.now()) == 1


def test_older_slip_ends_with_a_newer_one(newcomer: Person) -> None:
    old, new = slip_for(newcomer), slip_for(newcomer)
    with pytest.raises(SlipSpent):
        slips.find(newcomer.community, old)
    assert slips.find(newcomer.community, new).person == newcomer


def test_slip_of_another_community_opens_nothing_here(newcomer: Person) -> None:
    elsewhere = make_community("sma-kenanga")
    with pytest.raises(SlipSpent):
        slips.find(elsewhere, slip_for(newcomer))


def test_slip_of_someone_suspended_opens_nothing(newcomer: Person) -> None:
    code = slip_for(newcomer)
    actions.suspend(by=None, person=newcomer)
    with pytest.raises(SlipSpent):
        slips.find(newcomer.community, code)


def test_second_of_two_tabs_is_told_to_sign_in(client: Client, newcomer: Person) -> None:
    code = slip_for(newcomer)
    one, other = Client(), Client()
    for tab in (one, other):
        tab.post(URL, {"code": code})
    assert choose(one, code).status_code == 302
    page = choose(other, code, "kata-sandi-yang-lain").content.decode()
    assert "silakan masuk" in page
    assert not signed_in(other, newcomer)
    assert post_sign_in(Client(), newcomer).status_code == 302


def test_second_click_in_the_action_is_refused(newcomer: Person) -> None:
    code = slip_for(newcomer)
    slip = slips.find(newcomer.community, code)
    Slip.objects.filter(pk=slip.pk).update(used=True)
    with pytest.raises(SlipSpent):
        actions.redeem(community=newcomer.community, code=code, password=PASSWORD)
    assert not Keyholder.objects.filter(person=newcomer).exists()


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_the_same_moment_activate_once(newcomer: Person) -> None:
    code = slip_for(newcomer)

    def click(_n: int) -> bool:
        try:
            actions.redeem(community=newcomer.community, code=code, password=PASSWORD)
        except SlipSpent:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(click, range(4))) == [False, False, False, True]
    assert Keyholder.objects.filter(person=newcomer).count() == 1


def test_passwords_must_agree(client: Client, newcomer: Person) -> None:
    code = slip_for(newcomer)
    assert "belum sama" in choose(client, code, again="payung-hijau-di-halaman").content.decode()
    assert not fresh(newcomer).activated


def test_database_keeps_no_code(newcomer: Person) -> None:
    code = slip_for(newcomer)
    kept = bytes(Slip.objects.get().fingerprint)
    assert code.replace("-", "").encode() not in kept
    assert len(kept) == 32


def test_activation_of_a_member_leaves_no_row_in_the_log(client: Client, newcomer: Person) -> None:
    code = slip_for(newcomer)
    Event.objects.all().delete()
    choose(client, code)
    assert not Event.objects.exists()


def test_activation_of_staff_is_recorded(client: Client, community: Community) -> None:
    teacher = make_person(community, "Bu Guru", password=None, staff=True)
    code = slip_for(teacher)
    Event.objects.all().delete()
    assert choose(client, code)["Location"] == "/smp-melati/akun-saya/kunci/"
    assert list(Event.objects.order_by("pk").values_list("kind", flat=True)) == ["slip.used.aktivasi", "signin"]


def test_class_of_32_activates_behind_one_address(community: Community) -> None:
    people = make_class(community, "VII-A", 32)
    made = actions.make_slips(by=None, people=people, kind=SlipKind.ACTIVATE)
    assert [person for person, _code in made] == people
    for person, code in made:
        client = Client(REMOTE_ADDR="10.0.0.1")
        client.post(URL, {"code": code.replace("-", "")[:-1]})  # everyone mistypes once
        assert choose(client, code).status_code == 302
        assert signed_in(client, person)
    assert Keyholder.objects.count() == 32


def test_phone_is_asked_whether_it_is_their_own(client: Client, newcomer: Person) -> None:
    assert choose(client, slip_for(newcomer), **PHONE)["Location"] == "/smp-melati/akun-saya/hp/"


def test_slip_to_activate_is_refused_for_the_activated(member: Person) -> None:
    with pytest.raises(Refused):
        actions.make_slips(by=None, people=[member], kind=SlipKind.ACTIVATE)


def test_slip_to_reset_is_refused_for_the_not_yet_activated(newcomer: Person) -> None:
    with pytest.raises(Refused):
        actions.make_slips(by=None, people=[newcomer], kind=SlipKind.RESET)


def test_staff_reset_is_the_operators(counsellor: Person, leader: Person) -> None:
    with pytest.raises(Refused):
        actions.make_slips(by=counsellor, people=[leader], kind=SlipKind.RESET)
    assert actions.make_slips(by=None, people=[leader], kind=SlipKind.RESET)


def test_slips_for_another_community_are_refused(counsellor: Person) -> None:
    stranger = make_person(make_community("sma-kenanga"), "Orang Lain", password=None)
    with pytest.raises(Refused):
        actions.make_slips(by=counsellor, people=[stranger], kind=SlipKind.ACTIVATE)


def test_reset_gives_a_new_key_and_ends_everything_old(client: Client, member: Person, counsellor: Person) -> None:
    sign_in(client, member)
    before = bytes(member.keyholder.public)
    phone = _phone(member)
    [(_person, code)] = actions.make_slips(by=counsellor, people=[fresh(member)], kind=SlipKind.RESET)
    browser = Client()
    assert choose(browser, code, "kucing-oranye-di-atap").status_code == 302
    assert bytes(fresh(member).keyholder.public) != before
    assert not signed_in(client, member)
    with pytest.raises(WrongSecret):
        devices.unlock(phone, "493716", date.today())
    assert not DeviceCopy.objects.exists()
    assert post_sign_in(Client(), member).status_code == 200
    assert post_sign_in(Client(), member, "kucing-oranye-di-atap").status_code == 302


def _phone(person: Person) -> bytes:
    private = holders.unlock(person.keyholder, PASSWORD)
    secret = devices.remember(person.keyholder, private, "493716", date.today())
    assert devices.unlock(secret, "493716", date.today())[1] == private
    return secret


def test_reset_by_staff_is_recorded(member: Person, counsellor: Person) -> None:
    Event.objects.all().delete()
    actions.make_slips(by=counsellor, people=[member], kind=SlipKind.RESET)
    event = Event.objects.get()
    assert (event.kind, event.by, event.about) == (
        "slip.reset",
        counsellor.audit_subject.pk,
        member.audit_subject.pk,
    )


@pytest.mark.parametrize(
    "password",
    [
        "pendek1",
        "password123",
        "12345678",
        "sayangku",
        "Rahasia2026",
        "Bismillah",
        "aaaaaaaaaa",
        "dimasganteng",
        "smp-melati-1",
        "17052012x",
        "qwertyuiop",
    ],
)
def test_poor_password_is_refused(community: Community, password: str) -> None:
    person = make_person(community, "Dimas Nugroho", password=None, born=date(2012, 5, 17))
    with pytest.raises(ValidationError):
        passwords.check(password, person)


@pytest.mark.parametrize("password", ["kucing oranye di atap", "roda7tangga", "sepeda-hujan-lampu"])
def test_good_password_is_taken(community: Community, password: str) -> None:
    passwords.check(password, make_person(community, "Dimas Nugroho", password=None, born=date(2012, 5, 17)))


def test_staff_password_is_longer(community: Community, leader: Person) -> None:
    with pytest.raises(ValidationError):
        passwords.check("roda7tangga", leader)
    passwords.check("roda7tanggabiru", leader)


def test_list_of_common_passwords_is_long(community: Community) -> None:
    assert len(passwords.common()) >= 400
