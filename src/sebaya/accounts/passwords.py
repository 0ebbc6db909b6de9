"""What a password must be: short rules, about what people here really choose."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sebaya.accounts.models import Person

MEMBER_LENGTH = 8  # vault.md, Keyholder
STAFF_LENGTH = 12
LONGEST = 200  # a sentence; more is a mistake or an attack
PIN_LENGTH = 6
PART = 4  # letters of a name that count as "the name is in it"


def normal(password: str) -> str:
    """The same password from every keyboard."""
    return unicodedata.normalize("NFKC", password)


def check(password: str, person: Person) -> None:
    """Raises ValidationError with one sentence that says what to do."""
    least = STAFF_LENGTH if person.staff else MEMBER_LENGTH
    if len(normal(password)) < least:
        raise ValidationError(_("Terlalu pendek. Pakai paling sedikit %(n)s tanda.") % {"n": least})
    if len(password) > LONGEST:
        raise ValidationError(_("Terlalu panjang. Pakai paling banyak %(n)s tanda.") % {"n": LONGEST})
    plain = _bare(password)
    if plain in common() or _without_end(plain) in common() or len(set(plain)) < PART:
        raise ValidationError(_("Kata sandi ini dipakai banyak orang, jadi gampang ditebak. Pilih yang lain."))
    if any(part in plain for part in _personal(person)):
        raise ValidationError(_("Jangan pakai nama, tanggal lahir, atau nama sekolah di kata sandi."))


def check_pin(pin: str, person: Person) -> None:
    """Six digits that a friend would not try first."""
    if not re.fullmatch(rf"[0-9]{{{PIN_LENGTH}}}", pin):
        raise ValidationError(_("PIN terdiri dari 6 angka."))
    if _is_trivial(pin) or pin in _birthdays(person):
        raise ValidationError(_("PIN ini gampang ditebak. Pilih 6 angka lain."))


@cache
def common() -> frozenset[str]:
    """Passwords that people in Indonesia and elsewhere choose most, as bare letters and digits."""
    text = (Path(__file__).parent / "common_passwords.txt").read_text(encoding="utf-8")
    return frozenset(_bare(line) for line in text.splitlines() if line and not line.startswith("#"))


def _bare(text: str) -> str:
    """Small letters and digits only: "S3kolah!" stays "s3kolah"."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in folded if sign.isalnum())


def _without_end(plain: str) -> str:
    """A common word does not get better by a year or 123 at its end."""
    return re.sub(r"[0-9]{1,4}$", "", plain)


def _personal(person: Person) -> set[str]:
    names = f"{person.name} {person.username} {person.community.name} {person.community.slug}"
    parts = {_bare(part) for part in re.split(r"[\s.\-_']+", names)}
    return {part for part in parts if len(part) >= PART} | _birthdays(person)


def _birthdays(person: Person) -> set[str]:
    if person.born is None:
        return set()
    shapes = ("%d%m%y", "%d%m%Y", "%y%m%d", "%Y%m%d", "%m%d%y", "%m%d%Y")
    return {person.born.strftime(shape) for shape in shapes}


def _is_trivial(pin: str) -> bool:
    steps = {(int(b) - int(a)) % 10 for a, b in zip(pin, pin[1:], strict=False)}
    halves = pin[:3] == pin[3:] or pin[:2] * 3 == pin
    doubled = pin[0] == pin[1] and pin[2] == pin[3] and pin[4] == pin[5]
    mirrored = pin == pin[::-1]
    return len(steps) == 1 or halves or doubled or mirrored or len(set(pin)) < 3
