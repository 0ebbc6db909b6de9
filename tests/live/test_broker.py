"""What is announced when: on commit, once, never after a rollback."""

import asyncio

import pytest
from django.db import connection, transaction

from sebaya import live
from sebaya.live import broker as brokers
from sebaya.live.broker import LocalBroker, hidden
from sebaya.live.hub import Listener, Subscription
from sebaya.live.topics import NotATopic, topic

ONE, TWO = topic("talk", 1), topic("talk", 2)


def roll_back(work):
    """Do something in a transaction, or savepoint, that fails afterwards."""
    try:
        with transaction.atomic():
            work()
            raise ZeroDivisionError
    except ZeroDivisionError:
        pass


@pytest.fixture
def heard(monkeypatch):
    """What a local broker handed to the event loop, in order."""
    said = []
    broker = LocalBroker()
    monkeypatch.setattr(broker.hub, "tell", lambda topics: said.extend(topics))
    monkeypatch.setattr(broker.hub, "revoke", lambda key: said.append(("revoked", key)))
    monkeypatch.setattr(LocalBroker, "hand_over", lambda self, deliver: deliver())
    monkeypatch.setattr(brokers, "current", lambda: broker)
    return said


@pytest.mark.django_db(transaction=True)
def test_change_outside_a_transaction_is_said_at_once(heard):
    live.changed(ONE)
    assert heard == [ONE]


@pytest.mark.django_db(transaction=True)
def test_change_is_said_after_commit_and_once(heard):
    with transaction.atomic():
        live.changed(ONE, TWO, ONE)
        live.changed(TWO)
        assert heard == []
    assert heard == [ONE, TWO]


@pytest.mark.django_db(transaction=True)
def test_next_transaction_says_it_again(heard):
    for _ in range(2):
        with transaction.atomic():
            live.changed(ONE)
    assert heard == [ONE, ONE]


@pytest.mark.django_db(transaction=True)
def test_rollback_says_nothing(heard):
    roll_back(lambda: (live.changed(ONE), live.revoke("key")))
    assert heard == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("after", [True, False])
def test_savepoint_that_rolls_back_takes_only_its_own_words(heard, before, after):
    with transaction.atomic():
        if before:
            live.changed(ONE)
        roll_back(lambda: live.changed(ONE, TWO))
        if after:
            live.changed(ONE)
    assert heard == ([ONE] if before or after else [])


@pytest.mark.django_db(transaction=True)
def test_revocation_waits_for_commit_and_hides_the_key(heard):
    with transaction.atomic():
        live.revoke("session key")
        live.revoke("session key")
        assert heard == []
    assert heard == [("revoked", hidden("session key"))]


@pytest.mark.parametrize("readable", ["talk:123", "", "a" * 15, "a" * 17, "talk 1234567890"])
def test_readable_names_are_refused(heard, readable):
    with pytest.raises(NotATopic):
        live.changed(readable)


def test_without_a_server_nobody_hears_and_nothing_breaks():
    LocalBroker().hand_over(lambda: pytest.fail("nobody listens"))


def test_words_after_the_loop_closed_are_dropped():
    broker = LocalBroker()
    asyncio.run(broker.start())
    broker.hand_over(lambda: pytest.fail("nobody listens"))


def test_after_stop_nothing_is_delivered():
    async def scene():
        broker = LocalBroker()
        await broker.start()
        await broker.stop()
        broker.hand_over(lambda: pytest.fail("stopped"))
        await asyncio.sleep(0)

    asyncio.run(scene())


@pytest.mark.django_db(transaction=True)
def test_local_words_from_another_thread_reach_a_listener():
    async def scene():
        broker = LocalBroker()
        await broker.start()
        one = Listener(Subscription("k", frozenset({ONE})), 1e9)
        broker.hub.join(one)
        one.take()
        await asyncio.to_thread(broker.publish, [ONE])
        await asyncio.wait_for(one.news(60), 10)
        return one.take()

    assert ONE.encode() in asyncio.run(scene())


def test_database_decides_the_broker():
    brokers.current.cache_clear()
    name = type(brokers.current()).__name__
    assert name == {"sqlite": "LocalBroker", "postgresql": "PostgresBroker"}[connection.vendor]
    assert brokers.current() is brokers.current()


def test_topic_is_opaque_stable_and_apart_by_kind():
    assert topic("talk", 1) == topic("talk", "1") == ONE
    assert len({topic("talk", 1), topic("desk", 1), topic("tal", "k1"), topic("talk", 11)}) == 4


def test_topic_depends_on_the_server_s_key(settings):
    settings.SECRET_KEY = "another key"
    assert topic("talk", 1) != ONE
