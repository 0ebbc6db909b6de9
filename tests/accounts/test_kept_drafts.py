"""A quick exit loses no words: sealed to the writer, they wait in a cookie until the writer is back."""

import json
import re
from html import unescape

import pytest
from django.test import Client
from tests.accounts.helpers import make_person, sign_in

from sebaya.accounts import cookies, kept_drafts
from sebaya.accounts.models import Person

pytestmark = pytest.mark.django_db
TEXT = "tadi aku mau bilang sesuatu\nsoal rumah"


def leave(client: Client, person: Person, *drafts: str) -> None:
    client.post(f"/{person.community.slug}/keluar-cepat/", {"draft": list(drafts)})


def put_back(client: Client, person: Person) -> dict[str, str]:
    page = client.get(f"/{person.community.slug}/cerita/").content.decode()
    found = re.search(r'data-kept="([^"]*)"', page)
    return json.loads(unescape(found[1])) if found else {}


def left(client: Client) -> str:
    cookie = client.cookies.get(cookies.name(cookies.DRAFTS))
    return cookie.value if cookie else ""


def test_words_come_back_once_to_who_wrote_them(client: Client, member: Person) -> None:
    sign_in(client, member)
    leave(client, member, f"cerita\r\n{TEXT}", "talk-x\nkak?")
    assert "rumah" not in left(client)
    sign_in(client, member)
    assert put_back(client, member) == {"cerita": TEXT, "talk-x": "kak?"}
    assert put_back(client, member) == {}


def test_next_one_at_the_computer_gets_nothing(client: Client, member: Person) -> None:
    sign_in(client, member)
    leave(client, member, f"cerita\n{TEXT}")
    kept = left(client)
    other = make_person(member.community, "Nyoman", password="kata-sandi-lain")
    sign_in(client, other, "kata-sandi-lain")
    assert put_back(client, other) == {}
    assert left(client) == kept


def test_fetched_fragment_does_not_use_them_up(client: Client, member: Person) -> None:
    sign_in(client, member)
    leave(client, member, f"cerita\n{TEXT}")
    sign_in(client, member)
    client.get(f"/{member.community.slug}/cerita/", headers={"HX-Request": "true"})
    assert put_back(client, member) == {"cerita": TEXT}


@pytest.mark.parametrize("draft", ["", "cerita", "cerita\n   ", "\nkata", f"{'n' * 61}\nkata"])
def test_nothing_written_leaves_nothing(client: Client, member: Person, draft: str) -> None:
    sign_in(client, member)
    leave(client, member, draft)
    assert left(client) == ""


def test_who_is_not_signed_in_leaves_nothing(client: Client, member: Person) -> None:
    leave(client, member, f"cerita\n{TEXT}")
    assert left(client) == ""


def test_very_long_words_are_kept_as_far_as_a_cookie_goes(client: Client, member: Person) -> None:
    words = " ".join(f"kata{number * 7919 % 10007}" for number in range(3000))
    sign_in(client, member)
    leave(client, member, f"cerita\n{words}", "lain\npendek")
    assert len(left(client)) < 3_900
    sign_in(client, member)
    back = put_back(client, member)
    assert back["lain"] == "pendek"
    assert words.startswith(back["cerita"])
    assert len(back["cerita"]) > 2_000


@pytest.mark.parametrize("value", ["x", "AAAA", "%%%", "a" * 80])
def test_changed_cookie_is_nobodys(client: Client, member: Person, value: str) -> None:
    sign_in(client, member)
    client.cookies[cookies.name(cookies.DRAFTS)] = value
    assert put_back(client, member) == {}


def test_limit_fits_a_cookie() -> None:
    assert kept_drafts.MOST * 4 / 3 + 200 < 4_096
