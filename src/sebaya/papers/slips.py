"""Activation slips: ten strips on an A4, cut apart, each folded so that the code lies inside.

The square code holds the address only. With the activation code in it, that code would reach browser histories on shared
phones and the scanner apps that send what they scan elsewhere; so it is typed by hand, in four groups of four.
"""

from collections.abc import Sequence
from typing import Any, TypedDict

from django.utils import translation
from django.utils.translation import gettext as _

from sebaya.papers import compile as paper
from sebaya.papers.qr import svg

PER_SHEET = 10


class Slip(TypedDict):
    """What one strip says. `code` in groups of four, as `vault.codes` writes it."""

    name: str
    group: str
    username: str
    code: str


def sheets(count: int) -> int:
    """Sheets of A4 that `count` slips need."""
    return -(-count // PER_SHEET)


def slips_pdf(community_name: str, address: str, slips: Sequence[Slip], language: str = "id") -> bytes:
    """The strips in the given order. `address` is where activation begins. Raises PaperError."""
    with translation.override(language):
        data = _data(community_name, address, slips)
        return paper.pdf("slips", data, language=language, title=_("Slip aktivasi"))


def _data(community_name: str, address: str, slips: Sequence[Slip]) -> dict[str, Any]:
    return {
        "community": community_name,
        "address": address.removeprefix("https://").removeprefix("http://").rstrip("/"),
        "qr": svg(address),
        "slips": [dict(slip) for slip in slips],
        "words": _words(),
    }


def _words() -> dict[str, str]:
    return {
        "sheet": _("Lembar"),
        "everyone": _("Semua siswa mengaktifkan. Punya akun tidak berarti minta bantuan."),
        "username": _("Nama pengguna"),
        "code": _("Kode"),
        "once": _("Sekali pakai. Jangan difoto. Setelah aktif, buang."),
        "open": _("Buka alamat ini atau pindai:"),
        "steps": _("Ketik kode, lalu buat kata sandi yang hanya kamu tahu."),
        "qr": _("Kode kotak berisi alamat aktivasi"),
    }
