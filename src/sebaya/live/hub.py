"""Who listens in this process, and what each of them has still to be told.

Everything here belongs to the event loop's thread; other threads go through a
broker. Nothing is kept for a listener but the set of topics it has not been
told yet: a reader that falls behind is told to refresh instead.
"""

import asyncio
import random
from collections.abc import Iterable
from dataclasses import dataclass

PENDING_MAX = 64  # topics; beyond that one "refresh" is shorter than the list
STREAMS_PER_KEY = 4  # browsers keep six connections to a host; two stay free for pages
RECHECK_WITHIN = 60.0  # seconds; after a gap in the notifications a revocation may be lost

REFRESH = b"event: refresh\ndata: all\n\n"  # a browser drops an event without data
MOVED = b"event: moved\ndata: elsewhere\n\n"


def between(low: float, high: float) -> float:
    """A moment spread at random, so that many clients do not come back at once."""
    return random.uniform(low, high)  # noqa: S311  nothing secret


@dataclass(frozen=True, slots=True)
class Subscription:
    """What one sign-in may hear: its key for revocation, and its topics."""

    key: str
    topics: frozenset[str]


class Listener:
    """One open stream."""

    __slots__ = ("_ended", "_farewell", "_pending", "_stale", "_waiter", "closes_at", "subscription")

    def __init__(self, subscription: Subscription, closes_at: float) -> None:
        self.subscription = subscription
        self.closes_at = closes_at
        self._pending: dict[str, None] = {}
        self._stale = True  # the first thing said is "refresh": the page may be older than the stream
        self._ended = False
        self._farewell = b""
        self._waiter: asyncio.Future[None] | None = None

    @property
    def ended(self) -> bool:
        return self._ended

    def tell(self, topic: str) -> None:
        """Remember a changed topic; too many become one refresh."""
        if self._stale:
            return
        self._pending[topic] = None
        if len(self._pending) > PENDING_MAX:
            self.refresh()
        self._wake()

    def refresh(self) -> None:
        self._pending.clear()
        self._stale = True
        self._wake()

    def end(self, farewell: bytes = b"") -> None:
        """Close the stream; what is pending is dropped, a new stream begins with a refresh."""
        self._ended = True
        self._farewell = farewell
        self._wake()

    def take(self) -> bytes:
        """Everything to be said now, as server-sent events."""
        if self._ended:
            return self._farewell
        if self._stale:
            self._stale = False
            return REFRESH
        said = b"".join(b"event: changed\ndata: %s\n\n" % topic.encode() for topic in self._pending)
        self._pending.clear()
        return said

    async def news(self, patience: float) -> None:
        """Return when there is something to say, at the latest after `patience` seconds."""
        if self._ended or self._stale or self._pending:
            return
        loop = asyncio.get_running_loop()
        self._waiter = loop.create_future()
        timer = loop.call_later(max(patience, 0), self._wake)
        try:
            await self._waiter
        finally:
            timer.cancel()
            self._waiter = None

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)


class Hub:
    """All listeners of this process."""

    def __init__(self) -> None:
        # A member hears 33 topics that nobody else does: tuples of one, sets would take 5 KB more each.
        self._by_topic: dict[str, tuple[Listener, ...]] = {}
        self._by_key: dict[str, list[Listener]] = {}
        self.count = 0
        self.revocations = 0  # lets a stream notice that rights changed while it was being opened

    def join(self, listener: Listener) -> None:
        """Add a stream; the oldest one of the same sign-in makes room."""
        same = self._by_key.setdefault(listener.subscription.key, [])
        if len(same) >= STREAMS_PER_KEY:
            same.pop(0).end(MOVED)
        same.append(listener)
        for topic in listener.subscription.topics:
            self._by_topic[topic] = (*self._by_topic.get(topic, ()), listener)
        self.count += 1

    def leave(self, listener: Listener) -> None:
        key = listener.subscription.key
        same = self._by_key.get(key, [])
        if listener in same:
            same.remove(listener)
        if not same:
            self._by_key.pop(key, None)
        for topic in listener.subscription.topics:
            self._forget(topic, listener)
        self.count -= 1

    def tell(self, topics: Iterable[str]) -> None:
        for topic in topics:
            for listener in self._by_topic.get(topic, ()):
                listener.tell(topic)

    def revoke(self, key: str) -> None:
        """End every stream of a sign-in; it may open a new one if it still has rights."""
        self.revocations += 1
        for listener in self._by_key.pop(key, []):
            listener.end()

    def catch_up(self, now: float) -> None:
        """After a gap: everyone refreshes, and rights are checked again soon."""
        for listener in self._everyone():
            listener.closes_at = min(listener.closes_at, now + between(0, RECHECK_WITHIN))
            listener.refresh()

    def end_all(self) -> None:
        for listener in self._everyone():
            listener.end()

    def _everyone(self) -> list[Listener]:
        return [listener for same in self._by_key.values() for listener in same]

    def _forget(self, topic: str, listener: Listener) -> None:
        others = tuple(one for one in self._by_topic[topic] if one is not listener)
        if others:
            self._by_topic[topic] = others
        else:
            del self._by_topic[topic]
