"""Sending: sealed, numbered, once; what detection found is flagged in the same transaction."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.communities.defaults import REPLY_DUE
from sebaya.communities.prepared import Rows
from sebaya.detection import Finding, Level
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Source
from sebaya.flags.queries import is_red
from sebaya.live import changed
from sebaya.support import called, readers
from sebaya.support.actions import offers
from sebaya.support.actions.lines import next_seq
from sebaya.support.choices import FLAG_KIND, Lead, RequestState, Side, ThreadKind
from sebaya.support.errors import AlreadyTaken, Closed, RedNow
from sebaya.support.models import Message, Request, SealedClue, Thread
from sebaya.support.topics import request_topics
from sebaya.vault import files, primitives
from sebaya.vault.models import Purpose
from sebaya.vault.safes import OpenSafe

CONSULT_DUE = timedelta(hours=24)  # an adult answers a supporter's question within this


def say(
    *,
    request: Request,
    thread: Thread,
    safe: OpenSafe,
    side: str,
    person: Person | None,
    text: str,
    key: str,
    finding: Finding,
    talk: OpenSafe | None = None,
    first_half: bytes | None = None,
    now: datetime | None = None,
) -> Message:
    """Writes one message. The same `key` from the same sender gives the message that is already there.

    Red seals `talk` to the adults on the rota, and k1 (`first_half`) where the sender's session has it.
    """
    once = primitives.derive(files.server_key(), "say", thread.pk, side, person.pk if person else "", key)
    message = Message(thread=thread, side=side, person=person, once=once, at=now or timezone.now())
    try:
        with transaction.atomic():
            request = _locked(request)
            _write(request, safe, message, text)
            raise_flag(request, safe, talk or safe, finding, message.pk, first_half, message.at)
            changed(*request_topics(request))
    except (IntegrityError, Closed, AlreadyTaken, RedNow):
        earlier = Message.objects.filter(thread=thread, once=once).first()
        if earlier is None:
            raise
        return earlier
    return message


_for_update = Rows(lambda request: Request.objects.select_for_update().filter(pk=request))


def _locked(request: Request) -> Request:
    """As it is now, and it stays so until the transaction ends: two tabs, and two people, meet here."""
    fresh = _for_update.first(request=request.pk)
    assert fresh is not None  # whoever forgets a request ends its readers first
    fresh.community, fresh.mailbox = request.community, request.mailbox
    return fresh


def _write(request: Request, safe: OpenSafe, message: Message, text: str) -> None:
    if message.thread.kind == ThreadKind.TALK:
        _may_still_talk(request, message)
    message.seq = next_seq(message.thread)
    message.sealed = safe.seal(text, "message", message.pk, message.seq)
    message.save(force_insert=True)
    _move_clocks(request, message.thread, message.side, message.at)


def _may_still_talk(request: Request, message: Message) -> None:
    """Closed, relieved, taken over or red since the page was opened."""
    if request.state == RequestState.CLOSED:
        raise Closed
    if message.side == Side.SUPPORTER and (request.lead, request.supporter_id) != (Lead.PEER, message.person_id):
        raise AlreadyTaken
    if message.side == Side.SUPPORTER and is_red(FLAG_KIND, request.pk):
        raise RedNow
    if message.side == Side.ADULT and request.lead != Lead.ADULT:
        raise AlreadyTaken


def read(safe: OpenSafe, message: Message) -> str:
    """The words of one message; a line of the system has none."""
    if message.sealed is None:
        return ""
    return safe.unseal(message.sealed, "message", message.pk, message.seq)


def _move_clocks(request: Request, thread: Thread, side: str, now: datetime) -> None:
    if thread.kind == ThreadKind.CONSULT:
        due = now + CONSULT_DUE if side == Side.SUPPORTER else None
        Thread.objects.filter(pk=thread.pk).update(answer_due=due)
        return
    if thread.kind != ThreadKind.TALK:
        return
    request.last_at = now
    if side == Side.SEEKER:
        request.reply_due = request.reply_due or now + REPLY_DUE
    else:
        request.reply_due = None
        request.first_answer_at = request.first_answer_at or now
        request.adult_asked = request.adult_asked and side != Side.ADULT
    request.save(update_fields=["last_at", "reply_due", "first_answer_at", "adult_asked"])


def raise_flag(
    request: Request,
    safe: OpenSafe,
    talk: OpenSafe,
    finding: Finding,
    message: str,
    first_half: bytes | None,
    now: datetime,
) -> Flag | None:
    """Flags what was found. Red and orange are sealed to the adults on the rota before they are called."""
    if finding.level == Level.NONE:
        return None
    if talk.id == request.talk_id:
        _seal_to_adults(request, safe, talk, finding, first_half, now)
    if finding.level >= Level.ORANGE:
        offers.withdraw_open(request)  # an adult looks first; peers are asked when that is done
    flag = flags.signal(
        community=request.community,
        kind=FLAG_KIND,
        subject=request.pk,
        level=finding.level.code,
        source=Source.SYSTEM,
        now=now,
    )
    seal_clue(request, safe, flag, finding, message, now)
    if talk.id != request.talk_id:
        called.prepare(flag, now)  # only now does it show that the reason lies in the consult
    return flag


def _seal_to_adults(
    request: Request, safe: OpenSafe, talk: OpenSafe, finding: Finding, first_half: bytes | None, now: datetime
) -> None:
    """With the consult, where the words lie there: whoever is called must see why."""
    consult = safe if safe.purpose == Purpose.CONSULT else None
    if finding.level == Level.RED:
        readers.seal_to_duty(talk, request, now, first_half, consult)
    elif finding.level == Level.ORANGE:
        readers.stand_by(talk, request, consult)


def seal_clue(
    request: Request, safe: OpenSafe, flag: Flag, finding: Finding, message: str, now: datetime
) -> SealedClue:
    """Category and clue codes of one finding, sealed where the words are."""
    clue = SealedClue(request=request, flag=flag.pk, kind="clue", safe_id=safe.id, at=now)
    codes = ",".join(dict.fromkeys(each.code for each in finding.clues))
    clue.sealed = safe.seal(f"{finding.level.code}|{finding.category or ''}|{codes}|{message}", "clue", clue.pk)
    clue.save(force_insert=True)
    return clue
