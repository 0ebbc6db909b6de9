"""What each side does in a conversation: say, hand over, take over, leave, close."""

from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.communities.defaults import SUPPORTER_KEY_AFTER_CLOSE
from sebaya.detection import Finding
from sebaya.live import changed
from sebaya.programmes import duty
from sebaya.support.actions import lines, offers, sending
from sebaya.support.actions.reading import record_reading
from sebaya.support.choices import REQUEST_MOVES, CloseReason, Lead, RequestState, Side, ThreadKind
from sebaya.support.errors import AlreadyTaken, Closed, Flagged, NotNow
from sebaya.support.models import Block, Message, Request, Thread
from sebaya.support.topics import request_topics
from sebaya.vault.errors import NoKey
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import SafeKey
from sebaya.vault.safes import OpenSafe


def talk_of(request: Request) -> Thread:
    return Thread.objects.get(request=request, kind=ThreadKind.TALK)


class Opened(NamedTuple):
    """The talk's key and thread, where the caller has them already."""

    safe: OpenSafe
    thread: Thread


def seeker_says(
    *,
    keyring: Keyring,
    request: Request,
    text: str,
    key: str,
    finding: Finding,
    opened: Opened | None = None,
    now: datetime | None = None,
) -> Message:
    """Always kept and detected, whatever the hour; the page says when it will be read."""
    opened = opened or Opened(keyring.open_safe_as_seeker(request.talk_id, request.mailbox), talk_of(request))
    half = keyring.secret_of(request.mailbox).half("k1")
    return sending.say(
        request=request, thread=opened.thread, safe=opened.safe, side=Side.SEEKER, person=None, text=text, key=key,
        finding=finding, first_half=half, now=now,
    )  # fmt: skip


def supporter_says(
    *,
    by: Person,
    keyring: Keyring,
    request: Request,
    text: str,
    key: str,
    finding: Finding,
    opened: Opened | None = None,
    now: datetime | None = None,
) -> Message:
    """Inside the peer window only, while an adult is on duty. Raises NotNow, AlreadyTaken or Closed."""
    now = now or timezone.now()
    if request.state == RequestState.CLOSED:
        raise Closed
    if request.lead != Lead.PEER or request.supporter_id != by.pk:
        raise AlreadyTaken
    if not duty.peer_door_open(request.community, now):
        raise NotNow
    opened = opened or Opened(keyring.open_safe(request.talk_id), talk_of(request))
    return sending.say(
        request=request, thread=opened.thread, safe=opened.safe, side=Side.SUPPORTER, person=by, text=text, key=key,
        finding=finding, now=now,
    )  # fmt: skip


def adult_says(
    *,
    by: Person,
    keyring: Keyring,
    request: Request,
    text: str,
    key: str,
    finding: Finding,
    opened: Opened | None = None,
    now: datetime | None = None,
) -> Message:
    """An adult writes after joining; there is no hour at which an adult may not."""
    opened = opened or Opened(keyring.open_safe(request.talk_id), talk_of(request))
    if request.lead != Lead.ADULT:
        raise AlreadyTaken
    record_reading(by=by, request=request, now=now)
    return sending.say(
        request=request, thread=opened.thread, safe=opened.safe, side=Side.ADULT, person=by, text=text, key=key,
        finding=finding, now=now,
    )  # fmt: skip


def consult_says(
    *, by: Person, keyring: Keyring, thread: Thread, text: str, key: str, finding: Finding, now: datetime | None = None
) -> Message:
    """Supporter and counsellors beside the conversation. What a supporter reports is detected too."""
    side = Side.SUPPORTER if thread.supporter_id == by.pk else Side.ADULT
    return sending.say(
        request=thread.request, thread=thread, safe=keyring.open_safe(thread.safe_id), side=side, person=by, text=text,
        key=key, finding=finding, talk=_talk_if_held(keyring, thread.request), now=now,
    )  # fmt: skip


def _talk_if_held(keyring: Keyring, request: Request) -> OpenSafe | None:
    try:
        return keyring.open_safe(request.talk_id)
    except NoKey:
        return None


def note(
    *,
    by: Person,
    keyring: Keyring,
    request: Request,
    text: str,
    key: str,
    finding: Finding,
    now: datetime | None = None,
) -> Message:
    """A counsellor's note in `file`, for counsellors alone."""
    thread, _made = Thread.objects.get_or_create(
        request=request, kind=ThreadKind.NOTES, supporter=None, defaults={"safe_id": request.file_id}
    )
    return sending.say(
        request=request, thread=thread, safe=keyring.open_safe(request.file_id), side=Side.ADULT, person=by, text=text,
        key=key, finding=finding, now=now,
    )  # fmt: skip


@transaction.atomic
def take_over(
    *, by: Person, keyring: Keyring, request: Request, instead_of: str = "", now: datetime | None = None
) -> Request:
    """An adult joins; the peer is thanked and relieved. Two adults at once: the second gets AlreadyTaken.

    `instead_of` names the adult who holds it now and is away: only then a third one who was quicker counts.
    """
    now = now or timezone.now()
    keyring.open_safe(request.talk_id)
    request = _locked(request)
    if request.lead == Lead.ADULT and request.counsellor_id == by.pk:
        return request
    if request.state == RequestState.CLOSED:
        _reopen(request)
    if request.lead == Lead.ADULT and request.counsellor_id not in (None, instead_of):
        raise AlreadyTaken
    _relieve_peer(request, now)
    request.state, request.lead, request.counsellor = RequestState.TALKING, Lead.ADULT, by
    request.adult_asked, request.last_at = False, now
    request.save()
    offers.withdraw_open(request)
    lines.write(request, "adult_joined", person=by, now=now)
    record_reading(by=by, request=request, now=now)
    record("request.taken_over", community=request.community, by=by, about=request.pk, at=now)
    changed(*request_topics(request))
    return request


def _reopen(request: Request) -> None:
    """The writer ended it while a flag was open: an adult may still write. Otherwise what ended, ended."""
    if not offers.kept_for_adults(request):
        raise Closed
    request.closed_at, request.closed_because, request.lead = None, "", Lead.NOBODY


def _relieve_peer(request: Request, now: datetime) -> None:
    """The supporter's key to the talk ends; the consult stays, for the talk afterwards."""
    if request.supporter_id is None:
        return
    changed(*request_topics(request))
    SafeKey.objects.filter(safe_id=request.talk_id, holder__person_id=request.supporter_id).delete()
    if request.lead == Lead.PEER:
        lines.write(request, "relieved", person=request.supporter, now=now)
    request.supporter = None


@transaction.atomic
def hand_over(*, by: Person, request: Request, now: datetime | None = None) -> Request:
    """The supporter gives it to an adult ("Serahkan ke orang dewasa"): one tap, nothing to type."""
    now = now or timezone.now()
    request = _locked(request)
    if request.supporter_id != by.pk or request.lead != Lead.PEER:
        return request
    _relieve_peer(request, now)
    request.lead, request.adult_asked = Lead.ADULT, True
    request.reply_due = request.reply_due or now
    request.save()
    record("request.handed_over", community=request.community, by=by, about=request.pk, at=now)
    return request


@transaction.atomic
def leave(*, by: Person, request: Request, known: bool, now: datetime | None = None) -> Request:
    """The supporter leaves without a reason, or because they know the seeker; others are asked again."""
    now = now or timezone.now()
    request = _locked(request)
    if request.supporter_id != by.pk or request.state != RequestState.TALKING:
        return request
    if known:
        Block.objects.get_or_create(supporter=by, lookup=request.mailbox.lookup)
    return _back_to_waiting(request, by, now)


@transaction.atomic
def change_peer(*, keyring: Keyring, request: Request, block: bool, now: datetime | None = None) -> Request:
    """The seeker wants somebody else; with `block` the two do not meet again."""
    now = now or timezone.now()
    keyring.secret_of(request.mailbox)
    request = _locked(request)
    supporter = request.supporter
    if request.state != RequestState.TALKING or supporter is None:
        return request
    if block:
        Block.objects.get_or_create(supporter=supporter, lookup=request.mailbox.lookup)
    return _back_to_waiting(request, None, now)


@transaction.atomic
def hand_to_peers(*, by: Person, keyring: Keyring, request: Request, now: datetime | None = None) -> Request:
    """An adult gives it back to peers, when the worry has passed. Raises Flagged while a red flag is open."""
    now = now or timezone.now()
    keyring.open_safe(request.talk_id)
    request = _locked(request)
    if request.match_id is None or request.state == RequestState.CLOSED or request.lead == Lead.PEER:
        return request
    if offers.kept_for_adults(request):
        raise Flagged
    return _back_to_waiting(request, by, now)


def _back_to_waiting(request: Request, by: Person | None, now: datetime) -> Request:
    if request.state == RequestState.TALKING:
        _move(request, RequestState.WAITING)
    _relieve_peer(request, now)
    request.lead = Lead.NOBODY
    request.save()
    record("request.waits_again", community=request.community, by=by, about=request.pk, at=now)
    changed(*request_topics(request))
    return request


@transaction.atomic
def interrupt(*, person: Person, now: datetime | None = None) -> int:
    """A supporter is suspended or leaves: every conversation of theirs goes to an adult at once."""
    now = now or timezone.now()
    offers.withdraw_for(person)
    talking = Request.objects.select_for_update(of=("self",)).filter(supporter=person, state=RequestState.TALKING)
    requests = list(talking.select_related("community", "mailbox"))
    for request in requests:
        _relieve_peer(request, now)
        request.lead, request.adult_asked = Lead.ADULT, True
        request.counsellor = None
        request.reply_due = request.reply_due or now
        request.save()
        changed(*request_topics(request))
    SafeKey.objects.filter(holder__person=person).delete()
    return len(requests)


@transaction.atomic
def rematch_late(*, request: Request, now: datetime) -> bool:
    """The peer let a word wait past the promise: somebody else is asked, and the wait stays visible."""
    request = _locked(request)
    late = request.reply_due is not None and request.reply_due <= now
    if not late or request.lead != Lead.PEER or request.state != RequestState.TALKING:
        return False
    _back_to_waiting(request, None, now)
    return True


@transaction.atomic
def close(*, request: Request, side: str, by: Person | None, reason: str, now: datetime | None = None) -> Request:
    """Ends a conversation with a reason. The supporter's key ends 14 days later.

    An adult writes down first what was done about an open flag: raises Flagged.
    """
    now = now or timezone.now()
    request = _locked(request)
    if request.state == RequestState.CLOSED:
        return request
    if side == Side.ADULT and offers.kept_for_adults(request):
        raise Flagged
    _move(request, RequestState.CLOSED)
    offers.withdraw_open(request)
    request.closed_at, request.closed_because, request.reply_due = now, CloseReason(reason), None
    request.adult_asked = False
    request.save()
    lines.write(request, f"closed_{side}", person=by, now=now)
    if request.supporter_id:
        SafeKey.objects.filter(safe_id=request.talk_id, holder__person_id=request.supporter_id).update(
            until=now + SUPPORTER_KEY_AFTER_CLOSE
        )
    record("request.closed", community=request.community, by=by, about=request.pk, reason=reason, side=side, at=now)
    changed(*request_topics(request))
    return request


def _locked(request: Request) -> Request:
    rows = Request.objects.select_for_update(of=("self",))
    return rows.select_related("community", "mailbox", "supporter").get(pk=request.pk)


def _move(request: Request, to: str) -> None:
    if to not in REQUEST_MOVES[RequestState(request.state)]:
        raise Closed
    request.state = to
