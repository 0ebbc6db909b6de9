"""When a browser was last used: in a signed cookie, never in the database (vault.md, Unlinkability)."""

import time
from datetime import timedelta

from django.conf import settings
from django.core.signing import BadSignature, TimestampSigner
from django.http import HttpRequest, HttpResponse

from sebaya.accounts import cookies, keys
from sebaya.accounts.models import Person

SHARED_DEVICE = timedelta(minutes=30)  # a library computer or a borrowed phone
STAFF = timedelta(minutes=60)  # a lesson
OWN_PHONE = timedelta(minutes=60)  # the PIN brings them back quickly
REFRESH = 60  # seconds; the cookie is renewed at most this often

_signer = TimestampSigner(salt="sebaya.accounts.idle")


def is_over(session_entry: str, jar: dict[str, str], person: Person) -> bool:
    """Whether the sign-in has rested too long, or is older than a day at school."""
    seen = _read(jar.get(cookies.name(cookies.IDLE), ""), limit(jar, person))
    if seen is None:
        return True
    entry, begun = seen
    return entry != session_entry or time.time() - begun > settings.SESSION_COOKIE_AGE


def limit(jar: dict[str, str], person: Person) -> timedelta:
    if person.staff:
        return STAFF
    return OWN_PHONE if cookies.name(cookies.PHONE) in jar else SHARED_DEVICE


def keep(request: HttpRequest, response: HttpResponse) -> None:
    """Renews the cookie after something a person did; a page that refreshes itself does not count."""
    value = request.COOKIES.get(cookies.name(cookies.IDLE), "")
    entry = request.session.get(keys.ENTRY, "")
    seen = _read(value, timedelta(seconds=REFRESH))
    if seen is not None and seen[0] == entry:
        return
    old = _read(value, None)
    if old is not None and old[0] == entry and _by_itself(request):
        return
    begun = old[1] if old is not None and old[0] == entry else int(time.time())
    cookies.put(response, cookies.IDLE, _signer.sign_object([entry, begun]))


def _by_itself(request: HttpRequest) -> bool:
    """A fragment fetched because the live channel said so, not because somebody is there."""
    return request.method == "GET" and "HX-Request" in request.headers and "HX-Boosted" not in request.headers


def _read(value: str, longest: timedelta | None) -> tuple[str, int] | None:
    try:
        entry, begun = _signer.unsign_object(value, max_age=longest)
    except (BadSignature, ValueError, TypeError):
        return None
    return entry, begun
