"""Ids of what was purged lie beside the data, and every room takes away what is its own."""

import pytest
from django.db import transaction

from sebaya.audit import erased, erasure


@pytest.fixture
def beside(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


def test_purged_ids_are_appended_once_committed(db, beside, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erased.note(["first", "", None, "second"])
        assert not erased.path().exists()
    with django_capture_on_commit_callbacks(execute=True):
        erased.note(iter(["third"]))

    assert erased.path().read_text() == "first\nsecond\nthird\n"


@pytest.mark.django_db(transaction=True)
def test_purge_that_was_rolled_back_leaves_nothing(beside):
    with transaction.atomic():
        erased.note(["first"])
        transaction.set_rollback(True)

    assert not erased.path().exists()


def test_logs_of_several_places_are_read_as_one(beside):
    erased.append(["first", "second"])
    other = beside / "copy.log"
    other.write_text("second\nthird\n")

    assert erased.read(erased.path(), other, beside / "missing.log") == {"first", "second", "third"}


def test_nothing_was_purged_yet(beside):
    assert erased.read(erased.path()) == set()


def test_every_room_takes_away_its_own(monkeypatch):
    monkeypatch.setattr(erasure, "_rooms", {})
    seen = []
    erasure.register("support", lambda person, keyring: seen.append((person, keyring)) or 3)
    erasure.register("training", lambda person, keyring: 0)

    assert erasure.run("person", "keyring") == {"support": 3, "training": 0}
    assert seen == [("person", "keyring")]


def test_room_registers_once(monkeypatch):
    monkeypatch.setattr(erasure, "_rooms", {})
    for rows in (1, 2):
        erasure.register("support", lambda person, keyring, rows=rows: rows)

    assert erasure.run("person", None) == {"support": 2}
