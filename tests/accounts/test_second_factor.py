"""The second factor: who must have one, what waits for it, how it is set up, lost and changed."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.test import Client
from tests.accounts.helpers import (
    PASSWORD,
    SECRET,
    code_now,
    fresh,
    give_second_factor,
    make_person,
    post_code,
    post_sign_in,
    rows,
    session_of,
    sign_in,
    signed_in,
)

from sebaya.accounts import actions, keys
from sebaya.accounts.models import Person, SignIn
from sebaya.audit.models import Event
from sebaya.vault import holders

pytestmark = pytest.mark.django_db
SET_UP = "/akun/kode/pasang/"


def set_up(client: Client) -> None:
    """As a person does: reads the secret from the page, types what the app shows."""
    page = client.get(SET_UP).content.decode()
    secret = re.search(r"<code>([A-Z2-7]{32})</code>", page)
    assert secret
    assert client.post(SET_UP, {"code": code_now(secret[1])})["Location"] == "/akun/kode-cadangan/"


@pytest.mark.parametrize("role", ["counsellor", "duty", "second_key", "coordinator"])
def test_roles_that_read_must_set_it_up_first(client: Client, community: object, role: str) -> None:
    person = make_person(community, "Bu Guru", roles=(role,))  # type: ignore[arg-type]
    post_sign_in(client, person)
    assert client.get("/smp-melati/akun-saya/")["Location"] == SET_UP
    set_up(client)
    assert signed_in(client, person)


@pytest.mark.parametrize("role", ["leader", "companion", "supporter"])
def test_other_roles_need_not(client: Client, community: object, role: str) -> None:
    person = make_person(community, "Bu Guru", roles=(role,))  # type: ignore[arg-type]
    post_sign_in(client, person)
    assert signed_in(client, person)


def test_meanwhile_signing_out_and_quick_exit_work(client: Client, counsellor: Person) -> None:
    post_sign_in(client, counsellor)
    assert client.post("/smp-melati/keluar-cepat/").status_code == 303
    assert rows() == 0


def test_meanwhile_there_is_no_key(client: Client, counsellor: Person) -> None:
    post_sign_in(client, counsellor)
    response = client.get(SET_UP)
    assert response.wsgi_request.person == counsellor
    assert response.wsgi_request.keyring is None


def test_page_shows_drawing_and_secret_inline(client: Client, counsellor: Person) -> None:
    post_sign_in(client, counsellor)
    page = client.get(SET_UP).content.decode()
    assert "<svg" in page
    assert "data:image" not in page


def test_secret_is_sealed_in_the_database(client: Client, counsellor: Person) -> None:
    give_second_factor(counsellor)
    assert SECRET not in str(Authenticator.objects.get().data)


def test_wrong_code_sets_nothing_up(client: Client, counsellor: Person) -> None:
    post_sign_in(client, counsellor)
    client.get(SET_UP)
    assert "tidak cocok" in client.post(SET_UP, {"code": "000000"}).content.decode()
    assert not Authenticator.objects.exists()


def test_password_alone_leaves_the_key_pending(client: Client, counsellor: Person) -> None:
    give_second_factor(counsellor)
    assert post_sign_in(client, counsellor)["Location"] == "/akun/kode/"
    session = session_of(client)
    assert keys.PENDING in session
    assert keys.ACTIVE not in session
    jar = {name: morsel.value for name, morsel in client.cookies.items()}
    assert keys.keyring(session, jar) is None
    assert client.get("/smp-melati/akun-saya/").status_code == 302


def test_right_code_completes_it(client: Client, counsellor: Person) -> None:
    give_second_factor(counsellor)
    post_sign_in(client, counsellor)
    assert post_code(client)["Location"] == "/smp-melati/"
    assert signed_in(client, counsellor)
    assert keys.PENDING not in session_of(client)
    assert rows() == 1


def test_next_survives_the_second_factor(client: Client, counsellor: Person) -> None:
    give_second_factor(counsellor)
    post_sign_in(client, counsellor, next="/smp-melati/akun-saya/")
    assert post_code(client)["Location"] == "/smp-melati/akun-saya/"


def test_wrong_code_does_not(client: Client, counsellor: Person) -> None:
    give_second_factor(counsellor)
    post_sign_in(client, counsellor)
    assert "tidak cocok" in post_code(client, "000000").content.decode()
    assert not signed_in(client, counsellor)


def test_code_counts_once(counsellor: Person) -> None:
    give_second_factor(counsellor)
    one, other = Client(), Client()
    for browser in (one, other):
        post_sign_in(browser, counsellor)
    code = code_now()
    assert post_code(one, code).status_code == 302
    assert post_code(other, code).status_code == 200


def test_guessing_codes_is_slow_and_ends(client: Client, counsellor: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    give_second_factor(counsellor)
    post_sign_in(client, counsellor)
    assert [post_code(client, "000000").status_code for _n in range(7)] == [200] * 5 + [429] * 2


def test_ten_wrong_codes_ask_for_the_password_again(
    client: Client, counsellor: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sebaya.accounts import throttle

    monkeypatch.setattr(throttle.second_factors, "pace", throttle.Pace(free=99, waits=(1,)))
    give_second_factor(counsellor)
    post_sign_in(client, counsellor)
    answers = [post_code(client, "000000") for _n in range(10)]
    assert answers[-1]["Location"] == "/akun/masuk/"
    assert rows() == 0


def test_pending_sign_in_grows_old(client: Client, counsellor: Person) -> None:
    import time_machine

    with time_machine.travel("2026-08-04 10:00+07:00", tick=False) as clock:
        give_second_factor(counsellor)
        post_sign_in(client, counsellor)
        clock.shift(16 * 60)
        assert client.get("/akun/kode/", follow=True).redirect_chain[-1] == ("/smp-melati/masuk/", 302)


def _suspended(person: Person) -> None:
    actions.suspend(by=None, person=person)


def _changed_password(person: Person) -> None:
    actions.change_password(by=person, old=PASSWORD, new="kucing-oranye-di-atap")


def _ended_other_signins(person: Person) -> None:
    actions.end_other_signins(by=person)


def _new_key_pair(person: Person) -> None:
    holders.create(person, PASSWORD)


def _erased(person: Person) -> None:
    actions.erase(by=None, person=person)


@pytest.mark.parametrize("end", [_suspended, _changed_password, _ended_other_signins, _new_key_pair, _erased])
def test_pending_sign_in_ends_with_what_ends_the_others(client: Client, community: object, end: Any) -> None:
    supporter = make_person(community, "Dimas", roles=("supporter",))  # type: ignore[arg-type]
    give_second_factor(supporter)
    assert post_sign_in(client, supporter)["Location"] == "/akun/kode/"
    assert client.get("/akun/kode/").status_code == 200

    end(fresh(supporter))

    assert post_code(client)["Location"] == "/akun/masuk/"
    assert rows() == 0
    assert client.get("/smp-melati/akun-saya/").status_code == 302


def test_code_page_without_a_password_leads_to_sign_in(client: Client, community: object) -> None:
    assert client.get("/akun/kode/", follow=True).redirect_chain[-1] == ("/smp-melati/masuk/", 302)


def test_spare_codes_show_once(client: Client, counsellor: Person) -> None:
    post_sign_in(client, counsellor)
    set_up(client)
    page = client.get("/akun/kode-cadangan/").content.decode()
    assert len(re.findall(r"<code>(\d{8})</code>", page)) == 10
    assert client.get("/akun/kode-cadangan/unduh/").content.count(b"\n") == 10
    kept = client.post("/akun/kode-cadangan/", {"kept": "1"})
    assert kept["Location"] == "/smp-melati/akun-saya/kunci/"
    assert "<code>" not in client.get("/akun/kode-cadangan/").content.decode()
    assert client.get("/akun/kode-cadangan/unduh/").status_code == 404


def test_spare_code_opens_once(counsellor: Person) -> None:
    client = Client()
    post_sign_in(client, counsellor)
    set_up(client)
    spare = re.findall(r"<code>(\d{8})</code>", client.get("/akun/kode-cadangan/").content.decode())[0]
    one, other = Client(), Client()
    for browser in (one, other):
        post_sign_in(browser, counsellor)
    assert post_code(one, spare).status_code == 302
    assert post_code(other, spare).status_code == 200


def test_new_spare_codes_need_a_fresh_code(client: Client, counsellor: Person) -> None:
    sign_in(client, counsellor)
    again = client.post("/akun/kode-cadangan/")
    assert again["Location"] == "/akun/kode-lagi/?next=%2Fakun%2Fkode-cadangan%2F"
    assert (
        client.post(again["Location"], {"code": code_now(), "next": "/akun/kode-cadangan/"})["Location"]
        == "/akun/kode-cadangan/"
    )
    client.post("/akun/kode-cadangan/")
    assert client.get("/akun/kode-cadangan/").content.decode().count("<code>") == 10


def test_taking_it_off_needs_a_fresh_code_and_is_asked_for_again(client: Client, counsellor: Person) -> None:
    sign_in(client, counsellor)
    assert client.post("/akun/kode/lepas/", {"yes": "1"})["Location"].startswith("/akun/kode-lagi/")
    client.post("/akun/kode-lagi/", {"code": code_now()})
    client.post("/akun/kode/lepas/", {"yes": "1"})
    assert not Authenticator.objects.exists()
    assert client.get("/smp-melati/akun-saya/")["Location"] == SET_UP


def test_refused_post_leaves_no_cookie_in_the_row(client: Client, counsellor: Person) -> None:
    sign_in(client, counsellor)
    client.post("/akun/kode/lepas/", {"yes": "1"})
    assert client.cookies["k"].value not in str(dict(session_of(client).items()))


def test_set_up_in_another_browser_ends_a_sign_in_without_it(client: Client, counsellor: Person) -> None:
    post_sign_in(client, counsellor)
    give_second_factor(counsellor)
    assert client.get("/smp-melati/akun-saya/")["Location"] == "/smp-melati/masuk/"
    assert rows() == 0


def test_role_given_in_the_middle_asks_at_the_next_click(client: Client, leader: Person) -> None:
    post_sign_in(client, leader)
    assert signed_in(client, leader)
    actions.set_roles(by=None, person=leader, coordinator=True)
    assert client.get("/smp-melati/akun-saya/")["Location"] == SET_UP


def test_plain_member_has_none(client: Client, member: Person) -> None:
    sign_in(client, member)
    for path in ("", "kode/pasang/", "kode/lepas/", "kode-cadangan/", "kode-lagi/"):
        assert client.get(f"/akun/{path}").status_code == 404


def test_supporter_may_have_one(client: Client, community: object) -> None:
    person = make_person(community, "Dimas", roles=("supporter",))  # type: ignore[arg-type]
    post_sign_in(client, person)
    set_up(client)
    assert Authenticator.objects.filter(user=person, type="totp").exists()


def test_former_supporter_leaves_no_clock(community: object) -> None:
    person = make_person(community, "Dimas", roles=("supporter",))  # type: ignore[arg-type]
    give_second_factor(person)
    actions.set_roles(by=None, person=fresh(person), supporter=False)
    assert not Authenticator.objects.exists()


def test_lost_phone_is_set_up_anew(client: Client, counsellor: Person) -> None:
    give_second_factor(counsellor)
    actions.forget_second_factor(by=None, person=counsellor)
    post_sign_in(client, counsellor)
    assert client.get("/smp-melati/")["Location"] == SET_UP


def test_changes_are_recorded(client: Client, counsellor: Person) -> None:
    post_sign_in(client, counsellor)
    Event.objects.all().delete()
    set_up(client)
    assert list(Event.objects.values_list("kind", "detail")) == [("second-factor.on", {"kind": "totp"})]


@pytest.mark.parametrize("path", ["", "tambah/", "lagi/", "1/lepas/"])
def test_passkeys_do_not_exist_without_tls(client: Client, counsellor: Person, path: str) -> None:
    sign_in(client, counsellor)
    assert client.get(f"/akun/kunci-sandi/{path}").status_code == 404


def test_passkey_page_over_tls(client: Client, counsellor: Person, settings: Any) -> None:
    sign_in(client, counsellor)
    client.post("/akun/kode-lagi/", {"code": code_now()})
    settings.SEBAYA_HTTPS = True
    client.cookies["__Host-k"], client.cookies["__Host-i"] = (
        client.cookies["k"].value,
        client.cookies["i"].value,
    )
    assert client.get("/akun/kunci-sandi/", secure=True).status_code == 200
    page = client.get("/akun/kunci-sandi/tambah/", secure=True).content.decode()
    assert "creation_options" in page


def test_nothing_else_of_allauth_has_an_address(client: Client, member: Person) -> None:
    for path in (
        "login",
        "signup",
        "logout",
        "email",
        "password/reset",
        "password/change",
        "2fa",
        "reauthenticate",
    ):
        assert client.get(f"/akun/{path}/").status_code == 404
        assert client.get(f"/accounts/{path}/").status_code == 404


def test_secret_of_the_app_waits_in_the_sealed_row_only(client: Client, counsellor: Person) -> None:
    post_sign_in(client, counsellor)
    client.get(SET_UP)
    secret = session_of(client)["mfa.totp.secret"]
    assert secret.encode() not in bytes(SignIn.objects.get().content)
    assert hotp_value(secret, next(yield_hotp_counters_from_time())) >= 0
    assert len(format_hotp_value(1)) == 6
