"""Gathers what every room says is waiting for one person, in the order in which a morning goes."""

from dataclasses import dataclass
from datetime import datetime

from sebaya.accounts.models import Person
from sebaya.flags import todo as flags
from sebaya.flags.todo import Group, Item, in_order
from sebaya.programmes import todo as programmes
from sebaya.programmes.duty_week import Week
from sebaya.safeguarding import todo as safeguarding
from sebaya.support import todo as support


@dataclass(frozen=True, slots=True)
class Waiting:
    """Everything that waits, by group, the most pressing first."""

    now: list[Item]
    today: list[Item]
    later: list[Item]

    @property
    def ringing(self) -> int:
        return sum(item.ring for item in self.now)

    def of(self, group: str) -> list[Item]:
        return {Group.NOW: self.now, Group.TODAY: self.today, Group.LATER: self.later}[Group(group)]


def waiting_for(person: Person, now: datetime, week: Week) -> Waiting:
    items = [
        *support.todo(person, now),
        *safeguarding.todo(person, now),
        *programmes.todo(person, now, week),
        *flags.todo(person, now),
    ]
    items.sort(key=in_order)
    groups = {group: [item for item in items if item.group == group] for group in Group}
    return Waiting(groups[Group.NOW], groups[Group.TODAY], groups[Group.LATER])
