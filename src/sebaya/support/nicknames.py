"""The names by which students know supporters: one of each in a community, so that nobody is mistaken for another."""

from collections import Counter
from collections.abc import Iterable
from itertools import count

from django.utils.translation import gettext as _

from sebaya.accounts.models import Membership, Person
from sebaya.communities.models import Community
from sebaya.support.models import SupporterProfile

LONGEST = 40  # characters of SupporterProfile.nickname


def tidy(nickname: str) -> str:
    return " ".join(nickname.split())


def same(nickname: str) -> str:
    """What two nicknames have in common that readers would take for one."""
    return tidy(nickname).casefold()


def is_taken(nickname: str, person: Person) -> bool:
    """By another one. Whoever bore it before this was looked at keeps it."""
    own = SupporterProfile.objects.filter(person=person).values_list("nickname", flat=True).first()
    if own is not None and same(own) == same(nickname):
        return False
    return same(nickname) in _used(person.community, person)


def free(nickname: str, person: Person) -> str:
    """The nearest one that nobody bears: "Kak Daniel 2"."""
    used = _used(person.community, person)
    for number in count(2):
        ending = f" {number}"
        wanted = tidy(nickname)[: LONGEST - len(ending)].rstrip() + ending
        if same(wanted) not in used:
            break
    return wanted


def _used(community: Community, without: Person) -> set[str]:
    """Compared here: databases differ in what they call the same letter."""
    rows = SupporterProfile.objects.filter(person__community=community).exclude(person=without)
    return {same(nickname) for nickname in rows.values_list("nickname", flat=True)}


def told_apart(people: Iterable[Person]) -> dict[str, str]:
    """person → nickname. Two of one name, from before names were unique, get their grade, and a number if need be."""
    shown = {person.pk: person.profile.nickname for person in people}
    doubled = _doubled(shown)
    if not doubled:
        return shown
    grades = dict(
        Membership.objects.filter(person_id__in=doubled, group__grade__isnull=False).values_list(
            "person_id", "group__grade"
        )
    )
    for pk in doubled & grades.keys():
        shown[pk] = _("%(name)s (kelas %(grade)s)") % {"name": shown[pk], "grade": grades[pk]}
    return shown | _numbered(shown)


def _doubled(shown: dict[str, str]) -> set[str]:
    often = Counter(map(same, shown.values()))
    return {pk for pk, name in shown.items() if often[same(name)] > 1}


def _numbered(shown: dict[str, str]) -> dict[str, str]:
    """Those who are still alike, in an order that stays."""
    met: Counter[str] = Counter()
    numbered = {}
    for pk in sorted(_doubled(shown)):
        met[same(shown[pk])] += 1
        numbered[pk] = _("%(name)s, orang ke-%(n)s") % {"name": shown[pk], "n": met[same(shown[pk])]}
    return numbered
