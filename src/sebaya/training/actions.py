from datetime import date

from django.db import transaction

from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.audit.record import token
from sebaya.programmes import actions as programmes
from sebaya.programmes.models import HoldReason
from sebaya.training.models import PaperRecord
from sebaya.training.rules import ITEMS, passes


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
    """Types in two raters' sheets. Passing lifts the training hold, failing sets it."""
    if raters[0].strip().casefold() == raters[1].strip().casefold():
        raise SameRater
    sheet = PaperRecord.objects.create(
        person=person,
        assessed_on=assessed_on,
        first_rater=raters[0],
        second_rater=raters[1],
        first_levels={item: levels[0][item] for item in ITEMS},
        second_levels={item: levels[1][item] for item in ITEMS},
        hours=hours,
        typed_by=by,
    )
    passed = passes(sheet.first_levels, sheet.second_levels, hours)
    record("training.paper", community=person.community, by=by, about=token(person), passed=passed)
    if passed:
        programmes.lift(by=by, person=person, reason=HoldReason.TRAINING)
        return sheet
    programmes.hold(by=by, person=person, reason=HoldReason.TRAINING)
    return sheet
