"""The duty list as a week: who covers the peer window on which day, and where nobody does."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from sebaya.communities import clock
from sebaya.communities.models import Community
from sebaya.communities.prepared import Rows
from sebaya.programmes.duty import able, in_order
from sebaya.programmes.models import DutySlot

WEEK = range(1, 8)  # ISO weekdays
MIDNIGHT = time(0)
END_OF_DAY = time.max  # how 24.00 is kept: a time of day knows no 24
LONGEST_NIGHT = timedelta(hours=14)  # a longer one is a slip of the pen, not a night at a boarding school
Span = tuple[time, time]


@dataclass(frozen=True)
class Week:
    """All slots of a community by weekday, in the order of calling."""

    community: Community
    slots: dict[int, list[DutySlot]] = field(default_factory=dict)

    def day(self, weekday: int) -> list[DutySlot]:
        return self.slots.get(weekday, [])

    def on_duty(self, moment: datetime) -> list[DutySlot]:
        """Slots that cover a local moment."""
        return [slot for slot in self.day(moment.isoweekday()) if slot.starts <= moment.time() < slot.ends]

    def gaps(self, weekday: int) -> list[Span]:
        """Parts of the peer window of a school day without an adult."""
        if str(weekday) not in self.community.school_days:
            return []
        covered = sorted((slot.starts, slot.ends) for slot in self.day(weekday))
        return uncovered(self.community.peer_opens, self.community.peer_closes, covered)


def night(starts: time, ends: time) -> timedelta:
    """How long a slot lasts that ends on the next day."""
    begin, end = (timedelta(hours=each.hour, minutes=each.minute) for each in (starts, ends))
    return timedelta(days=1) - begin + end


def pieces(weekday: int, starts: time, ends: time) -> list[tuple[int, time, time]]:
    """A slot as the table keeps it, where none passes midnight. An end of 0.00 is the end of the day."""
    if ends > starts:
        return [(weekday, starts, ends)]
    tonight = (weekday, starts, END_OF_DAY)
    return [tonight] if ends == MIDNIGHT else [tonight, (weekday % 7 + 1, MIDNIGHT, ends)]


def uncovered(opens: time, closes: time, covered: list[Span]) -> list[Span]:
    """What is left of opens…closes after the covered spans, which are sorted by their begin."""
    gaps, at = [], opens
    for starts, ends in covered:
        if starts >= closes:
            break
        if starts > at:
            gaps.append((at, starts))
        at = max(at, ends)
    return [*gaps, (at, closes)] if at < closes else gaps


def week_of(community: Community) -> Week:
    """One query."""
    slots: dict[int, list[DutySlot]] = {}
    for slot in _slots.all(community=community.pk):
        slots.setdefault(slot.weekday, []).append(slot)
    return Week(community, slots)


_slots = Rows(lambda community: in_order(able(community)), "person", only=["person__id", "person__name"])


def next_days(community: Community, now: datetime) -> Iterator[datetime]:
    """Local mornings of the next seven days, today first."""
    today = clock.local(community, now).replace(hour=12, minute=0, second=0, microsecond=0)
    return (today + timedelta(days=ahead) for ahead in range(7))
