"""Adults on the rota and something to stand a flag on."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.factories import PASSWORD, make_duty, make_person

from sebaya.flags import actions, registry
from sebaya.flags.models import Flag, Level, Source

SUBJECT = "subject000000000"


@pytest.fixture(autouse=True)
def _own_filters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Filters of rooms above stay out: the things flagged here are none of theirs."""
    monkeypatch.setattr(registry, "_filters", {})


@pytest.fixture
def rota(frozen: Any, community: Any) -> list[Any]:
    """Three adults on duty now, in the order of calling."""
    people = [make_person(community, f"Petugas {n}", roles=["duty"], password=PASSWORD) for n in (1, 2, 3)]
    for person in people:
        make_duty(person)
    return people


@pytest.fixture
def signal(frozen: Any, community: Any) -> Callable[..., Flag]:
    """`signal(level, source)`: a sign on always the same thing."""

    def raise_(level: str = Level.RED, source: str = Source.SYSTEM, **more: Any) -> Flag:
        values = {"community": community, "kind": "test", "subject": SUBJECT} | more
        return actions.signal(level=level, source=source, **values)

    return raise_
