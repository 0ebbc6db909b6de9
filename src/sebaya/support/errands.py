"""Whether a signed-in adult has anything to do for others: one query, so that opening the desk stays cheap."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from sebaya.accounts import contacts
from sebaya.accounts.models import Person
from sebaya.communities.prepared import Prepared
from sebaya.flags.models import Flag, Level, State
from sebaya.support import desk_queries, fulfil
from sebaya.support.choices import FLAG_KIND
from sebaya.support.models import IdentityKey, Request
from sebaya.vault.keyring import Keyring, alive
from sebaya.vault.models import Keyholder, PendingGrant, SafeKey

AGAIN = timedelta(minutes=1)  # waiting requests that nobody fits are tried again no sooner

_tried: dict[str, tuple[int, datetime]] = {}  # holder → how many were waiting when last tried, and when


class Errands(NamedTuple):
    grants: bool
    halves: bool
    stalled: int


def run(person: Person, keyring: Keyring, now: datetime | None = None) -> int:
    """Passes keys on and lets matching go on, if there is anything to do; returns how many things were done."""
    now = now or timezone.now()
    if person.role_set.second_key:  # who is nothing else that holds keys
        return _share(keyring, person)
    found = waiting(keyring, now)
    if not (found.grants or found.halves or _worth_trying(keyring, found.stalled, now)):
        return 0
    _tried[keyring.holder_id] = found.stalled, now
    return fulfil.fulfil(person, keyring, now)


def _share(keyring: Keyring, person: Person) -> int:
    """Second key holders and envelopes that came later lack what was sealed before."""
    return contacts.share(keyring, person.community) + fulfil.sheet_halves(keyring, person.community)


def _worth_trying(keyring: Keyring, stalled: int, now: datetime) -> bool:
    """Offers that nobody can get now would be looked for again with every page; another number is news."""
    before, at = _tried.get(keyring.holder_id, (0, now - AGAIN))
    return stalled > 0 and (stalled != before or now - at >= AGAIN)


def waiting(keyring: Keyring, now: datetime) -> Errands:
    """What this key could do for others."""
    [row] = _waiting.rows(holder=keyring.holder_id, community=keyring.community_id, now=now)
    return Errands(*row)


def _ask(holder: str, community: str, now: datetime) -> "QuerySet[Any, Any]":
    mine = _keys(holder, now)
    grants = PendingGrant.objects.filter(safe_id__in=mine.values("safe_id"), confirmed=True)
    stalled = fulfil.waiting_for_peers().filter(match_id__in=mine.values("safe_id"), community_id=community)
    row = Keyholder.objects.annotate(
        grants=Exists(grants), halves=Exists(_halves(holder, community, now)), stalled=desk_queries.how_many(stalled)
    )
    return row.filter(pk=holder).values_list(*Errands._fields)


_waiting = Prepared(_ask)


def _keys(holder: str, now: datetime) -> "QuerySet[SafeKey]":
    return SafeKey.objects.filter(alive(holder, now))


def _halves(holder: str, community: str, now: datetime) -> "QuerySet[Request]":
    """Red requests whose first half an adult on the rota still lacks, and this key could give."""
    red = Flag.objects.filter(
        community_id=community, kind=FLAG_KIND, level=Level.RED, state__in=[State.OPEN, State.ACKNOWLEDGED]
    )
    given = IdentityKey.objects.filter(
        identity__request=OuterRef(OuterRef("pk")), holder=OuterRef("holder_id"), half="k1"
    )
    lacking = SafeKey.objects.filter(
        ~Exists(given), safe_id=OuterRef("talk_id"), until__gt=now, holder__person__roles__duty=True
    )
    file = _keys(holder, now).filter(safe_id=OuterRef("file_id"))
    return Request.objects.filter(Exists(lacking), Exists(file), pk__in=red.values("subject"))


def forget() -> None:
    """Forgets what was tried: for tests."""
    _tried.clear()
