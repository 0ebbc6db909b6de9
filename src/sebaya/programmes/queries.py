from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.programmes.models import Consent, ConsentKind, Hold

EVERYTHING_AGREED = Q(has_parent=True, has_assent=True, has_ethics=True)  # on people `with_consents`


def live_holds(today: date | None = None) -> "QuerySet[Hold]":
    """Holds that count today."""
    today = today or timezone.localdate()
    return Hold.objects.filter(Q(until__isnull=True) | Q(until__gte=today), lifted=False)


def with_consents(people: "QuerySet[Person]") -> "QuerySet[Person]":
    """Annotates has_parent, has_assent and has_ethics: each given and not withdrawn."""
    for kind in ConsentKind:
        given = Consent.objects.filter(person=OuterRef("pk"), kind=kind, withdrawn_on=None)
        people = people.annotate(**{f"has_{kind.name.lower()}": Exists(given)})
    return people
