"""What pages and the desk ask of this room."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.communities import clock
from sebaya.communities.models import Community
from sebaya.communities.prepared import Prepared, Rows
from sebaya.flags.models import Flag, State
from sebaya.programmes import duty
from sebaya.support.choices import FLAG_KIND, OfferState, RequestState, Side, ThreadKind
from sebaya.support.desk_queries import how_many
from sebaya.support.models import Message, Offer, ReadingEvent, Request, Thread
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import HolderKind, KeyState, SafeKey

LAST_TWENTY = 20  # the honest estimate is the median wait of the last twenty (product.md, Triage)
FEWEST = 5  # fewer waits than this say nothing
PAGE = 50  # messages on one page
AT_HOME = 20  # own conversations on the first page


@dataclass(frozen=True, slots=True)
class Reader:
    """One line of the reader list."""

    kind: str  # you, supporter, counsellor, duty, sheets
    name: str
    since: Any = None
    until: datetime | None = None
    offered: bool = False


def my_requests(keyring: Keyring) -> "QuerySet[Request]":
    """The seeker's own, newest first."""
    return _of_mailboxes(keyring.community_id, list(keyring.mailbox_secrets)).select_related("mailbox", "community")


def my_latest(keyring: Keyring) -> list[Request]:
    """The seeker's own on one page: display name, state and hour."""
    return _latest.all(community=keyring.community_id, lookups=list(keyring.mailbox_secrets))


def _of_mailboxes(community: str, lookups: list[bytes]) -> "QuerySet[Request]":
    return Request.objects.filter(community_id=community, mailbox__lookup__in=lookups).order_by("-last_at")


_latest = Rows(
    lambda community, lookups: _of_mailboxes(community, lookups)[:AT_HOME],
    only=["id", "alias", "state", "last_at"],
)


def readers_of(request: Request) -> list[Reader]:
    """Everybody who holds the key of the talk, in plain words."""
    found = [_reader(request, key) for key in _keys_of.all(safe=request.talk_id, now=timezone.now())]
    order = ["you", "supporter", "counsellor", "duty", "sheets"]
    return sorted(found, key=lambda reader: (order.index(reader.kind), reader.name))


_keys_of = Rows(
    lambda safe, now: SafeKey.objects.filter(Q(until__isnull=True) | Q(until__gt=now), safe_id=safe).order_by("since"),
    "holder", "holder__person", "holder__person__roles", "holder__person__profile",
    only=["id", "holder_id", "mailbox_id", "state", "since", "until", "holder__id", "holder__kind", "holder__person_id",
          "holder__person__id", "holder__person__name", "holder__person__profile__person_id",
          "holder__person__profile__nickname"],
)  # fmt: skip


def _reader(request: Request, key: SafeKey) -> Reader:
    if key.mailbox_id is not None or key.holder is None:
        return Reader("you", "")
    if key.holder.kind == HolderKind.RECOVERY:
        return Reader("sheets", "", since=key.since)
    person = key.holder.person
    assert person is not None
    offered = key.state == KeyState.OFFERED
    roles = person.role_set
    kind = "counsellor" if roles.counsellor else "duty" if roles.duty else "supporter"
    profile = getattr(person, "profile", None)
    name = profile.nickname if kind == "supporter" and profile else person.name
    return Reader(kind, name, since=key.since, until=key.until, offered=offered)


def messages(thread: Thread, *, before: int | None = None, until: datetime | None = None) -> list[Message]:
    """A page of messages, oldest first; `before` is a sequence number, `until` a moment."""
    values = {name: value for name, value in (("before", before), ("until", until)) if value is not None}
    found = _messages.all(thread=thread.pk, **values)[::-1]
    _name(found)
    return found


def _page(thread: str, before: int | None = None, until: datetime | None = None) -> "QuerySet[Message]":
    rows = Message.objects.filter(thread_id=thread)
    if before is not None:
        rows = rows.filter(seq__lt=before)
    if until is not None:
        rows = rows.filter(Q(at__lte=until) | ~Q(side=Side.SEEKER))
    return rows.order_by("-seq")[:PAGE]


_messages = Rows(_page)


def _name(messages: list[Message]) -> None:
    """Puts to each message who wrote it: two or three people, fetched once and not with every line."""
    ids = {message.person_id for message in messages if message.person_id}
    people = {person.pk: person for person in _writers.all(ids=sorted(ids))} if ids else {}
    for message in messages:
        if message.person_id:
            message.person = people.get(message.person_id)  # None: erased a moment ago


_writers = Rows(lambda ids: Person.objects.filter(pk__in=ids), "profile")


def supporter_sees_until(community: Community, now: datetime) -> datetime | None:
    """Outside the window supporters get nothing that came after it closed; None means all."""
    return None if duty.peer_door_open(community, now) else clock.last_peer_close(community, now)


def wait_estimate(community: Community) -> timedelta | None:
    """Median time from asking to the first answer over the last twenty; None with fewer than five."""
    waits = [answered - opened for opened, answered in _answered.rows(community=community.pk)]
    return timedelta(seconds=median(wait.total_seconds() for wait in waits)) if len(waits) >= FEWEST else None


def _last_answered(community: str) -> "QuerySet[Any, Any]":
    rows = Request.objects.filter(community=community, first_answer_at__isnull=False).order_by("-opened_at")
    return rows.values_list("opened_at", "first_answer_at")[:LAST_TWENTY]


_answered = Prepared(_last_answered)


def open_offers(person: Person, now: datetime) -> "QuerySet[Offer]":
    rows = Offer.objects.filter(supporter=person, state=OfferState.OPEN, ends_at__gt=now, request__isnull=False)
    return rows.select_related("request__community").order_by("ends_at")


def waiting_for_supporter(person: Person, now: datetime) -> int:
    """Offers to look at and words to answer."""
    [(offers, replies)] = _waiting.rows(person=person.pk, now=now)
    return offers + replies


def _count_waiting(person: str, now: datetime) -> "QuerySet[Any, Any]":
    offers = Offer.objects.filter(
        supporter=OuterRef("pk"), state=OfferState.OPEN, ends_at__gt=now, request__isnull=False
    )
    replies = Request.objects.filter(supporter=OuterRef("pk"), state=RequestState.TALKING, reply_due__isnull=False)
    rows = Person.objects.annotate(to_see=how_many(offers, "supporter"), to_answer=how_many(replies, "supporter"))
    return rows.filter(pk=person).values_list("to_see", "to_answer")


_waiting = Prepared(_count_waiting)


def supported(person: Person) -> "QuerySet[Request]":
    """The supporter's conversations that they may still read."""
    now = timezone.now()
    keys = SafeKey.objects.filter(
        Q(until__isnull=True) | Q(until__gt=now),
        safe_id=OuterRef("talk_id"),
        holder__person=person,
        state=KeyState.ACTIVE,
    )
    rows = Request.objects.filter(Exists(keys), supporter=person)
    return rows.select_related("community", "mailbox").order_by("state", "-last_at")


def was_supported(person: Person, request_id: str) -> bool:
    """Whether this supporter was in the conversation once: their consult about it stays theirs."""
    return Thread.objects.filter(request_id=request_id, kind=ThreadKind.CONSULT, supporter=person).exists()


def open_flag(request: Request) -> Flag | None:
    return _flag.first(subject=request.pk)


_flag = Rows(
    lambda subject: Flag.objects.filter(kind=FLAG_KIND, subject=subject).exclude(state=State.CLOSED),
    "acknowledged_by",
)


def consult_of(request: Request, supporter: Person) -> Thread | None:
    """The supporter's consult, if they hold its key: a suspension ended the keys of before."""
    return _consult.first(request=request.pk, supporter=supporter.pk)


def _consult_query(request: str, supporter: str) -> "QuerySet[Thread]":
    keys = SafeKey.objects.filter(safe_id=OuterRef("safe_id"), holder__person=supporter)
    rows = Thread.objects.filter(Exists(keys), request=request, kind=ThreadKind.CONSULT, supporter=supporter)
    return rows.order_by("pk")[:1]


_consult = Rows(_consult_query)


def duty_reads(thread: Thread) -> bool:
    """Whether adults on duty hold, or would get when called, the key of this consult."""
    duty_keys = SafeKey.objects.filter(safe_id=thread.safe_id, holder__person__roles__duty=True)
    return duty_keys.filter(Q(until__isnull=False) | Q(state=KeyState.OFFERED)).exists()


def reading_events(request: Request) -> list[ReadingEvent]:
    return list(request.readings.select_related("person").order_by("-day", "-pk")[:30])
