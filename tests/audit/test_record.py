"""One row for one thing done, with tokens instead of people."""

import re

from tests.house.rooms import short, sources

from sebaya.audit.models import Event, Subject
from sebaya.audit.record import record, token


def test_row_says_what_by_whom_about_what(frozen, community, counsellor):
    Event.objects.all().delete()
    record("flag.closed", community=community, by=counsellor, about="x" * 16, kind="request", count=3)

    row = Event.objects.get()
    assert (row.community, row.kind, row.about) == (community, "flag.closed", "x" * 16)
    assert row.detail == {"kind": "request", "count": 3}
    assert row.at.isoformat() == "2026-08-04T09:00:00+00:00"


def test_row_names_no_person(community, counsellor):
    row = record("signin", community=community, by=counsellor)

    assert row.by == Subject.objects.get(person=counsellor).pk
    assert counsellor.pk not in {row.by, row.about}


def test_the_same_person_has_one_token(counsellor):
    assert token(counsellor) == token(counsellor)


def test_nobody_has_none(community):
    assert record("sweep", community=None).by == token(None) == ""


def test_erasing_the_person_leaves_the_row_and_breaks_the_link(community, counsellor):
    row = record("signin", community=community, by=counsellor)
    counsellor.delete()
    row.refresh_from_db()

    assert row.by != ""
    assert not Subject.objects.filter(pk=row.by).exists()


def test_there_is_one_way_to_spell_it():
    """`from sebaya.audit.record import record`, in every room."""
    other = [short(path) for path in sources() if re.search(r"\baudit\.record\(", path.read_text(encoding="utf-8"))]

    assert other == []
