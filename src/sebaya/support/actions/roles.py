"""Keys follow roles: what a role gave, ends with the role (vault.md, Reveal).

Whoever gets a role again gets its keys from those who have them, never from what lay around.
"""

from django.db.models import QuerySet
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, State
from sebaya.live import changed
from sebaya.support.actions import talking
from sebaya.support.choices import FLAG_KIND, Lead, RequestState
from sebaya.support.models import IdentityKey, Request, Thread
from sebaya.support.topics import request_topics
from sebaya.vault.models import Keyholder, KeyState, PendingGrant, SafeKey


def settle(person: Person) -> None:
    """Takes back the keys that no role of this person covers, and gives what they led to other adults."""
    roles = person.role_set
    holder = Keyholder.objects.filter(person=person).first()
    if holder is not None:
        _settle_keys(person, holder)
    if (
        not (roles.supporter and person.is_active)
        and Request.objects.filter(supporter=person, state=RequestState.TALKING).exists()
    ):
        talking.interrupt(person=person)
    if not (person.is_active and (roles.counsellor or roles.duty)):
        _release(person)


def _settle_keys(person: Person, holder: Keyholder) -> None:
    roles = person.role_set
    halves = IdentityKey.objects.filter(holder=holder)
    if not roles.second_key:
        halves.filter(half="k2").delete()
    if not (roles.counsellor or roles.duty):
        halves.filter(half="k1").delete()
    _beyond(person, holder).delete()
    if not roles.counsellor:
        PendingGrant.objects.filter(holder=holder, until=None).delete()


def _beyond(person: Person, holder: Keyholder) -> "QuerySet[SafeKey]":
    """Keys that none of the roles gives: a counsellor's last, an adult's on duty have an end, a supporter's
    belong to what they accompany.
    """
    roles, keys = person.role_set, SafeKey.objects.filter(holder=holder)
    if roles.counsellor:
        return keys.none()
    if roles.supporter:
        talks = Request.objects.filter(supporter=person).values("talk_id")
        consults = Thread.objects.filter(supporter=person).values("safe_id")
        return keys.exclude(state=KeyState.OFFERED).exclude(safe_id__in=talks).exclude(safe_id__in=consults)
    return keys.filter(until=None) if roles.duty else keys


def _release(person: Person) -> None:
    """Conversations that this adult led wait for another one, and the flags they took call again."""
    led = Request.objects.select_for_update(of=("self",)).filter(counsellor=person, lead=Lead.ADULT)
    now = timezone.now()
    for request in led.exclude(state=RequestState.CLOSED).select_related("community", "mailbox"):
        request.counsellor, request.adult_asked = None, True
        request.reply_due = request.reply_due or now
        request.save(update_fields=["counsellor", "adult_asked", "reply_due"])
        record("request.released", community=request.community, about=request.pk, at=now)
        changed(*request_topics(request))
    taken = Flag.objects.select_for_update(of=("self",)).filter(
        kind=FLAG_KIND, acknowledged_by=person, state=State.ACKNOWLEDGED
    )
    for flag in taken.select_related("community"):
        flags.let_go(flag, now)
