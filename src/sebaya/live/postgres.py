"""The broker over PostgreSQL's LISTEN and NOTIFY.

The notification is part of the transaction that made the change, so it arrives
exactly if the change does, in every process. The server holds one connection of
its own per process to listen; whatever may have been missed while that was
broken is made good by telling everyone to refresh.
"""

import asyncio
import logging
from collections.abc import Iterable
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections

from sebaya.live.broker import Broker
from sebaya.live.hub import Hub, between

CHANNEL = "sebaya_live"
TOLD, REVOKED = "+", "-"  # first character of a notification; the rest is opaque
CHECK_EVERY = 20.0  # seconds of silence after which the connection is tested
ANSWER_WITHIN = 10.0  # seconds; a silent server is a broken one
BACK_OFF_FIRST, BACK_OFF_MAX = 0.2, 10.0  # seconds

logger = logging.getLogger(__name__)


class PostgresBroker(Broker):
    """Many processes over one database."""

    def __init__(self, hub: Hub | None = None, alias: str = DEFAULT_DB_ALIAS) -> None:
        super().__init__(hub)
        self._alias = alias
        self._task: asyncio.Task[None] | None = None
        self._back_off = BACK_OFF_FIRST
        self.listening = asyncio.Event()

    def publish(self, topics: Iterable[str]) -> None:
        self._notify([TOLD + name for name in topics])

    def revoke(self, key: str) -> None:
        self._notify([REVOKED + key])

    async def start(self) -> None:
        self._task = asyncio.create_task(self._listen_for_ever())

    async def stop(self) -> None:
        if self._task is None:
            return
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    def _notify(self, words: list[str]) -> None:
        """PostgreSQL itself holds these until commit and folds equal ones."""
        if not words:
            return
        with connections[self._alias].cursor() as cursor:
            cursor.execute("SELECT pg_notify(%s, word) FROM unnest(%s::text[]) AS word", [CHANNEL, words])

    async def _listen_for_ever(self) -> None:
        while True:
            try:
                await self._listen()
            except (psycopg.Error, OSError, TimeoutError) as failure:
                logger.warning("live updates: listening was interrupted (%s)", type(failure).__name__)
            self.listening.clear()
            await asyncio.sleep(self._back_off * between(0.5, 1.0))
            self._back_off = min(self._back_off * 2, BACK_OFF_MAX)

    async def _listen(self) -> None:
        async with await psycopg.AsyncConnection.connect(**self._parameters()) as connection:
            await connection.execute(f"LISTEN {CHANNEL}")
            self._back_off = BACK_OFF_FIRST
            self.listening.set()
            self.hub.catch_up(asyncio.get_running_loop().time())
            while True:
                async for note in connection.notifies(timeout=CHECK_EVERY):
                    self._heard(note.payload)
                async with asyncio.timeout(ANSWER_WITHIN):
                    await connection.execute("SELECT 1")

    def _heard(self, word: str) -> None:
        if word.startswith(TOLD):
            self.hub.tell((word[1:],))
        elif word.startswith(REVOKED):
            self.hub.revoke(word[1:])

    def _parameters(self) -> dict[str, Any]:
        """Django's own connection parameters, for a connection outside its pool."""
        parameters: dict[str, Any] = dict(connections[self._alias].get_connection_params())
        for django_only in ("cursor_factory", "context", "prepare_threshold"):
            parameters.pop(django_only, None)
        parameters.setdefault("connect_timeout", int(ANSWER_WITHIN))
        return {**parameters, "autocommit": True, "application_name": "sebaya live"}
