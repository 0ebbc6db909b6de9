"""Stopping a supporter at once: no offers, and every conversation goes to an adult."""

from datetime import datetime

from django.db import transaction

from sebaya.accounts.models import Person
from sebaya.programmes import actions as programmes
from sebaya.programmes.models import HoldReason
from sebaya.support.actions import talking


@transaction.atomic
def suspend(*, by: Person, person: Person, now: datetime | None = None) -> int:
    """Returns how many conversations now wait for an adult. Lifting the hold begins afresh, without old keys."""
    programmes.hold(by=by, person=person, reason=HoldReason.SUSPENDED)
    return talking.interrupt(person=person, now=now)
