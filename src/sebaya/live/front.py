"""The ASGI application: streams on the event loop, everything else in threads."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from django.conf import settings
from django.db import close_old_connections, connections
from django.utils.module_loading import import_string

from sebaya.live import broker as brokers
from sebaya.live.bridge import MIB, Bridge, Receive, Send
from sebaya.live.environ import Scope, Trust
from sebaya.live.exchange import WsgiApp
from sebaya.live.lane import Lane
from sebaya.live.stream import Authorise, EventStream

SIGN_IN_THREADS = 2  # Argon2 takes 64 MiB and 0.1 s each: two at a time on a small machine
WAITING_MAX = 1000  # requests before a lane; after a restart every open page asks at once
NOBODY = "sebaya.live.stream.nobody"

# Starts something that lives as long as the process and returns how to stop it.
Background = Callable[[], Callable[[], None]]


@dataclass(frozen=True)
class Options:
    """What the front needs to know; picklable, so that it reaches other processes."""

    threads: int = 4
    sign_in_endings: tuple[bytes, ...] = (b"/masuk/", b"/aktivasi/")
    large_body_endings: tuple[bytes, ...] = ()
    body_max: int = MIB
    large_body_max: int = 16 * MIB
    trusted_proxies: tuple[str, ...] = ()
    background: tuple[str, ...] = ()

    @classmethod
    def from_settings(cls, threads: int) -> "Options":
        def paths(name: str, default: tuple[bytes, ...]) -> tuple[bytes, ...]:
            value: Iterable[str] | None = getattr(settings, name, None)
            return default if value is None else tuple(path.encode() for path in value)

        return cls(
            threads=threads,
            sign_in_endings=paths("SEBAYA_SIGN_IN_PATHS", cls.sign_in_endings),
            large_body_endings=paths("SEBAYA_LARGE_BODY_PATHS", cls.large_body_endings),
            large_body_max=getattr(settings, "SEBAYA_LARGE_BODY_BYTES", cls.large_body_max),
            trusted_proxies=tuple(getattr(settings, "SEBAYA_TRUSTED_PROXIES", ())),
            background=tuple(getattr(settings, "SEBAYA_LIVE_BACKGROUND", ())),
        )


@dataclass
class Front:
    """The ASGI application: streams on the event loop, everything else in threads."""

    wsgi_app: WsgiApp
    authorise: Authorise
    broker: brokers.Broker
    options: Options = field(default_factory=Options)

    def __post_init__(self) -> None:
        self._pages = self._lane("pages", self.options.threads)
        self._sign_ins = self._lane("sign-in", SIGN_IN_THREADS)
        self._stream = EventStream(self.broker.hub, self.authorise, self._in_thread)
        self._bridge = Bridge(
            self.wsgi_app,
            lane_of=self._lane_of,
            cap_of=self._cap_of,
            trust=Trust.of(self.options.trusted_proxies),
        )
        self._stops: list[Callable[[], None]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": 1000})
        elif self._stream.serves(scope):
            await self._stream(scope, receive, send)
        else:
            await self._bridge(scope, receive, send)

    def stopping(self) -> None:
        """The server stops: streams end now, running requests are still answered."""
        self._stream.stop()

    async def _live(self, receive: Receive, send: Send) -> None:
        await receive()
        await self.broker.start()
        self._stops = [import_string(path)() for path in self.options.background]
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self.stopping()
        await self.broker.stop()
        await asyncio.to_thread(self._close)
        await send({"type": "lifespan.shutdown.complete"})

    def _close(self) -> None:
        for stop in reversed(self._stops):
            stop()
        self._pages.close()
        self._sign_ins.close()

    def _lane(self, name: str, threads: int) -> Lane:
        return Lane(name, threads, WAITING_MAX, farewell=connections.close_all)

    def _lane_of(self, method: str, path: bytes) -> Lane:
        if method == "POST" and path.endswith(self.options.sign_in_endings):
            return self._sign_ins
        return self._pages

    def _cap_of(self, path: bytes) -> int:
        if path.endswith(self.options.large_body_endings):
            return self.options.large_body_max
        return self.options.body_max

    async def _in_thread(self, work: Callable[[], Any]) -> Any:
        """Outside a request Django does not look after its connections by itself."""

        def with_fresh_connection() -> Any:
            close_old_connections()
            try:
                return work()
            finally:
                close_old_connections()

        return await self._pages.call(with_fresh_connection)


def build_asgi(
    wsgi_app: WsgiApp,
    *,
    authorise: Authorise | None = None,
    broker: brokers.Broker | None = None,
    options: Options | None = None,
) -> Front:
    """The ASGI application around a WSGI one; what is not given comes from the settings."""
    return Front(
        wsgi_app,
        authorise or import_string(getattr(settings, "SEBAYA_LIVE_AUTHORISE", NOBODY)),
        broker or brokers.current(),
        options or Options.from_settings(threads=Options.threads),
    )
