"""Sweeps run when they are due, once, whatever the others do."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from sebaya.jobs import sweeps
from sebaya.jobs.models import Schedule

NOW = datetime(2026, 8, 4, 9, tzinfo=UTC)


@pytest.fixture
def registry(monkeypatch):
    """An empty list of sweeps."""
    empty: dict[str, sweeps.Sweep] = {}
    monkeypatch.setattr(sweeps, "_sweeps", empty)
    return empty


@pytest.fixture
def seen(registry):
    """The moments at which the sweep "hourly" ran."""
    moments: list[datetime] = []
    sweeps.register("hourly", timedelta(hours=1), moments.append)
    return moments


def test_new_sweep_runs_at_once(db, seen):
    assert sweeps.run_due(NOW) == ["hourly"]
    assert seen == [NOW]
    assert Schedule.objects.get().next_at == NOW + timedelta(hours=1)


@pytest.mark.parametrize(
    ("later", "runs"), [(timedelta(minutes=59), 1), (timedelta(hours=1), 2), (timedelta(days=9), 2)]
)
def test_sweep_waits_for_its_time(db, seen, later, runs):
    sweeps.run_due(NOW)
    sweeps.run_due(NOW + later)

    assert len(seen) == runs


def test_missed_times_are_not_made_up(db, seen):
    sweeps.run_due(NOW)
    for minutes in (600, 601, 602):
        sweeps.run_due(NOW + timedelta(minutes=minutes))

    assert seen == [NOW, NOW + timedelta(hours=10)]


def test_clock_is_asked_when_no_moment_is_given(db, seen, frozen):
    sweeps.run_due()

    assert seen == [NOW]


def test_failing_sweep_does_not_stop_the_others(db, registry, seen, caplog):
    def fail(now):
        raise ValueError("broken")

    registry.clear()
    sweeps.register("first", timedelta(hours=1), fail)
    sweeps.register("second", timedelta(hours=1), seen.append)

    assert sweeps.run_due(NOW) == ["second"]
    assert seen == [NOW]
    assert [record.getMessage() for record in caplog.records] == ["sweep first failed"]


def test_registering_again_replaces(registry, seen):
    sweeps.register("hourly", timedelta(hours=2), print)

    assert [sweep.every for sweep in sweeps.registered()] == [timedelta(hours=2)]


def at_once(number, work):
    """Results of `work` in so many threads with a connection each, begun together."""
    together = threading.Barrier(number)

    def begin(_number):
        try:
            together.wait()
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(number) as pool:
        return list(pool.map(begin, range(number)))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("before", [None, NOW - timedelta(seconds=1)], ids=["first time", "due again"])
def test_two_processes_claim_once(seen, before):
    if before:
        Schedule.objects.create(name="hourly", next_at=before)

    claimed = at_once(4, lambda: sweeps.run_due(NOW))

    assert sorted(claimed) == [[], [], [], ["hourly"]]
    assert seen == [NOW]


@pytest.mark.django_db(transaction=True)
def test_each_due_time_is_claimed_once(seen):
    for hour in range(5):
        at_once(3, lambda hour=hour: sweeps.run_due(NOW + timedelta(hours=hour)))

    assert seen == [NOW + timedelta(hours=hour) for hour in range(5)]


def test_every_room_s_sweeps_run_on_an_empty_database(db):
    names = [sweep.name for sweep in sweeps.registered()]

    assert sweeps.run_due(NOW) == names
    assert {"flags.call_overdue", "notices.deliver", "notices.purge", "audit.close_days"} < set(names)
