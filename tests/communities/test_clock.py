"""School days, duty hours and the peer window, on the community's own clock.

August 2026 begins on a Saturday: the 3rd is a Monday, the 7th a Friday.
"""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sebaya.communities import clock
from sebaya.communities.models import Community

SCHOOL = Community(slug="smp", name="SMP", school_ends=time(15, 30), peer_opens=time(15, 30), peer_closes=time(20, 30))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))
schools = st.builds(
    Community,
    timezone=st.sampled_from(["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"]),
    school_days=st.sampled_from(["12345", "123456", "1", "67", "1234567"]),
    school_ends=st.just(time(14)),
    peer_opens=st.sampled_from([time(0), time(7), time(15, 30)]),
    peer_closes=st.sampled_from([time(16), time(20, 30), time(23, 59)]),
)


def local(day, hour=0, minute=0):
    return datetime(2026, 8, day, hour, minute, tzinfo=ZoneInfo("Asia/Jakarta"))


@pytest.mark.parametrize(("day", "expected"), [(7, True), (8, False), (9, False), (10, True)])
def test_school_days_are_monday_to_friday_unless_told(day, expected):
    assert clock.is_school_day(SCHOOL, date(2026, 8, day)) is expected


def test_pesantren_has_school_on_its_own_days():
    school = Community(school_days="12346", school_ends=time(12))

    assert [clock.is_school_day(school, date(2026, 8, day)) for day in (7, 8, 9)] == [False, True, False]


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (local(4, 15, 29), False),
        (local(4, 15, 30), True),
        (local(4, 20, 29), True),
        (local(4, 20, 30), False),
        (local(8, 16), False),
    ],
    ids=["before", "opens", "last minute", "closed", "saturday"],
)
def test_peer_window(moment, expected):
    assert clock.in_peer_window(SCHOOL, moment) is expected


@pytest.mark.parametrize(
    ("zone", "opens"), [("Asia/Jakarta", 8), ("Asia/Makassar", 7), ("Asia/Jayapura", 6)], ids=["WIB", "WITA", "WIT"]
)
def test_windows_follow_the_community_s_zone(zone, opens):
    school = Community(timezone=zone, peer_opens=time(15), peer_closes=time(20), school_ends=time(14))
    at_opening = datetime(2026, 8, 4, opens, tzinfo=UTC)

    assert clock.in_peer_window(school, at_opening)
    assert not clock.in_peer_window(school, at_opening - timedelta(seconds=1))
    assert clock.local(school, at_opening).hour == 15


def test_school_day_is_that_of_the_zone_and_not_of_utc():
    school = Community(timezone="Asia/Jayapura", peer_opens=time(0), peer_closes=time(5), school_ends=time(14))
    sunday_night_in_utc = datetime(2026, 8, 9, 16, tzinfo=UTC)  # Monday, one o'clock in Papua

    assert clock.in_peer_window(school, sunday_night_in_utc)


def test_now_is_the_clock(frozen):
    assert clock.local(SCHOOL) == clock.now() == local(4, 16)
    assert clock.in_peer_window(SCHOOL)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (local(4, 16), local(4, 16)),
        (local(4, 9), local(4, 15, 30)),
        (local(4, 20, 30), local(5, 15, 30)),
        (local(7, 20, 30), local(10, 15, 30)),
        (local(8, 12), local(10, 15, 30)),
    ],
    ids=["open now", "later today", "tomorrow", "over the weekend", "from saturday"],
)
def test_next_peer_window(moment, expected):
    assert clock.next_peer_window(SCHOOL, moment) == expected


@pytest.mark.parametrize(
    ("moment", "hours", "expected"),
    [
        (local(4, 16), 4, local(4, 20)),
        (local(4, 16, 30), 4, local(4, 20, 30)),
        (local(4, 18), 4, local(5, 17)),
        (local(4, 9), 4, local(4, 19, 30)),
        (local(7, 20), 4, local(10, 19)),
        (local(8, 10), 4, local(10, 19, 30)),
        (local(6, 18), 10, local(10, 18)),
        (local(4, 16), 0, local(4, 16)),
    ],
    ids=["today", "to the minute", "over night", "before", "over the weekend", "from saturday", "days", "none"],
)
def test_after_duty_time(moment, hours, expected):
    assert clock.after_duty_time(SCHOOL, timedelta(hours=hours), moment) == expected


def test_after_more_duty_time_than_we_look_ahead_still_ends():
    assert clock.after_duty_time(SCHOOL, timedelta(hours=5000), local(4, 16)) > local(30)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (local(4, 8), local(4, 15, 30)),
        (local(4, 15, 30), local(5, 15, 30)),
        (local(7, 16), local(10, 15, 30)),
        (local(9, 9), local(10, 15, 30)),
    ],
    ids=["this morning", "just over", "friday afternoon", "sunday"],
)
def test_end_of_school_day(moment, expected):
    assert clock.end_of_school_day(SCHOOL, moment) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (local(4, 16), local(4, 16)),
        (local(4, 20, 30), local(4, 20, 30)),
        (local(4, 22), local(4, 20, 30)),
        (local(5, 9), local(4, 20, 30)),
        (local(10, 9), local(7, 20, 30)),
    ],
    ids=["open now", "just closed", "this evening", "next morning", "after the weekend"],
)
def test_last_peer_close(moment, expected):
    assert clock.last_peer_close(SCHOOL, moment) == expected


def test_without_any_school_day_the_answers_are_far_away_and_not_an_error():
    never = Community(school_days="", school_ends=time(15), peer_opens=time(15), peer_closes=time(20))
    moment = local(4, 16)

    assert clock.next_peer_window(never, moment) == moment + timedelta(days=60)
    assert clock.last_peer_close(never, moment) == moment - timedelta(days=60)
    assert clock.end_of_school_day(never, moment) == moment + timedelta(days=1)


@given(schools, moments, st.integers(0, 72))
def test_duty_time_never_ends_before_its_length_nor_outside_a_window(school, moment, hours):
    ends = clock.after_duty_time(school, timedelta(hours=hours), moment)
    opens, closes = clock.peer_window(school, clock.local(school, ends).date())

    assert ends >= clock.next_peer_window(school, moment) + timedelta(hours=hours)
    assert opens <= ends <= closes


@given(schools, moments)
def test_windows_agree_with_each_other(school, moment):
    opens, closed = clock.next_peer_window(school, moment), clock.last_peer_close(school, moment)

    assert clock.in_peer_window(school, opens)
    assert closed <= moment <= opens
    assert (opens == moment) is clock.in_peer_window(school, moment)
    if opens == moment:
        assert closed == moment
