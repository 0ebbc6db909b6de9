"""The competence gate: every item competent for both raters, nothing harmful, enough hours."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import make_person

from sebaya.programmes.models import HoldReason
from sebaya.programmes.queries import live_holds
from sebaya.training.actions import SameRater, record_paper
from sebaya.training.models import PaperRecord
from sebaya.training.queries import through_the_gate
from sebaya.training.rules import GUIDED_HOURS, ITEMS, missing, passes

levels = st.fixed_dictionaries({item: st.integers(1, 4) for item in ITEMS})


def sheet(**changed):
    return dict.fromkeys(ITEMS, 3) | changed


@pytest.mark.parametrize("item", list(ITEMS))
@pytest.mark.parametrize(("level", "opens"), [(1, False), (2, False), (3, True), (4, True)])
def test_every_item_needs_level_three_from_both(item, level, opens):
    assert passes(sheet(**{item: level}), sheet(), 24) is opens
    assert passes(sheet(), sheet(**{item: level}), 24) is opens
    assert missing(sheet(**{item: level}), sheet(), 24) == ([] if opens else [item])


@pytest.mark.parametrize(("hours", "opens"), [(0, False), (23, False), (24, True), (40, True)])
def test_guided_hours(hours, opens):
    assert passes(sheet(), sheet(), hours) is opens
    assert missing(sheet(), sheet(), hours) == ([] if opens else ["hours"])


@pytest.mark.parametrize("item", list(ITEMS))
def test_unrated_item_keeps_the_gate_shut(item):
    without = {name: 4 for name in ITEMS if name != item}

    assert not passes(without, sheet(), 24)
    assert not passes(sheet(), without, 24)
    assert missing(without, sheet(), 24) == [item]


def test_unknown_item_keeps_the_gate_shut():
    assert not passes(sheet(ramah=4), sheet(), 24)


def test_nothing_rated_lists_everything():
    assert missing({}, {}, 0) == [*ITEMS, "hours"]


@given(levels, levels, st.integers(0, 40))
def test_gate_opens_exactly_when_nothing_is_missing(first, second, hours):
    assert passes(first, second, hours) == (missing(first, second, hours) == [])


@given(levels, levels, st.integers(0, 40), st.sampled_from(list(ITEMS)))
def test_one_harmful_behaviour_shuts_the_gate_whatever_else(first, second, hours, item):
    assert not passes(first | {item: 1}, second, hours)
    assert not passes(first, second | {item: 1}, hours)


@given(levels, levels, st.integers(0, 40))
def test_raters_count_alike(first, second, hours):
    assert passes(first, second, hours) == passes(second, first, hours)


@pytest.fixture
def rate(frozen, counsellor):
    """`rate(person, day, **items)`: two raters' sheets of a day in June, one of them changed."""

    def record(person, day=5, hours=GUIDED_HOURS, raters=("Ibu Ratih", "Pak Yosafat"), **items):
        return record_paper(
            by=counsellor, person=person, assessed_on=date(2026, 6, day), raters=raters, levels=(sheet(**items), sheet()), hours=hours
        )  # fmt: skip

    return record


def held(person):
    return live_holds().filter(person=person, reason=HoldReason.TRAINING).exists()


def test_failing_holds_and_passing_lifts(rate, member):
    rate(member, day=5, batas=2)
    assert (held(member), through_the_gate([member.pk])) == (True, set())

    rate(member, day=12)
    assert (held(member), through_the_gate([member.pk])) == (False, {member.pk})


def test_lost_gate_holds_again(rate, supporter):
    rate(supporter, day=20, bahaya=1)

    assert held(supporter)
    assert through_the_gate([supporter.pk]) == set()


def test_older_sheet_typed_later_changes_nothing(rate, member):
    rate(member, day=20, batas=2)

    rate(member, day=5)

    assert held(member)
    assert through_the_gate([member.pk]) == set()


def test_same_day_typed_again_corrects(rate, member):
    rate(member, batas=1)
    rate(member, batas=3)

    assert PaperRecord.objects.count() == 1
    assert through_the_gate([member.pk]) == {member.pk}


@pytest.mark.parametrize("raters", [("Ibu Ratih", "Ibu Ratih"), ("Ibu Ratih", " ibu ratih ")])
def test_one_rater_twice_is_refused(rate, member, raters):
    with pytest.raises(SameRater):
        rate(member, raters=raters)

    assert not PaperRecord.objects.exists()


def test_gate_is_asked_for_many_in_one_query(rate, community, supporter, django_assert_num_queries):
    people = [make_person(community) for _ in range(3)]
    for person in people[:2]:
        rate(person)
    for asked in (people[:1], people):
        with django_assert_num_queries(1):
            assert through_the_gate(person.pk for person in asked) == {
                person.pk for person in asked if person != people[2]
            }


def test_nobody_is_through_without_a_record(member):
    assert through_the_gate([member.pk]) == through_the_gate([]) == set()
