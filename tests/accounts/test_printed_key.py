"""The printed recovery key of staff: shown once, typed back, and what it opens."""

import re

import pytest
from django.test import Client
from tests.accounts.helpers import (
    fresh,
    post_sign_in,
    sign_in,
    signed_in,
)

from sebaya.accounts.models import Person

pytestmark = pytest.mark.django_db
MINE = "/smp-melati/akun-saya/"
NEW = "kucing-oranye-di-atap"
PIN = "493716"


def printed_key(client: Client) -> str:
    page = client.post(f"{MINE}kunci/").content.decode()
    found = re.search(r"<code>([0-9A-Z-]{20,})</code>", page)
    assert found
    return found[1]


def recover(client: Client, person: Person, code: str, password: str = "jembatan-kayu-di-hutan"):  # type: ignore[no-untyped-def]
    data = {"username": person.username, "code": code, "password": password, "again": password}
    return client.post("/smp-melati/pulih/", data)


def test_printed_key_is_shown_once_and_typed_back(client: Client, leader: Person) -> None:
    sign_in(client, leader)
    code = printed_key(client)
    wrong = code[-1] + "0Z9X"
    assert code not in client.get(f"{MINE}kunci/").content.decode()
    assert "Belum cocok" in client.post(f"{MINE}kunci/", {"group": wrong}).content.decode()
    assert client.post(f"{MINE}kunci/", {"group": code.replace("-", "")[-4:].lower()})["Location"] == MINE


def test_printed_key_brings_the_same_key_back(client: Client, leader: Person) -> None:
    sign_in(client, leader)
    code, before = printed_key(client), bytes(leader.keyholder.public)
    lost = Client()
    assert recover(lost, leader, code.lower().replace("-", " ")).status_code == 302
    assert signed_in(lost, leader)
    assert bytes(fresh(leader).keyholder.public) == before
    assert not signed_in(client, leader)
    assert post_sign_in(Client(), leader).status_code == 200
    assert post_sign_in(Client(), leader, "jembatan-kayu-di-hutan").status_code == 302


def test_older_printed_key_ends(client: Client, leader: Person) -> None:
    sign_in(client, leader)
    old, _new = printed_key(client), printed_key(client)
    assert recover(Client(), leader, old).status_code == 200


def test_recovery_still_asks_for_the_second_factor(client: Client, counsellor: Person) -> None:
    sign_in(client, counsellor)
    code = printed_key(client)
    assert recover(Client(), counsellor, code)["Location"] == "/akun/kode/"


def test_wrong_printed_key_and_unknown_name_look_alike(client: Client, leader: Person) -> None:
    sign_in(client, leader)
    code = printed_key(client)
    wrong = recover(Client(), leader, code[:-1] + ("0" if code[-1] != "0" else "1"))
    leader.username = "tidak.ada"
    unknown = recover(Client(), leader, code)
    assert "tidak cocok" in wrong.content.decode()
    assert "tidak cocok" in unknown.content.decode()


def test_poor_password_after_the_right_key_is_refused(client: Client, leader: Person) -> None:
    sign_in(client, leader)
    code = printed_key(client)
    assert "gampang ditebak" in recover(Client(), leader, code, "password1234").content.decode()
    assert post_sign_in(Client(), leader).status_code == 302


def test_guessing_recovery_is_slow(client: Client, leader: Person) -> None:
    assert [recover(client, leader, "0000-0000").status_code for _n in range(8)][-1] == 429


def test_member_has_no_printed_key(client: Client, member: Person) -> None:
    sign_in(client, member)
    assert client.get(f"{MINE}kunci/").status_code == 404
    assert client.post(f"{MINE}kunci/").status_code == 404


# emergency contact


def test_wrong_signs_of_the_printed_key_are_asked_for_as_they_are_compared(client: Client, leader: Person) -> None:
    sign_in(client, leader)
    client.post(f"{MINE}kunci/")
    page = client.post(f"{MINE}kunci/", {"group": "salah"}).content.decode()
    assert page.count("4 tanda terakhir") == 2
    assert "kelompok" not in page
