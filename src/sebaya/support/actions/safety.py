"""Buttons that bring an adult, and what adults do with a flag."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Level, Outcome, Source, State
from sebaya.flags.queries import is_red
from sebaya.live import changed
from sebaya.programmes import duty
from sebaya.support import called, identity, readers
from sebaya.support.actions import lines, talking
from sebaya.support.choices import FLAG_KIND, Lead
from sebaya.support.errors import NobodyLeft
from sebaya.support.models import Request, SealedClue
from sebaya.support.topics import request_topics
from sebaya.vault.errors import NoKey
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import Keyholder
from sebaya.vault.safes import OpenSafe


@transaction.atomic
def call_adult(*, keyring: Keyring, request: Request, now: datetime | None = None) -> Flag:
    """ "Aku butuh orang dewasa sekarang": the same as red, because the writer says so."""
    now = now or timezone.now()
    talk = keyring.open_safe_as_seeker(request.talk_id, request.mailbox)
    half = keyring.secret_of(request.mailbox).half("k1")
    Request.objects.filter(pk=request.pk).update(adult_asked=True)
    readers.seal_to_duty(talk, request, now, half)
    flag = _red(request, Source.BUTTON, now)
    lines.write(request, "adult_called", now=now)
    changed(*request_topics(request))
    return flag


@transaction.atomic
def supporter_calls(*, by: Person, keyring: Keyring, request: Request, now: datetime | None = None) -> Flag:
    """The supporter's one tap: red, an adult is called, and the supporter is relieved."""
    now = now or timezone.now()
    talk = keyring.open_safe(request.talk_id)
    readers.seal_to_duty(talk, request, now, None)
    flag = _red(request, Source.SUPPORTER, now)
    lines.write(request, "adult_called", person=by, now=now)
    talking.hand_over(by=by, request=request, now=now)
    return flag


def _red(request: Request, source: str, now: datetime) -> Flag:
    return flags.signal(
        community=request.community,
        kind=FLAG_KIND,
        subject=request.pk,
        level=Level.RED,
        source=source,
        now=now,
    )


@transaction.atomic
def handle(*, by: Person, keyring: Keyring, flag: Flag, request: Request, now: datetime | None = None) -> Flag:
    """ "Tangani": acknowledges. Red and an asked-for adult also join the conversation."""
    now = now or timezone.now()
    keyring.open_safe(request.talk_id)
    flag = flags.acknowledge(by=by, flag=flag, now=now)
    first = flag.acknowledged_by_id == by.pk
    if first and (flag.level == Level.RED or request.adult_asked):
        if request.lead == Lead.ADULT and request.counsellor_id not in (None, by.pk):
            return flag
        talking.take_over(by=by, keyring=keyring, request=request, now=now)
    return flag


@transaction.atomic
def close_flag(
    *, by: Person, keyring: Keyring, flag: Flag, request: Request, outcome: str, text: str,
    now: datetime | None = None,
) -> Flag:  # fmt: skip
    """Closes with what was done, or as "bukan tanda". The words are sealed where this adult can read."""
    now = now or timezone.now()
    safe = _best_safe(keyring, request)
    if flag.state == State.OPEN:
        flag = flags.acknowledge(by=by, flag=flag, now=now)
    flag = flags.close(by=by, flag=flag, outcome=Outcome(outcome), now=now)
    done = SealedClue(request=request, flag=flag.pk, kind="outcome", safe_id=safe.id, at=now)
    done.sealed = safe.seal(text, "outcome", done.pk)
    done.save(force_insert=True)
    called.stand_down(request)
    changed(*request_topics(request))
    return flag


def _best_safe(keyring: Keyring, request: Request) -> OpenSafe:
    """Counsellors write into `file`; a duty adult, who has no key to it, into `talk`."""
    try:
        return keyring.open_safe(request.file_id)
    except NoKey:
        return keyring.open_safe(request.talk_id)


@transaction.atomic
def give_name(*, keyring: Keyring, person: Person, request: Request, now: datetime | None = None) -> Person:
    """ "Kasih tahu namaku": to the adult in the conversation, else to the one on duty, else a counsellor."""
    now = now or timezone.now()
    talk = keyring.open_safe_as_seeker(request.talk_id, request.mailbox)
    adult = name_goes_to(request, talk, now)
    if adult is None or adult.person is None:
        raise NobodyLeft
    identity.give_name(request, person, adult)
    lines.write(request, "name_given", person=adult.person, now=now)
    record("request.name_given", community=request.community, about=request.pk, at=now)
    changed(*request_topics(request))
    return adult.person


def name_goes_to(request: Request, talk: OpenSafe, now: datetime) -> Keyholder | None:
    """The one adult who would be told, so that the page can say it before: who is there, who is called, who reads."""
    people = [request.counsellor] if request.counsellor else []
    if not is_red(FLAG_KIND, request.pk):
        people += [each.person for each in readers.counsellors_who_read(request) if each.person]
    people += duty.call_order(request.community, now)
    left = (person for person in people if not readers.is_away(talk, request, person.pk))
    person = next(left, None)
    return person.keyholder if person else None
