"""What higher rooms tell this one: who answers for a flag, who may not be called to it, what a call opens."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sebaya.communities.models import Community
from sebaya.flags.models import Flag

Responders = Callable[[Community, datetime], list[Any]]
MayBeCalled = Callable[[str, Iterable[Any]], list[Any]]
Prepare = Callable[[Flag, datetime], None]
LetIn = Callable[[Flag, list[Any], datetime], None]

_responders: list[Responders] = []
_filters: dict[str, MayBeCalled] = {}
_doors: dict[str, tuple[Prepare, LetIn]] = {}


def answer_with(responders: Responders) -> None:
    """Registers the ordered list of adults for a moment (programmes.duty)."""
    _responders.append(responders)


def keep_away(kind: str, may_be_called: MayBeCalled) -> None:
    """Registers, for a kind of subject, the filter that takes out excluded adults."""
    _filters[kind] = may_be_called


def open_with(kind: str, prepare: Prepare, let_in: LetIn) -> None:
    """Registers, for a kind of subject, what is done before adults are looked for, and for those who are called."""
    _doors[kind] = prepare, let_in


def prepare(flag: Flag, at: datetime) -> None:
    """Notes who would have to read, for the next session that holds the key."""
    if flag.kind in _doors:
        _doors[flag.kind][0](flag, at)


def let_in(flag: Flag, people: list[Any], at: datetime) -> None:
    """Whoever is called can read from now on."""
    if flag.kind in _doors:
        _doors[flag.kind][1](flag, people, at)


def responders_for(flag: Flag, at: datetime) -> list[Any]:
    """Ordered adults who may be called to this flag, without repetition."""
    people = [person for responders in _responders for person in responders(flag.community, at)]
    unique = list({person.pk: person for person in people}.values())
    may = _filters.get(flag.kind)
    return may(flag.subject, unique) if may else unique
