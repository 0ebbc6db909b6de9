"""Staff read: the seeker sees it by part of day (vault.md, Flows). A named exemption of the select-only guard."""

from datetime import datetime

from sebaya.accounts.models import Person
from sebaya.audit.guard import may_write
from sebaya.communities import clock
from sebaya.support.models import ReadingEvent, Request
from sebaya.ui import moments


def record_reading(*, by: Person, request: Request, now: datetime | None = None) -> ReadingEvent:
    """Once a part of day, however often the page is opened."""
    local = clock.local(request.community, now)
    role = "counsellor" if by.role_set.counsellor else "duty"
    with may_write("reading events"):
        event, _made = ReadingEvent.objects.get_or_create(
            request=request, person=by, day=local.date(), part=moments.part(local), defaults={"role": role}
        )
    return event
