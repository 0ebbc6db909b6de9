"""Healing of single cells. Every function returns the value and what it did, in words, or raises Unusable."""

import re
import unicodedata
from typing import Any

from django.utils.translation import gettext as _

NOTHING = frozenset({"", "null", "NULL", "-", "--", "–", "—", "#N/A", "n/a", "N/A", "nan", "NaN", "None", "(null)"})
MALE = frozenset({"l", "lk", "lakilaki", "laki", "pria", "putra", "cowok", "male", "m", "boy", "man"})
FEMALE = frozenset({"p", "pr", "perempuan", "wanita", "w", "putri", "cewek", "female", "f", "girl", "woman"})
NISN_DIGITS = 10
LONGEST_NIPD = 20
LONGEST_PHONE = 20
HIDDEN = frozenset({"Cf", "Cs", "Co", "Cn"})  # zero-width, directional and unassigned signs
QUOTED = "=+-@'0123456789"  # a spreadsheet keeps these as text behind an apostrophe
_GAPS = re.compile(r"\s+")
_FLOAT = re.compile(r"\d+\.0+", re.ASCII)


class Unusable(Exception):
    """The cell holds something that no rule heals."""


def clean(value: object) -> str:
    """Text without invisible characters, with single spaces."""
    return _GAPS.sub(" ", visible(as_text(value))).strip()


def as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def visible(text: str) -> str:
    """Without zero-width and control characters; every kind of space becomes a plain one."""
    if text.isascii() and text.isprintable():
        return text
    signs = (_visible(sign) for sign in unicodedata.normalize("NFC", text))
    return "".join(signs)


def _visible(sign: str) -> str:
    category = unicodedata.category(sign)
    if category in HIDDEN:
        return ""
    return " " if category in {"Cc", "Zs", "Zl", "Zp"} else sign


def text(value: object) -> tuple[str, list[str]]:
    """(cleaned text or empty, notes). Cells that say "nothing" in words are empty."""
    raw = as_text(value)
    result = _GAPS.sub(" ", visible(raw)).strip()
    if result in NOTHING:
        return "", [_("tanda kosong dianggap tidak diisi")] if result else []
    notes = []
    if not raw.isascii() and any(unicodedata.category(sign) in HIDDEN for sign in raw):
        notes.append(_("karakter tak terlihat dihapus"))
    elif result != unicodedata.normalize("NFC", raw):
        notes.append(_("spasi dirapikan"))
    if len(result) > 1 and result[0] == "'" and result[1] in QUOTED:
        result = result[1:]
    return result, notes


def sex(value: object) -> tuple[str, list[str]]:
    """("P", "L" or empty, notes). Raises Unusable for another word."""
    given, notes = text(value)
    word = re.sub(r"[^a-z]", "", given.casefold())
    if not given:
        return "", notes
    if word not in MALE | FEMALE:
        raise Unusable(_("jenis kelamin tidak dikenal: tulis L atau P"))
    code = "L" if word in MALE else "P"
    if given != code:
        notes.append(_("jenis kelamin ditulis sebagai L atau P"))
    return code, notes


def nisn(value: object) -> tuple[str, list[str]]:
    """(ten digits or empty, notes). Raises Unusable for letters or too many digits."""
    given, notes = text(value)
    if not given:
        return "", notes
    digits = given.split(".")[0] if _FLOAT.fullmatch(given) else re.sub(r"[\s.'`]", "", given)
    if not digits.isascii() or not digits.isdigit():
        raise Unusable(_("NISN berisi tanda selain angka"))
    if not digits.strip("0"):
        return "", [*notes, _("NISN nol semua, dianggap tidak diisi")]
    if len(digits) > NISN_DIGITS:
        raise Unusable(_("NISN lebih dari 10 angka"))
    if len(digits) < NISN_DIGITS:
        notes.append(_("angka nol di depan NISN dikembalikan"))
    elif digits != given or not isinstance(value, str):
        notes.append(_("NISN dibaca sebagai teks"))
    return digits.zfill(NISN_DIGITS), notes


def nipd(value: object) -> tuple[str, list[str]]:
    given, notes = text(value)
    if len(given) > LONGEST_NIPD:
        raise Unusable(_("nomor induk terlalu panjang"))
    return given, notes


def phone(value: object) -> str:
    """A number that can be called, or empty. No notes: nothing about a sealed cell is written down."""
    given, _notes = text(value)
    digits = re.sub(r"[^\d+]", "", given)
    if not digits.strip("+0"):
        return ""
    if digits.startswith("8"):
        digits = "0" + digits
    return digits[:LONGEST_PHONE]


def several(value: object) -> tuple[tuple[str, ...], list[str]]:
    """Values separated by semicolons, each once, in order."""
    given, notes = text(value)
    parts = [part.strip() for part in given.split(";")]
    return tuple(dict.fromkeys(part for part in parts if part not in NOTHING)), notes


def email(value: object) -> tuple[str, list[str]]:
    given, notes = text(value)
    if given and not re.fullmatch(r"[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+", given):
        raise Unusable(_("alamat surel tidak dapat dipakai"))
    return given, notes


def sealed_text(value: Any) -> str:
    given, _notes = text(value)
    return given[:120]
