"""Offers: sealed to the next candidates, accepted by one, declined, expired, withdrawn, made again."""

import json
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.communities import clock
from sebaya.communities.defaults import OFFER_OPEN
from sebaya.flags.models import Flag, Level, State
from sebaya.live import changed
from sebaya.programmes import duty
from sebaya.support import queries, readers
from sebaya.support.actions import lines
from sebaya.support.candidates import limits_of, pack, supporters
from sebaya.support.choices import OFFER_MOVES, DeclineReason, Lead, OfferState, RequestState, ThreadKind
from sebaya.support.errors import AlreadyTaken, NotNow, OverLimit
from sebaya.support.models import Block, Offer, Request, Thread
from sebaya.support.rules.matching import Seeker, broken_limits, candidates, stand_in
from sebaya.support.topics import offer_topics, request_topics
from sebaya.vault import files, safes
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import Keyholder, KeyState
from sebaya.vault.safes import OpenSafe

AT_ONCE = 3  # candidates who see an offer at the same time (vault.md, Asking)


def renew_match(request: Request, match: OpenSafe, seeker: Seeker, now: datetime) -> None:
    """Computes the order afresh, in the seeker's session, and seals it."""
    found = candidates(request.pk, seeker, supporters(request.community), limits_of(request.community), now)
    order: list[dict[str, object]] = [{"id": each.person, "parts": dict(each.parts)} for each in found]
    request.sealed_match = match.seal(pack(seeker, order), "request.match", request.pk)
    request.save(update_fields=["sealed_match"])


def read_match(match: OpenSafe, request: Request) -> dict[str, Any]:
    assert request.sealed_match is not None  # sealed in the moment the safe is made
    content: dict[str, Any] = json.loads(match.unseal(request.sealed_match, "request.match", request.pk))
    return content


@transaction.atomic
def offer_next(request: Request, match: OpenSafe, talk: OpenSafe, now: datetime) -> int:
    """Offers to the next untried candidates until three see it; returns how many were added."""
    request = Request.objects.select_for_update(of=("self",)).select_related("community").get(pk=request.pk)
    if request.state != RequestState.WAITING or kept_for_adults(request) or not duty.rota(request.community):
        return 0
    free = AT_ONCE - request.offers.filter(state=OfferState.OPEN).count()
    order = [each for each in read_match(match, request)["order"] if mark(request, each["id"]) not in request.tried]
    able = {
        each.person for each in supporters(request.community, [each["id"] for each in order]) if _able(request, each)
    }
    chosen = [each for each in order if each["id"] in able][: max(free, 0)]
    for each in chosen:
        _offer(request, talk, each["id"], each["parts"], now)
    return len(chosen)


def kept_for_adults(request: Request) -> bool:
    """Red until it is closed, orange until somebody has looked: no peer begins here meanwhile."""
    return keeps_for_adults(queries.open_flag(request))


def keeps_for_adults(flag: Flag | None) -> bool:
    """The same rule for a flag that is there already; closed ones are none."""
    return flag is not None and (flag.level == Level.RED or (flag.level, flag.state) == (Level.ORANGE, State.OPEN))


def _able(request: Request, supporter: Any) -> bool:
    """What may have changed since the order was made; the rest was checked in the seeker's session."""
    limits = limits_of(request.community)
    return not broken_limits(stand_in(supporter), supporter, limits)


def mark(request: Request, person: str) -> str:
    """Stands for a supporter who was asked; only this installation can compute it."""
    return files.server_token("tried", request.pk, person)


def _offer(
    request: Request, talk: OpenSafe, person: str, parts: dict[str, int], now: datetime, override: bool = False
) -> Offer:
    ends = clock.after_duty_time(request.community, OFFER_OPEN, now)
    offer = Offer.objects.create(
        request=request,
        supporter_id=person,
        place=len(request.tried) + 1,
        parts=parts,
        opened_at=now,
        ends_at=ends,
        override=override,
    )
    holder = Keyholder.objects.get(person_id=person)
    safes.grant(talk, holder, state=KeyState.OFFERED, until=ends)
    request.tried = [*request.tried, mark(request, person)]
    request.save(update_fields=["tried"])
    changed(*offer_topics(offer))
    return offer


@transaction.atomic
def override(*, by: Person, request: Request, talk: OpenSafe, supporter: Person, now: datetime | None = None) -> Offer:
    """A counsellor offers to somebody else. Limits that do not need the seeker's session are still hard."""
    now = now or timezone.now()
    request = Request.objects.select_for_update().get(pk=request.pk)
    if request.state != RequestState.WAITING:
        raise AlreadyTaken
    if kept_for_adults(request):
        raise OverLimit(["flag"])
    if readers.is_away(talk, request, supporter.pk):
        raise OverLimit(["excluded"])
    if Block.objects.filter(supporter=supporter, lookup=request.mailbox.lookup).exists():
        raise OverLimit(["blocked"])
    facts = supporters(request.community, [supporter.pk])
    if not facts:
        raise OverLimit(["reach"])
    codes = broken_limits(stand_in(facts[0]), facts[0], limits_of(request.community))
    if codes:
        raise OverLimit(codes)
    record("offer.override", community=request.community, by=by, about=request.pk, at=now)
    open_offer = request.offers.filter(supporter=supporter, state=OfferState.OPEN).first()
    return open_offer or _offer(request, talk, supporter.pk, {}, now, override=True)


@transaction.atomic
def accept(*, by: Person, keyring: Keyring, offer: Offer, now: datetime | None = None) -> Request:
    """The supporter takes it; others' offers end. Raises AlreadyTaken, NotNow or OverLimit."""
    now = now or timezone.now()
    if offer.request_id is None:
        raise AlreadyTaken
    request = Request.objects.select_for_update(of=("self",)).select_related("community").get(pk=offer.request_id)
    offer = Offer.objects.select_for_update().get(pk=offer.pk)
    if offer.state == OfferState.ACCEPTED and request.supporter_id == by.pk:
        return request
    if offer.state != OfferState.OPEN or offer.ends_at <= now or request.state != RequestState.WAITING:
        raise AlreadyTaken
    if kept_for_adults(request):
        raise AlreadyTaken
    if not duty.peer_door_open(request.community, now):
        raise NotNow
    _check_limits(request, by)
    talk = _activate(keyring, request)
    _end_accepted(request)
    _move(offer, OfferState.ACCEPTED)
    _begin(request, by, talk, now)
    withdraw_open(request)
    record("offer.accepted", community=request.community, by=by, about=request.pk, at=now)
    return request


def _end_accepted(request: Request) -> None:
    """Of a peer who left or was relieved: nobody talks now, or this one could not be accepted."""
    for earlier in request.offers.filter(state=OfferState.ACCEPTED):
        end(earlier, OfferState.WITHDRAWN)


def _check_limits(request: Request, by: Person) -> None:
    facts = supporters(request.community, [by.pk])
    codes = ["reach"] if not facts else broken_limits(stand_in(facts[0]), facts[0], limits_of(request.community))
    if codes:
        raise OverLimit(codes)


def _activate(keyring: Keyring, request: Request) -> OpenSafe:
    keys = safes.SafeKey.objects.filter(safe_id=request.talk_id, holder_id=keyring.holder_id)
    keys.update(state=KeyState.ACTIVE, until=None, since=timezone.localdate())
    return keyring.open_safe(request.talk_id)


def _begin(request: Request, by: Person, talk: OpenSafe, now: datetime) -> None:
    request.state, request.lead, request.supporter = RequestState.TALKING, Lead.PEER, by
    request.last_at = now
    request.save(update_fields=["state", "lead", "supporter", "last_at"])
    _consult(request, by, talk)
    lines.write(request, "joined", person=by, now=now)
    changed(*request_topics(request))


def _consult(request: Request, by: Person, talk: OpenSafe) -> None:
    """One consult a supporter. Whose keys ended with a suspension begins a new one; the old stays with the adults."""
    mine = Thread.objects.filter(request=request, kind=ThreadKind.CONSULT, supporter=by)
    if mine.filter(safe__keys__holder_id=by.keyholder.pk).exists():
        return
    mine.update(supporter=None)
    consult = readers.new_consult(talk, request, by.keyholder)
    Thread.objects.create(request=request, kind=ThreadKind.CONSULT, supporter=by, safe_id=consult.id)


@transaction.atomic
def decline(*, by: Person, offer: Offer, reason: str) -> None:
    """No is always fine. "Aku kenal orang ini" also keeps the two apart from now on."""
    offer = Offer.objects.select_for_update().get(pk=offer.pk)
    if offer.state != OfferState.OPEN:
        return
    offer.reason = DeclineReason(reason)
    request = end(offer, OfferState.DECLINED)
    if reason == DeclineReason.KNOWN:
        Block.objects.get_or_create(supporter=by, lookup=request.mailbox.lookup)
    record("offer.declined", community=request.community, by=by, reason=reason)
    changed(*request_topics(request))


def withdraw_open(request: Request) -> None:
    """Offers nobody answered end; who never said no may be asked again when the conversation waits again."""
    unanswered = set()
    for offer in request.offers.filter(state=OfferState.OPEN).select_related("supporter"):
        unanswered.add(mark(request, offer.supporter_id))
        end(offer, OfferState.WITHDRAWN)
    request.tried = [each for each in request.tried if each not in unanswered]
    request.save(update_fields=["tried"])


def withdraw_for(person: Person) -> None:
    """A supporter is suspended, held or leaves: their open offers end."""
    for offer in Offer.objects.filter(supporter=person, state=OfferState.OPEN):
        end(offer, OfferState.WITHDRAWN)


def end(offer: Offer, state: str) -> Request:
    """An offer comes to nothing: its key goes, and it forgets its request and its hour. Gives that request."""
    _move(offer, state)
    request = offer.request
    assert request is not None  # only what has ended has none
    safes.SafeKey.objects.filter(
        safe_id=request.talk_id, holder__person_id=offer.supporter_id, state=KeyState.OFFERED
    ).delete()
    offer.request = None
    offer.opened_at = offer.opened_at.replace(hour=0, minute=0, second=0, microsecond=0)
    offer.ends_at, offer.parts = offer.opened_at + timedelta(days=1), {}
    offer.save()
    changed(*offer_topics(offer))
    return request


def _move(offer: Offer, to: str) -> None:
    if to not in OFFER_MOVES[OfferState(offer.state)]:
        raise AlreadyTaken
    offer.state = to
    offer.save(update_fields=["state"])


@transaction.atomic
def expire(now: datetime) -> int:
    """Sweep: offers whose time is over. The next candidates are asked by the next session with the key."""
    due = Offer.objects.select_for_update(of=("self",)).filter(ends_at__lte=now, state=OfferState.OPEN)
    gone = list(due.select_related("request"))
    for offer in gone:
        changed(*request_topics(end(offer, OfferState.EXPIRED)))
    return len(gone)
