"""Someone asks: four safes, a derived mailbox, a sealed name, and a first message, in one transaction."""

import json
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.detection import Finding, Level
from sebaya.flags.models import Flag, State
from sebaya.support import aliases, identity, readers, sweeps
from sebaya.support.actions import offers, sending
from sebaya.support.candidates import peer_door_shut, seeker_profile
from sebaya.support.choices import FLAG_KIND, Door, RequestState, Side, ThreadKind
from sebaya.support.errors import NobodyLeft, TooManyOpen
from sebaya.support.models import Request, Thread
from sebaya.vault import primitives, safes
from sebaya.vault.errors import NoMailboxLeft
from sebaya.vault.keyring import Keyring, MailboxSecret
from sebaya.vault.models import Keyholder, Mailbox, Purpose
from sebaya.vault.safes import OpenSafe

ALIAS_TRIES = 20


@dataclass(frozen=True, slots=True)
class Asking:
    """What the three screens gathered."""

    door: str
    text: str
    key: str  # of the form; the same key is the same request
    topics: tuple[str, ...] = ()
    excluded_people: tuple[str, ...] = ()
    excluded_groups: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()


@dataclass(slots=True)
class _Safes:
    talk: OpenSafe
    file: OpenSafe
    match: OpenSafe | None = field(default=None)


def ask(*, person: Person, keyring: Keyring, asking: Asking, finding: Finding, now: datetime | None = None) -> Request:
    """Sends a request. Raises NobodyLeft or TooManyOpen. Nothing is written on the member's side."""
    once = primitives.derive(keyring.private, "ask", asking.key)
    try:
        return Request.objects.filter(once=once).first() or _ask(
            person, keyring, asking, finding, once, now or timezone.now()
        )
    except IntegrityError:  # the same form in two tabs at the same moment: the other one has sent it
        return Request.objects.get(once=once)


@transaction.atomic
def _ask(person: Person, keyring: Keyring, asking: Asking, finding: Finding, once: bytes, now: datetime) -> Request:
    _check_open(keyring, person, asking, finding)
    adults = adults_left(person, asking.excluded_people)
    box, secret = _mailbox(keyring)
    peers = asking.door == Door.PEER and peers_allowed(person, keyring)
    opened = _make_safes(person, adults, box, peers)
    request = _save(person, asking, once, box, opened, now)
    _seal_file(request, opened.file, asking, secret)
    second = readers.second_key_holders(person.community, asking.excluded_people)
    identity.seal_identity(request, person, secret, second)
    _first_message(request, opened.talk, secret, asking, finding, now)
    _match(request, person, keyring, opened, asking, finding, now)
    record("request.opened", community=person.community, about=request.pk, door=asking.door, at=now)
    return request


def _mailbox(keyring: Keyring) -> tuple[Mailbox, MailboxSecret]:
    """A free one. When all are in use, the oldest ended conversation without an open flag makes room: nobody who
    asks is turned away for having asked before.
    """
    try:
        return keyring.new_mailbox()
    except NoMailboxLeft:
        flagged = Flag.objects.filter(kind=FLAG_KIND).exclude(state=State.CLOSED).values("subject")
        mine = Request.objects.filter(mailbox__lookup__in=list(keyring.mailbox_secrets), state=RequestState.CLOSED)
        oldest = mine.exclude(pk__in=flagged).select_related("community", "mailbox").order_by("closed_at").first()
        if oldest is None:
            raise TooManyOpen from None
    sweeps.forget(oldest)
    return keyring.new_mailbox()


def adults_left(person: Person, excluded: tuple[str, ...]) -> list[Keyholder]:
    """Counsellors who may read; a counsellor is not their own reader."""
    adults = readers.counsellors(person.community, without={*excluded, person.pk})
    if not adults:
        raise NobodyLeft
    return adults


def open_requests(keyring: Keyring) -> int:
    boxes = Mailbox.objects.filter(keyring.my_mailboxes())
    return boxes.exclude(request__state=RequestState.CLOSED).filter(request__isnull=False).count()


def _check_open(keyring: Keyring, person: Person, asking: Asking, finding: Finding) -> None:
    """The limit is for peers' time. Worry about a friend, and words that an adult must see, are never too many."""
    if asking.door == Door.FRIEND or finding.level >= Level.ORANGE:
        return
    if open_requests(keyring) >= person.community.max_open_requests:
        raise TooManyOpen


def peers_allowed(person: Person, keyring: Keyring) -> bool:
    """A supporter's own request goes to a counsellor, and so do an adult's and one whose peer door was closed."""
    return (
        person.community.peer_door
        and not person.staff
        and not person.role_set.supporter
        and not peer_door_shut(keyring)
    )


def _make_safes(person: Person, adults: list[Keyholder], box: Mailbox, peers: bool) -> _Safes:
    community, sheets = person.community, safes.standing_readers(person.community)
    opened = _Safes(safes.create(community, Purpose.TALK), safes.create(community, Purpose.FILE))
    safes.grant_all(opened.talk, [box, *adults, *sheets])
    safes.grant_all(opened.file, [*adults, *sheets])
    if peers:
        opened.match = safes.create(community, Purpose.MATCH)
        safes.grant_all(opened.match, [box, *adults, *sheets])
    return opened


def _save(person: Person, asking: Asking, once: bytes, box: Mailbox, opened: _Safes, now: datetime) -> Request:
    return Request.objects.create(
        community=person.community,
        door=asking.door,
        alias=_free_alias(person),
        topics=list(asking.topics),
        once=once,
        mailbox=box,
        talk_id=opened.talk.id,
        file_id=opened.file.id,
        match_id=opened.match.id if opened.match else None,
        away=readers.away_marks(opened.talk, asking.excluded_people),
        opened_at=now,
        last_at=now,
    )


def _free_alias(person: Person) -> str:
    """A name that no open request of the community bears."""
    used = set(
        Request.objects.filter(community=person.community)
        .exclude(state=RequestState.CLOSED)
        .values_list("alias", flat=True)
    )
    for _try in range(ALIAS_TRIES):
        alias = aliases.random_alias()
        if alias not in used:
            return alias
    return f"{aliases.random_alias()} {len(used) + 1}"


def _seal_file(request: Request, file: OpenSafe, asking: Asking, secret: MailboxSecret) -> None:
    """Exclusions and k1, for the counsellors alone."""
    content = {
        "people": asking.excluded_people,
        "groups": asking.excluded_groups,
        "k1": secret.half("k1").hex(),
    }
    request.sealed_file = file.seal(json.dumps(content), "request.file", request.pk)
    request.save(update_fields=["sealed_file"])


def read_file(file: OpenSafe, request: Request) -> dict[str, object]:
    assert request.sealed_file is not None  # sealed in the moment the safe is made
    content: dict[str, object] = json.loads(file.unseal(request.sealed_file, "request.file", request.pk))
    return content


def _first_message(
    request: Request, talk: OpenSafe, secret: MailboxSecret, asking: Asking, finding: Finding, now: datetime
) -> None:
    thread = Thread.objects.create(request=request, kind=ThreadKind.TALK, safe_id=talk.id)
    sending.say(
        request=request,
        thread=thread,
        safe=talk,
        side=Side.SEEKER,
        person=None,
        text=asking.text,
        key=asking.key,
        finding=finding,
        first_half=secret.half("k1"),
        now=now,
    )


def _match(
    request: Request, person: Person, keyring: Keyring, opened: _Safes, asking: Asking, finding: Finding, now: datetime
) -> None:
    """The order of fitting peers is sealed; offers go out unless an adult should read first."""
    if opened.match is None:
        return
    seeker = seeker_profile(person, keyring, asking)
    offers.renew_match(request, opened.match, seeker, now)
    if finding.level < Level.ORANGE and not finding.adults_only:
        offers.offer_next(request, opened.match, opened.talk, now)
