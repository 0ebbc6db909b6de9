"""Django's session engine over SignIn: sealed, padded rows that show neither who nor when.

Name and key of a row are derived from the cookie together with the server key, so database and server key give no
cookie and open nothing without one (decide/0010). So nobody can look for the rows of a person: whoever is erased,
suspended or has another stamp is refused at the next request, and the row goes then or at its end. A row is
written only when a sign-in begins or changes; looking at pages writes nothing.
"""

import json
import secrets
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase, UpdateError
from django.utils import timezone

from sebaya.accounts.models import SignIn
from sebaya.communities.prepared import Rows
from sebaya.vault import files, primitives
from sebaya.vault.errors import Tampered

GRID = timedelta(minutes=30)  # `ends` stands on this grid, so that it does not say when somebody came
PAD = 2048  # bytes; the sign-in of a member and of a counsellor fill the same space
COOKIE_BYTES = 24  # 192 bits


_open_now = Rows(lambda name, now: SignIn.objects.filter(mark=name, ends__gt=now))


class SessionStore(SessionBase):
    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(session_key)
        self._stored = False

    def load(self) -> dict[str, Any]:
        cookie = self.session_key or ""
        row = _open_now.first(name=mark(cookie), now=timezone.now())
        content = _open(row, cookie) if row else None
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
        cookie = self.session_key or ""
        content = _seal(dict(self.items()), cookie)
        SignIn.objects.create(mark=mark(cookie), content=content, ends=end_of(timezone.now()))
        self._stored = True

    def _update(self) -> None:
        """A sign-in that was ended meanwhile is not brought back."""
        cookie = self.session_key or ""
        if not SignIn.objects.filter(mark=mark(cookie)).update(content=_seal(dict(self.items()), cookie)):
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


def _key(cookie: str) -> bytes:
    return primitives.derive(files.server_key(), "sign-in content", cookie)


def _place(cookie: str) -> bytes:
    return primitives.context("sign-in", mark(cookie))


def _seal(content: dict[str, Any], cookie: str) -> bytes:
    text = json.dumps(content, separators=(",", ":")).encode()
    return primitives.seal(text + b" " * (-len(text) % PAD), _key(cookie), _place(cookie))


def _open(row: SignIn, cookie: str) -> dict[str, Any] | None:
    try:
        content: dict[str, Any] = json.loads(primitives.unseal(row.content, _key(cookie), _place(cookie)))
    except (Tampered, ValueError):
        return None
    return content
