"""Signing in and out."""

from typing import Any

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.accounts.helpers import (
    PASSWORD,
    activate,
    fresh,
    make_community,
    make_person,
    post_sign_in,
    rows,
    session_of,
    sign_in,
    signed_in,
)

from sebaya.accounts import actions, cookies
from sebaya.accounts.models import Person, SignIn
from sebaya.audit.models import Event
from sebaya.vault.keyring import Keyring

pytestmark = pytest.mark.django_db


def test_right_password_signs_in(client: Client, member: Person) -> None:
    response = post_sign_in(client, member)
    assert (response.status_code, response["Location"]) == (302, "/smp-melati/")
    assert signed_in(client, member)


def test_wrong_password_does_not(client: Client, member: Person) -> None:
    response = post_sign_in(client, member, "payung-merah-di-halaman")
    assert "belum cocok" in response.content.decode()
    assert not signed_in(client, member)
    assert rows() == 0


def test_unknown_name_looks_like_a_wrong_password(client: Client, member: Person) -> None:
    wrong = post_sign_in(client, member, "payung-merah-di-halaman").content.decode()
    unknown = client.post("/smp-melati/masuk/", {"username": "tidak.ada", "password": PASSWORD}).content.decode()
    assert "belum cocok" in wrong
    assert "belum cocok" in unknown


def test_password_never_comes_back_in_the_page(client: Client, member: Person) -> None:
    assert "payung-merah" not in post_sign_in(client, member, "payung-merah-di-halaman").content.decode()


def test_user_name_is_forgiving_about_case_and_spaces(client: Client, member: Person) -> None:
    data = {"username": f" {member.username.upper()} ", "password": PASSWORD}
    assert client.post("/smp-melati/masuk/", data).status_code == 302


def test_same_password_from_another_keyboard(client: Client, community: object) -> None:
    person = make_person(community, password=None)  # type: ignore[arg-type]
    activate(person, "kopi café senja")
    assert post_sign_in(client, person, "kopi café senja").status_code == 302


def test_person_of_another_community_cannot_sign_in_here(client: Client, member: Person) -> None:
    make_community("sma-kenanga", name="SMA Kenanga")
    data = {"username": member.username, "password": PASSWORD}
    assert client.post("/sma-kenanga/masuk/", data).status_code == 200


def test_unknown_community_is_missing(client: Client, member: Person) -> None:
    assert client.get("/tidak-ada/masuk/").status_code == 404


def test_sign_in_page_for_someone_signed_in_goes_home(client: Client, member: Person) -> None:
    sign_in(client, member)
    assert client.get("/smp-melati/masuk/")["Location"] == "/smp-melati/"


def test_next_leads_back_within_the_community(client: Client, member: Person) -> None:
    assert post_sign_in(client, member, next="/smp-melati/akun-saya/")["Location"] == "/smp-melati/akun-saya/"


@pytest.mark.parametrize("url", ["https://contoh.org/", "//contoh.org/", "/sma-lain/", "/\\contoh.org"])
def test_next_elsewhere_is_ignored(client: Client, member: Person, url: str) -> None:
    assert post_sign_in(client, member, next=url)["Location"] == "/smp-melati/"


def test_page_without_sign_in_leads_to_sign_in_and_back(client: Client, member: Person) -> None:
    response = client.get("/smp-melati/akun-saya/")
    assert response["Location"] == "/smp-melati/masuk/?next=%2Fsmp-melati%2Fakun-saya%2F"


def test_signing_in_makes_one_row_and_signing_out_none(client: Client, member: Person) -> None:
    sign_in(client, member)
    assert rows() == 1
    response = client.post("/smp-melati/keluar/")
    assert (response.status_code, response["Location"]) == (303, "/smp-melati/masuk/")
    assert rows() == 0
    assert not signed_in(client, member)


def test_signing_in_again_leaves_no_older_row(client: Client, member: Person, leader: Person) -> None:
    sign_in(client, member)
    client.cookies.pop("k")
    client.get("/smp-melati/akun-saya/")
    sign_in(client, leader)
    assert rows() == 1


def test_quick_exit_signs_out_and_shows_an_ordinary_page(client: Client, member: Person) -> None:
    sign_in(client, member)
    response = client.post("/smp-melati/keluar-cepat/", follow=True)
    assert response.redirect_chain == [("/smp-melati/belajar/", 303)]
    assert "Jadwal pelajaran" in response.content.decode()
    assert "Sebaya" not in response.content.decode()
    assert member.username not in response.content.decode()
    assert rows() == 0


def test_quick_exit_empties_the_browser(client: Client, member: Person) -> None:
    sign_in(client, member)
    response = client.post("/smp-melati/keluar-cepat/")
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert {response.cookies[name]["max-age"] for name in ("k", "i")} == {0}


def test_quick_exit_works_from_a_stale_page(member: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    assert client.post("/smp-melati/keluar-cepat/").status_code == 303


def test_looking_does_not_sign_out(client: Client, member: Person) -> None:
    sign_in(client, member)
    assert client.get("/smp-melati/keluar/").status_code == 405
    assert signed_in(client, member)


def test_visitor_who_looks_makes_no_row(client: Client, community: object) -> None:
    for path in ("masuk/", "aktivasi/", "pulih/", "belajar/", "akun-saya/"):
        client.get(f"/smp-melati/{path}")
    client.get("/akun/kode/")
    assert rows() == 0


def test_looking_at_pages_writes_nothing(client: Client, member: Person) -> None:
    sign_in(client, member)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        client.get("/smp-melati/akun-saya/")
    assert [query["sql"][:6] for query in seen if not query["sql"].startswith(("SELECT", "SAVEPOINT", "RELEASE"))] == []


def test_member_sign_in_writes_only_the_sign_in_row(client: Client, member: Person) -> None:
    Event.objects.all().delete()
    with CaptureQueriesContext(connection) as seen:
        sign_in(client, member)
    written = {q["sql"].split('"')[1] for q in seen if q["sql"].startswith(("INSERT", "UPDATE", "DELETE"))}
    assert written == {"accounts_signin"}
    assert not Event.objects.exists()


def test_staff_sign_in_is_recorded(client: Client, leader: Person) -> None:
    Event.objects.all().delete()
    sign_in(client, leader)
    assert list(Event.objects.values_list("kind", "by")) == [("signin", leader.audit_subject.pk)]


def test_failed_sign_in_is_recorded_without_a_name(client: Client, member: Person) -> None:
    Event.objects.all().delete()
    post_sign_in(client, member, "payung-merah-di-halaman")
    event = Event.objects.get()
    assert (event.kind, event.by, event.about, event.detail["count"]) == ("signin.failed", "", "", 1)
    assert member.username not in str(event.detail)


def test_suspended_in_the_middle_is_out_at_the_next_click(client: Client, member: Person) -> None:
    sign_in(client, member)
    assert signed_in(client, member)
    actions.suspend(by=None, person=fresh(member))
    assert not signed_in(client, member)
    assert rows() == 0


def test_inactive_counts_even_with_the_old_stamp(client: Client, member: Person) -> None:
    sign_in(client, member)
    Person.objects.filter(pk=member.pk).update(is_active=False)
    assert not signed_in(client, member)
    assert rows() == 0


def test_suspended_cannot_sign_in(client: Client, member: Person) -> None:
    actions.suspend(by=None, person=member)
    assert post_sign_in(client, member).status_code == 200
    actions.reinstate(by=None, person=fresh(member))
    assert post_sign_in(client, member).status_code == 302


def test_foreign_community_sees_nobody(client: Client, member: Person) -> None:
    make_community("sma-kenanga", name="SMA Kenanga")
    sign_in(client, member)
    assert client.get("/smp-melati/akun-saya/").status_code == 200
    assert client.get("/sma-kenanga/akun-saya/").status_code == 404
    assert signed_in(client, member)


def test_key_is_there_only_with_both_cookies(client: Client, member: Person, rf: object) -> None:
    sign_in(client, member)
    assert _ring(client) == activate_key(member)
    client.cookies["k"] = "A" * 44
    assert _ring(client) is None


def test_without_the_second_cookie_nobody_is_here(client: Client, member: Person) -> None:
    sign_in(client, member)
    client.cookies.pop("k")
    assert client.get("/smp-melati/akun-saya/", follow=True).redirect_chain[-1][0].startswith("/smp-melati/masuk/")
    assert rows() == 0


def activate_key(person: Person) -> bytes:
    from sebaya.vault import holders

    return holders.unlock(person.keyholder, PASSWORD)


def _ring(client: Client) -> bytes | None:
    from sebaya.accounts import keys

    ring: Keyring | None = keys.keyring(
        session_of(client), {name: morsel.value for name, morsel in client.cookies.items()}
    )
    return ring.private if ring else None


def test_rest_ends_a_member_after_half_an_hour(client: Client, member: Person) -> None:
    with time_machine.travel("2026-08-04 16:00+07:00", tick=False) as clock:
        sign_in(client, member)
        clock.shift(29 * 60)
        assert signed_in(client, member)
        clock.shift(29 * 60)
        assert signed_in(client, member)
        clock.shift(31 * 60)
        assert "lama tidak dipakai" in client.get("/smp-melati/akun-saya/", follow=True).content.decode()
        assert rows() == 0


def test_rest_of_staff_lasts_a_lesson(client: Client, leader: Person) -> None:
    with time_machine.travel("2026-08-04 16:00+07:00", tick=False) as clock:
        sign_in(client, leader)
        clock.shift(59 * 60)
        assert signed_in(client, leader)
        clock.shift(61 * 60)
        assert not signed_in(client, leader)


def test_page_that_refreshes_itself_does_not_keep_awake(client: Client, member: Person) -> None:
    with time_machine.travel("2026-08-04 16:00+07:00", tick=False) as clock:
        sign_in(client, member)
        for _minute in range(29):
            clock.shift(60)
            assert client.get("/smp-melati/akun-saya/", headers={"HX-Request": "true"}).status_code == 200
        clock.shift(2 * 60)
        assert client.get("/smp-melati/akun-saya/", headers={"HX-Request": "true"}).status_code == 204


def test_page_says_how_long_it_may_rest(client: Client, member: Person, leader: Person) -> None:
    for person, seconds in ((member, 30 * 60), (leader, 60 * 60)):
        sign_in(client, person)
        assert f'data-idle="{seconds}"' in client.get("/smp-melati/akun-saya/").content.decode()
        client.post("/smp-melati/keluar/")


def test_staying_by_a_press_keeps_awake(client: Client, member: Person) -> None:
    """What the button "Tetap di sini" sends."""
    with time_machine.travel("2026-08-04 16:00+07:00", tick=False) as clock:
        sign_in(client, member)
        clock.shift(29 * 60)
        assert client.head("/smp-melati/akun-saya/").status_code == 200
        clock.shift(29 * 60)
        assert signed_in(client, member)


def test_nobody_stays_longer_than_a_day_at_school(client: Client, leader: Person) -> None:
    with time_machine.travel("2026-08-04 06:01+07:00", tick=False) as clock:
        sign_in(client, leader)
        for _part in range(14):
            clock.shift(50 * 60)
            assert signed_in(client, leader)
        clock.shift(25 * 60)  # 18.06: the row stands until 18.30
        assert not signed_in(client, leader)


def test_idle_cookie_of_another_sign_in_does_not_count(client: Client, member: Person) -> None:
    sign_in(client, member)
    other = Client()
    sign_in(other, member)
    client.cookies["i"] = other.cookies["i"].value
    assert not signed_in(client, member)


def test_ended_sign_in_is_not_brought_back(client: Client, member: Person) -> None:
    sign_in(client, member)
    session = session_of(client)
    session["more"] = 1
    SignIn.objects.all().delete()
    from django.contrib.sessions.backends.base import UpdateError

    with pytest.raises(UpdateError):
        session.save()


def test_chosen_language_comes_with_the_person(client: Client, member: Person) -> None:
    actions.choose_language(by=member, language="en")
    assert post_sign_in(client, member).cookies["lang"].value == "en"


def test_cookies_are_bound_to_the_host_over_tls(settings: Any) -> None:
    settings.SEBAYA_HTTPS = True
    response = HttpResponse()
    cookies.put(response, cookies.KEY, "value")
    morsel = response.cookies["__Host-k"]
    assert (morsel["path"], morsel["domain"], morsel["secure"], morsel["httponly"], morsel["samesite"]) == (
        "/",
        "",
        True,
        True,
        "Lax",
    )


def test_key_cookie_ends_with_the_browser(client: Client, member: Person) -> None:
    response = post_sign_in(client, member)
    for name in ("s", "k", "i"):
        assert (response.cookies[name]["max-age"], response.cookies[name]["httponly"]) == ("", True)


def test_tap_that_came_too_late_is_said_and_leads_back(client: Client, member: Person) -> None:
    """A button without words is not kept: who tapped it is told, and comes back to where it stands."""
    sign_in(client, member)
    client.cookies.pop(cookies.name(cookies.KEY))
    gone = client.post("/smp-melati/ruang/aaaaaaaaaaaaaaaa/dewasa/")
    assert gone["Location"] == "/smp-melati/masuk/?next=%2Fsmp-melati%2Fruang%2Faaaaaaaaaaaaaaaa%2Fdewasa%2F"
    assert "Yang baru ditekan belum terkirim." in client.get(gone["Location"]).content.decode()


@pytest.mark.usefixtures("frozen")
def test_ordinary_page_says_a_week_that_is_no_sunday(client: Client, member: Person) -> None:
    """ "Minggu 3 Agustus" would be a Sunday."""
    page = client.get("/smp-melati/belajar/").content.decode()
    assert "Pekan 3–7 Agustus 2026" in page
    assert "Minggu" not in page
