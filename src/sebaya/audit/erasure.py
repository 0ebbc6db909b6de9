"""Erasing a person: each room says what of theirs it takes away; accounts deletes the person last."""

from collections.abc import Callable
from typing import Any

Erase = Callable[[Any, Any], int]  # (person, keyring or None) -> rows taken away

_rooms: dict[str, Erase] = {}


def register(room: str, erase: Erase) -> None:
    """`keyring` is given only in the person's own sign-in: without it their requests cannot be found."""
    _rooms[room] = erase


def run(person: Any, keyring: Any) -> dict[str, int]:
    """What every room took away, by room."""
    return {room: erase(person, keyring) for room, erase in _rooms.items()}
