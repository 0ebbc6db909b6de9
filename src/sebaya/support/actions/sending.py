"""Sending: sealed, numbered, once; what detection found is flagged in the same transaction."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.communities.defaults import REPLY_DUE
from sebaya.detection import Finding, Level
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Source
from sebaya.live import changed
from sebaya.support import readers
from sebaya.support.actions.lines import next_seq
from sebaya.support.choices import RequestState, Side, ThreadKind
from sebaya.support.errors import Closed
from sebaya.support.models import Message, Request, SealedClue, Thread
from sebaya.support.topics import request_topics
from sebaya.vault import files, primitives
from sebaya.vault.safes import OpenSafe

FLAG_KIND = "request"
CONSULT_DUE = timedelta(hours=24)  # an adult answers a supporter's question within this


@transaction.atomic
def say(
    *,
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
    now = now or timezone.now()
    once = primitives.derive(files.server_key(), "say", thread.pk, side, person.pk if person else "", key)
    seq = next_seq(thread)  # takes the lock, so that two tabs meet here
    earlier = Message.objects.filter(thread=thread, once=once).first()
    if earlier:
        Thread.objects.filter(pk=thread.pk).update(last_seq=seq - 1)
        return earlier
    request = Request.objects.select_related("community", "mailbox").get(pk=thread.request_id)
    if request.state == RequestState.CLOSED and thread.kind == ThreadKind.TALK:
        raise Closed
    message = Message(thread=thread, seq=seq, side=side, person=person, once=once, at=now)
    message.sealed = safe.seal(text, "message", message.pk, seq)
    message.save(force_insert=True)
    _move_clocks(request, thread, side, now)
    raise_flag(request, safe, talk or safe, finding, message.pk, first_half, now)
    changed(*request_topics(request))
    return message


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
    """Flags what was found. Red is sealed to the adults on the rota before they are called."""
    if finding.level == Level.NONE:
        return None
    if finding.level == Level.RED and talk.id == request.talk_id:
        readers.seal_to_duty(talk, request, now, first_half)
    flag = flags.signal(
        community=request.community,
        kind=FLAG_KIND,
        subject=request.pk,
        level=finding.level.code,
        source=Source.SYSTEM,
        now=now,
    )
    seal_clue(request, safe, flag, finding, message, now)
    return flag


def seal_clue(
    request: Request, safe: OpenSafe, flag: Flag, finding: Finding, message: str, now: datetime
) -> SealedClue:
    """Category and clue codes of one finding, sealed where the words are."""
    clue = SealedClue(request=request, flag=flag.pk, kind="clue", safe_id=safe.id, at=now)
    codes = ",".join(dict.fromkeys(each.code for each in finding.clues))
    clue.sealed = safe.seal(f"{finding.level.code}|{finding.category or ''}|{codes}|{message}", "clue", clue.pk)
    clue.save(force_insert=True)
    return clue
