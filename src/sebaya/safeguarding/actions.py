"""The reveal of a name: it takes an asker with k1 and another person with k2 (docs/decide).

The asker puts k1 and the reason into a box for each second key holder. Whoever approves joins k1 and k2 in
their own sign-in, opens the name and the emergency contacts, and seals both to the asker; the approver's
page shows neither. Refused or lapsed, the boxes go.
"""

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from sebaya.accounts import contacts
from sebaya.accounts.live_access import person_topic
from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.communities import clock
from sebaya.live import changed
from sebaya.notices.actions import notify
from sebaya.safeguarding import envelopes
from sebaya.safeguarding.models import REVEAL_MOVES, Reveal, RevealBox, RevealReason, RevealState
from sebaya.support import identity, readers
from sebaya.support.actions import lines
from sebaya.support.actions.asking import read_file
from sebaya.support.models import Request
from sebaya.support.topics import request_topics
from sebaya.vault import primitives, recovery
from sebaya.vault.errors import NoKey, Tampered, WrongSecret
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import HolderKind, Keyholder

APPROVAL_LAPSES = timedelta(hours=24)  # an approval that nobody used (vault.md, Reveal)


class NotDecidable(Exception):
    """The reveal is not waiting, or this person may not decide it."""


class NobodyCanApprove(Exception):
    """There is no second key holder who may decide."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the asker learns: None for the person when they were deleted meanwhile."""

    person: Person | None
    contacts: list[dict[str, str]]


@transaction.atomic
def ask(
    *, by: Person, keyring: Keyring, request: Request, reason: str, words: str, now: datetime | None = None
) -> Reveal:
    """Asks all second key holders at once. Asking again while one waits gives the same."""
    now = now or timezone.now()
    waiting = Reveal.objects.filter(request=request, asked_by=by, state=RevealState.ASKED).first()
    if waiting:
        return waiting
    half = first_half(keyring, request)
    holders = [each for each in deciders(keyring, request) if each.person_id != by.pk]
    if not holders:
        raise NobodyCanApprove
    reveal = Reveal.objects.create(
        community=request.community, request=request, asked_by=by, reason=RevealReason(reason), asked_at=now
    )
    for holder in holders:
        _box(reveal, holder, half, words)
    notify("reveal.asked", to=[each.person for each in holders], about=reveal.pk, now=now)
    record("reveal.asked", community=request.community, by=by, about=request.pk, reason=reason, at=now)
    changed(*(person_topic(each.person_id) for each in holders if each.person_id))
    return reveal


def deciders(keyring: Keyring, request: Request) -> list[Keyholder]:
    """Second key holders whom the seeker did not exclude."""
    talk = keyring.open_safe(request.talk_id)
    people = readers.second_key_holders(request.community)
    persons = [each for each in people if each.kind == HolderKind.PERSON]
    return [each for each in persons if not readers.is_away(talk, request, each.person_id)]


def first_half(keyring: Keyring, request: Request) -> bytes:
    """k1: out of `file` for a counsellor, out of a box of their own for an adult called to red."""
    try:
        return identity.half_of(keyring, request, "k1")
    except NoKey:
        file = keyring.open_safe(request.file_id)
        return bytes.fromhex(str(read_file(file, request)["k1"]))


def _box(reveal: Reveal, holder: Keyholder, half: bytes, words: str) -> None:
    content = json.dumps({"reveal": reveal.pk, "k1": half.hex(), "words": words})
    RevealBox.objects.create(reveal=reveal, holder=holder, sealed=primitives.seal_to(holder.public, content.encode()))


def words_of(keyring: Keyring, reveal: Reveal) -> str:
    """The asker's free words, for one second key holder."""
    return str(_unbox(keyring, reveal)["words"])


def _unbox(keyring: Keyring, reveal: Reveal) -> dict[str, str]:
    box = RevealBox.objects.filter(reveal=reveal, holder_id=keyring.holder_id).first()
    if box is None:
        raise NotDecidable
    content: dict[str, str] = json.loads(keyring.unseal(box.sealed))
    if content["reveal"] != reveal.pk:
        raise Tampered
    return content


@transaction.atomic
def approve(*, by: Person, keyring: Keyring, reveal: Reveal, now: datetime | None = None) -> Reveal:
    """Joins the halves and seals name and contacts to the asker."""
    now = now or timezone.now()
    reveal = _decidable(reveal, by)
    first = bytes.fromhex(_unbox(keyring, reveal)["k1"])
    second = identity.half_of(keyring, reveal.request, "k2")
    member = identity.open_identity(reveal.request, first, second)
    reveal.sealed_name = _seal_to_asker(reveal, member, keyring)
    return _decide(reveal, by, RevealState.APPROVED, now)


def _seal_to_asker(reveal: Reveal, member: str, keyring: Keyring) -> bytes:
    person = Person.objects.filter(pk=member, community=reveal.community).first()
    found = _contacts(keyring, person) if person else []
    content = json.dumps({"reveal": reveal.pk, "member": member, "contacts": found})
    return primitives.seal_to(reveal.asked_by.keyholder.public, content.encode())


def _contacts(keyring: Keyring, person: Person) -> list[dict[str, str]]:
    """The sealed emergency contacts that this key opens; one sealed before the holder came is left out."""
    found = []
    for contact in person.emergency_contacts.select_related("person"):
        with suppress(NoKey):
            found.append({"source": contact.source, **contacts.open_contact(keyring, contact)})
    return found


@transaction.atomic
def refuse(*, by: Person, reveal: Reveal, now: datetime | None = None) -> Reveal:
    return _decide(_decidable(reveal, by), by, RevealState.REFUSED, now or timezone.now())


def _decidable(reveal: Reveal, by: Person) -> Reveal:
    rows = Reveal.objects.select_for_update(of=("self",)).select_related("request__mailbox", "community", "asked_by")
    reveal = rows.get(pk=reveal.pk)
    boxed = RevealBox.objects.filter(reveal=reveal, holder__person=by).exists()
    if reveal.state != RevealState.ASKED or reveal.asked_by_id == by.pk or not boxed:
        raise NotDecidable
    return reveal


def _decide(reveal: Reveal, by: Person, state: str, now: datetime) -> Reveal:
    _move(reveal, state)
    reveal.decided_by, reveal.decided_at = by, now
    reveal.save()
    RevealBox.objects.filter(reveal=reveal).delete()
    record(f"reveal.{state}", community=reveal.community, by=by, about=reveal.request_id)
    notify("reveal.decided", to=[reveal.asked_by], about=reveal.pk, now=now)
    return reveal


@transaction.atomic
def open_name(*, by: Person, keyring: Keyring, reveal: Reveal, now: datetime | None = None) -> Named:
    """The asker opens what was approved; the student sees it in the conversation, once."""
    now = now or timezone.now()
    reveal = Reveal.objects.select_for_update(of=("self",)).select_related("request__mailbox").get(pk=reveal.pk)
    if reveal.asked_by_id != by.pk or reveal.sealed_name is None:
        raise NotDecidable
    content = json.loads(keyring.unseal(reveal.sealed_name))
    if content["reveal"] != reveal.pk:
        raise Tampered
    if reveal.state == RevealState.APPROVED:
        _mark_opened(reveal, by, now)
    if reveal.state != RevealState.OPENED:
        raise NotDecidable
    person = Person.objects.filter(pk=content["member"]).first()
    return Named(person, content["contacts"] if person else [])


def _mark_opened(reveal: Reveal, by: Person, now: datetime) -> None:
    _move(reveal, RevealState.OPENED)
    reveal.save(update_fields=["state"])
    lines.write(reveal.request, "revealed_sheet" if reveal.by_sheet else "revealed", person=by, now=now)
    record("reveal.opened", community=reveal.community, by=by, about=reveal.request_id, reason=reveal.reason, at=now)
    changed(*request_topics(reveal.request))


@transaction.atomic
def open_with_sheet(
    *, by: Person, keyring: Keyring, request: Request, reason: str, code: str, now: datetime | None = None
) -> Reveal:
    """Nobody answers at night: the sealed envelope in the school's safe holds the second half.

    It opens one name; after that a new one is made. Its opening is seen by all counsellors and second key holders and looked at the next school day.
    Raises WrongSecret for a code that opens no envelope of this community.
    """
    now = now or timezone.now()
    sheet = recovery.open_emergency_sheet(request.community, code)
    if not recovery.spend_emergency_sheet(sheet.holder_id):
        raise WrongSecret
    second = identity.half_of(sheet, request, "k2")
    member = identity.open_identity(request, first_half(keyring, request), second)
    number = Keyholder.objects.values_list("number", flat=True).get(pk=sheet.holder_id)
    reveal = Reveal.objects.create(
        community=request.community, request=request, asked_by=by, reason=RevealReason(reason), asked_at=now,
        state=RevealState.APPROVED, decided_at=now, by_sheet=number,
    )  # fmt: skip
    reveal.sealed_name = _seal_to_asker(reveal, member, sheet)
    reveal.save(update_fields=["sealed_name"])
    envelopes.end(sheet.holder_id)
    record("reveal.sheet", community=request.community, by=by, about=request.pk, number=number, at=now)
    watchers = [each.person for each in readers.second_key_holders(request.community) if each.person]
    watchers += [each.person for each in readers.counsellors(request.community) if each.person]
    notify("reveal.sheet", to=[person for person in watchers if person.pk != by.pk], about=reveal.pk, now=now)
    return reveal


@transaction.atomic
def review_sheet(*, by: Person, reveal: Reveal) -> Reveal:
    """Another adult has looked at why the envelope was opened."""
    if reveal.asked_by_id == by.pk:
        raise NotDecidable
    reveal.reviewed = True
    reveal.save(update_fields=["reviewed"])
    record("reveal.reviewed", community=reveal.community, by=by, about=reveal.pk)
    return reveal


def review_due(reveal: Reveal) -> datetime:
    return clock.end_of_school_day(reveal.community, reveal.asked_at + timedelta(hours=1))


def lapse(now: datetime) -> int:
    """Sweep: approvals that nobody used within a day end, and with them what was sealed."""
    old = Reveal.objects.filter(state__in=[RevealState.ASKED, RevealState.APPROVED])
    late = old.filter(asked_at__lt=now - APPROVAL_LAPSES)
    ended = 0
    for reveal in late:
        if reveal.state == RevealState.APPROVED and reveal.decided_at and reveal.decided_at > now - APPROVAL_LAPSES:
            continue
        _move(reveal, RevealState.LAPSED)
        reveal.sealed_name = None
        reveal.save(update_fields=["state", "sealed_name"])
        RevealBox.objects.filter(reveal=reveal).delete()
        ended += 1
    return ended


def settle(person: Person) -> None:
    """Whoever is no second key holder any more keeps no half that somebody sent them to decide about."""
    if not person.role_set.second_key:
        RevealBox.objects.filter(holder__person=person).delete()


def _move(reveal: Reveal, to: str) -> None:
    if to not in REVEAL_MOVES[RevealState(reveal.state)]:
        raise NotDecidable
    reveal.state = to
