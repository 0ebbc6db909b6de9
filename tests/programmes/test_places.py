"""The order of calling among those on duty at the same time: numbered, chosen, moved."""

from datetime import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import PASSWORD, make_community, make_duty, make_person

from sebaya.accounts.models import Person
from sebaya.audit.models import Event
from sebaya.programmes import actions, duty_week, places
from sebaya.programmes.models import DutySlot

TUESDAY = 2


def slot(name: str, starts: int, ends: int) -> DutySlot:
    return DutySlot(pk=name, starts=time(starts), ends=time(ends))


def letters(found: Any) -> list[Any]:
    return [(place, each.pk) for place, each in places.numbered(found)]


@pytest.fixture
def adults(community: Any) -> list[Person]:
    return [make_person(community, name, roles=["duty"], password=PASSWORD) for name in ("Ani", "Budi", "Citra")]


def put(person: Person, starts: int = 15, ends: int = 20, place: int | None = None, days: Any = (TUESDAY,)) -> DutySlot:
    return make_duty(person, days=days, starts=time(starts), ends=time(ends), place=place)[0]


def shown(community: Any) -> list[tuple[int, str]]:
    """As the page shows them."""
    return [(n, each.person.name) for n, each in places.numbered(duty_week.week_of(community).day(TUESDAY))]


def kept() -> list[tuple[int, str]]:
    return list(
        DutySlot.objects.filter(weekday=TUESDAY).order_by("place", "person__name").values_list("place", "person__name")
    )


@pytest.mark.parametrize(
    ("slots", "expected"),
    [
        ([], []),
        ([("a", 6, 12), ("b", 12, 18)], [(1, "a"), (1, "b")]),
        ([("a", 6, 12), ("b", 11, 18)], [(1, "a"), (2, "b")]),
        ([("a", 6, 12), ("b", 12, 18), ("c", 6, 18)], [(1, "a"), (1, "b"), (2, "c")]),
        ([("a", 6, 18), ("b", 6, 18), ("c", 6, 18)], [(1, "a"), (2, "b"), (3, "c")]),
    ],
    ids=["nobody", "one after the other", "an hour together", "two shifts and one all day", "three together"],
)
def test_numbers_count_those_at_the_same_time(slots: Any, expected: Any) -> None:
    assert letters([slot(*each) for each in slots]) == expected


hours = st.tuples(st.integers(0, 23), st.integers(0, 23)).filter(lambda span: span[0] < span[1])


@given(st.lists(hours, max_size=8))
def test_who_overlaps_never_has_the_same_number(spans: list[tuple[int, int]]) -> None:
    found = places.numbered([slot(str(n), *span) for n, span in enumerate(spans)])
    pairs = [(one, other) for at, one in enumerate(found) for other in found[at + 1 :]]
    assert all(one[0] < other[0] for one, other in pairs if places.overlap(one[1], other[1]))


def test_new_slot_gets_the_next_place(community: Any, adults: list[Person]) -> None:
    assert [put(adult).place for adult in adults] == [1, 2, 3]
    assert shown(community) == kept() == [(1, "Ani"), (2, "Budi"), (3, "Citra")]


def test_new_slot_at_other_hours_or_on_another_day_is_the_first(adults: list[Person]) -> None:
    put(adults[0])
    assert put(adults[1], 6, 15).place == 1
    assert put(adults[2], days=[3]).place == 1


@pytest.mark.parametrize(("place", "expected"), [(1, "CAB"), (2, "ACB"), (3, "ABC"), (9, "ABC")])
def test_chosen_place_moves_the_others_back(community: Any, adults: list[Person], place: int, expected: str) -> None:
    for adult in adults[:2]:
        put(adult)
    put(adults[2], place=place)
    assert [n for n, _name in shown(community)] == [1, 2, 3]
    assert "".join(name[0] for _n, name in shown(community)) == expected
    assert shown(community) == kept()


def test_chosen_place_of_a_slot_that_is_there_moves_it(community: Any, adults: list[Person]) -> None:
    for adult in adults:
        put(adult)
    put(adults[2], place=1)
    assert shown(community) == [(1, "Citra"), (2, "Ani"), (3, "Budi")]


def test_same_slot_again_keeps_its_place(community: Any, adults: list[Person]) -> None:
    for adult in adults:
        put(adult)
    put(adults[0], ends=21)
    assert shown(community) == [(1, "Ani"), (2, "Budi"), (3, "Citra")]


@pytest.mark.parametrize(
    ("who", "up", "expected"),
    [(1, True, "BAC"), (1, False, "ACB"), (0, True, "ABC"), (2, False, "ABC"), (2, True, "ACB")],
    ids=["up", "down", "first stays", "last stays", "last up"],
)
def test_slot_is_moved_by_one(community: Any, adults: list[Person], who: int, up: bool, expected: str) -> None:
    slots = [put(adult) for adult in adults]
    actions.move_duty(by=adults[0], slot=slots[who], up=up)
    assert "".join(name[0] for _n, name in shown(community)) == expected
    assert shown(community) == kept()


def test_moving_passes_those_at_other_hours(community: Any, adults: list[Person]) -> None:
    put(adults[0], 15, 20)
    put(adults[1], 6, 10)
    last = put(adults[2], 15, 20)
    actions.move_duty(by=adults[0], slot=last, up=True)
    assert [(n, name) for n, name in shown(community) if name != "Budi"] == [(1, "Citra"), (2, "Ani")]


def test_moving_passes_who_cannot_be_called(community: Any, adults: list[Person]) -> None:
    slots = [put(adult) for adult in adults]
    adults[1].is_active = False
    adults[1].save()
    actions.move_duty(by=adults[0], slot=slots[2], up=True)
    assert shown(community) == [(1, "Citra"), (2, "Ani")]


def test_slot_of_who_cannot_be_called_stays(community: Any, adults: list[Person]) -> None:
    slots = [put(adult) for adult in adults]
    adults[2].is_active = False
    adults[2].save()
    actions.move_duty(by=adults[0], slot=slots[2], up=True)
    assert kept() == [(1, "Ani"), (2, "Budi"), (3, "Citra")]


def test_ties_of_an_older_list_are_shown_and_moved_in_order(community: Any, adults: list[Person]) -> None:
    for adult in reversed(adults):
        put(adult)
    DutySlot.objects.update(place=1)
    assert shown(community) == [(1, "Ani"), (2, "Budi"), (3, "Citra")]
    actions.move_duty(by=adults[0], slot=DutySlot.objects.get(person=adults[2]), up=True)
    assert shown(community) == kept() == [(1, "Ani"), (2, "Citra"), (3, "Budi")]


def test_moving_is_recorded_when_something_moved(community: Any, adults: list[Person]) -> None:
    first, second = put(adults[0]), put(adults[1])
    actions.move_duty(by=adults[0], slot=first, up=True)
    assert not Event.objects.filter(kind="duty.moved").exists()
    actions.move_duty(by=adults[0], slot=second, up=True)
    assert [row.detail for row in Event.objects.filter(kind="duty.moved")] == [{"weekday": TUESDAY, "place": 1}]


def test_another_day_and_another_school_keep_their_numbers(community: Any, adults: list[Person]) -> None:
    far = make_person(make_community(), roles=["duty"], password=PASSWORD)
    others = [put(adults[0], days=[3]), put(far)]
    slots = [put(adult) for adult in adults[:2]]
    actions.move_duty(by=adults[0], slot=slots[1], up=True)
    assert [DutySlot.objects.get(pk=each.pk).place for each in others] == [1, 1]
