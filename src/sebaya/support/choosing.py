"""Whom a counsellor may choose for a waiting request, and what is known about each choice."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.accounts.models import Person
from sebaya.support import readers
from sebaya.support.actions import offers
from sebaya.support.candidates import limits_of, supporters
from sebaya.support.choices import OfferState
from sebaya.support.models import Offer, Request
from sebaya.support.rules.matching import Limits, Supporter, broken_limits, stand_in
from sebaya.vault.keyring import Keyring
from sebaya.vault.safes import OpenSafe

LIMITS = {
    "self": gettext_lazy("ini orangnya sendiri"),
    "hold": gettext_lazy("sedang ditahan"),
    "gate": gettext_lazy("belum lulus gerbang latihan"),
    "consent": gettext_lazy("izin belum lengkap"),
    "resting": gettext_lazy("sedang istirahat"),
    "flag": gettext_lazy("ada tanda yang belum selesai pada percakapan ini"),
    "reach": gettext_lazy("belum aktif atau belum mengisi profil"),
    "load": gettext_lazy("sudah menemani sebanyak batasnya"),
    "excluded": gettext_lazy("penulis tidak ingin orang ini"),
    "excluded_group": gettext_lazy("penulis tidak ingin kelas ini"),
    "same_group": gettext_lazy("satu kelas dengan penulis"),
    "gender": gettext_lazy("aturan sesama jenis kelamin"),
    "age": gettext_lazy("beda umur terlalu jauh"),
    "level": gettext_lazy("jenjang sekolahnya lain"),
    "blocked": gettext_lazy("pernah diminta tidak bertemu lagi"),
}
PARTS = {
    "chosen": gettext_lazy("dipilih penulis"),
    "topic": gettext_lazy("topik"),
    "experience": gettext_lazy("pengalaman"),
    "free": gettext_lazy("tempat kosong"),
    "waited": gettext_lazy("lama tidak menemani"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One supporter: what speaks for them, or why not now."""

    person: Person
    hint: str
    ranked: bool
    able: bool

    @property
    def label(self) -> str:
        return f"{self.person.profile.nickname} ({self.person.name})"


def limit_words(codes: list[str]) -> str:
    return ", ".join(str(LIMITS[code]) for code in codes if code in LIMITS)


def choices_for(request: Request, keyring: Keyring, talk: OpenSafe) -> list[Choice]:
    """The ranked of the `match` safe first, then everybody else whom the writer did not exclude."""
    if request.match_id is None:
        return []
    order = offers.read_match(keyring.open_safe(request.match_id), request)["order"]
    parts = {each["id"]: each["parts"] for each in order}
    facts = {
        each.person: each for each in supporters(request.community) if not readers.is_away(talk, request, each.person)
    }
    people = Person.objects.select_related("profile").in_bulk(list(facts))
    limits = limits_of(request.community)
    asked = set(Offer.objects.filter(request=request, state=OfferState.OPEN).values_list("supporter_id", flat=True))
    ranked = [_choice(people[pk], facts[pk], limits, parts[pk], pk in asked) for pk in parts if pk in facts]
    others = [_choice(people[pk], facts[pk], limits, None, pk in asked) for pk in facts if pk not in parts]
    return ranked + sorted(others, key=lambda choice: (not choice.able, choice.label))


def _choice(person: Person, facts: Supporter, limits: Limits, parts: dict[str, int] | None, asked: bool) -> Choice:
    broken = broken_limits(stand_in(facts), facts, limits)
    if broken:
        hint = _("Sekarang tidak bisa: %(why)s.") % {"why": limit_words(broken)}
    elif parts is None:
        hint = _("di luar hitungan")
    else:
        hint = _score(parts)
    if asked:
        hint = _("Sudah ditawari. %(hint)s") % {"hint": hint}
    return Choice(person, hint, parts is not None, not broken)


def _score(parts: dict[str, int]) -> str:
    shown = " + ".join(f"{PARTS[code]} {value}" for code, value in parts.items() if value and code in PARTS)
    return _("Nilai %(sum)s: %(parts)s") % {"sum": sum(parts.values()), "parts": shown or "0"}
