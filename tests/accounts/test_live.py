"""What a signed-in browser may hear of."""

import pytest
import time_machine
from django.test import Client
from tests.accounts.helpers import (
    PASSWORD,
    fresh,
    give_second_factor,
    make_community,
    make_person,
    post_sign_in,
    rows,
    sign_in,
)

from sebaya.accounts import actions, live_access
from sebaya.accounts.models import Person
from sebaya.live import Subscription
from sebaya.vault import holders
from sebaya.vault.keyring import keyring_of

pytestmark = pytest.mark.django_db


def heard(client: Client, slug: str = "smp-melati") -> Subscription | None:
    return live_access.subscription_for({name: morsel.value for name, morsel in client.cookies.items()}, slug)


def test_member_hears_of_themselves_and_their_mailboxes(client: Client, member: Person) -> None:
    sign_in(client, member)
    ring = keyring_of(member.keyholder, holders.unlock(member.keyholder, PASSWORD))
    expected = {live_access.mailbox_topic(lookup) for lookup in ring.mailbox_secrets}
    subscription = heard(client)
    assert subscription is not None
    assert subscription.topics == expected | {live_access.person_topic(member.pk)}
    assert subscription.key == live_access.key_of(member.pk)


@pytest.mark.parametrize("role", ["counsellor", "duty"])
def test_desk_is_heard_by_who_stands_there(client: Client, community: object, role: str) -> None:
    person = make_person(community, "Bu Guru", roles=(role,))  # type: ignore[arg-type]
    sign_in(client, person)
    subscription = heard(client)
    assert subscription is not None
    assert subscription.topics == {
        live_access.person_topic(person.pk),
        live_access.community_topic(person.community_id),
    }


@pytest.mark.parametrize("role", ["leader", "coordinator", "second_key", "companion"])
def test_desk_is_not_heard_by_others(client: Client, community: object, role: str) -> None:
    person = make_person(community, "Bu Guru", roles=(role,))  # type: ignore[arg-type]
    sign_in(client, person)
    subscription = heard(client)
    assert subscription is not None
    assert subscription.topics == {live_access.person_topic(person.pk)}


def test_visitor_hears_nothing(client: Client, community: object) -> None:
    assert heard(client) is None
    assert live_access.subscription_for({"s": "x" * 32, "k": "y"}, "smp-melati") is None


def test_pending_second_factor_hears_nothing(client: Client, counsellor: Person) -> None:
    give_second_factor(counsellor)
    post_sign_in(client, counsellor)
    assert heard(client) is None


def test_second_factor_not_yet_set_up_hears_nothing(client: Client, counsellor: Person) -> None:
    post_sign_in(client, counsellor)
    assert heard(client) is None


def test_other_community_hears_nothing(client: Client, member: Person) -> None:
    make_community("sma-kenanga")
    sign_in(client, member)
    assert heard(client, "sma-kenanga") is None


@pytest.mark.parametrize("cookie", ["s", "k", "i"])
def test_every_cookie_is_needed(client: Client, member: Person, cookie: str) -> None:
    sign_in(client, member)
    assert heard(client) is not None
    client.cookies.pop(cookie)
    assert heard(client) is None


def test_suspended_hears_nothing(client: Client, member: Person) -> None:
    sign_in(client, member)
    actions.suspend(by=None, person=fresh(member))
    assert heard(client) is None


def test_other_stamp_hears_nothing(client: Client, member: Person) -> None:
    sign_in(client, member)
    actions.end_other_signins(by=fresh(member))
    assert heard(client) is None


def test_rest_hears_nothing(client: Client, member: Person) -> None:
    with time_machine.travel("2026-08-04 16:00+07:00", tick=False) as clock:
        sign_in(client, member)
        clock.shift(31 * 60)
        assert heard(client) is None


def test_listening_writes_nothing(client: Client, member: Person, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def]
    sign_in(client, member)
    before = rows()
    with django_assert_max_num_queries(2):
        heard(client)
    assert rows() == before
