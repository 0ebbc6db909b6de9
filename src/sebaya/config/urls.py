"""Every address. A community lives under its slug; a few pages belong to the installation."""

from importlib import import_module

from django.urls import URLPattern, URLResolver, include, path

from sebaya.accounts import urls as accounts
from sebaya.config import policies, views
from sebaya.ui import urls as ui

ROOMS = (
    "sebaya.accounts",
    "sebaya.accounts.roster",
    "sebaya.desk",
    "sebaya.notices",
    "sebaya.programmes",
    "sebaya.training",
    "sebaya.safeguarding",
    "sebaya.support",
)


def _community_patterns() -> list[URLPattern | URLResolver]:
    """Each room brings the addresses that live under a community's slug."""
    return [pattern for room in ROOMS for pattern in import_module(f"{room}.urls").community_patterns]


public = [  # like the pages of ui: at the root and under every community, one name for both
    path("kebijakan/data/", policies.data, name="public-data"),
    path("kebijakan/perlindungan/", policies.safeguarding, name="public-safeguarding"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.front, name="front"),
    path("sehat/", views.health, name="health"),
    path("", include(ui)),
    *public,
    *accounts.global_patterns,
    path("<slug:slug>/", include([path("", include(ui)), *public, *_community_patterns()])),
]

handler400 = "sebaya.ui.errors.bad_request"
handler403 = "sebaya.ui.errors.forbidden"
handler404 = "sebaya.ui.errors.not_found"
handler500 = "sebaya.ui.errors.server_error"
