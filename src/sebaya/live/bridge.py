"""Django as WSGI behind an ASGI server.

The event loop reads the whole request, hands it to one of a few threads, and
writes the answer. A thread is never held by a slow sender, and by a slow reader
only for a long download, of which there is always one fewer than threads.
Bodies stay in memory: sealed content must not reach a temporary file.
"""

import asyncio
import io
from collections.abc import Awaitable, Callable, MutableMapping
from http import HTTPStatus
from typing import Any

from sebaya.live.environ import NOBODY, Malformed, Scope, Trust, declared_length, environment, path_of
from sebaya.live.exchange import (
    AsgiHeaders,
    ClientGone,
    Exchange,
    Part,
    Refused,
    WsgiApp,
    error_body,
    error_headers,
)
from sebaya.live.lane import Lane, LaneFull

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

MIB = 1024 * 1024
READER_PATIENCE = 30.0  # seconds for one block: 2 KB/s is slower than any phone network
SENDER_PATIENCE = 120.0  # seconds for a body: 1 MiB at 70 kbit/s
BODIES_MAX = 64 * MIB  # request bodies held at one time
WITHOUT_BODY = frozenset({204, 304})


class Bridge:
    """An ASGI application around a WSGI one.

    `lane_of(method, path)` picks the threads and `cap_of(path)` the largest
    body in bytes; paths are decoded bytes.
    """

    def __init__(
        self,
        app: WsgiApp,
        *,
        lane_of: Callable[[str, bytes], Lane],
        cap_of: Callable[[bytes], int] = lambda path: MIB,
        trust: Trust = NOBODY,
    ) -> None:
        self._app = app
        self._lane_of = lane_of
        self._cap_of = cap_of
        self._trust = trust
        self._held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = Body()
        try:
            await self._read(scope, receive, body)
            await _converse(self._hand_over(scope, body), receive, send)
        except Malformed:
            await send_error(send, HTTPStatus.BAD_REQUEST)
        except Refused as refusal:
            await send_error(send, refusal.status)
        except ClientGone:
            return
        finally:
            self._held -= body.size

    async def _read(self, scope: Scope, receive: Receive, body: "Body") -> None:
        """Collect the body; refuse before reading what says itself that it is too large."""
        cap = self._cap_of(path_of(scope))
        if (declared_length(scope["headers"]) or 0) > cap:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        try:
            async with asyncio.timeout(SENDER_PATIENCE):
                while await self._read_some(receive, body, cap):
                    pass
        except TimeoutError as why:
            raise Refused(HTTPStatus.REQUEST_TIMEOUT) from why
        body.seek(0)

    async def _read_some(self, receive: Receive, body: "Body", cap: int) -> bool:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientGone
        piece = message.get("body", b"")
        if body.size + len(piece) > cap:
            raise Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        if self._held + len(piece) > BODIES_MAX:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE)
        body.size += body.write(piece)
        self._held += len(piece)
        return bool(message.get("more_body", False))

    def _hand_over(self, scope: Scope, body: "Body") -> Exchange:
        environ = environment(scope, body, self._trust)
        lane = self._lane_of(scope["method"], path_of(scope))
        exchange = Exchange(self._app, environ, lane.streams)
        try:
            lane.submit(exchange.run)
        except LaneFull as why:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE) from why
        return exchange


class Body(io.BytesIO):
    """A request's body; its size outlives its being closed by the application."""

    size = 0


async def _converse(exchange: Exchange, receive: Receive, send: Send) -> None:
    """Write what the thread produces until it ends or the client goes away."""
    watcher = asyncio.ensure_future(_watch(exchange, receive))
    try:
        part = await exchange.outbox.get()
        if part is not None:
            await send({"type": "http.response.start", "status": part.status, "headers": _headers(part)})
        while part is not None:
            await _send_body(part, send, exchange)
            exchange.make_room()
            part = await exchange.outbox.get() if part.more else None
    except TimeoutError:
        return  # too slow a reader; the server closes an answer that is not complete
    finally:
        exchange.abandon()
        watcher.cancel()


async def _watch(exchange: Exchange, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    exchange.abandon()


async def _send_body(part: Part, send: Send, exchange: Exchange) -> None:
    body = b"" if exchange.head_only or part.status in WITHOUT_BODY else part.body
    message = {"type": "http.response.body", "body": body, "more_body": part.more}
    if not part.more:
        await send(message)
        return
    async with asyncio.timeout(READER_PATIENCE):
        await send(message)


def _headers(part: Part) -> AsgiHeaders:
    """Say the length of an answer that is whole; a stream goes in chunks."""
    if part.more or not part.body or part.status in WITHOUT_BODY:
        return part.headers
    if any(name.lower() == b"content-length" for name, _ in part.headers):
        return part.headers
    return [*part.headers, (b"content-length", str(len(part.body)).encode("ascii"))]


async def send_error(send: Send, status: HTTPStatus) -> None:
    await send({"type": "http.response.start", "status": status.value, "headers": error_headers(status)})
    await send({"type": "http.response.body", "body": error_body(status)})
