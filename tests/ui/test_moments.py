from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone, translation

from sebaya.ui import moments

NOW = datetime(2026, 11, 17, 8, 0, tzinfo=UTC)  # Tuesday, 15.00 in Jakarta


@pytest.fixture(autouse=True)
def jakarta():
    with timezone.override("Asia/Jakarta"), translation.override("id"):
        yield


@pytest.mark.parametrize(
    ("left", "words", "mood"),
    [
        (timedelta(seconds=20), "1 menit lagi", "soon"),
        (timedelta(minutes=4, seconds=30), "4 menit lagi", "soon"),
        (timedelta(minutes=30), "30 menit lagi", "soon"),
        (timedelta(minutes=31), "31 menit lagi", ""),
        (timedelta(hours=5), "5 jam lagi", ""),
        (timedelta(hours=12), "besok", ""),
        (timedelta(days=3), "Jumat", ""),
        (timedelta(days=9), "26 Nov", ""),
        (timedelta(days=90), "15 Feb 2027", ""),
        (-timedelta(minutes=1), "lewat 1 menit", "late"),
        (-timedelta(hours=2), "lewat 2 jam", "late"),
        (-timedelta(days=1), "lewat 1 hari", "late"),
        (-timedelta(days=3), "lewat 3 hari", "late"),
    ],
)
def test_clock_says_what_is_left(left, words, mood):
    assert moments.clock(NOW + left, NOW) == (words, mood)


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, "dini hari"),
        (3, "dini hari"),
        (4, "pagi"),
        (10, "pagi"),
        (11, "siang"),
        (14, "siang"),
        (15, "sore"),
        (18, "malam"),
        (23, "malam"),
    ],
)
def test_part_of_day_follows_the_greeting(hour, part):
    moment = timezone.make_aware(datetime(2026, 11, 17, hour))

    assert moments.part_of_day(moment) == f"Selasa {part}"


def test_when_is_the_time_alone_today():
    assert moments.when(NOW, NOW) == "15.00"


def test_when_names_another_day():
    assert moments.when(NOW - timedelta(days=1), NOW) == "kemarin 15.00"


def test_time_in_english_has_a_colon():
    with translation.override("en"):
        assert moments.time(NOW) == "15:00"


@pytest.mark.parametrize("hour", range(24))
def test_kept_part_of_day_says_the_same(hour):
    moment = timezone.make_aware(datetime(2026, 11, 17, hour))
    kept = moments.part(timezone.localtime(moment))

    assert moments.on_part(moment.date(), kept.value) == moments.part_of_day(moment)
    assert len(kept.value) <= 8  # as the table has room for


@pytest.mark.parametrize(
    ("language", "clock", "words"),
    [
        ("id", time(15, 30), "15.30"),
        ("en", time(15, 30), "15:30"),
        ("id", time.max, "24.00"),
        ("en", time.max, "24:00"),
    ],
)
def test_wall_clock_is_said_as_in_its_language(language, clock, words):
    with translation.override(language):
        assert moments.hour(clock) == words


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        (date(2026, 11, 23), date(2026, 11, 27), "23–27 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 4), "30 November – 4 Desember 2026"),
        (date(2026, 12, 28), date(2027, 1, 1), "28 Desember 2026 – 1 Januari 2027"),
    ],
)
def test_days_say_a_month_twice_only_where_it_changes(first, last, said):
    assert moments.days(first, last) == said
