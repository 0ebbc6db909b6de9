"""What comes beside and after talking: reports, feedback, ways back, new readers, ends of keys."""

import json
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.record import record, token
from sebaya.communities import clock
from sebaya.flags import actions as flags
from sebaya.flags.models import Level, Source
from sebaya.live import changed
from sebaya.support import identity, queries, readers
from sebaya.support.actions import lines
from sebaya.support.actions.asking import read_file
from sebaya.support.choices import FLAG_KIND, HEAVY, ReportReason, ReportState, RequestState, Side
from sebaya.support.errors import CodeSpent
from sebaya.support.models import Feedback, IdentityKey, ReEntry, Report, Request, Thread
from sebaya.support.topics import request_topics
from sebaya.vault import codes, primitives, safes
from sebaya.vault.errors import NoKey, WrongSecret
from sebaya.vault.keyring import Keyring, MailboxSecret
from sebaya.vault.models import Keyholder, Mailbox, Purpose, SafeKey
from sebaya.vault.safes import OpenSafe

REENTRY_OPEN = timedelta(days=7)  # long enough to meet the student in person


@transaction.atomic
def report(
    *, request: Request, side: str, by: Person | None, reason: str, talk: OpenSafe | None = None,
    now: datetime | None = None,
) -> Report:  # fmt: skip
    """Misuse of the conversation: orange, a counsellor looks today. Repeating it adds nothing.

    With `talk`, who would be called after the counsellors can read it then.
    """
    now = now or timezone.now()
    about = request.supporter if side == Side.SEEKER else None
    row, made = Report.objects.get_or_create(
        request=request,
        side=side,
        state=ReportState.OPEN,
        defaults={"reason": ReportReason(reason), "about": about, "at": now},
    )
    if made:
        if talk is not None:
            readers.stand_by(talk, request)
        flags.signal(
            community=request.community, kind=FLAG_KIND, subject=request.pk, level=Level.ORANGE,
            source=Source.REPORT, now=now,
        )  # fmt: skip
        record("report.made", community=request.community, by=by, about=request.pk, reason=reason, side=side, at=now)
        changed(*request_topics(request))
    return row


@transaction.atomic
def decide(*, by: Person, report: Report, upheld: bool) -> Report:
    report = Report.objects.select_for_update().get(pk=report.pk)
    report.state = ReportState.UPHELD if upheld else ReportState.DISMISSED
    report.decided_by = by
    report.save(update_fields=["state", "decided_by"])
    record("report.decided", community=report.request.community, by=by, about=report.request_id, upheld=upheld)
    return report


@transaction.atomic
def give_feedback(*, request: Request, heard: int, again: bool | None = None) -> Feedback:
    """The seeker's taps after the end; sending again changes the answer."""
    values = {"heard": heard, "again": again}
    return Feedback.objects.update_or_create(request=request, side=Side.SEEKER, defaults=values)[0]


@transaction.atomic
def supporter_feedback(
    *, by: Person, request: Request, heard: int, lighter: int | None, now: datetime | None = None
) -> Thread | None:
    """The supporter's. Who wants to talk with a counsellor gets one, in the consult: returns it, else None."""
    values = {"heard": heard, "lighter": lighter}
    Feedback.objects.update_or_create(request=request, side=Side.SUPPORTER, defaults=values)
    consult = queries.consult_of(request, by) if lighter == HEAVY else None
    if consult is not None and consult.answer_due is None:
        now = now or timezone.now()
        due = clock.end_of_school_day(request.community, now)
        Thread.objects.filter(pk=consult.pk).update(answer_due=due)
        lines.write(request, "wants_talk", person=by, thread=consult, now=now)
        record("debrief.asked", community=request.community, by=by, about=request.pk, at=now)
        changed(*request_topics(request))
    return consult


@transaction.atomic
def make_reentry(*, by: Person, keyring: Keyring, request: Request, now: datetime | None = None) -> str:
    """A code that lets the student back into this conversation; given in person, after they are known."""
    now = now or timezone.now()
    talk = keyring.open_safe(request.talk_id)
    bundle = {"talk": talk.key.hex(), "file": keyring.open_safe(request.file_id).key.hex()}
    if request.match_id:
        bundle["match"] = keyring.open_safe(request.match_id).key.hex()
    code = codes.random_slip()
    ReEntry.objects.filter(request=request).delete()
    row = ReEntry(request=request, fingerprint=codes.fingerprint(code, "reentry"), ends_at=now + REENTRY_OPEN)
    row.sealed = primitives.seal(json.dumps(bundle).encode(), _code_key(code), _place(request))
    row.save(force_insert=True)
    record("reentry.made", community=request.community, by=by, about=request.pk, at=now)
    return code


@transaction.atomic
def reenter(*, person: Person, keyring: Keyring, code: str, now: datetime | None = None) -> Request:
    """The student's new sign-in gets the conversation back, under a new mailbox. Raises CodeSpent.

    Their name is sealed anew: the halves come from the mailbox, so those of the old one would open nothing.
    """
    now = now or timezone.now()
    row = _reentry(keyring, code, now)
    request = row.request
    bundle = json.loads(primitives.unseal(row.sealed, _code_key(code), _place(request)))
    old = request.mailbox
    box, secret = keyring.new_mailbox()
    SafeKey.objects.filter(mailbox=old).delete()
    opened = {purpose: _opened(request, purpose, key) for purpose, key in bundle.items()}
    for purpose in opened.keys() - {Purpose.FILE}:
        safes.grant(opened[purpose], box)
    request.mailbox = box
    request.save(update_fields=["mailbox"])
    _seal_name_anew(request, person, secret, opened)
    _move_blocks(old, box)
    old.delete()
    row.delete()
    record("reentry.used", community=request.community, about=request.pk, at=now)
    changed(*request_topics(request))
    return request


def _opened(request: Request, purpose: str, key: str) -> OpenSafe:
    ids = {Purpose.TALK: request.talk_id, Purpose.FILE: request.file_id, Purpose.MATCH: str(request.match_id)}
    return OpenSafe(ids[Purpose(purpose)], request.community_id, purpose, bytes.fromhex(key))


def _seal_name_anew(request: Request, person: Person, secret: MailboxSecret, opened: dict[str, OpenSafe]) -> None:
    """New halves for everybody who had old ones: k1 in `file` and with adults called to red, k2 with its holders."""
    talk, file = opened[Purpose.TALK], opened[Purpose.FILE]
    called = list(IdentityKey.objects.filter(identity__request=request, half="k1").select_related("holder"))
    request.identity.delete()
    second = readers.second_key_holders(request.community)
    fitting = [each for each in second if not readers.is_away(talk, request, each.person_id)]
    identity.seal_identity(request, person, secret, fitting)
    for row in called:
        readers.give_half(request, "k1", secret.half("k1"), row.holder, until=row.until)
    content = read_file(file, request) | {"k1": secret.half("k1").hex()}
    request.sealed_file = file.seal(json.dumps(content), "request.file", request.pk)
    request.save(update_fields=["sealed_file"])


def _reentry(keyring: Keyring, code: str, now: datetime) -> ReEntry:
    try:
        mark = codes.fingerprint(code, "reentry")
    except WrongSecret as error:
        raise CodeSpent from error
    rows = ReEntry.objects.select_for_update(of=("self",)).select_related("request__mailbox", "request__community")
    row = rows.filter(fingerprint=mark, ends_at__gt=now, request__community_id=keyring.community_id).first()
    if row is None:
        raise CodeSpent
    return row


def _move_blocks(old: Mailbox, new: Mailbox) -> None:
    from sebaya.support.models import Block

    Block.objects.filter(lookup=old.lookup).update(lookup=new.lookup)


def _code_key(code: str) -> bytes:
    return primitives.derive(b"reentry", codes.read(code, codes.SLIP_BYTES))


def _place(request: Request) -> bytes:
    return primitives.context(request.community_id, request.pk, "reentry")


@transaction.atomic
def admit_counsellor(*, by: Person, keyring: Keyring, newcomer: Keyholder) -> int:
    """A reader confirms a new counsellor: they get the open conversations, minus those they must not read."""
    admitted = 0
    for request in Request.objects.filter(community=by.community).exclude(state=RequestState.CLOSED):
        admitted += _admit(request, keyring, newcomer)
    about = token(newcomer.person) if newcomer.person else ""
    record("counsellor.admitted", community=by.community, by=by, about=about, requests=admitted)
    return admitted


def _admit(request: Request, keyring: Keyring, newcomer: Keyholder) -> bool:
    ids = [request.talk_id, request.file_id, request.match_id, *_consult_safes(request)]
    try:
        talk = keyring.open_safe(request.talk_id)
    except NoKey:
        for safe_id in filter(None, ids):
            safes.ask_grant(safe_id, newcomer)
        return False
    if readers.is_away(talk, request, newcomer.person_id):
        return False
    for safe_id in filter(None, ids):
        _pass_on(keyring, safe_id, newcomer)
    return True


def _consult_safes(request: Request) -> list[str]:
    return list(Thread.objects.filter(request=request, kind="consult").values_list("safe_id", flat=True))


def _pass_on(keyring: Keyring, safe_id: str, newcomer: Keyholder) -> None:
    try:
        safes.grant(keyring.open_safe(safe_id), newcomer)
    except NoKey:
        safes.ask_grant(safe_id, newcomer)


def end_old_keys(now: datetime) -> int:
    """Sweep: keys whose time is over are deleted, so the content is out of reach for that reader."""
    gone, _rows = SafeKey.objects.filter(until__lte=now).exclude(state="offered").delete()
    ReEntry.objects.filter(ends_at__lte=now).delete()
    return gone
