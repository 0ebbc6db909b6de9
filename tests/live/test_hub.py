"""What a listener is told."""

import asyncio

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sebaya.live.hub import MOVED, PENDING_MAX, REFRESH, STREAMS_PER_KEY, Hub, Listener, Subscription

TOPICS = [f"topic-{number:010}" for number in range(PENDING_MAX * 2)]


def listener(key="key", topics=TOPICS, closes_at=1e9):
    return Listener(Subscription(key, frozenset(topics)), closes_at)


def said(frames):
    """The events of some bytes: "refresh" or a topic."""
    events = [dict(line.split(b": ") for line in event.split(b"\n")) for event in frames.split(b"\n\n") if event]
    return [event[b"event"] if event[b"event"] != b"changed" else event[b"data"] for event in events]


def test_first_word_is_refresh_and_then_silence():
    one = listener()
    assert (one.take(), one.take()) == (REFRESH, b"")


def test_events_have_data_because_browsers_drop_those_without():
    assert b"\ndata: " in REFRESH
    assert b"\ndata: " in MOVED


def test_changes_are_told_once_each_in_order():
    one = listener()
    one.take()
    for topic in (TOPICS[2], TOPICS[1], TOPICS[2]):
        one.tell(topic)
    assert said(one.take()) == [TOPICS[2].encode(), TOPICS[1].encode()]
    assert one.take() == b""


def test_too_many_changes_become_one_refresh():
    one = listener()
    one.take()
    for topic in TOPICS[: PENDING_MAX + 1]:
        one.tell(topic)
    assert (one.take(), one.take()) == (REFRESH, b"")


def test_what_fits_is_told_singly():
    one = listener()
    one.take()
    for topic in TOPICS[:PENDING_MAX]:
        one.tell(topic)
    assert len(said(one.take())) == PENDING_MAX


@given(st.lists(st.one_of(st.integers(0, len(TOPICS) - 1), st.sampled_from(["take", "catch up"]))))
def test_no_change_is_lost_unless_a_refresh_follows_it(steps):
    """After the last word a page has fetched every topic since its last change."""
    hub, one = Hub(), listener()
    hub.join(one)
    outdated: set[bytes] = set()
    for step in [*steps, "take"]:
        if step == "take":
            for word in said(one.take()):
                outdated = set() if word == b"refresh" else outdated - {word}
        elif step == "catch up":
            hub.catch_up(0.0)
        else:
            hub.tell([TOPICS[step]])
            outdated.add(TOPICS[step].encode())
    assert outdated == set()


def test_only_subscribers_of_a_topic_are_told():
    hub, one, other = Hub(), listener("a", TOPICS[:1]), listener("b", TOPICS[1:2])
    for each in (one, other):
        hub.join(each)
        each.take()
    hub.tell([TOPICS[0], TOPICS[5]])
    assert (said(one.take()), other.take()) == ([TOPICS[0].encode()], b"")


def test_oldest_stream_of_a_sign_in_makes_room():
    hub = Hub()
    same = [listener("a") for _ in range(STREAMS_PER_KEY + 1)]
    for each in (listener("b"), *same):
        hub.join(each)
    assert [each.ended for each in same] == [True] + [False] * STREAMS_PER_KEY
    assert same[0].take() == MOVED


def test_leaving_frees_everything():
    hub = Hub()
    many = [listener("a") for _ in range(STREAMS_PER_KEY + 2)] + [listener("b")]
    for each in many:
        hub.join(each)
    for each in many:
        hub.leave(each)
    assert (hub.count, hub._by_key, hub._by_topic) == (0, {}, {})


def test_revocation_ends_all_streams_of_that_sign_in_only_and_says_nothing_more():
    hub, mine, other = Hub(), [listener("a"), listener("a")], listener("b")
    for each in (*mine, other):
        hub.join(each)
    hub.tell(TOPICS[:1])
    hub.revoke("a")
    hub.revoke("unknown")
    assert [each.ended for each in (*mine, other)] == [True, True, False]
    assert (mine[0].take(), hub.revocations) == (b"", 2)
    for each in mine:
        hub.leave(each)
    assert hub.count == 1


def test_catching_up_refreshes_everyone_and_checks_rights_soon():
    hub, one, short = Hub(), listener("a", closes_at=5000.0), listener("b", closes_at=101.0)
    for each in (one, short):
        hub.join(each)
        each.take()
    hub.catch_up(now=100.0)
    assert (one.take(), short.take()) == (REFRESH, REFRESH)
    assert 100.0 <= one.closes_at <= 160.0
    assert short.closes_at <= 101.0


@pytest.mark.parametrize("what", ["tell", "refresh", "end"])
def test_waiting_ends_when_something_happens(what):
    async def scene():
        one = listener()
        one.take()
        waiting = asyncio.create_task(one.news(60))
        await asyncio.sleep(0)
        one.tell(TOPICS[0]) if what == "tell" else getattr(one, what)()
        await asyncio.wait_for(waiting, 10)
        return one.take()

    assert (
        asyncio.run(scene())
        == {"tell": b"event: changed\ndata: topic-0000000000\n\n", "refresh": REFRESH, "end": b""}[what]
    )


def test_waiting_ends_after_its_patience_with_nothing_to_say():
    async def scene():
        one = listener()
        one.take()
        await one.news(0.001)
        await one.news(-1)
        return one.take()

    assert asyncio.run(scene()) == b""
