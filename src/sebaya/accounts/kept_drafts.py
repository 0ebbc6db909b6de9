"""What somebody was writing when they left in a hurry: sealed to themselves, in a cookie, until they are back.

The quick exit empties the browser; a draft in its memory would be gone, and in its storage the next one at the
computer could read it. The cookie opens with the writer's own key alone.
"""

import base64
import binascii
import json
import zlib
from datetime import timedelta
from typing import Any

from django.http import HttpResponse

from sebaya.accounts import cookies
from sebaya.vault import primitives
from sebaya.vault.errors import Tampered
from sebaya.vault.keyring import Keyring

LASTS = timedelta(hours=12)  # as long as a sign-in may
MOST = 2_800  # bytes sealed: a cookie holds 4,096 with its name and base64
NAME_MOST = 60  # signs of the name of a box


def keep(request: Any, response: HttpResponse) -> None:
    """Seals the drafts that came with the quick exit. Called before the key is gone."""
    found = _posted(request)
    if not found or request.keyring is None:
        return
    while found:
        sealed = _seal(request.keyring, found)
        if len(sealed) <= MOST:
            cookies.put(response, cookies.DRAFTS, base64.urlsafe_b64encode(sealed).decode(), LASTS)
            return
        longest = max(found, key=lambda name: len(found[name]))
        found[longest] = found[longest][: len(found[longest]) * 3 // 4]  # most of a long one is better than none


def _posted(request: Any) -> dict[str, str]:
    """name of the box → text"""
    found: dict[str, str] = {}
    for each in request.POST.getlist("draft"):
        name, _, text = each.replace("\r\n", "\n").partition("\n")
        if text.strip() and 0 < len(name) <= NAME_MOST:
            found[name] = text
    return found


def opened(request: Any) -> str:
    """JSON of the drafts for the page to put back; empty for everybody else."""
    raw = request.COOKIES.get(cookies.name(cookies.DRAFTS), "")
    if not raw or request.keyring is None:
        return ""
    try:
        sealed = base64.urlsafe_b64decode(raw)
        return zlib.decompress(primitives.unseal(sealed, _key(request.keyring), _place(request.keyring))).decode()
    except (binascii.Error, ValueError, Tampered, zlib.error):
        return ""


def is_handed_over(request: Any, response: HttpResponse) -> bool:
    """A whole page of the writer's own went out: the drafts are in the tab's memory again."""
    whole = request.method == "GET" and response.status_code == 200 and "HX-Request" not in request.headers
    html = response.get("Content-Type", "").startswith("text/html")
    return whole and html and bool(opened(request))


def _seal(keyring: Keyring, drafts: dict[str, str]) -> bytes:
    return primitives.seal(zlib.compress(json.dumps(drafts).encode(), 9), _key(keyring), _place(keyring))


def _key(keyring: Keyring) -> bytes:
    return primitives.derive(keyring.private, "drafts")


def _place(keyring: Keyring) -> bytes:
    return primitives.context("drafts", keyring.holder_id)
