"""Builds what the matching rules need, from the database and from the seeker's own session."""

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Max

from sebaya.accounts.models import Membership, Person
from sebaya.communities.models import Community
from sebaya.programmes.models import ConsentKind
from sebaya.programmes.queries import live_holds, with_consents
from sebaya.support.choices import ReportState, RequestState, Side
from sebaya.support.models import Block, Report, Request
from sebaya.support.rules.matching import Limits, Seeker, Supporter
from sebaya.training.queries import through_the_gate
from sebaya.vault.keyring import Keyring

if TYPE_CHECKING:
    from sebaya.support.actions.asking import Asking

MISUSE_LIMIT = 2  # upheld reports that close the peer door (vault.md, Unlinkability)


def limits_of(community: Community) -> Limits:
    return Limits(
        max_open=community.max_open_per_supporter,
        max_age_gap=community.max_age_gap,
        same_gender=community.same_gender_only,
    )


def seeker_profile(person: Person, keyring: Keyring, wishes: "Asking") -> Seeker:
    """Class, grade, gender and wishes, put together in the seeker's session and kept nowhere."""
    groups = dict(person.memberships.values_list("group_id", "group__grade"))
    return Seeker(
        person=person.pk,
        groups=frozenset(groups),
        sex=person.sex,
        born=person.born,
        grade=_grade(groups),
        topics=frozenset(wishes.topics),
        excluded_people=frozenset(wishes.excluded_people),
        excluded_groups=frozenset(wishes.excluded_groups),
        blocked=blocked_for(keyring),
        chosen=tuple(wishes.chosen),
    )


def seeker_again(person: Person, keyring: Keyring, kept: dict[str, list[str]]) -> Seeker:
    """The same from what the `match` safe kept, when the seeker comes back."""
    groups = dict(person.memberships.values_list("group_id", "group__grade"))
    return Seeker(
        person=person.pk,
        groups=frozenset(groups),
        sex=person.sex,
        born=person.born,
        grade=_grade(groups),
        topics=frozenset(kept["topics"]),
        excluded_people=frozenset(kept["people"]),
        excluded_groups=frozenset(kept["groups"]),
        blocked=blocked_for(keyring),
        chosen=tuple(kept["chosen"]),
    )


def blocked_for(keyring: Keyring) -> frozenset[str]:
    """Supporters who do not meet the owner of these mailboxes again."""
    rows = Block.objects.filter(lookup__in=list(keyring.mailbox_secrets))
    return frozenset(rows.values_list("supporter_id", flat=True))


def peer_door_shut(keyring: Keyring) -> bool:
    """Two upheld misuse reports about this owner's conversations close the peer door for them."""
    upheld = Report.objects.filter(request__mailbox__in=_boxes(keyring), side=Side.SUPPORTER, state=ReportState.UPHELD)
    return upheld.count() >= MISUSE_LIMIT


def _boxes(keyring: Keyring) -> "Iterable[str]":
    from sebaya.vault.models import Mailbox

    return Mailbox.objects.filter(keyring.my_mailboxes()).values_list("pk", flat=True)


def supporters(community: Community, people: Iterable[str] | None = None) -> list[Supporter]:
    """All activated supporters of a community as the rules see them; five queries however many."""
    rows = with_consents(
        Person.objects.filter(
            community=community, is_active=True, roles__supporter=True, keyholder__isnull=False, profile__isnull=False
        ).select_related("profile")
    )
    if people is not None:
        rows = rows.filter(pk__in=list(people))
    found = list(rows)
    ids = [row.pk for row in found]
    groups, load, last, holds = _groups(ids), _load(ids), _last_talk(ids), _holds(ids)
    gate = through_the_gate(ids)
    return [
        Supporter(
            person=row.pk,
            groups=frozenset(groups[row.pk]),
            sex=row.sex,
            born=row.born,
            grade=_grade(groups[row.pk]),
            topics=frozenset(row.profile.topics),
            experiences=frozenset(row.profile.experiences),
            open_seekers=load.get(row.pk, 0),
            last_talk=last.get(row.pk),
            holds=frozenset(holds[row.pk]),
            gate=row.pk in gate,
            consented=all(getattr(row, f"has_{kind.name.lower()}") for kind in ConsentKind),
            resting=row.profile.resting,
        )
        for row in found
    ]


def _groups(ids: list[str]) -> dict[str, dict[str, int | None]]:
    """person → their groups with the grade, which a class has"""
    groups: dict[str, dict[str, int | None]] = defaultdict(dict)
    rows = Membership.objects.filter(person_id__in=ids).values_list("person_id", "group_id", "group__grade")
    for person, group, grade in rows:
        groups[person][group] = grade
    return groups


def _grade(groups: dict[str, int | None]) -> int | None:
    """Of their class; the highest, should there be two."""
    return max((grade for grade in groups.values() if grade is not None), default=None)


def _holds(ids: list[str]) -> dict[str, set[str]]:
    holds: dict[str, set[str]] = defaultdict(set)
    for person, reason in live_holds().filter(person_id__in=ids).values_list("person_id", "reason"):
        holds[person].add(reason)
    return holds


def _load(ids: list[str]) -> dict[str, int]:
    load: dict[str, int] = defaultdict(int)
    talking = Request.objects.filter(supporter_id__in=ids, state=RequestState.TALKING)
    for person in talking.values_list("supporter_id", flat=True):
        load[str(person)] += 1
    return load


def _last_talk(ids: list[str]) -> dict[str, datetime]:
    rows = Request.objects.filter(supporter_id__in=ids).values_list("supporter_id")
    return dict(rows.annotate(last=Max("last_at")))


def pack(seeker: Seeker, order: list[dict[str, object]]) -> str:
    """What the `match` safe keeps: at most ten ordered supporters, and what a renewal must honour."""
    return json.dumps(
        {
            "order": order,
            "topics": sorted(seeker.topics),
            "people": sorted(seeker.excluded_people),
            "groups": sorted(seeker.excluded_groups),
            "chosen": list(seeker.chosen),
        }
    )
