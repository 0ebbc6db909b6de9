from collections.abc import Iterable

from sebaya.training.models import PaperRecord
from sebaya.training.rules import passes


def through_the_gate(person_ids: Iterable[str]) -> set[str]:
    """Ids of those whose latest record passes."""
    rows = PaperRecord.objects.filter(person_id__in=list(person_ids)).order_by("assessed_on", "pk")
    latest = {row.person_id: row for row in rows}
    return {pk for pk, row in latest.items() if passes(row.first_levels, row.second_levels, row.hours)}
