"""Public pages; included at the root and under every community, so views take an optional slug."""

from django.urls import path

from sebaya.ui import language, pages

app_name = "ui"
urlpatterns = [
    path("bahasa/", language.switch, name="language"),
    *(path(f"{page}/", pages.show, {"page": page}, name=name) for page, name in pages.PAGES.items()),
]
