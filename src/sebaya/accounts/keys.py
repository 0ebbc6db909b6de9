"""The private key of a sign-in: sealed under a random key that exists only in the browser's second cookie.

With a second factor the key waits as `pending`, which nothing opens for a page, until sign-in is complete.
"""

import base64
import binascii
from typing import Any

from django.http import HttpRequest

from sebaya.accounts import cookies
from sebaya.accounts.models import Person
from sebaya.communities.ids import new_id
from sebaya.vault import primitives
from sebaya.vault.errors import Tampered
from sebaya.vault.keyring import Keyring

ENTRY, HOLDER, COMMUNITY, STAMP = "entry", "holder", "community", "stamp"
PENDING, ACTIVE = "pending", "active"


def hold(request: HttpRequest, person: Person, private: bytes) -> None:
    """Begins a fresh sign-in that keeps `private` pending; the middleware hands out the cookie."""
    request.session.flush()
    request.new_key = primitives.random_key()  # type: ignore[attr-defined]
    session: Any = request.session
    session[ENTRY], session[HOLDER], session[COMMUNITY] = new_id(), person.keyholder.pk, person.community_id
    session[STAMP] = person.stamp
    session[PENDING] = _seal(session, request.new_key, private, PENDING)  # type: ignore[attr-defined]


def activate(request: HttpRequest) -> None:
    """The sign-in is complete: what was pending may now be used."""
    session: Any = request.session
    key = getattr(request, "new_key", None) or key_of(request.COOKIES)
    if PENDING not in session or key is None:
        return
    private = _open(session, key, PENDING)
    del session[PENDING]
    if private is not None:
        session[ACTIVE] = _seal(session, key, private, ACTIVE)


def is_outdated(session: Any) -> bool:
    """A sign-in that waits for its second factor, of somebody erased, suspended or with another stamp meanwhile."""
    if PENDING not in session:
        return False
    same = Person.objects.filter(keyholder=session[HOLDER], stamp=session.get(STAMP), is_active=True)
    return not same.exists()


def keyring(session: Any, jar: dict[str, str]) -> Keyring | None:
    """What the two cookies together open; None without a complete sign-in."""
    key = key_of(jar)
    if key is None or ACTIVE not in session:
        return None
    private = _open(session, key, ACTIVE)
    return Keyring(session[HOLDER], session[COMMUNITY], private) if private else None


def key_of(jar: dict[str, str]) -> bytes | None:
    try:
        key = base64.urlsafe_b64decode(jar.get(cookies.name(cookies.KEY), ""))
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == primitives.KEY_BYTES else None


def written(key: bytes) -> str:
    return base64.urlsafe_b64encode(key).decode()


def _place(session: Any, state: str) -> bytes:
    return primitives.context("sign-in", session[ENTRY], session[COMMUNITY], session[HOLDER], state)


def _seal(session: Any, key: bytes, private: bytes, state: str) -> str:
    return base64.b64encode(primitives.seal(private, key, _place(session, state))).decode()


def _open(session: Any, key: bytes, state: str) -> bytes | None:
    try:
        return primitives.unseal(base64.b64decode(session[state]), key, _place(session, state))
    except Tampered:
        return None
