"""What a signed-in holder does for others on the way: passes keys on, and lets matching go on.

No job holds a key, so this happens in the requests of seekers, supporters and counsellors (the named
exemption "pending grants" of the select-only guard).
"""

from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.guard import may_write
from sebaya.communities.defaults import DUTY_KEY
from sebaya.flags.models import Flag, Level, State
from sebaya.support import readers
from sebaya.support.actions import offers
from sebaya.support.actions.asking import read_file
from sebaya.support.actions.sending import FLAG_KIND
from sebaya.support.candidates import seeker_again
from sebaya.support.choices import Door, Lead, OfferState, RequestState
from sebaya.support.models import IdentityKey, Request, Thread
from sebaya.vault import safes
from sebaya.vault.errors import NoKey
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import PendingGrant, SafeKey
from sebaya.vault.safes import OpenSafe

AT_MOST = 10  # things done for others in one request


def fulfil(person: Person, keyring: Keyring, now: datetime | None = None) -> int:
    """For staff: pending grants, k1 for adults called to red, and stalled matching. Returns how many."""
    now = now or timezone.now()
    with may_write("pending grants"), transaction.atomic():
        return _grants(keyring) + _first_halves(keyring, now) + _stalled(keyring, now)


def _grants(keyring: Keyring) -> int:
    mine = SafeKey.objects.filter(keyring.keys()).values("safe_id")
    pending = PendingGrant.objects.filter(safe_id__in=mine, confirmed=True).select_related("holder")
    done = 0
    for grant in pending[:AT_MOST]:
        done += _grant(keyring, grant)
        grant.delete()
    return done


def _grant(keyring: Keyring, grant: PendingGrant) -> bool:
    request = request_of_safe(grant.safe_id)
    try:
        safe = keyring.open_safe(grant.safe_id)
        talk = keyring.open_safe(request.talk_id) if request else safe
    except NoKey:
        return False
    if request and readers.is_away(talk, request, grant.holder.person_id):
        return False
    safes.grant(safe, grant.holder, state=grant.state, until=grant.until)
    return True


def request_of_safe(safe_id: str) -> Request | None:
    """The request that a safe belongs to."""
    for name in ("talk_id", "file_id", "match_id"):
        request = Request.objects.filter(**{name: safe_id}).first()
        if request:
            return request
    thread = Thread.objects.filter(safe_id=safe_id).select_related("request").first()
    return thread.request if thread else None


def _first_halves(keyring: Keyring, now: datetime) -> int:
    """Adults called to red from a supporter's session still lack k1."""
    red = Flag.objects.filter(
        community_id=keyring.community_id, kind=FLAG_KIND, level=Level.RED, state__in=[State.OPEN, State.ACKNOWLEDGED]
    ).values("subject")
    done = 0
    for request in Request.objects.filter(pk__in=red)[:AT_MOST]:
        done += _first_half(keyring, request, now)
    return done


def _first_half(keyring: Keyring, request: Request, now: datetime) -> int:
    has = IdentityKey.objects.filter(identity__request=request, half="k1").values("holder_id")
    lacking = SafeKey.objects.filter(safe_id=request.talk_id, until__gt=now, holder__person__roles__duty=True)
    keys = list(lacking.exclude(holder_id__in=has).select_related("holder"))
    if not keys:
        return 0
    try:
        file = keyring.open_safe(request.file_id)
    except NoKey:
        return 0
    half = bytes.fromhex(str(read_file(file, request)["k1"]))
    for key in keys:
        assert key.holder is not None
        readers.give_half(request, "k1", half, key.holder, until=now + DUTY_KEY)
    return len(keys)


def _stalled(keyring: Keyring, now: datetime) -> int:
    """Waiting requests that nobody sees an offer of: the next candidates are asked."""
    mine = SafeKey.objects.filter(keyring.keys()).values("safe_id")
    waiting = waiting_for_peers().filter(match_id__in=mine)
    done = 0
    for request in waiting[:AT_MOST]:
        match, talk = keyring.open_safe(str(request.match_id)), keyring.open_safe(request.talk_id)
        done += offers.offer_next(request, match, talk, now)
    return done


def waiting_for_peers() -> "QuerySet[Request]":
    """Peer requests with nobody and no open offer, which no open flag keeps for an adult."""
    flagged = Flag.objects.filter(kind=FLAG_KIND, level__in=[Level.RED, Level.ORANGE]).exclude(state=State.CLOSED)
    return (
        Request.objects.filter(door=Door.PEER, state=RequestState.WAITING, lead=Lead.NOBODY)
        .exclude(offers__state=OfferState.OPEN)
        .exclude(pk__in=flagged.values("subject"))
        .select_related("community")
    )


def second_halves(keyring: Keyring, request: Request, talk: OpenSafe) -> int:
    """A second key holder who came later gets k2 from the seeker's own sign-in, unless excluded."""
    has = set(IdentityKey.objects.filter(identity__request=request, half="k2").values_list("holder_id", flat=True))
    lacking = [each for each in readers.second_key_holders(request.community) if each.pk not in has]
    wanted = [each for each in lacking if not readers.is_away(talk, request, each.person_id)]
    if not wanted:
        return 0
    half = keyring.secret_of(request.mailbox).half("k2")
    with may_write("pending grants"), transaction.atomic():
        for holder in wanted:
            readers.give_half(request, "k2", half, holder)
    return len(wanted)


def fulfil_as_seeker(person: Person, keyring: Keyring, request: Request, now: datetime | None = None) -> int:
    """In the seeker's own session: the order of candidates is renewed and the next are asked."""
    now = now or timezone.now()
    if not waiting_for_peers().filter(pk=request.pk).exists() or request.match_id is None:
        return 0
    with may_write("pending grants"), transaction.atomic():
        match: OpenSafe = keyring.open_safe_as_seeker(request.match_id, request.mailbox)
        talk = keyring.open_safe_as_seeker(request.talk_id, request.mailbox)
        kept = offers.read_match(match, request)
        offers.renew_match(request, match, seeker_again(person, keyring, kept), now)
        return offers.offer_next(request, match, talk, now)
