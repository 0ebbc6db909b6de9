""" "Ini HP-ku sendiri": the device secret in this phone's cookie."""

import base64
import binascii
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from sebaya.accounts import cookies
from sebaya.communities.models import Community
from sebaya.vault import devices, primitives

KEPT = timedelta(days=devices.DEVICE_DAYS)
ASK_AGAIN = timedelta(days=180)  # after "bukan HP-ku", about a term


def secret_of(request: HttpRequest) -> bytes | None:
    try:
        secret = base64.urlsafe_b64decode(request.COOKIES.get(cookies.name(cookies.PHONE), ""))
    except (binascii.Error, ValueError):
        return None
    return secret if len(secret) == primitives.KEY_BYTES else None


def of(request: HttpRequest, community: Community) -> devices.Phone | None:
    """This phone, if its PIN still opens somebody's key."""
    secret = secret_of(request)
    phone = devices.find(secret, timezone.localdate()) if secret else None
    return phone if phone and phone.holder.community_id == community.pk else None


def remember(response: HttpResponse, secret: bytes) -> None:
    cookies.put(response, cookies.PHONE, base64.urlsafe_b64encode(secret).decode(), KEPT)


def do_not_ask(response: HttpResponse) -> None:
    cookies.put(response, cookies.NOT_MINE, "1", ASK_AGAIN)
