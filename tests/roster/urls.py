"""The roster with the rooms it stands on."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

from sebaya.accounts import urls as accounts
from sebaya.accounts.roster import urls as roster
from sebaya.ui import urls as ui


def home(request: HttpRequest, slug: str = "") -> HttpResponse:
    return HttpResponse("beranda")


urlpatterns = [
    path("", home, name="front"),
    path("", include(ui.urlpatterns)),
    *accounts.global_patterns,
    path(
        "<slug:slug>/",
        include(
            [
                path("", home, name="home"),
                *ui.urlpatterns,
                *accounts.community_patterns,
                *roster.community_patterns,
            ]
        ),
    ),
]
