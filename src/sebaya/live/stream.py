"""The stream of live updates: `/events` and `/<slug>/events`.

It says only "refresh" and "this topic changed"; pages fetch the rest through
the same views and access rules as ever. Nothing is replayed, so nothing has to
be stored: every stream begins with a refresh.
"""

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

from django.http.cookie import parse_cookie

from sebaya.live.bridge import Receive, Send, send_error
from sebaya.live.broker import hidden
from sebaya.live.environ import Scope, path_of
from sebaya.live.exchange import Refused
from sebaya.live.hub import Hub, Listener, Subscription, between
from sebaya.live.quiet import describe

# What a sign-in may hear: cookies and community slug ("" without one) in, None for "nobody".
Authorise = Callable[[dict[str, str], str], Subscription | None]
# Runs a blocking function on a worker thread.
InThread = Callable[[Callable[[], Any]], Awaitable[Any]]

PATH = re.compile(rb"/(?:([A-Za-z0-9_-]{1,64})/)?events")
HEARTBEAT = (20.0, 25.0)  # seconds; proxies drop what is silent for 30
LIFETIME = (540.0, 660.0)  # seconds after which rights are checked again
RETRY = (1500, 5000)  # milliseconds, spread so that a restart does not bring everyone at once
STREAMS_MAX = 2000  # per process, 25 KB each
RECHECKS_MAX = 3  # a revocation elsewhere asks for another look, but not for ever
FINISH_WITHIN = 30.0  # seconds a stuck reader may hold a stream past its lifetime

BEAT = b": \n\n"
HEADERS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
    (b"cross-origin-resource-policy", b"same-origin"),
]

logger = logging.getLogger(__name__)


class EventStream:
    """An ASGI application for one address."""

    def __init__(self, hub: Hub, authorise: Authorise, in_thread: InThread) -> None:
        self._hub = hub
        self._authorise = authorise
        self._in_thread = in_thread
        self._stopping = False

    def serves(self, scope: Scope) -> bool:
        return scope["method"] == "GET" and PATH.fullmatch(path_of(scope)) is not None

    def stop(self) -> None:
        """End all streams; the server is about to go."""
        self._stopping = True
        self._hub.end_all()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            listener = await self._open(scope)
        except Refused as refusal:
            await send_error(send, refusal.status)
            return
        watcher = asyncio.ensure_future(_watch(listener, receive))
        try:
            async with asyncio.timeout_at(listener.closes_at + FINISH_WITHIN):
                await _tell(listener, send)
        except TimeoutError:
            return
        finally:
            self._hub.leave(listener)
            watcher.cancel()

    async def _open(self, scope: Scope) -> Listener:
        if self._stopping or self._hub.count >= STREAMS_MAX:
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE)
        for _ in range(RECHECKS_MAX):
            revocations = self._hub.revocations
            subscription = await self._subscription(scope)
            if revocations == self._hub.revocations:
                return self._join(subscription)
        raise Refused(HTTPStatus.SERVICE_UNAVAILABLE)

    async def _subscription(self, scope: Scope) -> Subscription:
        """Who is this; the same 404 for everyone who may not listen."""
        if _header(scope, b"sec-fetch-site") == "cross-site":
            raise Refused(HTTPStatus.NOT_FOUND)
        match = PATH.fullmatch(path_of(scope))
        slug = (match.group(1) or b"").decode("ascii") if match else ""
        cookies = parse_cookie(_header(scope, b"cookie"))
        try:
            subscription: Subscription | None = await self._in_thread(lambda: self._authorise(cookies, slug))
        except Exception as failure:
            logger.error("live updates: rights could not be checked:\n%s", describe(failure))
            raise Refused(HTTPStatus.SERVICE_UNAVAILABLE) from None
        if subscription is None:
            raise Refused(HTTPStatus.NOT_FOUND)
        return subscription

    def _join(self, subscription: Subscription) -> Listener:
        closes_at = asyncio.get_running_loop().time() + between(*LIFETIME)
        known = Subscription(hidden(subscription.key), subscription.topics)
        listener = Listener(known, closes_at)
        self._hub.join(listener)
        return listener


async def _tell(listener: Listener, send: Send) -> None:
    """Write events and heartbeats until the stream has to end."""
    clock = asyncio.get_running_loop().time
    await send({"type": "http.response.start", "status": 200, "headers": HEADERS})
    await _write(send, b"retry: %d\n\n" % between(*RETRY))
    while not listener.ended and clock() < listener.closes_at:
        await _write(send, listener.take() or BEAT)
        await listener.news(min(between(*HEARTBEAT), listener.closes_at - clock()))
    await _write(send, listener.take() if listener.ended else b"", more=False)


async def _write(send: Send, body: bytes, *, more: bool = True) -> None:
    await send({"type": "http.response.body", "body": body, "more_body": more})


async def _watch(listener: Listener, receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.end()


def _header(scope: Scope, wanted: bytes) -> str:
    values = [value.decode("latin-1") for name, value in scope["headers"] if name == wanted]
    return "; ".join(values)


def nobody(cookies: dict[str, str], slug: str) -> None:
    """The rule of an installation that names none: no live updates, pages poll."""
