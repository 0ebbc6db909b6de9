"""Uvicorn's HTTP protocol with three habits of ours.

It tells the application at once when the server stops, so that streams end and
the stop does not wait for them. It closes connections that do not finish the
head of a request. It bounds what it keeps of one request, which the parser
does not, and drops headers that come after a body, where no proxy checks them.
"""

import asyncio
from typing import Any

try:
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as _Base
except ImportError:  # pragma: no cover  no wheel here: the pure Python parser does the same, slower
    from uvicorn.protocols.http.h11_impl import H11Protocol as _Base  # type: ignore[assignment]

from sebaya.live.bridge import BODIES_MAX

HEAD_PATIENCE = 20.0  # seconds for the head of a request
HEAD_MAX = 64 * 1024  # bytes; browsers send 1 to 4 KB
REQUEST_MAX = BODIES_MAX  # bytes with everything around the body, whose own limit is lower


class Protocol(_Base):
    """One connection."""

    _patience: asyncio.TimerHandle | None = None
    _seen: Any = None
    _in_head = False
    _taken = 0

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._patience = self.loop.call_later(HEAD_PATIENCE, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._patience is not None:
            self._patience.cancel()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self._taken > (HEAD_MAX if self._in_head else REQUEST_MAX):
            self.transport.abort()
            return
        super().data_received(data)
        self._taken += len(data)

    def on_message_begin(self) -> None:
        self._in_head, self._taken = True, 0
        super().on_message_begin()

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        self._in_head = False
        super().on_headers_complete()

    def shutdown(self) -> None:
        """Called once per connection when the server stops."""
        stopping = getattr(self.app, "stopping", None)
        if stopping is not None:
            stopping()
        super().shutdown()

    def _look(self) -> None:
        """Close the connection if it has been sending one head since the last look."""
        if self._unfinished_head() and self._seen is self.cycle:
            self.transport.abort()
            return
        self._seen = self.cycle if self._unfinished_head() else self
        self._patience = self.loop.call_later(HEAD_PATIENCE, self._look)

    def _unfinished_head(self) -> bool:
        if self.cycle is None:
            return True
        return bool(self.cycle.response_complete) and self.timeout_keep_alive_task is None
