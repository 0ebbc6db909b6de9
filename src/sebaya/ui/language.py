"""Which language a page speaks: the person's choice, else the community's, else Indonesian.

The browser's Accept-Language is left out on purpose: on a shared or second-hand phone it says nothing about
the reader, and a page that changes its language by itself makes a frightened person doubt the address.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

KEPT = timedelta(days=365)  # a school year; the cookie holds two letters and nothing else


class LanguageMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        activate(request, chosen(request) or settings.LANGUAGE_CODE)
        response = self.get_response(request)
        response.headers.setdefault("Content-Language", translation.get_language() or settings.LANGUAGE_CODE)
        return response

    def process_view(self, request: HttpRequest, *_view: Any) -> None:
        """The community is known only after the middleware further in has run."""
        if not chosen(request):
            activate(request, spoken_by(getattr(request, "community", None)) or settings.LANGUAGE_CODE)


def activate(request: HttpRequest, code: str) -> None:
    translation.activate(code)
    request.LANGUAGE_CODE = code


def known(code: str) -> str:
    """The code if the product speaks it, else an empty string."""
    return code if code in dict(settings.LANGUAGES) else ""


def chosen(request: HttpRequest) -> str:
    return known(request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, ""))


def spoken_by(community: object) -> str:
    return known(getattr(community, "language", ""))


@csrf_exempt  # changes nothing but two letters in the sender's own cookie; keeps public pages free of cookies
@require_POST
def switch(request: HttpRequest, slug: str = "") -> HttpResponse:
    """Keeps the chosen language and goes back to where the person was."""
    response = HttpResponseRedirect(safe_next(request, f"/{slug}/" if slug else "/"))
    code = known(request.POST.get("language", ""))
    if code:
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            code,
            max_age=KEPT,
            httponly=True,
            samesite="Lax",
            secure=settings.LANGUAGE_COOKIE_SECURE,
        )
    return response


def safe_next(request: HttpRequest, otherwise: str) -> str:
    """The address in `next` if it is on this site, else `otherwise`."""
    wanted = request.POST.get("next", "")
    allowed = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if allowed else otherwise
