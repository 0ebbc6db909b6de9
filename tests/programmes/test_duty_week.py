"""The duty list as a week, and who is told about its gaps."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from tests.factories import PASSWORD, make_duty, make_person

from sebaya.flags.todo import Group, in_order
from sebaya.programmes import duty
from sebaya.programmes.duty_week import END_OF_DAY, next_days, pieces, uncovered, week_of
from sebaya.programmes.todo import todo

JAKARTA = ZoneInfo("Asia/Jakarta")
TUESDAY, SATURDAY = 2, 6
OPENS, CLOSES = time(15, 30), time(20, 30)


def span(begin, end):
    return time(begin), time(end)


@pytest.mark.parametrize(
    ("covered", "gaps"),
    [
        ([], [(OPENS, CLOSES)]),
        ([span(15, 21)], []),
        ([span(16, 18)], [(OPENS, time(16)), (time(18), CLOSES)]),
        ([span(15, 18), span(17, 21)], []),
        ([span(15, 20), span(16, 17)], [(time(20), CLOSES)]),
        ([span(6, 12)], [(OPENS, CLOSES)]),
        ([span(15, 17), span(21, 22)], [(time(17), CLOSES)]),
    ],
    ids=["nobody", "all", "middle", "two that overlap", "one inside another", "morning", "after closing"],
)
def test_uncovered(covered, gaps):
    assert uncovered(OPENS, CLOSES, covered) == gaps


hours = st.integers(0, 23).map(time)
spans = st.lists(st.tuples(hours, hours).filter(lambda each: each[0] < each[1]), max_size=5).map(sorted)


@given(spans, hours)
def test_moment_is_in_a_gap_exactly_when_nobody_covers_it(covered, at):
    gaps = uncovered(time(6), time(20), covered)
    in_gap = any(begin <= at < end for begin, end in gaps)

    assert in_gap == (time(6) <= at < time(20) and not any(begin <= at < end for begin, end in covered))


def test_week_agrees_with_who_is_on_duty(frozen, community, duty_adult):
    moment = datetime(2026, 8, 4, 16, tzinfo=JAKARTA)
    other = make_person(community, "Endang", roles=["duty"], password=PASSWORD)
    make_duty(other, days=[TUESDAY], place=0)
    make_duty(make_person(community, "Belum Aktif", roles=["duty"]))
    week = week_of(community)

    assert [slot.person for slot in week.on_duty(moment)] == duty.on_duty(community, moment) == [other, duty_adult]
    assert [slot.person for slot in week.day(TUESDAY)] == [other, duty_adult]


def test_gaps_are_those_of_school_days(community, frozen):
    week = week_of(community)

    assert week.gaps(TUESDAY) == [(OPENS, CLOSES)]
    assert week.gaps(SATURDAY) == []


def test_week_takes_one_query(community, duty_adult, django_assert_num_queries):
    with django_assert_num_queries(1):
        week = week_of(community)
        assert [slot.person.name for slot in week.day(TUESDAY)] == ["Pak Baso"]


def test_next_days_begin_with_today_in_the_community_s_zone(community):
    days = [day.date() for day in next_days(community, datetime(2026, 8, 4, 18, tzinfo=ZoneInfo("UTC")))]

    assert days == [date(2026, 8, day) for day in range(5, 12)]


@pytest.fixture
def coordinator(community):
    return make_person(community, "Pak Nyoman", roles=["coordinator"], password=PASSWORD)


def test_coordinator_is_told_about_every_window_without_an_adult(frozen, coordinator):
    items = todo(coordinator, timezone.now())

    assert [item.group for item in items] == [Group.TODAY, *[Group.LATER] * 4]
    assert [item.title.split(":")[0] for item in sorted(items, key=in_order)] == [
        "Rabu", "Kamis", "Jumat", "Senin", "Selasa",
    ]  # fmt: skip
    assert items[0].title == "Selasa: jam teman tanpa petugas jaga"
    assert {item.url_name for item in items} == {"programmes:duty"}


def test_covered_week_asks_nothing(frozen, coordinator, duty_adult):
    assert todo(coordinator, timezone.now()) == []
    assert todo(coordinator, timezone.now(), week_of(coordinator.community)) == []


def test_shut_door_needs_nobody(frozen, community, coordinator):
    community.peer_door = False
    community.save()
    coordinator.community.refresh_from_db()

    assert todo(coordinator, timezone.now()) == []


def test_others_are_not_asked(frozen, counsellor, duty_adult):
    duty_adult.duty_slots.all().delete()

    assert todo(counsellor, timezone.now()) == todo(duty_adult, timezone.now()) == []


@pytest.mark.parametrize(
    ("weekday", "starts", "ends", "kept"),
    [
        (1, time(15), time(20), [(1, time(15), time(20))]),
        (1, time(20), time(0), [(1, time(20), time.max)]),
        (1, time(0), time(0), [(1, time(0), time.max)]),
        (1, time(20), time(6), [(1, time(20), time.max), (2, time(0), time(6))]),
        (7, time(22), time(5), [(7, time(22), time.max), (1, time(0), time(5))]),
    ],
    ids=["day", "until midnight", "day and night", "night", "Sunday night"],
)
def test_slot_over_midnight_is_kept_in_pieces(weekday, starts, ends, kept):
    assert pieces(weekday, starts, ends) == kept


def test_until_midnight_covers_the_last_minute(community, duty_adult, frozen):
    duty_adult.duty_slots.all().delete()
    make_duty(duty_adult, days=[TUESDAY], starts=time(20), ends=END_OF_DAY)
    last, over = (datetime(2026, 8, day, *at, tzinfo=JAKARTA) for day, at in ((4, (23, 59, 59)), (5, (0, 0))))

    assert duty.on_duty(community, last) == [duty_adult]
    assert duty.on_duty(community, over) == []
