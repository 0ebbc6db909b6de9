from django.urls import include, path

handler400 = "sebaya.ui.errors.bad_request"
handler403 = "sebaya.ui.errors.forbidden"
handler404 = "sebaya.ui.errors.not_found"
handler500 = "sebaya.ui.errors.server_error"

urlpatterns = [
    path("contoh/", include(("sebaya.ui.gallery", "gallery"))),
    path("", include("sebaya.ui.urls")),
    path("<slug:slug>/", include("sebaya.ui.urls")),
]
