"""Notifications over PostgreSQL; these need it as the test database."""

import asyncio

import psycopg
import pytest
from django.db import connection, transaction

from sebaya.live import postgres
from sebaya.live.hub import REFRESH, Listener, Subscription
from sebaya.live.postgres import PostgresBroker
from sebaya.live.topics import topic

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs PostgreSQL"),
    pytest.mark.django_db(transaction=True),
]

ONE, TWO = topic("talk", 1), topic("talk", 2)
PATIENCE = 20


def in_transaction(work, fails=False):
    try:
        with transaction.atomic():
            work()
            if fails:
                raise ZeroDivisionError
    except ZeroDivisionError:
        pass
    finally:
        connection.close()


def with_broker(scene):
    """Run a scene with a started broker and one listener that has nothing left to say."""

    async def run():
        broker = PostgresBroker()
        await broker.start()
        try:
            async with asyncio.timeout(PATIENCE):
                await broker.listening.wait()
                one = Listener(Subscription("key", frozenset({ONE, TWO})), 1e12)
                broker.hub.join(one)
                one.take()
                return await scene(broker, one)
        finally:
            await broker.stop()

    return asyncio.run(run())


async def words_until(listener, wanted):
    said = b""
    while wanted not in said:
        await listener.news(60)
        said += listener.take()
    return said


def test_committed_changes_are_heard_once_and_rolled_back_ones_never():
    async def scene(broker, one):
        await asyncio.to_thread(in_transaction, lambda: broker.publish([ONE]), fails=True)
        await asyncio.to_thread(in_transaction, lambda: (broker.publish([TWO]), broker.publish([TWO])))
        return await words_until(one, TWO.encode())

    assert with_broker(scene) == b"event: changed\ndata: %s\n\n" % TWO.encode()


def test_publishing_nothing_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        PostgresBroker().publish([])


def test_several_topics_are_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        PostgresBroker().publish([ONE, TWO])


def test_revocation_reaches_another_process_s_hub():
    async def scene(broker, one):
        elsewhere = PostgresBroker()
        await asyncio.to_thread(in_transaction, lambda: elsewhere.revoke("key"))
        await one.news(60)
        return one.ended

    assert with_broker(scene) is True


def test_interruption_ends_in_a_refresh_for_everyone(monkeypatch, caplog):
    monkeypatch.setattr(postgres, "BACK_OFF_FIRST", 0.01)

    async def scene(broker, one):
        await asyncio.to_thread(end_listening_connections)
        said = await words_until(one, REFRESH)
        await asyncio.to_thread(in_transaction, lambda: broker.publish([ONE]))
        await words_until(one, ONE.encode())
        return said

    assert with_broker(scene) == REFRESH
    assert "listening was interrupted" in caplog.text


def end_listening_connections():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'sebaya live'")
    connection.close()


def test_silent_connection_is_tested_and_words_meanwhile_are_kept(monkeypatch):
    monkeypatch.setattr(postgres, "CHECK_EVERY", 0.001)

    async def scene(broker, one):
        for _ in range(50):
            await asyncio.to_thread(in_transaction, lambda: broker.publish([ONE]))
            await words_until(one, ONE.encode())

    with_broker(scene)


def test_unreachable_database_is_tried_again_with_growing_pauses(monkeypatch):
    pauses = []
    tries = iter(range(6))

    async def refuse(**parameters):
        if next(tries) == 5:
            raise asyncio.CancelledError
        raise psycopg.OperationalError

    async def note(pause):
        pauses.append(pause)

    monkeypatch.setattr(psycopg.AsyncConnection, "connect", refuse)
    monkeypatch.setattr(postgres.asyncio, "sleep", note)
    monkeypatch.setattr(postgres, "between", lambda low, high: high)

    async def scene():
        broker = PostgresBroker()
        await broker.start()
        await asyncio.gather(broker._task, return_exceptions=True)

    asyncio.run(scene())
    assert pauses == [0.2, 0.4, 0.8, 1.6, 3.2]


def test_stop_before_start_is_nothing():
    asyncio.run(PostgresBroker().stop())


def test_notification_of_an_unknown_kind_is_ignored():
    broker = PostgresBroker()
    broker._heard("?x")
    broker._heard("")
    assert broker.hub.revocations == 0


@pytest.mark.parametrize("ours", ["autocommit", "application_name", "connect_timeout"])
def test_listening_connection_is_its_own(ours):
    parameters = PostgresBroker()._parameters()
    assert ours in parameters
    assert not {"context", "cursor_factory", "pool"} & set(parameters)
