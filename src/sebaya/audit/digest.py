"""Daily digests over the log, so that a row changed or taken away later is noticed."""

import hashlib
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from sebaya.audit.models import Digest, Event

LATE_ROWS = timedelta(hours=1)  # a row is written a little after the moment it names
UTC = timezone.get_fixed_timezone(0)


def close_days(today: date | None = None) -> int:
    """Writes the digest of every finished day that has none yet; returns how many. Safe to repeat."""
    today = today or (timezone.now() - LATE_ROWS).astimezone(UTC).date()
    first = Event.objects.order_by("at").values_list("at", flat=True).first()
    if first is None:
        return 0
    last = Digest.objects.order_by("-day").first()
    day = last.day + timedelta(days=1) if last else first.astimezone(UTC).date()
    written = 0
    while day < today:
        rows, value = digest_of(day, last.value if last else "")
        last = Digest.objects.create(day=day, rows=rows, value=value)
        day += timedelta(days=1)
        written += 1
    return written


def digest_of(day: date, previous: str) -> tuple[int, str]:
    begin = datetime.combine(day, time.min, tzinfo=UTC)
    rows = Event.objects.filter(at__gte=begin, at__lt=begin + timedelta(days=1)).order_by("pk")
    state = hashlib.blake2b(previous.encode(), digest_size=32)
    count = 0
    for row in rows.iterator():
        detail = sorted(row.detail.items())
        state.update(
            repr(
                (
                    row.pk,
                    row.community_id,
                    row.at.astimezone(UTC).isoformat(),
                    row.kind,
                    row.by,
                    row.about,
                    detail,
                )
            ).encode()
        )
        count += 1
    return count, state.hexdigest()


def broken_days() -> list[date]:
    """Days whose rows no longer give their digest."""
    broken, previous = [], ""
    for stored in Digest.objects.order_by("day"):
        if digest_of(stored.day, previous) != (stored.rows, stored.value):
            broken.append(stored.day)
        previous = stored.value
    return broken
