"""What a signed-in browser may hear of on the live channel (see live/): asked for when a stream opens."""

from collections.abc import Mapping

from django.conf import settings
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.utils.crypto import constant_time_compare

from sebaya.accounts import idle, keys, second_factor
from sebaya.accounts.backend import everyone
from sebaya.accounts.models import Person
from sebaya.accounts.signins import SessionStore
from sebaya.live import Subscription, topic
from sebaya.vault import files
from sebaya.vault.keyring import Keyring

DESK = "desk"


def person_topic(person_id: str) -> str:
    return topic("person", person_id)


def mailbox_topic(lookup: bytes) -> str:
    """Of one request's seeker side: only its owner's sign-in can compute the lookup."""
    return topic("mailbox", bytes(lookup).hex())


def community_topic(community_id: str, kind: str = DESK) -> str:
    return topic(kind, community_id)


def key_of(person_id: str) -> str:
    """Under this key `live.revoke` ends all streams of a person."""
    return files.server_token("person", person_id)


def subscription_for(cookies: Mapping[str, str], slug: str) -> Subscription | None:
    """None unless the cookies are a complete sign-in of somebody of this community."""
    jar = dict(cookies)
    session = SessionStore(jar.get(settings.SESSION_COOKIE_NAME))
    person = _person(session, jar)
    if person is None or person.community.slug != slug:
        return None
    keyring = keys.keyring(session, jar)
    if keyring is None:
        return None
    return Subscription(key=key_of(person.pk), topics=frozenset(_topics(person, keyring)))


def _person(session: SessionStore, jar: dict[str, str]) -> Person | None:
    if SESSION_KEY not in session:
        return None
    person = everyone().filter(pk=session[SESSION_KEY], is_active=True).first()
    if person is None or not constant_time_compare(session.get(HASH_SESSION_KEY, ""), person.stamp):
        return None
    if second_factor.missing(session, person) or idle.is_over(session.get(keys.ENTRY, ""), jar, person):
        return None
    return person


def _topics(person: Person, keyring: Keyring) -> list[str]:
    topics = [person_topic(person.pk)]
    if person.role_set.counsellor or person.role_set.duty:
        topics.append(community_topic(person.community_id))
    if not person.staff:
        topics += [mailbox_topic(lookup) for lookup in keyring.mailbox_secrets]
    return topics
