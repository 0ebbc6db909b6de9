from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from sebaya.accounts.backend import everyone
from sebaya.accounts.models import Group, Membership, Person
from sebaya.communities.models import Community
from sebaya.vault.models import Keyholder


def people(community: Community, q: str = "", group: str = "", role: str = "") -> QuerySet[Person]:
    """By name, with their groups; `role` is a role's code or "staff"."""
    found = everyone().filter(community=community).prefetch_related(_groups()).order_by("name", "pk")
    if q:
        found = found.filter(name__icontains=q)
    if group:
        found = found.filter(memberships__group_id=group)
    if role == "staff":
        return found.filter(staff=True)
    return found.filter(**{f"roles__{role}": True}) if role else found


def _groups() -> "Prefetch[str]":
    return Prefetch("memberships", Membership.objects.select_related("group").order_by("group__name"))


def coordinators(community: Community) -> list[str]:
    """Names of those who give roles, for whoever has to ask them."""
    found = Person.objects.filter(community=community, is_active=True, roles__coordinator=True)
    return list(found.order_by("name", "pk").values_list("name", flat=True))


def groups(community: Community) -> QuerySet[Group]:
    return Group.objects.filter(community=community).order_by("grade", "name")


def groups_with_counts(community: Community) -> QuerySet[Group]:
    """`people` of each: how many are here now."""
    active = Count("memberships", filter=Q(memberships__person__is_active=True))
    return Group.objects.filter(community=community).annotate(people=active).order_by("kind", "grade", "name")


def namesakes(community: Community, name: str) -> QuerySet[Person]:
    """People who are written the same, whatever the capitals."""
    found = Person.objects.filter(community=community, name__iexact=name).prefetch_related(_groups())
    return found.order_by("-is_active", "pk")


def waiting_for_slip(group: Group) -> QuerySet[Person]:
    """Those of a class who have not activated yet, by name."""
    return _asleep().filter(memberships__group=group).order_by("name", "pk")


def adults_waiting_for_slip(community: Community) -> QuerySet[Person]:
    """Adults have no class: all who have not activated yet, by name."""
    return _asleep().filter(community=community, staff=True).order_by("name", "pk")


def groups_waiting_for_slips(community: Community) -> QuerySet[Group]:
    """Classes in which somebody has not activated yet."""
    return groups(community).filter(Exists(_asleep().filter(memberships__group=OuterRef("pk"))))


def _asleep() -> QuerySet[Person]:
    found = Person.objects.filter(is_active=True).select_related("community")
    return found.filter(~Exists(Keyholder.objects.filter(person=OuterRef("pk"))))
