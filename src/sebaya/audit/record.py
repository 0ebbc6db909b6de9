from datetime import datetime
from typing import Any

from django.utils import timezone

from sebaya.audit.models import Event, Subject
from sebaya.communities.models import Community


def record(
    kind: str,
    /,  # so that a detail may be called `kind` too
    *,
    community: Community | None,
    by: Any = None,
    about: str = "",
    at: datetime | None = None,
    **detail: int | str | bool | None,
) -> Event:
    """Writes one row. `by` is staff or a supporter; a seeker acts as nobody, so never pass one.

    `detail` holds codes and numbers; words of people do not belong here.
    """
    return Event.objects.create(
        community=community, at=at or timezone.now(), kind=kind, by=token(by), about=about, detail=detail
    )


def token(person: Any) -> str:
    if person is None:
        return ""
    return Subject.objects.get_or_create(person=person)[0].pk
