"""One's own account: password, other devices, PIN, language, printed key, emergency contact."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from tests.accounts.helpers import (
    PASSWORD,
    PHONE,
    fresh,
    give_second_factor,
    make_person,
    post_code,
    post_sign_in,
    sign_in,
    signed_in,
)

from sebaya.accounts import actions, passwords
from sebaya.accounts.models import EmergencyContact, Person
from sebaya.audit.models import Event
from sebaya.communities.models import Community
from sebaya.vault.models import DeviceCopy, Keyholder

pytestmark = pytest.mark.django_db
MINE = "/smp-melati/akun-saya/"
NEW = "kucing-oranye-di-atap"
PIN = "493716"


def change(client: Client, old: str = PASSWORD, new: str = NEW, again: str = ""):  # type: ignore[no-untyped-def]
    return client.post(f"{MINE}sandi/", {"old": old, "password": new, "again": again or new})


def test_new_password_opens_the_same_key(client: Client, member: Person) -> None:
    sign_in(client, member)
    before = bytes(member.keyholder.public)
    assert change(client)["Location"] == MINE
    assert signed_in(client, member)
    assert bytes(fresh(member).keyholder.public) == before
    assert post_sign_in(Client(), member).status_code == 200
    assert post_sign_in(Client(), member, NEW).status_code == 302


def test_new_password_ends_other_sign_ins_and_pins(client: Client, member: Person) -> None:
    other = Client()
    for browser in (client, other):
        sign_in(browser, member)
    with_pin(other)
    change(client)
    assert not signed_in(other, member)
    assert "tidak berlaku" in enter_pin(other).content.decode()
    assert not DeviceCopy.objects.exists()


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [("salah-sekali-ini", NEW, NEW), (PASSWORD, "pendek", "pendek"), (PASSWORD, NEW, "lain-lagi")],
)
def test_password_stays_when_something_is_wrong(client: Client, member: Person, old: str, new: str, again: str) -> None:
    sign_in(client, member)
    assert change(client, old, new, again).status_code == 200
    assert post_sign_in(Client(), member).status_code == 302


def test_guessing_the_old_password_is_slow(client: Client, member: Person) -> None:
    sign_in(client, member)
    assert [change(client, f"tebakan-nomor-{n}").status_code for n in range(8)][-1] == 429


def test_ending_other_devices_keeps_this_one(client: Client, member: Person) -> None:
    other = Client()
    for browser in (client, other):
        sign_in(browser, member)
    with_pin(other)
    assert client.post(f"{MINE}keluar-lain/")["Location"] == MINE
    assert signed_in(client, member)
    assert not signed_in(other, member)
    assert enter_pin(other).status_code == 200


def test_member_changes_leave_no_row_in_the_log(client: Client, member: Person) -> None:
    sign_in(client, member)
    Event.objects.all().delete()
    change(client)
    client.post(f"{MINE}keluar-lain/")
    with_pin(client)
    assert not Event.objects.exists()


def test_staff_password_change_is_recorded(client: Client, leader: Person) -> None:
    sign_in(client, leader)
    Event.objects.all().delete()
    change(client)
    assert list(Event.objects.values_list("kind", flat=True)) == ["password"]


def test_language_is_kept_and_spoken(client: Client, member: Person) -> None:
    sign_in(client, member)
    response = client.post(f"{MINE}bahasa/", {"language": "en"})
    assert response.cookies["lang"].value == "en"
    assert fresh(member).language == "en"


def test_unknown_language_changes_nothing(client: Client, member: Person) -> None:
    sign_in(client, member)
    client.post(f"{MINE}bahasa/", {"language": "xx"})
    assert fresh(member).language == ""


# PIN


def with_pin(client: Client, pin: str = PIN) -> Client:
    assert client.post(f"{MINE}hp/", {"pin": pin, "again": pin}).status_code == 302
    return client


def out(client: Client) -> Client:
    client.post("/smp-melati/keluar/")
    return client


def enter_pin(client: Client, pin: str = PIN):  # type: ignore[no-untyped-def]
    return client.post("/smp-melati/masuk/", {"pin": pin})


@pytest.fixture
def phone(client: Client, member: Person) -> Client:
    """Their own phone, with a PIN, signed out."""
    return out(with_pin(sign_in(client, member)))


def test_pin_signs_in_on_this_phone(phone: Client, member: Person) -> None:
    assert 'name="pin"' in phone.get("/smp-melati/masuk/").content.decode()
    assert enter_pin(phone).status_code == 302
    assert signed_in(phone, member)
    assert phone.get(MINE).wsgi_request.keyring is not None


def test_pin_means_nothing_elsewhere(phone: Client, member: Person) -> None:
    assert 'name="pin"' not in Client().get("/smp-melati/masuk/").content.decode()
    assert "tidak berlaku" in enter_pin(Client()).content.decode()


def test_password_still_works_on_this_phone(phone: Client, member: Person) -> None:
    assert 'name="password"' in phone.get("/smp-melati/masuk/?cara=sandi").content.decode()
    assert post_sign_in(phone, member).status_code == 302


def test_five_wrong_pins_end_it(phone: Client, member: Person) -> None:
    pages = [enter_pin(phone, "827364").content.decode() for _try in range(5)]
    assert "Sisa 4 percobaan" in pages[0]
    assert "tidak berlaku" in pages[4]
    assert "tidak berlaku" in enter_pin(phone).content.decode()
    assert not DeviceCopy.objects.exists()
    assert post_sign_in(phone, member).status_code == 302


def test_right_pin_gives_the_tries_back(phone: Client, member: Person) -> None:
    for _try in range(4):
        enter_pin(phone, "827364")
    enter_pin(phone)
    assert DeviceCopy.objects.get().tries_left == 5


def test_pin_ends_after_thirty_days(client: Client, member: Person) -> None:
    with time_machine.travel("2026-08-04 10:00+07:00") as clock:
        phone = out(with_pin(sign_in(client, member)))
        clock.move_to("2026-09-03 10:00+07:00")
        assert enter_pin(phone).status_code == 302
        out(phone)
        clock.move_to("2026-09-04 10:00+07:00")
        assert enter_pin(phone).status_code == 200


def test_pin_of_someone_suspended_opens_nothing(phone: Client, member: Person) -> None:
    actions.suspend(by=None, person=member)
    assert enter_pin(phone).status_code == 200


def test_pin_counts_for_nobody_who_is_not_active(phone: Client, member: Person) -> None:
    Person.objects.filter(pk=member.pk).update(is_active=False)
    assert "tidak berlaku" in enter_pin(phone).content.decode()
    assert not DeviceCopy.objects.exists()


def test_looking_at_the_door_with_an_ended_pin_asks_for_the_password(phone: Client, member: Person) -> None:
    actions.forget_phones(by=fresh(member), secret=None)
    page = phone.get("/smp-melati/masuk/").content.decode()
    assert ('name="pin"' in page, 'name="password"' in page) == (False, True)
    assert DeviceCopy.objects.count() == 1  # looking writes nothing
    assert "tidak berlaku" in enter_pin(phone).content.decode()
    assert not DeviceCopy.objects.exists()
    assert phone.cookies["p"].value == ""


def test_phone_that_was_ended_elsewhere_is_not_called_active(client: Client, member: Person) -> None:
    phone = with_pin(sign_in(client, member))
    assert "Aktif, selama 30 hari" in phone.get(MINE).content.decode()
    actions.forget_phones(by=fresh(member), secret=None)
    assert "Aktif, selama 30 hari" not in phone.get(MINE).content.decode()


def test_pin_can_be_turned_off(client: Client, member: Person) -> None:
    phone = with_pin(sign_in(client, member))
    another = with_pin(sign_in(Client(), member), "820473")
    phone.post(f"{MINE}hp/", {"off": "1"})
    assert DeviceCopy.objects.count() == 1
    assert "tidak berlaku" in enter_pin(out(another), "820473").content.decode()
    assert not DeviceCopy.objects.exists()
    assert 'name="pin"' not in out(phone).get("/smp-melati/masuk/").content.decode()


def test_second_pin_replaces_the_first(client: Client, member: Person) -> None:
    phone = with_pin(with_pin(sign_in(client, member)), "820473")
    assert DeviceCopy.objects.count() == 1
    assert enter_pin(out(phone), "820473").status_code == 302


def test_pin_on_a_phone_of_somebody_else_takes_its_place(phone: Client, member: Person) -> None:
    friend = make_person(member.community, "Dimas")
    with_pin(sign_in(phone, friend), "820473")
    assert DeviceCopy.objects.count() == 1
    enter_pin(out(phone), "820473")
    assert signed_in(phone, friend)


def test_pin_of_staff_still_asks_for_the_second_factor(client: Client, counsellor: Person) -> None:
    give_second_factor(counsellor)
    phone = out(with_pin(sign_in(client, counsellor)))
    assert enter_pin(phone)["Location"] == "/akun/kode/"
    assert post_code(phone).status_code == 302
    assert signed_in(phone, counsellor)


@pytest.mark.parametrize(
    "pin",
    [
        "123456",
        "654321",
        "000000",
        "111222",
        "121212",
        "123123",
        "112233",
        "123321",
        "170512",
        "120517",
        "12345",
        "abcdef",
        "901234",
    ],
)
def test_trivial_pin_is_refused(client: Client, community: object, pin: str) -> None:
    person = make_person(community, born=date(2012, 5, 17))  # type: ignore[arg-type]
    sign_in(client, person)
    assert client.post(f"{MINE}hp/", {"pin": pin, "again": pin}).status_code == 200
    assert not DeviceCopy.objects.exists()


@pytest.mark.parametrize("pin", [PIN, "820473", "305918"])
def test_fair_pin_is_taken(member: Person, pin: str) -> None:
    passwords.check_pin(pin, member)


def test_phone_offer_comes_once(member: Person) -> None:
    phone = Client(**PHONE)
    assert post_sign_in(phone, member)["Location"] == f"{MINE}hp/"
    assert phone.post(f"{MINE}hp/", {"no": "1"})["Location"] == "/smp-melati/"
    out(phone)
    assert post_sign_in(phone, member)["Location"] == "/smp-melati/"


def test_computer_is_not_asked(client: Client, member: Person) -> None:
    assert post_sign_in(client, member)["Location"] == "/smp-melati/"


# printed recovery key


FORM = {"trusted": "Tante Rina", "trusted_phone": "0812-3456-789", "never": "Om Toni", "my_phone": ""}


def test_contact_is_sealed(client: Client, member: Person, second_key: Person) -> None:
    sign_in(client, member)
    assert client.post(f"{MINE}kontak/", FORM)["Location"] == MINE
    row = EmergencyContact.objects.get()
    assert (row.person, row.source) == (member, "own")
    assert b"Tante" not in bytes(row.sealed)
    assert "Om Toni" not in client.get(f"{MINE}kontak/").content.decode()


def test_contact_waits_for_a_second_key_holder(client: Client, member: Person) -> None:
    sign_in(client, member)
    assert "pemegang kunci kedua belum ada" in client.post(f"{MINE}kontak/", FORM).content.decode()
    assert not EmergencyContact.objects.exists()


def test_empty_contact_is_not_kept(client: Client, member: Person, second_key: Person) -> None:
    sign_in(client, member)
    assert client.post(f"{MINE}kontak/", dict.fromkeys(FORM, "")).status_code == 200
    assert not EmergencyContact.objects.exists()


def test_contact_is_the_members_own(client: Client, leader: Person) -> None:
    sign_in(client, leader)
    assert client.get(f"{MINE}kontak/").status_code == 404


def test_account_page_has_no_second_query_per_line(client: Client, member: Person, leader: Person) -> None:
    sign_in(client, member)
    page = client.get(MINE).content.decode()
    assert "Kunci pemulihan" not in page
    assert "Siapa yang boleh dihubungi" in page
    sign_in(client, member)
    assert Keyholder.objects.filter(person=member).count() == 1


@pytest.mark.parametrize("language", ["id", "en"])
def test_each_language_is_named_in_its_own(client: Client, member: Person, language: str) -> None:
    sign_in(client, member)
    client.cookies["lang"] = language
    page = client.get(MINE).content.decode()
    assert ("English" in page, "Bahasa Indonesia" in page) == (True, True)
    assert ("Bahasa Inggris" in page, "Indonesian" in page) == (False, False)


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("counsellor", ("berarti percakapan lama hilang", "hanya kertas ini yang mengembalikan percakapan")),
        ("duty", ("berarti percakapan lama hilang", "hanya kertas ini yang mengembalikan percakapan")),
        ("second_key", ("berarti nama dan kontak darurat tidak bisa", "nama dan kontak darurat tetap bisa")),
        ("coordinator", ("masuk lagi sendiri bila lupa kata sandi", "masuk lagi sendiri. Tanpa kertas ini, operator")),
        ("leader", ("masuk lagi sendiri bila lupa kata sandi", "masuk lagi sendiri. Tanpa kertas ini, operator")),
        ("companion", ("masuk lagi sendiri bila lupa kata sandi", "masuk lagi sendiri. Tanpa kertas ini, operator")),
    ],
)
def test_printed_key_says_what_this_role_would_lose(
    client: Client, community: Community, role: str, words: tuple[str, str]
) -> None:
    person = make_person(community, "Bu Guru", roles=(role,))
    sign_in(client, person)
    pages = [client.get(f"{MINE}{path}").content.decode() for path in ("", "kunci/")]
    assert [each in page for each, page in zip(words, pages, strict=True)] == [True, True]
    concerns = role in ("counsellor", "duty")
    assert ["percakapan lama hilang" in pages[0], "mengembalikan percakapan" in pages[1]] == [concerns] * 2
