"""Activation slips: ten strips on an A4, cut apart, each folded so that the code lies inside.

The square code holds the address only. With the activation code in it, even behind a "#", that would reach
the browser history of a shared phone and scanner apps that send what they scan elsewhere; and the page would
need a script to read it. So it is typed by hand: four groups of four.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from sebaya.papers import compile as paper
from sebaya.papers.qr import svg

PER_SHEET = 10
PARTS = ("name", "group", "username", "code")


def sheets(count: int) -> int:
    """Sheets of A4 that `count` slips need."""
    return -(-count // PER_SHEET)


def slips_pdf(
    community_name: str,
    address: str,
    slips: Sequence[Mapping[str, str]],
    language: str = "id",
    *,
    adults: bool = False,
) -> bytes:
    """The strips in the given order; `adults` are spoken to as adults. Raises PaperError.

    Each slip: {"name", "group", "username", "code"}; the code in groups of four, as `vault.codes` writes it.
    `address` is where activation begins.
    """
    with translation.override(language):
        data = _data(community_name, address, slips, adults)
        return paper.pdf("slips", data, language=language, title=_("Slip aktivasi"))


def _data(
    community_name: str, address: str, slips: Sequence[Mapping[str, str]], adults: bool = False
) -> dict[str, Any]:
    return {
        "community": community_name,
        "address": address.removeprefix("https://").removeprefix("http://").rstrip("/"),
        "qr": svg(address),
        "slips": [{part: slip[part] for part in PARTS} for slip in slips],
        "words": _words() | (_words_for_adults() if adults else {}),
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


def _words_for_adults() -> dict[str, str]:
    return {
        "everyone": _("Untuk guru dan staf. Serahkan langsung kepada orangnya."),
        "steps": _("Ketik kode, lalu buat kata sandi yang hanya Bapak/Ibu tahu."),
    }
