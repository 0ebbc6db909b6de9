"""Addresses of this room."""

from django.urls import include, path

from sebaya.desk import views

patterns = [
    path("hari-ini/", views.today, name="today"),
    path("hari-ini/<str:part>/", views.group, name="group"),
]
community_patterns = [path("", include((patterns, "desk")))]
