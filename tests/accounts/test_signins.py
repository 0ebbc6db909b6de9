"""The rows behind sign-ins: what a copy of the database shows."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from tests.accounts.helpers import make_person, sign_in

from sebaya.accounts import signins
from sebaya.accounts.models import Person, SignIn
from sebaya.accounts.signins import SessionStore
from sebaya.vault import files, primitives
from sebaya.vault.errors import Tampered

pytestmark = pytest.mark.django_db


def test_content_round_trip(db: None) -> None:
    store = SessionStore()
    store["colour"] = "blue"
    store.save()
    assert SessionStore(store.session_key)["colour"] == "blue"


def test_mark_is_not_the_cookie(client: Client, member: Person) -> None:
    sign_in(client, member)
    row = SignIn.objects.get()
    assert client.cookies["s"].value not in row.mark
    assert SessionStore(row.mark).load() == {}


def test_row_shows_neither_who_nor_when(client: Client, member: Person) -> None:
    with time_machine.travel("2026-08-04 16:07:13+07:00", tick=False):
        sign_in(client, member)
    row = SignIn.objects.get()
    held = bytes(row.content)
    for trace in (member.pk, member.login, member.keyholder.pk, member.stamp, "_auth_user_id"):
        assert trace.encode() not in held
    assert row.ends == datetime(2026, 8, 4, 21, 30, tzinfo=UTC)  # 12 h later, up to the half hour


def test_rows_of_everyone_have_one_size(member: Person, counsellor: Person, leader: Person) -> None:
    for person in (member, counsellor, leader):
        sign_in(Client(), person)
    assert len({len(row.content) for row in SignIn.objects.all()}) == 1


def test_length_says_nothing_about_what_is_kept() -> None:
    for length in (1, 1500):
        store = SessionStore()
        store["words"] = "x" * length
        store.save()
    assert len({len(row.content) for row in SignIn.objects.all()}) == 1


def test_same_person_twice_gives_nothing_in_common(member: Person) -> None:
    for _browser in range(2):
        sign_in(Client(), member)
    one, other = (bytes(row.content) for row in SignIn.objects.all())
    chunks = {one[n : n + 8] for n in range(len(one) - 8)}
    assert not chunks & {other[n : n + 8] for n in range(len(other) - 8)}


def test_swapped_content_is_no_sign_in(community: object, member: Person) -> None:
    clients = [Client(), Client()]
    for client, person in zip(clients, (member, make_person(member.community, "Dimas")), strict=True):
        sign_in(client, person)
    first, second = SignIn.objects.all()
    SignIn.objects.filter(pk=first.pk).update(content=second.content)
    assert SessionStore(_cookie_of(clients, first.mark)).load() == {}


def _cookie_of(clients: list[Client], mark: str) -> str:
    return next(c.cookies["s"].value for c in clients if signins.mark(c.cookies["s"].value) == mark)


def test_database_and_server_key_open_nothing_without_the_cookie(client: Client, member: Person) -> None:
    sign_in(client, member)
    row, cookie = SignIn.objects.get(), client.cookies["s"].value
    assert member.pk.encode() in _opened(row, cookie)  # with it they do

    for guess in ("", row.mark, row.mark[:32], member.pk, member.login, member.stamp, member.keyholder.pk):
        for key in (signins._key(guess), files.server_key(), files.pepper(), bytes.fromhex(row.mark)):
            with pytest.raises(Tampered):
                primitives.unseal(row.content, key, primitives.context("sign-in", row.mark))
    with pytest.raises(Tampered):
        files.server_unseal(row.content, "sign-in", row.mark)


def test_cookie_without_the_server_key_opens_nothing(client: Client, member: Person, settings: Any) -> None:
    sign_in(client, member)
    row, cookie = SignIn.objects.get(), client.cookies["s"].value
    settings.SECRET_FILE = settings.SECRET_FILE.with_name("another.key")
    settings.SECRET_FILE.write_bytes(bytes(range(32)))
    with pytest.raises(Tampered):
        _opened(row, cookie)


def _opened(row: SignIn, cookie: str) -> bytes:
    return primitives.unseal(row.content, signins._key(cookie), primitives.context("sign-in", row.mark))


def test_damaged_row_is_no_sign_in(client: Client, member: Person) -> None:
    sign_in(client, member)
    SignIn.objects.update(content=b"\x01" + bytes(200))
    assert SessionStore(client.cookies["s"].value).load() == {}


def test_ended_row_opens_nothing_and_is_purged(client: Client, member: Person) -> None:
    sign_in(client, member)
    ends = SignIn.objects.get().ends
    assert signins.purge(ends - timedelta(seconds=1)) == 0
    with time_machine.travel(ends + timedelta(seconds=1)):
        assert SessionStore(client.cookies["s"].value).load() == {}
    assert signins.purge(ends) == 1
    assert not SignIn.objects.exists()


def test_changed_sign_in_keeps_its_end(client: Client, member: Person) -> None:
    sign_in(client, member)
    before = SignIn.objects.get().ends
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=2)):
        store = SessionStore(client.cookies["s"].value)
        store["more"] = 1
        store.save()
    assert SignIn.objects.get().ends == before
