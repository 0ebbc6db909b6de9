"""Addresses of this room: neutral, with random ids."""

from django.urls import include, path

from sebaya.safeguarding.views import asking, second_key

patterns = [
    path("identitas/", asking.mine, name="list"),
    path("identitas/minta/<str:id>/", asking.ask, name="ask"),
    path("identitas/amplop/<str:id>/", asking.sheet, name="sheet"),
    path("identitas/putusan/<str:id>/", second_key.decide, name="decide"),
    path("identitas/tinjau/<str:id>/", second_key.envelope, name="envelope"),
    path("identitas/amplop-baru/", second_key.new_envelope, name="new_envelope"),
    path("identitas/<str:id>/", asking.reveal, name="reveal"),
]
community_patterns = [path("", include((patterns, "safeguarding")))]
