"""Addresses of the roster, under `/<slug>/`."""

from django.urls import URLPattern, URLResolver, include, path

from sebaya.accounts.roster import views

_here: list[URLPattern | URLResolver] = [
    path("warga/impor/", views.choose, name="choose"),
    path("warga/impor/tulis/", views.write, name="write"),
    path("warga/ekspor/", views.export, name="export"),
]
community_patterns: list[URLPattern | URLResolver] = [path("", include((_here, "roster")))]
