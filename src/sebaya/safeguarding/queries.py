"""Reveals as pages and the desk see them; which of them a person may see is decided here once."""

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from sebaya.accounts.models import Person
from sebaya.communities.prepared import Rows
from sebaya.flags.models import Flag, State
from sebaya.safeguarding.models import Reveal, RevealBox, RevealState
from sebaya.support.choices import FLAG_KIND
from sebaya.support.models import Request

MOST = 50  # waiting at one time; a desk with more needs people, not rows


def to_decide(person: Person) -> "QuerySet[Reveal]":
    """Waiting for this second key holder; never one that they asked for themselves."""
    return _rows(person).filter(Exists(_box(person)), state=RevealState.ASKED).exclude(asked_by=person)


def asked_by(person: Person) -> "QuerySet[Reveal]":
    return _rows(person).filter(asked_by=person)


def envelopes(person: Person) -> "QuerySet[Reveal]":
    """Emergency envelopes that were opened; counsellors and second key holders see all of them."""
    return _rows(person).filter(by_sheet__gt=0)


def waiting(person: Person) -> list[Reveal]:
    """All that wants something of this person: to decide, to open, to review."""
    rows = _to_do_and_review if _reviews(person) else _to_do
    found = rows.all(person=person.pk, community=person.community_id)
    for reveal in found:
        reveal.community = person.community
    return found


def _wanted(person: str, community: str, review: Q) -> "QuerySet[Reveal]":
    box = RevealBox.objects.filter(reveal=OuterRef("pk"), holder__person=person)
    to_open = Q(asked_by=person, state=RevealState.APPROVED)
    to_settle = Q(Exists(box), state=RevealState.ASKED) & ~Q(asked_by=person)
    rows = Reveal.objects.filter(to_open | to_settle | (review & ~Q(asked_by=person)), community=community)
    flag = Flag.objects.filter(kind=FLAG_KIND, subject=OuterRef("request_id")).exclude(state=State.CLOSED)
    return rows.annotate(level=Coalesce(Subquery(flag.values("level")[:1]), Value(""))).order_by("-asked_at", "pk")[
        :MOST
    ]


_SHOWN = ("request", "asked_by")
_to_do = Rows(lambda person, community: _wanted(person, community, Q(pk="")), *_SHOWN, also=["level"])
_to_do_and_review = Rows(
    lambda person, community: _wanted(person, community, Q(by_sheet__gt=0, reviewed=False)),
    *_SHOWN,
    also=["level"],
)


def of_request(person: Person, request: Request) -> "QuerySet[Reveal]":
    """What this adult asked about one conversation."""
    return asked_by(person).filter(request=request)


def _reviews(person: Person) -> bool:
    return person.role_set.counsellor or person.role_set.second_key


def _box(person: Person) -> "QuerySet[RevealBox]":
    return RevealBox.objects.filter(reveal=OuterRef("pk"), holder__person=person)


def _rows(person: Person) -> "QuerySet[Reveal]":
    rows = Reveal.objects.filter(community=person.community)
    return rows.select_related("request", "community", "asked_by", "decided_by").order_by("-asked_at", "pk")
