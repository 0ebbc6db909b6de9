"""What the desk asks of this room: a fixed number of queries, however much is open."""

from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from django.db.models import (
    CharField,
    Count,
    DateTimeField,
    Exists,
    F,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Coalesce, Greatest
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.models import Event
from sebaya.communities.defaults import REPLY_DUE
from sebaya.communities.models import Community
from sebaya.communities.prepared import Prepared, Rows
from sebaya.programmes.queries import live_holds
from sebaya.support.choices import Door, Lead, ReportState, RequestState, ThreadKind
from sebaya.support.models import Report, Request, Thread
from sebaya.vault.models import HolderKind, Keyholder, KeyState, SafeKey

CONSULT, REPORT, NEWCOMER = "consult", "report", "newcomer"
ADMITTED = "counsellor.admitted"
ACTIVATED = ("slip.used.aktivasi", "slip.used.ulang")
SUBJECT = OuterRef("person__audit_subject__pk")  # of the counsellor in the outer row, in the log
NEVER = datetime(2000, 1, 1, tzinfo=UTC)  # before any log
MOST = 200  # a desk with more open things than this needs people, not rows
CHANGED = {"closed": "request.closed", "taken": "request.taken_over", "accepted": "offer.accepted"}


class Beside(NamedTuple):
    """One small thing beside a conversation."""

    kind: str
    pk: str
    request: str
    alias: str
    name: str | None
    due: datetime | None


class Numbers(NamedTuple):
    """What a community may know in numbers: open inside the programme, of nobody in particular."""

    waiting: int
    longest: datetime | None
    closed: int
    taken: int
    accepted: int
    begun: bool  # somebody has asked


class Load(NamedTuple):
    """Supporters by how much they carry."""

    free: int
    one: int
    more: int
    resting: int


def held(person: Person, safe: str, now: datetime) -> "QuerySet[SafeKey]":
    """Keys of this person to the safe that stands in the outer row's column `safe`."""
    alive = Q(until__isnull=True) | Q(until__gt=now)
    return SafeKey.objects.filter(alive, safe_id=OuterRef(safe), holder__person=person, state=KeyState.ACTIVE)


def readable(person: Person, now: datetime) -> "QuerySet[Request]":
    """Requests whose talk this adult holds a key to; the excluded find nothing."""
    return Request.objects.filter(Exists(held(person, "talk_id", now)), community=person.community)


def waiting_for_adults(person: Person, flagged: Collection[str], now: datetime) -> list[Request]:
    """Open requests that want something of this adult; who is only on duty sees flagged and own ones."""
    values: dict[str, Any] = {
        "person": person.pk,
        "community": person.community_id,
        "flagged": sorted(flagged),
        "now": now,
    }
    if not person.role_set.counsellor:
        return _OWN.all(**values)
    return _ALL.all(**values, asked_by=now - REPLY_DUE / 2, due_by=now + REPLY_DUE / 2)


def _own(flagged: list[str], person: str) -> Q:
    return Q(pk__in=flagged) | Q(lead=Lead.ADULT, counsellor=person)


def _for_counsellors(now: datetime, asked_by: datetime, due_by: datetime) -> Q:
    half = Q(last_at__lte=asked_by) | Q(reply_due__lte=due_by) | Q(door=Door.FRIEND)
    orphan = Q(adult_asked=True) | Q(lead=Lead.ADULT, counsellor=None)
    return orphan | Q(reply_due__lte=now) | (Q(state=RequestState.WAITING) & half)


def _wanting(person: str, community: str, flagged: list[str], now: datetime, wanted: Q) -> "QuerySet[Request]":
    open_or_flagged = ~Q(state=RequestState.CLOSED) | Q(pk__in=flagged)  # an end by the writer ends no worry
    rows = readable(_someone(person, community), now).filter(wanted).filter(open_or_flagged)
    return rows.order_by("reply_due", "last_at")[:MOST]


_SHOWN = ("id", "alias", "topics", "door", "state", "lead", "counsellor_id", "reply_due", "last_at", "adult_asked")
_OWN = Rows(
    lambda person, community, flagged, now: _wanting(person, community, flagged, now, _own(flagged, person)),
    only=_SHOWN,
)
_ALL = Rows(
    lambda person, community, flagged, now, **near: _wanting(
        person, community, flagged, now, _own(flagged, person) | _for_counsellors(now, **near)
    ),
    only=_SHOWN,
)


def _someone(person: str, community: str) -> Person:
    """Stands for a person in a statement that is built once."""
    return Person(pk=person, community=Community(pk=community))


def beside(person: Person, now: datetime) -> list[Beside]:
    """Consults, reports and newcomers in one query."""
    return [Beside(*row) for row in _BESIDE.rows(person=person.pk, community=person.community_id, now=now)]


def _beside(person: str, community: str, now: datetime) -> "QuerySet[Any]":
    someone = _someone(person, community)
    return _consults(someone, now).union(_reports(someone, now), _newcomers(someone, now), all=True)[:MOST]


_BESIDE = Prepared(_beside)


def _text(value: Any) -> Cast:
    return Cast(value, CharField())


def _consults(person: Person, now: datetime) -> "QuerySet[Any]":
    rows = Thread.objects.filter(
        Exists(held(person, "safe_id", now)), kind=ThreadKind.CONSULT, answer_due__isnull=False
    )
    rows = rows.filter(request__community=person.community).order_by()
    name = _text(F("supporter__profile__nickname"))
    return rows.values_list(
        _text(Value(CONSULT)), _text(F("pk")), _text(F("request_id")), _text(F("request__alias")), name, "answer_due"
    )


def _reports(person: Person, now: datetime) -> "QuerySet[Any]":
    rows = Report.objects.filter(Exists(held(person, "request__talk_id", now)), state=ReportState.OPEN)
    rows = rows.filter(request__community=person.community).order_by()
    name = _text(Value(""))
    return rows.values_list(
        _text(Value(REPORT)), _text(F("pk")), _text(F("request_id")), _text(F("request__alias")), name, "at"
    )


def _newcomers(person: Person, now: datetime) -> "QuerySet[Any]":
    """For the union: named so that every column has a type."""
    nothing = _text(Value(""))
    return (
        newcomers(person, now)
        .order_by()
        .values_list(
            _text(Value(NEWCOMER)),
            _text(F("pk")),
            nothing,
            nothing,
            _text(F("person__name")),
            Cast(Value(None), DateTimeField()),
        )
    )


def newcomers(person: Person, now: datetime) -> "QuerySet[Keyholder]":
    """Counsellors who came after open conversations that this person reads, and were not admitted since.

    Whoever was there before and has no key was excluded by the writer, and never appears here.
    """
    people = Keyholder.objects.filter(
        community=person.community, kind=HolderKind.PERSON, person__is_active=True, person__roles__counsellor=True
    ).exclude(person=person)
    lasting = Q(until=None, state=KeyState.ACTIVE)  # not one of the duty list, which ends or waits for a call
    key = SafeKey.objects.filter(lasting, safe_id=OuterRef("talk_id"), holder=OuterRef(OuterRef("pk")))
    closed_to_them = readable(person, now).exclude(state=RequestState.CLOSED).filter(~Exists(key))
    # One moment for each counsellor: compared request by request, the log would be read for every one of them.
    oldest = closed_to_them.order_by().values("community").annotate(first=Min("opened_at")).values("first")
    admitted = _last(_events(person).filter(kind=ADMITTED, about=SUBJECT))
    people = people.annotate(joined=_joined(person), admitted=admitted, oldest=Subquery(oldest))
    people = people.filter(admitted__lt=F("joined"), oldest__lt=F("joined"))
    return people.select_related("person").order_by("person__name")


def _joined(person: Person) -> Greatest:
    """When the counsellor of the outer row last got the role or a key pair: from the log, nothing else keeps it."""
    activated = _last(_events(person).filter(kind__in=ACTIVATED, by=SUBJECT))
    appointed = _last(_events(person).filter(kind="roles", about=SUBJECT, detail__counsellor=True))
    return Greatest(activated, appointed)


def _last(events: "QuerySet[Event]") -> Coalesce:
    """A maximum is found by subject; the newest of a sorted log would be looked for through all of it."""
    newest = events.order_by().values("community").annotate(last=Max("at")).values("last")
    return Coalesce(Subquery(newest, output_field=DateTimeField()), Value(NEVER, DateTimeField()))


def _events(person: Person) -> "QuerySet[Event]":
    return Event.objects.filter(community=person.community)


def numbers(community: Community, now: datetime) -> Numbers:
    """Waiting for a peer and for how long; what changed since yesterday morning. One query."""
    [row] = _NUMBERS.rows(community=community.pk, since=now - timedelta(days=1))
    return Numbers(*row)


def _numbers(community: str, since: datetime) -> "QuerySet[Any]":
    waiting = Request.objects.filter(
        community=OuterRef("pk"), door=Door.PEER, state=RequestState.WAITING, lead=Lead.NOBODY
    )
    events = Event.objects.filter(community=OuterRef("pk"), at__gte=since)
    row = Community.objects.annotate(
        waiting=how_many(waiting),
        longest=Subquery(waiting.order_by().values("community").annotate(first=Min("last_at")).values("first")),
        **{name: how_many(events.filter(kind=kind)) for name, kind in CHANGED.items()},
        begun=Exists(Request.objects.filter(community=OuterRef("pk"))),
    )
    return row.filter(pk=community).values_list(*Numbers._fields)


_NUMBERS = Prepared(_numbers)


def how_many(rows: "QuerySet[Any]", by: str = "community") -> Coalesce:
    """A count as a column of the outer row; all `rows` have the same in the column `by`."""
    counted = rows.order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def load(community: Community) -> Load:
    """How many supporters carry nobody, one, more, or rest. One query, no names."""
    counts = [0, 0, 0, 0]
    for seekers, resting, is_held in _LOAD.rows(community=community.pk, today=timezone.localdate()):
        counts[3 if resting or is_held else min(seekers, 2)] += 1
    return Load(*counts)


def _load(community: str, today: date) -> "QuerySet[Any]":
    talking = Request.objects.filter(community=community, supporter=OuterRef("pk"), state=RequestState.TALKING)
    rows = Person.objects.filter(community=community, is_active=True, roles__supporter=True).annotate(
        seekers=how_many(talking), held=Exists(live_holds(today).filter(person=OuterRef("pk")))
    )
    return rows.values_list("seekers", "profile__resting", "held")


_LOAD = Prepared(_load)
