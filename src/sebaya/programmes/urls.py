"""Addresses of this room."""

from django.urls import include, path

from sebaya.programmes.views import duty, member, settings

patterns = [
    path("jaga/", duty.week, name="duty"),
    path("jaga/<str:slot_id>/geser/", duty.move, name="move_duty"),
    path("jaga/<str:slot_id>/hapus/", duty.remove, name="remove_duty"),
    path("pengaturan/", settings.settings, name="settings"),
    path("izin/<str:person_id>/", member.consents, name="consents"),
    path("izin/<str:person_id>/<str:kind>/tarik/", member.withdraw, name="withdraw"),
    path("tahan/<str:person_id>/", member.hold, name="hold"),
    path("tahan/<str:person_id>/cabut/", member.lift, name="lift"),
]
community_patterns = [path("", include((patterns, "programmes")))]
