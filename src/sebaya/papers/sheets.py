"""Papers that hold a key: recovery sheets A and B, the emergency sheet, a member of staff's recovery key.

Each is made in the request that makes the key, goes to the printer, and exists nowhere else.
"""

from typing import Any, TypedDict

from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sebaya.papers import compile as paper


class Page(TypedDict):
    """One sheet. `sign` stands in the box at the top; `lines` are labels of lines to fill in by hand."""

    title: str
    sign: str
    what: str
    code: str
    do: list[str]
    never: list[str]
    lines: list[str]


def recovery_sheets_pdf(community_name: str, a: str, b: str, language: str = "id") -> bytes:
    """Two pages, one for each of two people who are not each other's superiors. Raises PaperError."""
    with translation.override(language):
        pages = [_recovery("A", "B", a), _recovery("B", "A", b)]
        return _pdf(community_name, pages, language, _("Lembar pemulihan"))


def emergency_sheet_pdf(community_name: str, number: int, code: str, language: str = "id") -> bytes:
    """One page for the numbered envelope in the school's safe. Raises PaperError."""
    with translation.override(language):
        return _pdf(community_name, [_emergency(number, code)], language, _("Lembar darurat"))


def staff_key_pdf(community_name: str, name: str, username: str, code: str, language: str = "id") -> bytes:
    """One page that its owner keeps at home. Raises PaperError."""
    with translation.override(language):
        return _pdf(community_name, [_staff_key(name, username, code)], language, _("Kunci pemulihan"))


def _pdf(community_name: str, pages: list[Page], language: str, title: str | Promise) -> bytes:
    words = {"do": _("Yang dilakukan"), "never": _("Yang tidak boleh")}
    data: dict[str, Any] = {"community": community_name, "pages": pages, "words": words}
    return paper.pdf("sheet", data, language=language, title=f"{title} · {community_name}")


def _recovery(own: str, other: str, code: str) -> Page:
    return {
        "title": _("Lembar pemulihan %(letter)s") % {"letter": own},
        "sign": own,
        "what": _(
            "Bila semua konselor kehilangan kata sandi, lembar A dan B bersama-sama membuka percakapan dan "
            "kasus. Satu lembar saja tidak membuka apa pun. Nama penanya tidak ikut terbuka."
        ),
        "code": code,
        "do": [
            _("Simpan di tempat terkunci, terpisah dari lembar %(letter)s.") % {"letter": other},
            _("Pegang oleh satu orang; pemegang lembar %(letter)s bukan atasan atau bawahannya.") % {"letter": other},
            _("Bila hilang atau pernah dibaca orang lain, minta operator membuat sepasang baru hari itu."),
            _("Bila dipakai, semua konselor diberi tahu."),
        ],
        "never": [
            _("Memfoto, menyalin, atau mengirim kode ini lewat ponsel."),
            _("Menyimpan lembar A dan B bersama-sama."),
        ],
        "lines": [_("Pemegang"), _("Disimpan di"), _("Tanggal, tanda tangan")],
    }


def _emergency(number: int, code: str) -> Page:
    return {
        "title": _("Lembar darurat"),
        "sign": _("No. %(number)s") % {"number": number},
        "what": _(
            "Untuk keadaan merah ketika pemegang kunci kedua tidak terhubung. Bersama permintaan petugas "
            "jaga, kode ini membuka nama dan kontak darurat satu orang."
        ),
        "code": code,
        "do": [
            _("Masukkan ke amplop bernomor %(number)s, segel, dan tanda tangani di atas lipatannya.")
            % {"number": number},
            _("Simpan di brankas sekolah. Dua orang dewasa hadir saat dibuka."),
            _("Buka hanya bila ada bahaya sekarang. Hubungi 112 lebih dulu bila nyawa terancam."),
            _("Catat siapa, kapan, dan mengapa di bawah ini. Ditinjau pada hari sekolah berikutnya."),
            _("Setelah dibuka, buat lembar baru. Lembar ini tidak dipakai lagi."),
        ],
        "never": [
            _("Membuka amplop untuk ingin tahu, untuk hukuman, atau atas permintaan orang tua."),
            _("Memfoto atau menyalin kode ini."),
        ],
        "lines": [_("Dibuka oleh"), _("Disaksikan oleh"), _("Tanggal dan jam"), _("Alasan")],
    }


def _staff_key(name: str, username: str, code: str) -> Page:
    return {
        "title": _("Kunci pemulihan"),
        "sign": "",
        "what": _(
            "Milik %(name)s, nama pengguna %(username)s. Dengan kode ini kata sandi yang lupa diganti tanpa "
            "kehilangan isi."
        )
        % {"name": name, "username": username},
        "code": code,
        "do": [
            _("Simpan di rumah, di tempat terkunci, bukan di meja kerja."),
            _("Bila lupa kata sandi, pilih “Lupa kata sandi” di halaman masuk, lalu ketik kode ini."),
            _("Bila hilang atau pernah dibaca orang lain, cetak kunci baru; yang lama tidak berlaku lagi."),
        ],
        "never": [
            _("Memberikan kode ini kepada siapa pun, juga kepala sekolah atau operator."),
            _("Memfoto atau menyimpannya di ponsel."),
        ],
        "lines": [],
    }
