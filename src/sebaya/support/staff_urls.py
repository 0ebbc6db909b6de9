"""Addresses of the staff pages of this room; `urls` puts them under its namespace."""

from django.urls import path

from sebaya.support.views import staff, team

patterns = [
    path("meja/<str:id>/", staff.talk, name="staff_talk"),
    path("meja/<str:id>/tangani/", staff.handle, name="handle"),
    path("meja/<str:id>/ikut/", staff.join, name="join"),
    path("meja/<str:id>/tawarkan/", staff.offer, name="staff_offer"),
    path("meja/<str:id>/kembalikan/", staff.give_back, name="give_back"),
    path("meja/<str:id>/tanda/", staff.close_flag, name="close_flag"),
    path("meja/<str:id>/selesai/", staff.close, name="staff_close"),
    path("meja/<str:id>/catatan/", staff.notes, name="notes"),
    path("meja/<str:id>/kode/", staff.reentry, name="reentry"),
    path("meja/<str:id>/laporan/<str:report_id>/", staff.decide, name="decide_report"),
    path("percakapan/", team.talks, name="talks"),
    path("tim/", team.team, name="team"),
    path("tim/baru/", team.newcomers, name="newcomers"),
    path("tim/baru/<str:holder_id>/", team.admit, name="admit"),
    path("tim/<str:person_id>/henti/", team.suspend, name="suspend"),
]
