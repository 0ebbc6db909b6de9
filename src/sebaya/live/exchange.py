"""One request inside a worker thread, and the way of its answer back to the loop."""

import asyncio
import logging
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from sebaya.live.quiet import describe
from sebaya.ui.errors import too_large_whole

KIB = 1024
WHOLE_MAX = 512 * KIB  # an answer up to here is collected, so that its thread is free at once
BLOCK = 64 * KIB  # a longer one travels in pieces of about this size
BLOCKS_AHEAD = 4  # pieces made before the reader has taken one

WsgiApp = Callable[..., Iterable[bytes]]
AsgiHeaders = list[tuple[bytes, bytes]]

logger = logging.getLogger(__name__)


class Refused(Exception):
    """A request that gets a plain error instead of the application's answer."""

    def __init__(self, status: HTTPStatus) -> None:
        super().__init__(status.phrase)
        self.status = status


class ClientGone(Exception):
    """Nobody waits for the answer any more."""


@dataclass(slots=True)
class Part:
    """A piece of an answer; the first one opens it with status and headers."""

    status: int
    headers: AsgiHeaders
    body: bytes
    more: bool


class Exchange:
    """`run` belongs to the worker thread, `abandon` and `make_room` to the event loop.

    `outbox` carries parts to the loop; None in it means that the answer breaks
    off. `streams` limits how many threads may be making long answers.
    """

    def __init__(self, app: WsgiApp, environ: dict[str, Any], streams: threading.BoundedSemaphore) -> None:
        self._app = app
        self._environ = environ
        self._streams = streams
        self._loop = asyncio.get_running_loop()
        self._status = 0
        self._headers: AsgiHeaders = []
        self._started = False
        self._room: threading.Semaphore | None = None
        self._gone = False
        self.head_only = environ["REQUEST_METHOD"] == "HEAD"
        self.outbox: asyncio.Queue[Part | None] = asyncio.Queue()

    def run(self) -> None:
        """Call the application unless nobody waits any more; never raises."""
        if self._gone:
            return
        try:
            self._answer()
        except ClientGone:
            pass
        except Refused as refusal:
            self._fail(refusal.status)
        except BaseException as failure:
            logger.error("the application failed:\n%s", describe(failure))
            self._fail(HTTPStatus.INTERNAL_SERVER_ERROR)
        finally:
            if self._room is not None:
                self._streams.release()

    def abandon(self) -> None:
        """The client is gone, or all has been said: the thread may stop."""
        self._gone = True
        self.outbox.put_nowait(None)
        self.make_room()

    def make_room(self) -> None:
        if self._room is not None:
            self._room.release()

    def _answer(self) -> None:
        result = self._app(self._environ, self._start_response)
        try:
            self._deliver(result)
        finally:
            close = getattr(result, "close", None)
            if close is not None:
                close()

    def _start_response(
        self, status: str, headers: list[tuple[str, str]], exc_info: Any = None
    ) -> Callable[[bytes], None]:
        if exc_info and self._started:
            raise exc_info[1].with_traceback(exc_info[2])
        self._status = int(status[:3])
        self._headers = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers]
        return _refuse_write

    def _deliver(self, result: Iterable[bytes]) -> None:
        """Collect a short answer; send a long one in blocks, in step with its reader."""
        parts: list[bytes] = []
        size, most = 0, WHOLE_MAX
        for chunk in result:
            if parts and size + len(chunk) > most:
                if self.head_only:
                    parts = []
                    break
                self._post(b"".join(parts), more=True)
                parts, size, most = [], 0, BLOCK
            parts.append(chunk)
            size += len(chunk)
        self._post(b"".join(parts), more=False)

    def _post(self, body: bytes, *, more: bool) -> None:
        if not self._status:
            raise RuntimeError("start_response was not called")
        if more:
            self._wait_for_room()
        if self._gone:
            raise ClientGone
        self._send(Part(self._status, self._headers, body, more))
        self._started = True

    def _wait_for_room(self) -> None:
        """The only place where a thread waits for a reader; the loop bounds the wait."""
        if self._room is None:
            if not self._streams.acquire(blocking=False):
                raise Refused(HTTPStatus.SERVICE_UNAVAILABLE)
            self._room = threading.Semaphore(BLOCKS_AHEAD)
        self._room.acquire()

    def _fail(self, status: HTTPStatus) -> None:
        """Answer with a plain error, or break off: half an answer must not look whole."""
        if self._started:
            self._send(None)
            return
        self._send(Part(status, error_headers(status), error_body(status), more=False))
        self._started = True

    def _send(self, part: Part | None) -> None:
        try:
            self._loop.call_soon_threadsafe(self.outbox.put_nowait, part)
        except RuntimeError:  # the loop was closed without waiting for this request
            self._gone = True


def error_body(status: HTTPStatus) -> bytes:
    """A person meets only "too large": the others mean a machine, or a server that is full."""
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        return too_large_whole()
    return f"{status.value} {status.phrase}\n".encode("ascii")


def error_headers(status: HTTPStatus) -> AsgiHeaders:
    """Headers of an error that the application did not make; it also ends the connection."""
    page = status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    headers = [
        (b"content-type", b"text/html; charset=utf-8" if page else b"text/plain; charset=us-ascii"),
        (b"content-security-policy", b"default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'"),
        (b"content-length", str(len(error_body(status))).encode("ascii")),
        (b"cache-control", b"no-store"),
        (b"x-content-type-options", b"nosniff"),
        (b"connection", b"close"),
    ]
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        headers.append((b"retry-after", b"2"))
    return headers


def _refuse_write(chunk: bytes) -> None:
    raise NotImplementedError("PEP 3333's write() is for old frameworks; return the body instead")
