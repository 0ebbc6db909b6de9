"""What higher rooms tell this one: who answers for a flag, and who may not be called to it."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

from sebaya.communities.models import Community
from sebaya.flags.models import Flag

Responders = Callable[[Community, datetime], list[Any]]
MayBeCalled = Callable[[str, Iterable[Any]], list[Any]]

_responders: list[Responders] = []
_filters: dict[str, MayBeCalled] = {}


def answer_with(responders: Responders) -> None:
    """Registers the ordered list of adults for a moment (programmes.duty)."""
    _responders.append(responders)


def keep_away(kind: str, may_be_called: MayBeCalled) -> None:
    """Registers, for a kind of subject, the filter that takes out excluded adults."""
    _filters[kind] = may_be_called


def responders_for(flag: Flag, at: datetime) -> list[Any]:
    """Ordered adults who may be called to this flag, without repetition."""
    people = [person for responders in _responders for person in responders(flag.community, at)]
    unique = list({person.pk: person for person in people}.values())
    may = _filters.get(flag.kind)
    return may(flag.subject, unique) if may else unique
