"""Every address. A community lives under its slug; a few pages belong to the installation."""

from django.urls import URLPattern, URLResolver, include, path

from sebaya.accounts import urls as accounts
from sebaya.accounts.roster import urls as roster
from sebaya.config import views
from sebaya.desk import urls as desk
from sebaya.programmes import urls as programmes
from sebaya.safeguarding import urls as safeguarding
from sebaya.support import urls as support
from sebaya.ui import urls as ui

COMMUNITY: list[URLPattern | URLResolver] = [
    *accounts.community_patterns,
    *roster.community_patterns,
    *desk.community_patterns,
    *programmes.community_patterns,
    *safeguarding.community_patterns,
    *support.community_patterns,
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.front, name="front"),
    path("sehat/", views.health, name="health"),
    path("", include(ui.urlpatterns)),
    *accounts.global_patterns,
    path("<slug:slug>/", include([*ui.urlpatterns, *COMMUNITY])),
]

handler400 = "sebaya.ui.errors.bad_request"
handler403 = "sebaya.ui.errors.forbidden"
handler404 = "sebaya.ui.errors.not_found"
handler500 = "sebaya.ui.errors.server_error"
