from datetime import date

from django.db import transaction

from sebaya.accounts.models import Person
from sebaya.audit.record import record, token
from sebaya.programmes import actions as programmes
from sebaya.programmes.models import HoldReason
from sebaya.training.models import PaperRecord
from sebaya.training.queries import through_the_gate
from sebaya.training.rules import ITEMS


class SameRater(Exception):
    """Two sheets need two raters."""


@transaction.atomic
def record_paper(
    *,
    by: Person,
    person: Person,
    assessed_on: date,
    raters: tuple[str, str],
    levels: tuple[dict[str, int], dict[str, int]],
    hours: int,
) -> PaperRecord:
    """Types in two raters' sheets; typing those of the same day again corrects them.

    The latest day counts: passing lifts the training hold, failing sets it.
    """
    if raters[0].strip().casefold() == raters[1].strip().casefold():
        raise SameRater
    values = {
        "first_rater": raters[0],
        "second_rater": raters[1],
        "first_levels": {item: levels[0][item] for item in ITEMS},
        "second_levels": {item: levels[1][item] for item in ITEMS},
        "hours": hours,
        "typed_by": by,
    }
    sheet, _made = PaperRecord.objects.update_or_create(person=person, assessed_on=assessed_on, defaults=values)
    passed = person.pk in through_the_gate([person.pk])
    record("training.paper", community=person.community, by=by, about=token(person), passed=passed)
    if passed:
        programmes.lift(by=by, person=person, reason=HoldReason.TRAINING)
        return sheet
    programmes.hold(by=by, person=person, reason=HoldReason.TRAINING)
    return sheet
