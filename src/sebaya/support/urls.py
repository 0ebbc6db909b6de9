"""Addresses of this room. What others see over a shoulder says nothing; ids are random."""

from django.urls import include, path

from sebaya.support.staff_urls import patterns as staff_patterns
from sebaya.support.views import asking, rescue, seeker, supporter

seeker_patterns = [
    path("", seeker.home, name="home"),
    path("cerita/", asking.story, name="ask"),
    path("cerita/lanjut/", asking.wishes, name="wishes"),
    path("teman/", asking.friend, name="friend"),
    path("kembali/", seeker.reenter, name="reenter"),
    path("ruang/<str:id>/", seeker.talk, name="talk"),
    path("ruang/<str:id>/terkirim/", asking.sent, name="sent"),
    path("ruang/<str:id>/pembaca/", seeker.readers, name="readers"),
    path("ruang/<str:id>/dewasa/", seeker.adult, name="adult"),
    path("ruang/<str:id>/dipanggil/", seeker.called, name="called"),
    path("ruang/<str:id>/nama/", seeker.name, name="name"),
    path("ruang/<str:id>/ganti/", seeker.change, name="change"),
    path("ruang/<str:id>/lapor/", seeker.report, name="report"),
    path("ruang/<str:id>/selesai/", seeker.close, name="close"),
    path("ruang/<str:id>/kesan/", seeker.feedback, name="feedback"),
]

supporter_patterns = [
    path("pendukung/", supporter.home, name="supporter"),
    path("pendukung/profil/", supporter.profile, name="profile"),
    path("pendukung/lega/", supporter.relieved, name="relieved"),
    path("tawaran/<str:id>/", supporter.offer, name="offer"),
    path("tawaran/<str:id>/tolak/", supporter.decline, name="decline"),
    path("teman-bicara/<str:id>/", supporter.talk, name="supporting"),
    path("teman-bicara/<str:id>/serahkan/", supporter.hand_over, name="hand_over"),
    path("teman-bicara/<str:id>/lepas/", supporter.leave, name="leave"),
    path("teman-bicara/<str:id>/selesai/", supporter.close, name="supporter_close"),
    path("teman-bicara/<str:id>/kesan/", supporter.feedback, name="supporter_feedback"),
    path("teman-bicara/<str:id>/lapor/", supporter.report, name="supporter_report"),
    path("diskusi/<str:id>/", supporter.consult, name="consult"),
]

rescue_patterns = [path("pemulihan/", rescue.sheets, name="sheets")]

community_patterns = [
    path("", include(([*seeker_patterns, *supporter_patterns, *staff_patterns, *rescue_patterns], "support"))),
]
