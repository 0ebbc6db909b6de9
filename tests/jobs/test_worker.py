"""The one thread that runs sweeps."""

import threading
from datetime import timedelta

import pytest

from sebaya.jobs import sweeps, worker
from sebaya.jobs.models import Schedule

PATIENCE = 20.0  # seconds until a test that hangs fails; nothing is measured with it


@pytest.fixture
def ran(monkeypatch):
    """Set each time the only sweep runs; it is due at every look."""
    event = threading.Event()
    monkeypatch.setattr(sweeps, "_sweeps", {})
    sweeps.register("always", timedelta(0), lambda now: event.set())
    return event


@pytest.fixture
def running(monkeypatch):
    monkeypatch.setattr(worker, "BEAT", PATIENCE * 10)
    one = worker.Worker()
    one.start()
    yield one
    one.stop()
    assert not one._thread.is_alive()


@pytest.mark.django_db(transaction=True)
def test_worker_looks_at_once_and_when_woken(ran, running):
    assert ran.wait(PATIENCE)
    ran.clear()

    worker.wake()

    assert ran.wait(PATIENCE)


@pytest.mark.django_db(transaction=True)
def test_serving_process_starts_one_and_can_stop_it(ran, monkeypatch):
    monkeypatch.setattr(worker, "BEAT", PATIENCE * 10)
    before = threading.active_count()

    stop = worker.start()

    assert ran.wait(PATIENCE)
    stop()
    assert threading.active_count() == before


@pytest.mark.django_db(transaction=True)
def test_worker_goes_on_after_a_failed_look(ran, monkeypatch, caplog):
    failed = threading.Event()

    def fail(*_args, **_kwargs):
        failed.set()
        raise RuntimeError("no database")

    monkeypatch.setattr(worker, "BEAT", 0.01)
    monkeypatch.setattr(worker, "run_due", fail)
    one = worker.Worker()
    one.start()
    assert failed.wait(PATIENCE)

    monkeypatch.setattr(worker, "run_due", sweeps.run_due)

    assert ran.wait(PATIENCE)
    one.stop()
    assert Schedule.objects.count() == 1
    assert {record.getMessage() for record in caplog.records} == {"the worker could not reach the database"}
