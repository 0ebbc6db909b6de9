"""What a signed-in holder does for others on the way: passes keys on, and lets matching go on.

No job holds a key, so this happens in the requests of seekers, supporters and counsellors (the named
exemption "pending grants" of the select-only guard).
"""

from contextlib import suppress
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.guard import may_write
from sebaya.communities.defaults import DUTY_KEY
from sebaya.communities.models import Community
from sebaya.communities.prepared import Prepared
from sebaya.flags.models import Flag, Level, State
from sebaya.flags.queries import is_red
from sebaya.support import identity, readers
from sebaya.support.actions import offers
from sebaya.support.actions.asking import read_file
from sebaya.support.candidates import seeker_again
from sebaya.support.choices import FLAG_KIND, Door, Lead, OfferState, RequestState
from sebaya.support.models import IdentityKey, Request, Thread
from sebaya.vault import recovery, safes
from sebaya.vault.errors import NoKey
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import KeyState, PendingGrant, SafeKey
from sebaya.vault.safes import OpenSafe

AT_MOST = 10  # things done for others in one request
MOST_HALVES = 500  # second halves for a new envelope in one request: a tenth of a second


def fulfil(person: Person, keyring: Keyring, now: datetime | None = None) -> int:
    """For staff: pending grants, k1 for adults called to red, and stalled matching. Returns how many."""
    now = now or timezone.now()
    with may_write("pending grants"), transaction.atomic():
        return _grants(keyring, now) + _first_halves(keyring, now) + _stalled(keyring, now)


def _grants(keyring: Keyring, now: datetime) -> int:
    mine = SafeKey.objects.filter(keyring.keys()).values("safe_id")
    pending = PendingGrant.objects.filter(safe_id__in=mine, confirmed=True).select_related("holder")
    done = 0
    for grant in pending[:AT_MOST]:
        with suppress(NoKey):  # who cannot check the exclusions leaves the note for somebody who can
            done += _grant(keyring, grant, now)
            grant.delete()
    return done


def _grant(keyring: Keyring, grant: PendingGrant, now: datetime) -> bool:
    request = request_of_safe(grant.safe_id)
    safe = keyring.open_safe(grant.safe_id)
    talk = keyring.open_safe(request.talk_id) if request else safe
    return _pass_on(safe, talk, request, grant, now)


def _pass_on(safe: OpenSafe, talk: OpenSafe, request: Request | None, grant: PendingGrant, now: datetime) -> bool:
    """Never to the excluded, never too late, and never less than they have already."""
    if request and readers.is_away(talk, request, grant.holder.person_id):
        return False
    key = SafeKey.objects.filter(safe_id=grant.safe_id, holder=grant.holder).first()
    lasting = key is not None and key.state == KeyState.ACTIVE and key.until is None
    over = grant.until is not None and grant.until <= now
    if lasting or over or (key is not None and grant.state == KeyState.OFFERED):
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
    keys = _lacking_the_first_half(request, now)
    if not keys:
        return 0
    try:
        file = keyring.open_safe(request.file_id)
    except NoKey:
        return 0
    half = bytes.fromhex(str(read_file(file, request)["k1"]))
    return _give_first_half(request, keys, half, now)


def _lacking_the_first_half(request: Request, now: datetime) -> list[SafeKey]:
    """Keys of adults who were called to the talk and could not yet ask for the name."""
    has = IdentityKey.objects.filter(identity__request=request, half="k1").values("holder_id")
    called = SafeKey.objects.filter(safe_id=request.talk_id, until__gt=now, holder__person__roles__duty=True)
    return list(called.exclude(holder_id__in=has).select_related("holder"))


def _give_first_half(request: Request, keys: list[SafeKey], half: bytes, now: datetime) -> int:
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


def help_who_is_called(keyring: Keyring, request: Request, talk: OpenSafe, now: datetime | None = None) -> int:
    """In the seeker's own session, while a flag is open: keys that are noted for adults, and k1 where it is red."""
    now = now or timezone.now()
    red = is_red(FLAG_KIND, request.pk)
    pending = list(PendingGrant.objects.filter(safe_id=talk.id, confirmed=True).select_related("holder")[:AT_MOST])
    if not pending and not (red and _lacking_the_first_half(request, now)):
        return 0
    with may_write("pending grants"), transaction.atomic():
        done = sum(_pass_on(talk, talk, request, grant, now) for grant in pending)
        PendingGrant.objects.filter(pk__in=[grant.pk for grant in pending]).delete()
        lacking = _lacking_the_first_half(request, now) if red else []
        return done + _give_first_half(request, lacking, keyring.secret_of(request.mailbox).half("k1"), now)


def second_halves(keyring: Keyring, request: Request, talk: OpenSafe) -> int:
    """A second key holder who came later gets k2 from the seeker's own sign-in, unless excluded."""
    has = {holder for (holder,) in _with_second_half.rows(request=request.pk)}
    lacking = [each for each in readers.second_key_holders(request.community) if each.pk not in has]
    wanted = [each for each in lacking if not readers.is_away(talk, request, each.person_id)]
    if not wanted:
        return 0
    half = keyring.secret_of(request.mailbox).half("k2")
    with may_write("pending grants"), transaction.atomic():
        for holder in wanted:
            readers.give_half(request, "k2", half, holder)
    return len(wanted)


_with_second_half = Prepared(
    lambda request: IdentityKey.objects.filter(identity__request=request, half="k2").values_list("holder_id")
)


def sheet_halves(keyring: Keyring, community: Community) -> int:
    """A second key holder gives the envelope in the safe the second halves that were sealed before it was made.

    Nobody is excluded here: an envelope is nobody.
    """
    sheet = recovery.emergency_sheet(community)
    if sheet is None:
        return 0
    theirs = IdentityKey.objects.filter(holder=sheet, half="k2").values("identity_id")
    mine = IdentityKey.objects.filter(holder_id=keyring.holder_id, half="k2").exclude(identity_id__in=theirs)
    rows = list(mine.select_related("identity__request")[:MOST_HALVES])
    if not rows:
        return 0
    with may_write("pending grants"), transaction.atomic():
        for row in rows:
            request = row.identity.request
            readers.give_half(request, "k2", identity.unbox_half(keyring, row.sealed, request, "k2"), sheet)
    return len(rows)


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
