"""Browsers in which an account has signed in before: they have a throttle bucket of their own.

The signed cookie holds a random name of the browser and one opaque mark per account; it does not sign
anyone in and says nothing to someone who reads it.
"""

import secrets
from datetime import timedelta

from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse

from sebaya.accounts import cookies, throttle
from sebaya.vault import files

KEPT = timedelta(days=400)  # the longest a browser keeps a cookie; covers a school year
MOST = 40  # accounts on one shared computer; the earliest are forgotten

_signer = Signer(salt="sebaya.accounts.known")


def bucket(request: HttpRequest, login: str) -> tuple[str, str]:
    """(account, where): this browser if the account has signed in here before, else the address."""
    device, marks = _read(request)
    if device and _mark(login, device) in marks:
        return login, f"device {device}"
    return login, f"address {throttle.address(request)}"


def device(request: HttpRequest) -> str:
    """The name of this browser, if anybody has signed in with it before; empty else."""
    return _read(request)[0]


def remember(request: HttpRequest, response: HttpResponse, login: str) -> None:
    device, marks = _read(request)
    device = device or secrets.token_urlsafe(9)
    mark = _mark(login, device)
    if mark in marks:
        return
    value = _signer.sign_object([device, [*marks, mark][-MOST:]])
    cookies.put(response, cookies.KNOWN, value, KEPT)


def _mark(login: str, device: str) -> str:
    return files.server_token("known", login, device)[:12]


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    try:
        device, marks = _signer.unsign_object(request.COOKIES.get(cookies.name(cookies.KNOWN), ""))
    except (BadSignature, ValueError, TypeError):
        return "", []
    return device, marks
