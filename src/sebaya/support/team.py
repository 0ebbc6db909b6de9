"""Supporters as their counsellors see them: what they carry and what holds them back, never what was said."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.communities.models import Community
from sebaya.programmes.models import ConsentKind, Hold
from sebaya.programmes.queries import live_holds, with_consents
from sebaya.support.choices import RequestState
from sebaya.training.queries import through_the_gate


@dataclass(frozen=True, slots=True)
class Member:
    """One supporter of the team."""

    person: Person
    seekers: int
    holds: list[Hold]
    lacking: list[str]

    @property
    def shown(self) -> str:
        profile = getattr(self.person, "profile", None)
        return f"{profile.nickname} ({self.person.name})" if profile else self.person.name

    @property
    def resting(self) -> bool:
        profile = getattr(self.person, "profile", None)
        return bool(profile and profile.resting)


def supporters_of(community: Community) -> "QuerySet[Person]":
    """By name, with how many seekers each has."""
    talking = Count("supported", filter=Q(supported__state=RequestState.TALKING))
    rows = Person.objects.filter(community=community, is_active=True, roles__supporter=True)
    return with_consents(rows.annotate(seekers=talking)).select_related("profile", "keyholder").order_by("name", "pk")


def members(people: list[Person]) -> list[Member]:
    """Two queries more, however many people."""
    ids = [person.pk for person in people]
    gate = through_the_gate(ids)
    holds: dict[str, list[Hold]] = {}
    for hold in live_holds().filter(person_id__in=ids).order_by("since", "pk"):
        holds.setdefault(hold.person_id, []).append(hold)
    return [Member(each, each.seekers, holds.get(each.pk, []), _lacking(each, gate)) for each in people]  # type: ignore[attr-defined]


def _lacking(person: Person, gate: set[str]) -> list[str]:
    """What keeps this supporter from offers, apart from holds and rest."""
    checks = {
        _("belum aktif"): not person.activated,
        _("profil belum diisi"): not hasattr(person, "profile"),
        _("izin belum lengkap"): not all(getattr(person, f"has_{kind.name.lower()}") for kind in ConsentKind),
        _("belum lulus gerbang"): person.pk not in gate,
    }
    return [words for words, lacks in checks.items() if lacks]
