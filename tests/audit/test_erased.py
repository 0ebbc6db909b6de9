"""Marks of what was purged lie beside the data, and every room takes away what is its own."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import transaction

from sebaya.audit import erased, erasure


@pytest.fixture
def beside(settings, tmp_path):
    settings.DATA = tmp_path
    return tmp_path


def test_purged_ids_are_marked_once_committed(db, beside, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        erased.note(["first", "", None, "second"])
        assert not erased.path().exists()
    with django_capture_on_commit_callbacks(execute=True):
        erased.note(iter(["third"]))

    marks = [erased.mark(each) for each in ("first", "second", "third")]
    assert erased.path().read_text().split() == sorted(marks)


def test_log_tells_neither_ids_nor_what_went_together(beside, db, django_capture_on_commit_callbacks):
    names = [f"id-{number}" for number in range(40)]
    with django_capture_on_commit_callbacks(execute=True):
        for pair in zip(names[::2], names[1::2], strict=True):
            erased.note(pair)
    lines = erased.path().read_text().split()
    assert lines == sorted(lines)
    assert not any(name in erased.path().read_text() for name in names)
    assert len({len(line) for line in lines}) == 1


def test_mark_needs_the_key_of_this_installation(beside, settings):
    before = erased.mark("first")
    settings.SECRET_FILE = beside / "other.key"
    settings.SECRET_FILE.write_bytes(b"o" * 32)
    assert erased.mark("first") != before


def test_two_who_purge_at_the_same_time_lose_nothing(beside):
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda number: erased.add([f"{number:032}"]), range(64)))
    assert len(erased.read(erased.path())) == 64


@pytest.mark.django_db(transaction=True)
def test_purge_that_was_rolled_back_leaves_nothing(beside):
    with transaction.atomic():
        erased.note(["first"])
        transaction.set_rollback(True)

    assert not erased.path().exists()


def test_logs_of_several_places_are_read_as_one(beside):
    erased.add(["first", "second"])
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
