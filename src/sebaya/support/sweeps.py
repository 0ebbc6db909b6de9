"""Sweeps of this room: they move states and clocks and hold no key."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit import erased
from sebaya.audit.record import record
from sebaya.communities.defaults import TALK_KEPT, UNANSWERED_KEPT
from sebaya.flags import actions as flags
from sebaya.live import changed
from sebaya.programmes.models import HoldReason
from sebaya.programmes.queries import live_holds
from sebaya.support.actions import sending, talking
from sebaya.support.choices import CloseReason, Lead, RequestState, Side
from sebaya.support.models import Block, Request
from sebaya.support.topics import request_topics
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import Safe, SafeKey

SILENT = timedelta(days=30)  # a conversation without a word ends by itself (vault.md, Erasure)
STOPS_TALKING = (HoldReason.SUSPENDED, HoldReason.INCIDENT, HoldReason.CONSENT)


def may_be_called(subject: str, people: Iterable[Person]) -> list[Person]:
    """Adults who hold a key to the flagged talk: the excluded never got one, so they are not called."""
    safe = Request.objects.filter(pk=subject).values("talk_id")
    keys = SafeKey.objects.filter(safe_id__in=safe).values_list("holder__person_id", flat=True)
    readers = set(keys)
    return [person for person in people if person.pk in readers]


def hand_over_held(now: datetime) -> int:
    """Supporters who are suspended, gone, or whose consent is gone lose their conversations to an adult."""
    held = live_holds(timezone.localdate(now)).filter(reason__in=STOPS_TALKING).values("person_id")
    stopped = Q(supporter_id__in=held) | Q(supporter__is_active=False)
    busy = Request.objects.filter(stopped, state=RequestState.TALKING)
    people = Person.objects.filter(pk__in=busy.values("supporter_id"))
    return sum(talking.interrupt(person=person, now=now) for person in people)


def rematch_late(now: datetime) -> int:
    """Conversations in which a peer has not answered within the promise go to somebody else."""
    late = Request.objects.filter(state=RequestState.TALKING, lead=Lead.PEER, reply_due__lte=now)
    return sum(talking.rematch_late(request=request, now=now) for request in late[:100])


def close_silent(now: datetime) -> int:
    """Conversations without a word for a month end by themselves."""
    silent = Request.objects.filter(state=RequestState.TALKING, last_at__lt=now - SILENT, reply_due=None)
    closed = 0
    for request in silent[:100]:
        talking.close(request=request, side=Side.SYSTEM, by=None, reason=CloseReason.SILENT, now=now)
        closed += 1
    return closed


@transaction.atomic
def forget_old(now: datetime) -> int:
    """Retention: talk and consult 12 months after closing, unanswered requests 90 days."""
    old = Request.objects.filter(state=RequestState.CLOSED, closed_at__lt=now - TALK_KEPT)
    unanswered = Request.objects.filter(
        state=RequestState.WAITING, first_answer_at=None, last_at__lt=now - UNANSWERED_KEPT
    )
    return sum(forget(request) for request in [*old, *unanswered])


def forget(request: Request) -> int:
    """Deletes a request with its safes, mailbox and words; only the counted audit row stays."""
    ids = [request.talk_id, request.file_id, request.match_id]
    ids += list(request.threads.values_list("safe_id", flat=True))
    safes = [each for each in ids if each]
    community, box, name = request.community, request.mailbox, request.pk
    erased.note([name, box.pk, *safes])
    flags.subject_gone(kind=sending.FLAG_KIND, subject=name)
    changed(*request_topics(request))
    request.delete()
    Safe.objects.filter(pk__in=safes).delete()
    box.delete()
    record("request.forgotten", community=community, about=name)
    return 1


@transaction.atomic
def erase(person: Person, keyring: Keyring | None) -> int:
    """In the student's own sign-in everything they asked goes at once. Without their key nobody can tell
    which requests were theirs: those close after 30 silent days and go by retention.

    Whom they accompanied as a supporter goes to an adult first.
    """
    talking.interrupt(person=person)
    if keyring is None:
        return 0
    lookups = list(keyring.mailbox_secrets)
    Block.objects.filter(supporter__community_id=keyring.community_id, lookup__in=lookups).delete()
    mine = Request.objects.filter(community_id=keyring.community_id, mailbox__lookup__in=lookups)
    return sum(forget(request) for request in mine.select_related("community", "mailbox"))
