"""Our cookies: one way to name, set and drop them. Over TLS each is bound to this host by its name."""

from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse

KEY = "k"  # the random key under which this sign-in keeps the private key
IDLE = "i"  # signed: when this browser was last used
KNOWN = "d"  # signed: accounts that have signed in here before have their own throttle bucket
TURN = "t"  # signed: a name for this browser while it waits for its turn to try a password
PHONE = "p"  # the device secret of "Ini HP-ku sendiri"
DRAFTS = "w"  # sealed to the writer: what they were writing when they left in a hurry
NOT_MINE = "n"  # "bukan HP-ku" was answered here: do not ask again


def name(short: str) -> str:
    return f"__Host-{short}" if settings.SEBAYA_HTTPS else short


def put(response: HttpResponse, short: str, value: str, kept: timedelta | None = None) -> None:
    """Without `kept` it lives until the browser closes."""
    response.set_cookie(name(short), value, max_age=kept, secure=settings.SEBAYA_HTTPS, httponly=True, samesite="Lax")


def drop(response: HttpResponse, short: str) -> None:
    response.set_cookie(name(short), "", max_age=0, secure=settings.SEBAYA_HTTPS, httponly=True, samesite="Lax")
