"""Uvicorn's HTTP protocol with two habits of ours.

It tells the application at once when the server stops, so that streams end and
the stop does not wait for them; and it closes connections that do not finish
sending the head of a request, which would otherwise be held for ever.
"""

import asyncio
from typing import Any

try:
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as _Base
except ImportError:  # pragma: no cover  no wheel here: the pure Python parser does the same, slower
    from uvicorn.protocols.http.h11_impl import H11Protocol as _Base  # type: ignore[assignment]

HEAD_PATIENCE = 20.0  # seconds for the head of a request


class Protocol(_Base):
    """One connection."""

    _patience: asyncio.TimerHandle | None = None
    _seen: Any = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._patience = self.loop.call_later(HEAD_PATIENCE, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._patience is not None:
            self._patience.cancel()
            self._patience = None
        super().connection_lost(exc)

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
