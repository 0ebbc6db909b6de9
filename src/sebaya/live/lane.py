"""A few worker threads with a bounded queue before them."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from queue import SimpleQueue
from typing import Any

STOP_WITHIN = 10.0  # seconds a thread may take to finish its last request


class LaneFull(Exception):
    """More is waiting than could be answered before people give up."""


class Lane:
    """Runs work in order of arrival on `threads` threads that live as long as the server.

    Database connections belong to threads, so `farewell` runs in each of them
    at the end.
    """

    def __init__(self, name: str, threads: int, waiting: int, farewell: Callable[[], None] = lambda: None) -> None:
        self._work: SimpleQueue[Callable[[], None] | None] = SimpleQueue()
        self._waiting = waiting
        self._farewell = farewell
        # One thread stays free: readers of long downloads may be slow.
        self.streams = threading.BoundedSemaphore(max(1, threads - 1))
        self._threads = [
            threading.Thread(target=self._run, name=f"{name}-{number}", daemon=True) for number in range(threads)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, work: Callable[[], None]) -> None:
        """Queue work, which must not raise."""
        if self._work.qsize() >= self._waiting:
            raise LaneFull
        self._work.put(work)

    async def call(self, work: Callable[[], Any]) -> Any:
        """Run blocking work on the lane; its result or its failure."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[Any] = loop.create_future()

        def run() -> None:
            try:
                settle = partial(_succeed, future, work())
            except Exception as failure:
                settle = partial(_fail, future, failure)
            with suppress(RuntimeError):  # the loop was closed without waiting
                loop.call_soon_threadsafe(settle)

        self.submit(run)
        return await future

    def close(self) -> None:
        """Finish what is queued, then end the threads."""
        for _ in self._threads:
            self._work.put(None)
        for thread in self._threads:
            thread.join(STOP_WITHIN)

    def _run(self) -> None:
        try:
            while (work := self._work.get()) is not None:
                work()
        finally:
            self._farewell()


def _succeed(future: asyncio.Future[Any], result: Any) -> None:
    if not future.done():  # whoever asked may have gone
        future.set_result(result)


def _fail(future: asyncio.Future[Any], failure: Exception) -> None:
    if not future.done():
        future.set_exception(failure)
