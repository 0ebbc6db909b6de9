"""The smallest house around this room: its own addresses and one page that needs a sign-in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from sebaya.accounts import access
from sebaya.accounts.urls import community_patterns, global_patterns
from sebaya.ui import urls as ui


def front(request: HttpRequest, slug: str) -> HttpResponse:
    person = access.signed_in(request)
    ring: Any = request.keyring  # type: ignore[attr-defined]
    return HttpResponse(f"{person.username} {'key' if ring else 'no key'}")


handler404 = "sebaya.ui.errors.not_found"
handler403 = "sebaya.ui.errors.forbidden"

urlpatterns = [
    *global_patterns,
    path("<slug:slug>/", include([*ui.urlpatterns, *community_patterns])),
    path("<slug:slug>/", front, name="front"),
]
