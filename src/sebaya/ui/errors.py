"""Pages for when something does not work: what happened, what is safe, what to do next.

A refused page is the same page as a missing one, byte for byte, so that an address tells nothing.
"""

from collections.abc import Callable
from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import NamedTuple

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class Mishap(NamedTuple):
    """Three sentences a person needs, and the drawing beside them."""

    title: Words
    happened: Words
    safe: Words
    next: Words
    drawing: str = "path"


MISSING = Mishap(
    _("Halaman ini tidak ada"),
    _("Alamatnya mungkin salah ketik, sudah tidak berlaku, atau untuk orang lain."),
    _("Tidak ada yang berubah dan tidak ada yang terkirim."),
    _("Kembali ke halaman depan, atau minta alamat yang benar kepada orang yang memberikannya."),
)
UNCLEAR = Mishap(
    _("Permintaan ini tidak bisa dibaca"),
    _("Peramban mengirim sesuatu yang tidak kami pahami."),
    _("Tidak ada yang berubah dan tidak ada yang terkirim."),
    _("Kembali ke halaman sebelumnya, muat ulang, lalu coba lagi."),
)
TOO_LARGE = Mishap(
    _("Yang dikirim terlalu besar"),
    _("Tulisan atau berkas itu lebih besar daripada yang bisa diterima."),
    _("Tidak ada yang terkirim. Tulisan tadi masih ada di halaman sebelumnya."),
    _("Kembali, lalu potong menjadi beberapa bagian atau pilih berkas yang lebih kecil."),
    "stack",
)
STALE = Mishap(
    _("Halaman ini sudah terlalu lama terbuka"),
    _("Demi keamanan, tombol kirim hanya berlaku selama halaman masih baru."),
    _("Tidak ada yang terkirim. Tulisan tadi masih ada di halaman sebelumnya."),
    _("Kembali, muat ulang halaman itu, lalu kirim lagi. Jika tetap gagal, izinkan kuki untuk situs ini."),
    "clock",
)


BY_BUTTON = Mishap(
    _("Halaman ini dibuka dengan tombol"),
    _("Alamat ini hanya bekerja saat tombolnya ditekan."),
    _("Tidak ada yang berubah dan tidak ada yang terkirim."),
    _("Kembali ke halaman depan, lalu tekan tombolnya lagi."),
)


def page(request: HttpRequest, mishap: Mishap, status: HTTPStatus) -> HttpResponse:
    html = render_to_string("ui/errors/mishap.html", {"mishap": mishap}, request=request)
    return HttpResponse(html, status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        return too_large(request, exception)
    return page(request, UNCLEAR, HTTPStatus.BAD_REQUEST)


def too_large(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, TOO_LARGE, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)


@cache
def too_large_whole() -> bytes:
    """The same for what is refused before Django sees it: no request, no language, nothing to fill in."""
    return (Path(__file__).resolve().parent / "templates" / "ui" / "errors" / "413.html").read_bytes()


def only_by_button(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: who comes by the address alone, by reloading or a link, gets a page instead of nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if response.status_code != HTTPStatus.METHOD_NOT_ALLOWED or request.method not in ("GET", "HEAD"):
            return response
        shown = page(request, BY_BUTTON, HTTPStatus.METHOD_NOT_ALLOWED)
        shown["Allow"] = response["Allow"]
        return shown

    return middleware


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, MISSING, HTTPStatus.NOT_FOUND)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Refused is missing: the same words and the same status."""
    return page(request, MISSING, HTTPStatus.NOT_FOUND)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return page(request, STALE, HTTPStatus.FORBIDDEN)


def server_error(request: HttpRequest) -> HttpResponse:
    """Rendered without the request: nothing of it may appear, and nothing of it may fail again."""
    return HttpResponse(render_to_string("ui/errors/500.html"), status=HTTPStatus.INTERNAL_SERVER_ERROR)
