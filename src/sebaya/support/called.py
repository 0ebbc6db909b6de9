"""Adults who are called to a conversation: which keys they get, from when, and for how long.

A sweep calls them and holds no key. So the keys lie ready: sealed in the session that raised the flag, and noted
here for the next one where that session could not (vault.md, PendingGrant).
"""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.communities.defaults import DUTY_KEY
from sebaya.flags.models import Flag, Level
from sebaya.live import changed
from sebaya.programmes import duty
from sebaya.support.choices import ThreadKind
from sebaya.support.models import Request, SealedClue, Thread
from sebaya.support.topics import request_topics
from sebaya.vault.models import Keyholder, KeyState, PendingGrant, SafeKey


def may_be_called(subject: str, people: Iterable[Person]) -> list[Person]:
    """Adults who hold a key to the flagged talk: the excluded never got one, so they are not called."""
    safe = Request.objects.filter(pk=subject).values("talk_id")
    readers = set(SafeKey.objects.filter(safe_id__in=safe).values_list("holder__person_id", flat=True))
    return [person for person in people if person.pk in readers]


def prepare(flag: Flag, now: datetime) -> None:
    """Whoever is on the rota and has no key yet gets it from the next session that has it, unless excluded."""
    request = Request.objects.filter(pk=flag.subject).select_related("community").first()
    if request is None:
        return
    state, until = (KeyState.ACTIVE, now + DUTY_KEY) if flag.level == Level.RED else (KeyState.OFFERED, None)
    for safe_id in [request.talk_id, *_consults_with_a_clue(flag)]:
        for holder in _lacking(request, safe_id, now):
            PendingGrant.objects.update_or_create(
                safe_id=safe_id, holder=holder, defaults={"state": state, "until": until}
            )


def _consults_with_a_clue(flag: Flag) -> list[str]:
    """Where the reason lies, if it does not lie in the talk."""
    consults = Thread.objects.filter(request_id=flag.subject, kind=ThreadKind.CONSULT)
    clues = SealedClue.objects.filter(flag=flag.pk, safe_id__in=consults.values("safe_id"))
    return list(clues.values_list("safe_id", flat=True).distinct())


def _lacking(request: Request, safe_id: str, now: datetime) -> list[Keyholder]:
    alive = Q(until=None) | Q(until__gt=now)
    has = set(SafeKey.objects.filter(alive, safe_id=safe_id, holder__isnull=False).values_list("holder_id", flat=True))
    return [person.keyholder for person in duty.rota(request.community) if person.keyholder.pk not in has]


def let_in(flag: Flag, people: list[Person], now: datetime) -> None:
    """Whoever is called reads from now on, for as long as duty lasts. A counsellor's lasting key stays as it is."""
    request = Request.objects.filter(pk=flag.subject).select_related("mailbox").first()
    if request is None:
        return
    mine = Q(holder__person__in=people, safe_id__in=_safes(request))
    not_lasting = Q(state=KeyState.OFFERED) | Q(until__isnull=False)
    values = {"state": KeyState.ACTIVE, "until": now + DUTY_KEY}
    SafeKey.objects.filter(mine & not_lasting).update(**values, since=timezone.localdate(now))
    PendingGrant.objects.filter(mine, state=KeyState.OFFERED).update(**values)
    changed(*request_topics(request))


def stand_down(request: Request) -> None:
    """The flag is closed: who was not called never reads."""
    ready = Q(holder__person__staff=True, safe_id__in=_safes(request))
    SafeKey.objects.filter(ready, state=KeyState.OFFERED).delete()
    PendingGrant.objects.filter(ready).filter(Q(state=KeyState.OFFERED) | Q(until__isnull=False)).delete()


def _safes(request: Request) -> list[str]:
    return [request.talk_id, *consults(request).values_list("safe_id", flat=True)]


def consults(request: Request) -> "QuerySet[Thread]":
    return Thread.objects.filter(request=request, kind=ThreadKind.CONSULT)
