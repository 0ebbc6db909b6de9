"""When every counsellor has lost their key: the two recovery sheets open what they covered, to one adult.

They never open a name (k2 is not sealed to them), and their use is told to everyone who counsels and shown
in every conversation it opened.
"""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.live import changed
from sebaya.notices.actions import notify
from sebaya.support import readers
from sebaya.support.actions import lines
from sebaya.support.choices import RequestState
from sebaya.support.models import Request, Thread
from sebaya.support.topics import request_topics
from sebaya.vault import recovery, safes
from sebaya.vault.errors import NoKey
from sebaya.vault.keyring import Keyring


@transaction.atomic
def rescue(*, by: Person, a: str, b: str, now: datetime | None = None) -> int:
    """Gives `by`, a counsellor, the open conversations that the sheets hold. Raises WrongSecret.

    Conversations whose seeker said "not this person" stay closed to them. Returns how many were opened.
    """
    now = now or timezone.now()
    sheets = recovery.open_sheets(by.community, a, b)
    opened = [_open(request, sheets, by, now) for request in _requests(by)]
    count = sum(opened)
    record("sheets.used", community=by.community, by=by, requests=count, at=now)
    notify(
        "sheets.used",
        to=[each.person for each in readers.counsellors(by.community) if each.person_id != by.pk],
        now=now,
    )
    return count


def _requests(by: Person) -> list[Request]:
    rows = Request.objects.filter(community=by.community).exclude(state=RequestState.CLOSED)
    return list(rows.select_related("community", "mailbox"))


def _open(request: Request, sheets: Keyring, by: Person, now: datetime) -> bool:
    try:
        talk = sheets.open_safe(request.talk_id)
    except NoKey:
        return False
    if readers.is_away(talk, request, by.pk):
        return False
    consults = Thread.objects.filter(request=request, kind="consult").values_list("safe_id", flat=True)
    for safe_id in filter(None, [request.talk_id, request.file_id, request.match_id, *consults]):
        safes.grant(sheets.open_safe(safe_id), by.keyholder)
    lines.write(request, "sheets_used", person=by, now=now)
    changed(*request_topics(request))
    return True
