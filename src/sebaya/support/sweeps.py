"""Sweeps of this room: they move states and clocks and hold no key."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit import erased
from sebaya.audit.record import record
from sebaya.communities.defaults import TALK_KEPT, UNANSWERED_KEPT
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Level, State
from sebaya.live import changed
from sebaya.programmes.models import HoldReason
from sebaya.programmes.queries import live_holds
from sebaya.support.actions import talking
from sebaya.support.choices import FLAG_KIND, CloseReason, Lead, RequestState, Side
from sebaya.support.models import Block, Request
from sebaya.support.topics import request_topics
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import Safe

SILENT = timedelta(days=30)  # a conversation without a word ends by itself (vault.md, Erasure)
STOPS_TALKING = (HoldReason.SUSPENDED, HoldReason.INCIDENT, HoldReason.CONSENT)


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
    """Conversations without a word for a month end by themselves, whoever leads and whatever clocks run.

    What nobody ever answered is no conversation yet: it waits on the desk and goes by retention.
    """
    silent = _silent(now).values_list("pk", flat=True)[:100]
    return sum(_close_if_still_silent(pk, now) for pk in list(silent))


def _silent(now: datetime) -> "QuerySet[Request]":
    begun = Q(state=RequestState.TALKING) | Q(state=RequestState.WAITING, first_answer_at__isnull=False)
    return Request.objects.filter(begun, last_at__lt=now - SILENT).exclude(pk__in=_for_an_adult(now))


def _for_an_adult(now: datetime) -> "QuerySet[Any, Any]":
    """An adult looks at red and orange first: it stays on the desk, and for a month after somebody took it up."""
    looked_at = Q(state=State.ACKNOWLEDGED, acknowledged_at__gte=now - SILENT)
    flags_ = Flag.objects.filter(Q(state=State.OPEN) | looked_at, level__in=[Level.RED, Level.ORANGE])
    return flags_.filter(kind=FLAG_KIND).values("subject")


@transaction.atomic
def _close_if_still_silent(pk: str, now: datetime) -> bool:
    """Somebody may have written since it was found."""
    Request.objects.select_for_update().get(pk=pk)
    request = _silent(now).filter(pk=pk).first()
    if request is None:
        return False
    talking.close(request=request, side=Side.SYSTEM, by=None, reason=CloseReason.SILENT, now=now)
    return True


@transaction.atomic
def forget_old(now: datetime) -> int:
    """Retention: talk and consult 12 months after closing, unanswered requests 90 days.

    A flag that nobody looks at keeps both from ending, but nothing for ever: a month and twelve after the last
    word everything goes.
    """
    ended = Q(state=RequestState.CLOSED, closed_at__lt=now - TALK_KEPT)
    unanswered = Q(state=RequestState.WAITING, first_answer_at=None, last_at__lt=now - UNANSWERED_KEPT)
    left = ~Q(state=RequestState.CLOSED) & Q(last_at__lt=now - SILENT - TALK_KEPT)
    due = ended | left | (unanswered & ~Q(pk__in=_for_an_adult(now)))
    return sum(forget(request) for request in Request.objects.filter(due).select_related("community", "mailbox"))


def forget(request: Request) -> int:
    """Deletes a request with its safes, mailbox and words; only the counted audit row stays."""
    ids = [request.talk_id, request.file_id, request.match_id]
    ids += list(request.threads.values_list("safe_id", flat=True))
    safes = [each for each in ids if each]
    community, box, name = request.community, request.mailbox, request.pk
    erased.note([name, box.pk, *safes])
    flags.subject_gone(kind=FLAG_KIND, subject=name)
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
