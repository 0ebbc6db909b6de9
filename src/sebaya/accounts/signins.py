"""Django's session engine over SignIn: sealed, padded rows that show neither who nor when.

The row's key is derived from the cookie, so a copy of the database gives no cookie. A row is written only
when a sign-in begins or changes; looking at pages writes nothing.
"""

import json
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.utils import timezone

from sebaya.accounts.models import SignIn
from sebaya.vault import files, primitives
from sebaya.vault.errors import Tampered

GRID = timedelta(minutes=30)  # `ends` stands on this grid, so that it does not say when somebody came
PAD = 2048  # bytes; the sign-in of a member and of a counsellor fill the same space
COOKIE_BYTES = 24  # 192 bits


class SessionStore(SessionBase):
    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(session_key)
        self._stored = False

    def load(self) -> dict[str, Any]:
        row = SignIn.objects.filter(mark=mark(self.session_key or ""), ends__gt=timezone.now()).first()
        content = _open(row) if row else None
        if content is None:
            self._session_key = None
            return {}
        self._stored = True
        return content

    def exists(self, session_key: str) -> bool:
        return SignIn.objects.filter(mark=mark(session_key)).exists()

    def create(self) -> None:
        """A fresh name for the same content; the row is written by `save`."""
        self._session_key = secrets.token_urlsafe(COOKIE_BYTES)
        self._session_cache: dict[str, Any] = {}
        self._stored = False
        self.modified = True

    def save(self, must_create: bool = False) -> None:
        if self.session_key is None:
            self.cycle_key()
        if self._stored and not must_create:
            self._update()
            return
        name = mark(self.session_key or "")
        SignIn.objects.create(mark=name, content=_seal(dict(self.items()), name), ends=end_of(timezone.now()))
        self._stored = True

    def _update(self) -> None:
        """A sign-in that was ended meanwhile is not brought back."""
        name = mark(self.session_key or "")
        if not SignIn.objects.filter(mark=name).update(content=_seal(dict(self.items()), name)):
            raise UpdateError

    def delete(self, session_key: str | None = None) -> None:
        session_key = session_key or self.session_key
        if session_key:
            SignIn.objects.filter(mark=mark(session_key)).delete()

    @classmethod
    def clear_expired(cls) -> None:
        purge(timezone.now())


def mark(cookie: str) -> str:
    return primitives.derive(files.server_key(), "sign-in", cookie).hex()


def end_of(begun: datetime) -> datetime:
    """The end of a sign-in that begins now, moved up to the next point of the grid."""
    longest = begun + timedelta(seconds=settings.SESSION_COOKIE_AGE)
    seconds = int(GRID.total_seconds())
    return datetime.fromtimestamp(-(-int(longest.timestamp()) // seconds) * seconds, tz=begun.tzinfo)


def purge(now: datetime) -> int:
    """Deletes sign-ins whose time is over; returns how many."""
    return SignIn.objects.filter(ends__lte=now).delete()[0]


def end_of_person(person_id: str) -> int:
    """Deletes every sign-in of somebody who is being erased; each row has to be opened to see whose it is."""
    rows = SignIn.objects.all().iterator(chunk_size=500)
    theirs = [row.mark for row in rows if (_open(row) or {}).get(SESSION_KEY) == person_id]
    return SignIn.objects.filter(mark__in=theirs).delete()[0]


def _seal(content: dict[str, Any], name: str) -> bytes:
    text = json.dumps(content, separators=(",", ":")).encode()
    return files.server_seal(text + b" " * (-len(text) % PAD), "sign-in", name)


def _open(row: SignIn) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = json.loads(files.server_unseal(row.content, "sign-in", row.mark))
    except (Tampered, ValueError):
        return None
    return content
