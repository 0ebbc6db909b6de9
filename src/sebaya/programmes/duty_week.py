"""The duty list as a week: who covers the peer window on which day, and where nobody does."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from sebaya.communities import clock
from sebaya.communities.models import Community
from sebaya.programmes.models import DutySlot

WEEK = range(1, 8)  # ISO weekdays
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
    rows = DutySlot.objects.filter(
        community=community, person__is_active=True, person__roles__duty=True, person__keyholder__isnull=False
    ).select_related("person")
    slots: dict[int, list[DutySlot]] = {}
    for slot in rows.order_by("place", "starts", "pk"):
        slots.setdefault(slot.weekday, []).append(slot)
    return Week(community, slots)


def next_days(community: Community, now: datetime) -> Iterator[datetime]:
    """Local mornings of the next seven days, today first."""
    today = clock.local(community, now).replace(hour=12, minute=0, second=0, microsecond=0)
    return (today + timedelta(days=ahead) for ahead in range(7))
