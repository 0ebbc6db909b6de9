"""The only writer of flags: raised, acknowledged, closed; red and orange call one adult after another."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from sebaya.audit.record import record
from sebaya.communities import clock
from sebaya.communities.models import Community
from sebaya.flags.models import MOVES, RANK, Call, Flag, Level, Outcome, Source, State
from sebaya.flags.registry import let_in, prepare, responders_for
from sebaya.notices.actions import notify

RED_CLOCK = timedelta(minutes=5)  # programme policy; see safeguarding.yaml
ORANGE_STEP = timedelta(hours=2)  # duty hours until the next adult is called; see safeguarding.yaml
YELLOW_CLOCK = timedelta(days=14)  # the next supervision at the latest
TAKEN = timedelta(minutes=15)  # so long after "Tangani" red text alone calls nobody new: an adult is reading it
FLAG_KEPT = timedelta(days=1826)  # five years after closing, as long as a case; see data.yaml

logger = logging.getLogger(__name__)


class NotAllowed(Exception):
    """A flag cannot move from its state to that one."""


@transaction.atomic
def signal(
    *, community: Community, kind: str, subject: str, level: str, source: str, now: datetime | None = None
) -> Flag:
    """Raises a flag, or lifts the open one of the same subject. Adults are called in the same transaction."""
    now = now or timezone.now()
    flag = Flag.objects.select_for_update().filter(kind=kind, subject=subject).exclude(state=State.CLOSED).first()
    if flag is not None:
        return _lift(flag, level, source, now)
    flag = Flag(community=community, kind=kind, subject=subject, level=level, source=source)
    flag.raised_at, flag.due = now, due_for(community, level, now)
    try:
        with transaction.atomic():
            flag.save(force_insert=True)
    except IntegrityError:  # raised meanwhile by somebody else: that one is lifted
        return signal(community=community, kind=kind, subject=subject, level=level, source=source, now=now)
    record("flag.raised", community=community, about=flag.pk, level=level, source=source, at=now)
    return _call_out(flag, now)


def _lift(flag: Flag, level: str, source: str, now: datetime) -> Flag:
    """A worse sign lifts the level; red on an acknowledged flag calls again."""
    if RANK[level] <= RANK[flag.level] and not _calls_again(flag, level, source, now):
        return flag
    flag.level = max(level, flag.level, key=lambda code: RANK[code])
    flag.source = source
    return _open_again(flag, now)


@transaction.atomic
def let_go(flag: Flag, now: datetime | None = None) -> Flag:
    """Whoever took it is gone: it is open again, and the next adults are called."""
    return _open_again(flag, now or timezone.now()) if flag.state == State.ACKNOWLEDGED else flag


def _open_again(flag: Flag, now: datetime) -> Flag:
    if flag.state != State.OPEN:
        _move(flag, State.OPEN)
    flag.raised_at, flag.due = now, due_for(flag.community, flag.level, now)
    flag.acknowledged_by = flag.acknowledged_at = None
    flag.save()
    record("flag.lifted", community=flag.community, about=flag.pk, level=flag.level, source=flag.source, at=now)
    return _call_out(flag, now)


def _calls_again(flag: Flag, level: str, source: str, now: datetime) -> bool:
    """Red by a person at once; red text not while the adult who took it is likely in the conversation."""
    if level != Level.RED or flag.state != State.ACKNOWLEDGED:
        return False
    return source != Source.SYSTEM or flag.acknowledged_at is None or now - flag.acknowledged_at >= TAKEN


def due_for(community: Community, level: str, now: datetime) -> datetime:
    """red: five minutes; orange: the end of the school day; yellow: the next supervision."""
    if level == Level.RED:
        return now + RED_CLOCK
    if level == Level.ORANGE:
        return clock.end_of_school_day(community, now)
    return now + YELLOW_CLOCK


def next_call(community: Community, level: str, now: datetime) -> datetime | None:
    """red: five minutes; orange: two duty hours, at the latest the end of the school day; yellow: never."""
    if level == Level.RED:
        return now + RED_CLOCK
    if level == Level.ORANGE:
        step = clock.after_duty_time(community, ORANGE_STEP, now)
        return min(step, clock.end_of_school_day(community, now))
    return None


def passed_on(flag: Flag, community: Community, now: datetime) -> bool:
    """Nobody acknowledged in time, so that others than the first were called too."""
    first = next_call(community, flag.level, flag.raised_at)
    return flag.state == State.OPEN and first is not None and first <= now


def _call_out(flag: Flag, now: datetime) -> Flag:
    if flag.level in (Level.RED, Level.ORANGE):
        call_next(flag, now)
    return flag


def call_next(flag: Flag, now: datetime) -> list[Any]:
    """Calls who was not called yet in this round; after the last, begins again with all.

    Returns whose turn it was: nobody, when nobody may be called (the community's outside contact remains).
    """
    _wind_up(flag, now)
    prepare(flag, now)
    people = responders_for(flag, now)
    if not people:
        record("flag.nobody", community=flag.community, about=flag.pk, at=now)
        return []
    called, round_ = _whose_turn(flag, people, now)
    told = called if round_ == 1 else people
    let_in(flag, told, now)
    for person in called:
        Call.objects.create(flag=flag, person=person, at=now, level=flag.level, round=round_)
        record("flag.called", community=flag.community, by=person, about=flag.pk, round=round_, at=now)
    notify(f"flag.{flag.level}", to=told, about=flag.pk, now=now)
    return called


def _wind_up(flag: Flag, now: datetime) -> None:
    """The promise stays where it was made, so that a flag which nobody takes looks late; the next call has its own clock."""
    flag.call_at = next_call(flag.community, flag.level, now)
    flag.save(update_fields=["call_at"])


def _whose_turn(flag: Flag, people: list[Any], now: datetime) -> tuple[list[Any], int]:
    """Orange begins with the counsellors; when its promise is broken, everybody is called."""
    calls = list(flag.calls.filter(level=flag.level).values_list("person_id", "round"))
    round_ = max((call_round for _id, call_round in calls), default=1)
    if flag.level == Level.ORANGE and now >= flag.due:
        return people, round_ + 1
    if flag.level == Level.ORANGE and not calls:
        return [person for person in people if person.role_set.counsellor] or people[:1], 1
    called = {person_id for person_id, call_round in calls if call_round == round_}
    for person in people:
        if person.pk not in called:
            return [person], round_
    return people[:1], round_ + 1


@transaction.atomic
def acknowledge(*, by: Any, flag: Flag, now: datetime | None = None) -> Flag:
    """ "Saya tangani". Two adults at once: the first one has it, the second is told who."""
    flag = Flag.objects.select_for_update().get(pk=flag.pk)
    if flag.state == State.ACKNOWLEDGED:
        return flag
    _move(flag, State.ACKNOWLEDGED)
    flag.acknowledged_by, flag.acknowledged_at = by, now or timezone.now()
    flag.save()
    record(
        "flag.acknowledged", community=flag.community, by=by, about=flag.pk, level=flag.level, at=flag.acknowledged_at
    )
    return flag


@transaction.atomic
def close(*, by: Any, flag: Flag, outcome: str, now: datetime | None = None) -> Flag:
    """Closes what was acknowledged; what was done is sealed by the room that owns the subject."""
    flag = Flag.objects.select_for_update().get(pk=flag.pk)
    _move(flag, State.CLOSED)
    flag.outcome, flag.closed_at = Outcome(outcome), now or timezone.now()
    flag.save()
    record(
        "flag.closed",
        community=flag.community,
        by=by,
        about=flag.pk,
        level=flag.level,
        outcome=outcome,
        at=flag.closed_at,
    )
    return flag


@transaction.atomic
def subject_gone(*, kind: str, subject: str, now: datetime | None = None) -> int:
    """What the flag stood on was erased: nobody is called to it any more. Stands outside MOVES, because
    nobody acted; the outcome stays empty.
    """
    now = now or timezone.now()
    flags = Flag.objects.select_for_update().filter(kind=kind, subject=subject).exclude(state=State.CLOSED)
    for flag in flags:
        flag.state, flag.closed_at = State.CLOSED, now
        flag.save(update_fields=["state", "closed_at"])
        record("flag.subject_gone", community=flag.community, about=flag.pk, level=flag.level, at=now)
    return len(flags)


def _move(flag: Flag, to: str) -> None:
    if to not in MOVES[State(flag.state)]:
        raise NotAllowed
    flag.state = to


def call_overdue(now: datetime) -> int:
    """Sweep: every red and orange flag that nobody acknowledged in time calls the next adult."""
    late = Flag.objects.filter(state=State.OPEN, call_at__lte=now).values_list("pk", flat=True)
    return sum(_try_to_call(pk, now) for pk in list(late))


def _try_to_call(pk: str, now: datetime) -> bool:
    """One flag that cannot be called must not keep the others from being called."""
    try:
        return _call_if_still_open(pk, now)
    except Exception:
        logger.exception("nobody could be called to a flag")
        return False


@transaction.atomic
def _call_if_still_open(pk: str, now: datetime) -> bool:
    flag = Flag.objects.select_for_update(of=("self",)).select_related("community").get(pk=pk)
    if flag.state != State.OPEN or flag.call_at is None or flag.call_at > now:
        return False
    call_next(flag, now)
    return True


def purge(now: datetime) -> int:
    """Sweep: flags that were closed long ago, with their calls; returns how many flags."""
    old = Flag.objects.filter(state=State.CLOSED, closed_at__lt=now - FLAG_KEPT)
    return old.delete()[1].get(Flag._meta.label, 0)
