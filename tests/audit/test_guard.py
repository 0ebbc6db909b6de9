"""A GET changes nothing; two exemptions are named, and there is no third."""

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from sebaya.audit import guard
from sebaya.audit.models import Event
from sebaya.audit.record import record


def answer(method, page):
    return guard.SelectOnlyGuard(page)(RequestFactory().generic(method, "/"))


def writes(request):
    with transaction.atomic():
        record("looked", community=None)
    return HttpResponse()


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
def test_write_while_looking_is_refused(db, method):
    with pytest.raises(guard.WriteDuringGet, match="INSERT INTO"):
        answer(method, writes)

    assert not Event.objects.exists()


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_write_while_acting_goes_through(db, method):
    answer(method, writes)

    assert Event.objects.count() == 1


def test_reading_goes_through(community):
    def reads(request):
        with transaction.atomic():
            return HttpResponse(list(Event.objects.values_list("kind")))

    assert answer("GET", reads).status_code == 200


def test_exemptions_are_the_two_that_are_named():
    assert {"reading events", "pending grants"} == guard.EXEMPTIONS


@pytest.mark.parametrize("exemption", sorted(guard.EXEMPTIONS))
def test_exemption_opens_for_its_block_only(db, exemption):
    def page(request):
        with guard.may_write(exemption):
            record("read", community=None)
        return writes(request)

    with pytest.raises(guard.WriteDuringGet):
        answer("GET", page)

    assert list(Event.objects.values_list("kind", flat=True)) == ["read"]


def test_exemption_closes_after_an_error(db):
    with pytest.raises(KeyError), guard.may_write("reading events"):
        raise KeyError
    with pytest.raises(guard.WriteDuringGet):
        answer("GET", writes)


@pytest.mark.parametrize("unknown", ["", "anything", "Reading events"])
def test_another_exemption_does_not_exist(unknown):
    with pytest.raises(ValueError, match="no such exemption"), guard.may_write(unknown):
        pass


def test_guard_ends_with_the_request(db):
    answer("GET", lambda request: HttpResponse())

    record("afterwards", community=None)

    assert Event.objects.count() == 1


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1", "  select 1", "(SELECT 1)".strip("()"), "SAVEPOINT a", "RELEASE SAVEPOINT a", "ROLLBACK TO a",
        "WITH a AS (SELECT 1) SELECT * FROM a", "EXPLAIN SELECT 1", "PRAGMA foreign_keys", "BEGIN", "COMMIT",
    ],
)  # fmt: skip
def test_reading_statements(sql):
    assert guard.only_reads(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO a VALUES (1)", "update a set b=1", "\n DELETE FROM a", "DROP TABLE a", "CREATE TABLE a (b)",
        "ALTER TABLE a ADD b", "REPLACE INTO a VALUES (1)", "TRUNCATE a", "VACUUM",
        "WITH a AS (DELETE FROM b RETURNING *) SELECT * FROM a", "WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a",
        "EXPLAIN ANALYZE UPDATE a SET b = 1",
    ],
)  # fmt: skip
def test_writing_statements(sql):
    assert not guard.only_reads(sql)


def test_raw_statements_and_many_at_once_are_guarded(db):
    def page(request):
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM audit_event WHERE id = %s", [(1,), (2,)])

    with pytest.raises(guard.WriteDuringGet):
        answer("GET", page)
