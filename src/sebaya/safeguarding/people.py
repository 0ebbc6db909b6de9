"""How contacts are shown to the asker: whom to call, and above all whom not."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

KIN = ("ayah", "bapak", "papa", "ibu", "mama", "orang tua", "ortu", "wali", "father", "mother", "dad", "mom", "parent")


class Contact(NamedTuple):
    who: str
    phone: str
    barred: bool = False  # named as a danger: never called, the number is not shown


class Contacts(NamedTuple):
    never: list[str]
    people: list[Contact]


def arranged(found: Iterable[dict[str, str]]) -> Contacts:
    """The student's own wishes come first; a guardian whom they named as a danger is barred."""
    rows = list(found)
    never = [row["never"].strip() for row in rows if row.get("never", "").strip()]
    people = [contact for row in rows for contact in _people(row, never)]
    return Contacts(never, people)


def _people(row: dict[str, str], never: list[str]) -> list[Contact]:
    given = [
        (row.get("trusted", "") or _("Orang dewasa yang aman"), row.get("trusted_phone", "")),
        (_("Siswa sendiri"), row.get("my_phone", "")),
        (_("Siswa, menurut data sekolah"), row.get("phone", "")),
        (_guardian(row), row.get("guardian_phone", "")),
    ]
    return [_contact(who, phone, never) for who, phone in given if phone]


def _guardian(row: dict[str, str]) -> str:
    name = row.get("guardian_name", "")
    return _("Wali: %(name)s") % {"name": name} if name else _("Wali")


def _contact(who: str, phone: str, never: list[str]) -> Contact:
    barred = any(_same(who, phone, words) for words in never)
    return Contact(who, "" if barred else phone, barred)


def _same(who: str, phone: str, words: str) -> bool:
    """Generous on purpose: calling the wrong person harms more than one number too few."""
    low = words.casefold()
    digits = "".join(sign for sign in phone if sign.isdigit())
    named = [part for part in who.casefold().replace(":", " ").split() if len(part) > 2]
    kin = any(word in low for word in KIN) and any(word in who.casefold() for word in ("wali", "guardian"))
    return (
        kin
        or any(part in low.split() for part in named)
        or bool(digits and digits in "".join(filter(str.isdigit, words)))
    )
