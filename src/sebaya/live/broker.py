"""How a change made in one thread or process reaches the streams of all.

A broker's `publish` and `revoke` are heard when the current transaction
commits, and never if it rolls back. There is one for a single process and one
over PostgreSQL's notifications; the database that is in use decides.
"""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db import DEFAULT_DB_ALIAS, connections, transaction

from sebaya.live.hub import Hub
from sebaya.live.topics import require_topic, topic


class Broker(ABC):
    """Publish from any thread; the hub hears it on the event loop."""

    def __init__(self, hub: Hub | None = None) -> None:
        self.hub = hub or Hub()

    @abstractmethod
    def publish(self, topics: Iterable[str]) -> None:
        """Announce changed topics when the current transaction commits, each once."""

    @abstractmethod
    def revoke(self, key: str) -> None:
        """End a sign-in's streams, in every process, when the current transaction commits."""

    @abstractmethod
    async def start(self) -> None:
        """Begin to deliver into the running event loop."""

    @abstractmethod
    async def stop(self) -> None: ...


class LocalBroker(Broker):
    """One process. Outside a server (a command, a test) nobody listens and nothing happens."""

    def __init__(self, hub: Hub | None = None) -> None:
        super().__init__(hub)
        self._loop: asyncio.AbstractEventLoop | None = None

    def publish(self, topics: Iterable[str]) -> None:
        for name in topics:
            _once_on_commit(_Tell(self, name))

    def revoke(self, key: str) -> None:
        _once_on_commit(_Revoke(self, key))

    async def start(self) -> None:
        self._loop = asyncio.get_running_loop()

    async def stop(self) -> None:
        self._loop = None

    def hand_over(self, deliver: Callable[[], None]) -> None:
        """Run `deliver` on the event loop, if there is one."""
        loop = self._loop
        if loop is None:
            return
        try:
            loop.call_soon_threadsafe(deliver)
        except RuntimeError:  # the loop closed between the two lines: nobody listens any more
            return


@dataclass(frozen=True, slots=True)
class _Tell:
    """A callback that equals its repetition, so that a transaction announces a topic once."""

    broker: LocalBroker
    topic: str

    def __call__(self) -> None:
        self.broker.hand_over(lambda: self.broker.hub.tell((self.topic,)))


@dataclass(frozen=True, slots=True)
class _Revoke:
    broker: LocalBroker
    key: str

    def __call__(self) -> None:
        self.broker.hand_over(lambda: self.broker.hub.revoke(self.key))


def _once_on_commit(callback: Callable[[], None]) -> None:
    """Register a callback unless this transaction holds an equal one.

    Django drops the callbacks of a savepoint that rolls back, so an equal one
    that is still registered runs whenever this one would.
    """
    waiting = transaction.get_connection().run_on_commit
    if any(registered == callback for _, registered, _ in waiting):
        return
    transaction.on_commit(callback)


@lru_cache(maxsize=1)
def current() -> Broker:
    """The broker of this process."""
    if connections[DEFAULT_DB_ALIAS].vendor != "postgresql":
        return LocalBroker()
    from sebaya.live.postgres import PostgresBroker  # spares a school's computer the driver's memory

    return PostgresBroker()


def changed(*topics: str) -> None:
    """Say that these topics changed, once the transaction has committed."""
    current().publish(dict.fromkeys(require_topic(name) for name in topics))


def revoke(key: str) -> None:
    """End the streams of a sign-in (its `Subscription.key`), once the transaction has committed.

    Also the way to give a sign-in new topics: its page opens a new stream at
    once, which asks again what it may hear.
    """
    current().revoke(hidden(key))


def hidden(key: str) -> str:
    """The form of a sign-in's key that may leave the process."""
    return topic("sign-in", key)
