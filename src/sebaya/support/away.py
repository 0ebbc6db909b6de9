"""Whom somebody who asks may keep away: everybody on the staff, and where peers are asked, supporters and classes."""

from dataclasses import dataclass, field

from sebaya.accounts.models import Group, GroupKind, Person
from sebaya.support.nicknames import told_apart


@dataclass(frozen=True, slots=True)
class Away:
    counsellors: list[Person]
    staff: list[Person]
    supporters: list[Person] = field(default_factory=list)
    classes: list[Group] = field(default_factory=list)

    @property
    def nicknames(self) -> dict[str, str]:
        return told_apart(self.supporters)


def choices(person: Person, peers: bool) -> Away:
    """`peers`: whether a supporter could be asked at all."""
    adults = Person.objects.filter(community=person.community, staff=True, is_active=True).exclude(pk=person.pk)
    by_name = list(adults.select_related("roles").order_by("name"))
    return Away(
        counsellors=[each for each in by_name if each.role_set.counsellor],
        staff=[each for each in by_name if not each.role_set.counsellor],
        supporters=_supporters(person) if peers else [],
        classes=_classes(person) if peers else [],
    )


def _supporters(person: Person) -> list[Person]:
    """Everybody who might be asked one day, by the name that students know."""
    rows = Person.objects.filter(
        community=person.community, is_active=True, roles__supporter=True, profile__isnull=False
    )
    return list(rows.exclude(pk=person.pk).select_related("profile").order_by("profile__nickname"))


def _classes(person: Person) -> list[Group]:
    return list(Group.objects.filter(community=person.community, kind=GroupKind.CLASS).order_by("grade", "name"))
