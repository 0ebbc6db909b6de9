"""What other rooms and pages ask about flags."""

from dataclasses import dataclass

from sebaya.accounts.models import Person
from sebaya.communities.models import Community
from sebaya.communities.prepared import Prepared, Rows
from sebaya.flags.models import Flag, Level, State
from sebaya.notices.models import Channel


@dataclass(frozen=True, slots=True)
class Reach:
    """Whether an adult without an open page can be reached."""

    proved: bool
    failing: bool
    waiting: bool  # a channel is there, its code was not typed back yet


def open_flags(community: Community, kind: str) -> list[Flag]:
    """Everything of one kind that is not closed, with who has it."""
    return _open.all(community=community.pk, kind=kind)


_open = Rows(
    lambda community, kind: Flag.objects.filter(community=community, kind=kind).exclude(state=State.CLOSED),
    "acknowledged_by",
)


def is_red(kind: str, subject: str) -> bool:
    """Whether a red flag stands on it that nobody has closed yet."""
    return Flag.objects.filter(kind=kind, subject=subject, level=Level.RED).exclude(state=State.CLOSED).exists()


def reach_of(person: Person) -> Reach:
    rows = _channels.rows(person=person.pk)
    working = [proved for proved, failing in rows if proved and not failing]
    return Reach(bool(working), any(failing for _proved, failing in rows) and not working, bool(rows))


_channels = Prepared(lambda person: Channel.objects.filter(person=person).values_list("proved_on", "failing"))
