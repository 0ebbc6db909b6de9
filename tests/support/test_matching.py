"""No hard limit is ever broken, and the same input gives the same output."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sebaya.support.rules.matching import (
    MAX_CANDIDATES,
    Limits,
    Seeker,
    Supporter,
    broken_limits,
    candidates,
    same_level,
    stand_in,
    within_age,
)

NOW = datetime(2026, 8, 4, 9, tzinfo=UTC)
GROUPS = st.frozensets(st.sampled_from(["7a", "7b", "8a", "8b", "club"]), max_size=3)
TOPICS = st.frozensets(st.sampled_from(["teman", "belajar", "rumah", "uang"]), max_size=4)
PEOPLE = st.frozensets(st.sampled_from([f"p{n}" for n in range(30)]), max_size=5)
BORN = st.one_of(st.none(), st.dates(date(2006, 1, 1), date(2014, 12, 31)))
GRADE = st.one_of(st.none(), st.integers(1, 13))
SEX = st.sampled_from(["L", "P", ""])
SEEKERS = st.builds(
    Seeker, person=st.just("seeker"), groups=GROUPS, sex=SEX, born=BORN, grade=GRADE, topics=TOPICS, excluded_people=PEOPLE,
    excluded_groups=GROUPS, blocked=PEOPLE, chosen=st.lists(st.sampled_from(["p1", "p2"]), max_size=2).map(tuple),
)  # fmt: skip
SUPPORTERS = st.lists(
    st.builds(
        Supporter, person=st.sampled_from([f"p{n}" for n in range(30)]), groups=GROUPS, sex=SEX, born=BORN, grade=GRADE, topics=TOPICS,
        experiences=TOPICS, open_seekers=st.integers(0, 4), holds=st.frozensets(st.just("rest"), max_size=1),
        last_talk=st.one_of(st.none(), st.datetimes(datetime(2026, 1, 1), datetime(2026, 8, 4)).map(lambda moment: moment.replace(tzinfo=UTC))),
        gate=st.booleans(), consented=st.booleans(), resting=st.booleans(), reachable=st.booleans(),
    ),
    max_size=30, unique_by=lambda each: each.person,
)  # fmt: skip
LIMITS = st.builds(Limits, max_open=st.integers(1, 3), max_age_gap=st.integers(0, 5), same_gender=st.booleans())


@given(SEEKERS, SUPPORTERS, LIMITS)
def test_no_limit_is_ever_broken(seeker: Seeker, supporters: list[Supporter], limits: Limits) -> None:
    by_id = {each.person: each for each in supporters}
    found = candidates("request", seeker, supporters, limits, NOW)
    assert len(found) <= MAX_CANDIDATES
    for each in found:
        supporter = by_id[each.person]
        assert not supporter.groups & seeker.groups
        assert not supporter.groups & seeker.excluded_groups
        assert supporter.person not in seeker.excluded_people | seeker.blocked
        assert supporter.open_seekers < limits.max_open
        assert supporter.gate
        assert supporter.consented
        assert not supporter.holds
        assert not supporter.resting
        assert supporter.reachable
        assert not limits.same_gender or (supporter.sex == seeker.sex != "")
        assert within_age(seeker, supporter, limits.max_age_gap)
        assert same_level(seeker.grade, supporter.grade)


@given(SEEKERS, SUPPORTERS, LIMITS, st.randoms())
def test_same_input_gives_same_output_whatever_the_order(
    seeker: Seeker, supporters: list[Supporter], limits: Limits, chance: object
) -> None:
    shuffled = list(supporters)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert candidates("request", seeker, supporters, limits, NOW) == candidates(
        "request", seeker, shuffled, limits, NOW
    )


@given(SEEKERS, SUPPORTERS, LIMITS)
def test_score_is_the_sum_of_its_parts(seeker: Seeker, supporters: list[Supporter], limits: Limits) -> None:
    found = candidates("request", seeker, supporters, limits, NOW)
    assert [each.score for each in found] == [sum(each.parts.values()) for each in found]
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)


ABLE = Supporter(person="p", groups=frozenset({"8a"}), sex="P", born=date(2012, 1, 1), gate=True, consented=True)
SEEKER = Seeker(person="s", groups=frozenset({"7a"}), sex="P", born=date(2012, 6, 1))


@pytest.mark.parametrize(
    ("code", "supporter", "seeker"),
    [
        ("self", replace(ABLE, person="s"), SEEKER),
        ("hold", replace(ABLE, holds=frozenset({"ujian"})), SEEKER),
        ("gate", replace(ABLE, gate=False), SEEKER),
        ("consent", replace(ABLE, consented=False), SEEKER),
        ("resting", replace(ABLE, resting=True), SEEKER),
        ("reach", replace(ABLE, reachable=False), SEEKER),
        ("load", replace(ABLE, open_seekers=2), SEEKER),
        ("excluded", ABLE, replace(SEEKER, excluded_people=frozenset({"p"}))),
        ("excluded_group", ABLE, replace(SEEKER, excluded_groups=frozenset({"8a"}))),
        ("same_group", replace(ABLE, groups=frozenset({"7a"})), SEEKER),
        ("gender", replace(ABLE, sex="L"), SEEKER),
        ("age", replace(ABLE, born=date(2008, 1, 1)), SEEKER),
        ("blocked", ABLE, replace(SEEKER, blocked=frozenset({"p"}))),
    ],
)
def test_each_limit_alone_keeps_a_pair_apart(code: str, supporter: Supporter, seeker: Seeker) -> None:
    assert broken_limits(SEEKER, ABLE, Limits(same_gender=True)) == []
    assert broken_limits(seeker, supporter, Limits(same_gender=True)) == [code]


def test_who_is_freer_or_has_waited_longer_comes_first() -> None:
    busy = replace(ABLE, person="busy", open_seekers=1)
    recent = replace(ABLE, person="recent", last_talk=NOW - timedelta(days=1))
    rested = replace(ABLE, person="rested", last_talk=NOW - timedelta(days=9))
    found = candidates("r", SEEKER, [busy, recent, rested], Limits(), NOW)
    assert [(each.person, each.score) for each in found] == [("rested", 29), ("busy", 24), ("recent", 21)]


def test_chosen_peer_comes_first() -> None:
    other = replace(ABLE, person="q", topics=frozenset({"teman"}))
    seeker = replace(SEEKER, chosen=("p",), topics=frozenset({"teman"}))
    assert candidates("r", seeker, [other, ABLE], Limits(), NOW)[0].person == "p"


KNOWN, UNKNOWN = date(2012, 6, 1), None


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ((KNOWN, 7), (date(2015, 5, 30), 7), True),
        ((KNOWN, 7), (date(2015, 7, 1), 7), False),
        ((UNKNOWN, 7), (KNOWN, 9), True),
        ((UNKNOWN, 7), (KNOWN, 11), False),
        ((UNKNOWN, None), (KNOWN, 9), False),
        ((KNOWN, None), (UNKNOWN, None), False),
        ((UNKNOWN, None), (UNKNOWN, None), True),
    ],
)
def test_age_is_told_by_birthday_then_by_grade(one, other, may) -> None:
    seeker = Seeker(person="s", groups=frozenset(), born=one[0], grade=one[1])
    supporter = Supporter(person="p", groups=frozenset(), born=other[0], grade=other[1])
    assert within_age(seeker, supporter, 3) is may


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(6, 7, False), (7, 9, True), (9, 10, False), (10, 13, True), (None, 12, True), (1, 6, True)],
)
def test_nobody_meets_across_school_levels(one, other, same) -> None:
    assert same_level(one, other) is same is same_level(other, one)


@given(SUPPORTERS, LIMITS)
def test_stand_in_breaks_only_what_is_the_supporters_own(supporters: list[Supporter], limits: Limits) -> None:
    for each in supporters:
        broken = broken_limits(stand_in(each), each, limits)
        assert set(broken) <= {"hold", "gate", "consent", "resting", "reach", "load", "gender"}
        assert ("gender" in broken) == (limits.same_gender and not each.sex)
