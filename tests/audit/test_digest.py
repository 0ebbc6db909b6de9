"""A row changed, taken away or slipped in later shows in the digest of its day."""

from datetime import UTC, date, datetime, timedelta

import pytest

from sebaya.audit import digest
from sebaya.audit.models import Digest, Event
from sebaya.audit.record import record
from sebaya.jobs import sweeps

MONDAY = datetime(2026, 8, 3, 4, tzinfo=UTC)
DAYS = [date(2026, 8, 3), date(2026, 8, 4), date(2026, 8, 5)]
TODAY = date(2026, 8, 6)


@pytest.fixture
def three_days(community):
    """Two rows a day on three days, all closed."""
    Event.objects.all().delete()
    for hours in (0, 1, 24, 25, 48, 49):
        record("signin", community=community, about=f"thing {hours}", at=MONDAY + timedelta(hours=hours), count=hours)
    digest.close_days(TODAY)


def test_every_finished_day_gets_one_digest(three_days):
    assert list(Digest.objects.order_by("day").values_list("day", "rows")) == [(day, 2) for day in DAYS]
    assert digest.broken_days() == []


def test_closing_again_adds_nothing(three_days):
    assert digest.close_days(TODAY) == 0


def test_day_without_rows_has_a_digest_too(three_days):
    assert digest.close_days(TODAY + timedelta(days=2)) == 2
    assert Digest.objects.order_by("-day").first().rows == 0


def test_without_rows_there_is_nothing_to_close(db):
    assert digest.close_days(TODAY) == 0


def test_today_stays_open(three_days, community):
    record("signin", community=community, at=datetime(2026, 8, 6, 9, tzinfo=UTC))

    assert digest.close_days(TODAY) == 0
    assert digest.broken_days() == []


def test_digests_chain(three_days):
    values = list(Digest.objects.values_list("value", flat=True))

    assert len(set(values)) == 3


@pytest.mark.parametrize(
    "change",
    [{"kind": "x"}, {"by": "x"}, {"about": "x"}, {"detail": {}}, {"community": None}, {"at": MONDAY + timedelta(hours=24, seconds=1)}],
    ids=lambda each: next(iter(each)),
)  # fmt: skip
def test_changed_row_is_found(three_days, change):
    Event.objects.filter(about="thing 24").update(**change)

    assert digest.broken_days() == [DAYS[1]]


def test_deleted_row_is_found(three_days):
    Event.objects.filter(about="thing 25").delete()

    assert digest.broken_days() == [DAYS[1]]


def test_inserted_row_is_found(three_days, community):
    record("signin", community=community, at=MONDAY + timedelta(hours=26))

    assert digest.broken_days() == [DAYS[1]]


def test_row_moved_to_another_day_is_found_on_both(three_days):
    Event.objects.filter(about="thing 24").update(at=MONDAY + timedelta(hours=50))

    assert digest.broken_days() == DAYS[1:]


def test_swapped_rows_are_found(three_days):
    one, other = Event.objects.filter(about__in=["thing 0", "thing 1"]).order_by("pk")
    Event.objects.filter(pk=one.pk).update(about=other.about, at=other.at, detail=other.detail)
    Event.objects.filter(pk=other.pk).update(about=one.about, at=one.at, detail=one.detail)

    assert digest.broken_days() == [DAYS[0]]


def test_digest_made_to_fit_again_breaks_the_day_after(three_days):
    Event.objects.filter(about="thing 24").delete()
    rows, value = digest.digest_of(DAYS[1], Digest.objects.get(day=DAYS[0]).value)
    Digest.objects.filter(day=DAYS[1]).update(rows=rows, value=value)

    assert digest.broken_days() == [DAYS[2]]


def test_missing_digest_breaks_the_day_after(three_days):
    Digest.objects.filter(day=DAYS[1]).delete()

    assert digest.broken_days() == [DAYS[2]]


def test_sweep_closes_yesterday_an_hour_after_midnight(frozen, community):
    Event.objects.all().delete()
    record("signin", community=community)
    [sweep] = [each for each in sweeps.registered() if each.name == "audit.close_days"]

    frozen.move_to(datetime(2026, 8, 5, 0, 59, tzinfo=UTC))
    sweep.run(datetime.now(UTC))
    assert not Digest.objects.exists()

    frozen.move_to(datetime(2026, 8, 5, 1, 0, tzinfo=UTC))
    sweep.run(datetime.now(UTC))
    assert [row.day for row in Digest.objects.all()] == [DAYS[1]]
