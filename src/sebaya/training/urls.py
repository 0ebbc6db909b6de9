"""Addresses of this room."""

from django.urls import include, path

from sebaya.training.views import candidates

patterns = [
    path("latihan/", candidates.candidates, name="candidates"),
    path("latihan/<str:person_id>/", candidates.candidate, name="candidate"),
    path("latihan/<str:person_id>/lembar/", candidates.record, name="record"),
    path("latihan/<str:person_id>/peran/", candidates.appoint, name="appoint"),
]
community_patterns = [path("", include((patterns, "training")))]
