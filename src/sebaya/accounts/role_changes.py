"""What may stay with whom after roles changed: each room registers how it takes back what no role covers.

Nobody may carry keys from one role into another: a counsellor who becomes second key holder, or the other way
round, would hold both halves of every name (vault.md, Reveal).
"""

from collections.abc import Callable
from typing import Any

Settle = Callable[[Any], None]  # (person with their new roles)

_rooms: dict[str, Settle] = {}


def register(room: str, settle: Settle) -> None:
    _rooms[room] = settle


def settle(person: Any) -> None:
    """Called in the transaction in which roles change."""
    for room in _rooms.values():
        room(person)
