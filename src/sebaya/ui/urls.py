"""Public pages; included at the root and under every community, so views take an optional slug.

Without a namespace, so that one name finds both addresses, with and without the slug.
"""

from django.urls import path

from sebaya.ui import language, pages

urlpatterns = [
    path("bahasa/", language.switch, name="public-language"),
    *(path(f"{page}/", pages.show, {"page": page}, name=f"public-{name}") for page, name in pages.PAGES.items()),
]
