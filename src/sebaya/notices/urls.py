"""Addresses of this room."""

from django.urls import include, path

from sebaya.notices.views import own

patterns = [
    path("saluran/", own.channels, name="channels"),
    path("saluran/<str:id>/", own.channel, name="channel"),
    path("saluran/<str:id>/uji/", own.test, name="test"),
    path("saluran/<str:id>/hapus/", own.remove, name="remove"),
]
community_patterns = [path("", include((patterns, "notices")))]
