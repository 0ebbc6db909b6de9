"""Names for browsers that wait for their turn at the door (ui.turns).

Where somebody has signed in before, the browser has a name already. Any other gets one with the sign-in page, in a
signed cookie. It counts once it is a few seconds old: a script that takes a new one for every guess gets no turn by
it. It ends after an hour, so that names are not collected for later.
"""

import secrets
import time

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from sebaya.accounts import cookies, known
from sebaya.ui.turns import Browser

RIPE = 5  # seconds: nobody reads the page and types a password in less
OLD = 60 * 60  # seconds; the next page gives another name

_signer = Signer(salt="sebaya.accounts.turns")


def of(request: HttpRequest) -> Browser | None:
    """This browser, or None for one that cannot be told from a script yet."""
    device = known.device(request)
    if device:
        return Browser(f"device {device}", familiar=True)
    found = _read(request)
    if found is None or not RIPE <= _age(found) < OLD:
        return None
    return Browser(f"page {found[0]}")


def give(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The sign-in page with a name for a browser that has none, or an old one."""
    found = _read(request)
    if not known.device(request) and (found is None or _age(found) >= OLD):
        cookies.put(response, cookies.TURN, _signer.sign_object([secrets.token_urlsafe(9), int(time.time())]))
    return response


def _age(found: tuple[str, int]) -> float:
    return time.time() - found[1]


def _read(request: HttpRequest) -> tuple[str, int] | None:
    try:
        name, made = _signer.unsign_object(request.COOKIES.get(cookies.name(cookies.TURN), ""))
    except (BadSignature, ValueError, TypeError):
        return None
    return name, made
