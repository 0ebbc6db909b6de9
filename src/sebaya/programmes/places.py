"""The order in which adults are called whose hours overlap: 1, 2, 3. Pure: the slots of one weekday in, the same out."""

from collections.abc import Sequence

from sebaya.programmes.models import DutySlot

Numbered = list[tuple[int, DutySlot]]


def overlap(one: DutySlot, other: DutySlot) -> bool:
    return one.starts < other.ends and other.starts < one.ends


def numbered(slots: Sequence[DutySlot]) -> Numbered:
    """In the given order, each one after the last before it that it overlaps; whoever is alone is the first."""
    found: Numbered = []
    for slot in slots:
        before = [place for place, other in found if overlap(slot, other)]
        found.append((max(before, default=0) + 1, slot))
    return found


def neighbour(slots: Sequence[DutySlot], slot: DutySlot, up: bool) -> DutySlot | None:
    """Who is called right before (`up`) or right after, at the same time; None for the first and the last."""
    at = slots.index(slot)
    others = reversed(slots[:at]) if up else slots[at + 1 :]
    return next((other for other in others if overlap(slot, other)), None)


def moved(slots: Sequence[DutySlot], slot: DutySlot, to: DutySlot) -> list[DutySlot]:
    """The slot where the other one is, which makes room on the side from which it comes."""
    at = slots.index(to)
    rest = [other for other in slots if other != slot]
    return [*rest[:at], slot, *rest[at:]]


def put(slots: Sequence[DutySlot], slot: DutySlot, place: int) -> list[DutySlot]:
    """The slot before the first that overlaps it and has this place or a later one; else at the end."""
    rest = [other for other in slots if other != slot]
    later = (at for at, (number, other) in enumerate(numbered(rest)) if number >= place and overlap(slot, other))
    at = next(later, len(rest))
    return [*rest[:at], slot, *rest[at:]]
