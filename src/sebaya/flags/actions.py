"""The only writer of flags: raised, acknowledged, closed; red calls one adult after another."""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from sebaya.audit.record import record
from sebaya.communities import clock
from sebaya.communities.models import Community
from sebaya.flags.models import MOVES, RANK, Call, Flag, Level, Outcome, Source, State
from sebaya.flags.registry import responders_for
from sebaya.notices.actions import notify

RED_CLOCK = timedelta(minutes=5)  # programme policy; see safeguarding.yaml
YELLOW_CLOCK = timedelta(days=14)  # the next supervision at the latest
FLAG_KEPT = timedelta(days=1826)  # five years after closing, as long as a case; see data.yaml

logger = logging.getLogger(__name__)


class NotAllowed(Exception):
    """A flag cannot move from its state to that one."""


@transaction.atomic
def signal(
    *, community: Community, kind: str, subject: str, level: str, source: str, now: datetime | None = None
) -> Flag:
    """Raises a flag, or lifts the open one of the same subject. Red is called out in the same transaction."""
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
    """A worse sign lifts the level; red text on an acknowledged flag calls again."""
    worse = RANK[level] > RANK[flag.level]
    if not worse and not (level == Level.RED and flag.state == State.ACKNOWLEDGED and source != Source.SYSTEM):
        return flag
    flag.level = max(level, flag.level, key=lambda code: RANK[code])
    flag.source = source
    if flag.state != State.OPEN:
        _move(flag, State.OPEN)
    flag.raised_at, flag.due = now, due_for(flag.community, flag.level, now)
    flag.acknowledged_by = flag.acknowledged_at = None
    flag.save()
    record("flag.lifted", community=flag.community, about=flag.pk, level=flag.level, source=source, at=now)
    return _call_out(flag, now)


def due_for(community: Community, level: str, now: datetime) -> datetime:
    """red: five minutes; orange: the end of the school day; yellow: the next supervision."""
    if level == Level.RED:
        return now + RED_CLOCK
    if level == Level.ORANGE:
        return clock.end_of_school_day(community, now)
    return now + YELLOW_CLOCK


def _call_out(flag: Flag, now: datetime) -> Flag:
    people = responders_for(flag, now)
    if flag.level == Level.RED:
        call_next(flag, now)
    elif flag.level == Level.ORANGE and people:
        notify("flag.orange", to=people[:1], about=flag.pk, now=now)
    return flag


def call_next(flag: Flag, now: datetime) -> Any:
    """Calls the next adult who was not called in this round; after the last, begins again with all.

    Returns the person, or None when nobody may be called (the community's outside contact remains).
    """
    people = responders_for(flag, now)
    flag.due = now + RED_CLOCK
    flag.save(update_fields=["due"])
    if not people:
        record("flag.nobody", community=flag.community, about=flag.pk, at=now)
        return None
    person, round_ = _whose_turn(flag, people)
    Call.objects.create(flag=flag, person=person, at=now, round=round_)
    notify("flag.red", to=[person] if round_ == 1 else people, about=flag.pk, now=now)
    record("flag.called", community=flag.community, by=person, about=flag.pk, round=round_, at=now)
    return person


def _whose_turn(flag: Flag, people: list[Any]) -> tuple[Any, int]:
    calls = list(flag.calls.values_list("person_id", "round"))
    round_ = max((call_round for _id, call_round in calls), default=1)
    called = {person_id for person_id, call_round in calls if call_round == round_}
    for person in people:
        if person.pk not in called:
            return person, round_
    return people[0], round_ + 1


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
    """Sweep: every red flag whose clock ran out calls the next adult."""
    late = Flag.objects.filter(state=State.OPEN, level=Level.RED, due__lte=now).values_list("pk", flat=True)
    return sum(_try_to_call(pk, now) for pk in list(late))


def _try_to_call(pk: str, now: datetime) -> bool:
    """One flag that cannot be called must not keep the others from being called."""
    try:
        return _call_if_still_open(pk, now)
    except Exception:
        logger.exception("a red flag could not be called")
        return False


@transaction.atomic
def _call_if_still_open(pk: str, now: datetime) -> bool:
    flag = Flag.objects.select_for_update(of=("self",)).select_related("community").get(pk=pk)
    if flag.state != State.OPEN or flag.due > now:
        return False
    call_next(flag, now)
    return True


def purge(now: datetime) -> int:
    """Sweep: flags that were closed long ago, with their calls; returns how many flags."""
    old = Flag.objects.filter(state=State.CLOSED, closed_at__lt=now - FLAG_KEPT)
    return old.delete()[1].get(Flag._meta.label, 0)
