"""The way in: from a proven person and their opened key to a sign-in, by the second factor if there is one."""

import re
from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.models import Login
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest, HttpResponse
from django.utils.http import url_has_allowed_host_and_scheme

from sebaya.accounts import cookies, keys, known, second_factor
from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.communities.models import Community
from sebaya.ui.language import KEPT

SIGNIN_PATHS = re.compile(r"^/[a-z0-9_-]+/(?:masuk|aktivasi|pulih|akun-saya/(?:sandi|hp|hapus))/$")
"""Where a POST runs Argon2: these go through the lane for sign-ins (vault.md, Must hold 6)."""

_PHONE = re.compile(r"Android|iPhone|Mobile", re.IGNORECASE)


def enter(request: HttpRequest, person: Person, private: bytes, next_url: str = "") -> HttpResponse:
    """Signs in, or goes on to the second factor with the key pending."""
    keys.hold(request, person, private)
    next_url = own_address(request, person.community, next_url)
    login = Login(user=person, redirect_url=next_url or f"/{person.community.slug}/")
    response = perform_password_login(request, {}, login)
    known.remember(request, response, person.login)
    if person.language:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            person.language,
            max_age=KEPT,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


def completed(sender: Any, request: Any, user: Person, **_kwargs: Any) -> None:
    """Django's `user_logged_in`: the key becomes usable; members leave no trace, others a row in the log."""
    keys.activate(request)
    second_factor.note(request, user)
    if user.keeps_log:
        record("signin", community=user.community, by=user)


def own_address(request: HttpRequest, community: Community, url: str) -> str:
    """`url` if it is a page of this community, else nothing."""
    safe = url_has_allowed_host_and_scheme(url, allowed_hosts=None)
    return url if safe and url.startswith(f"/{community.slug}/") else ""


def offers_phone(request: HttpRequest, person: Person) -> bool:
    """Whether to ask "Ini HP-ku sendiri?": a phone that has not answered yet."""
    answered = {cookies.name(cookies.PHONE), cookies.name(cookies.NOT_MINE)} & request.COOKIES.keys()
    return bool(_PHONE.search(request.headers.get("User-Agent", ""))) and not answered and not person.staff


def is_complete(request: Any) -> bool:
    return SESSION_KEY in request.session
