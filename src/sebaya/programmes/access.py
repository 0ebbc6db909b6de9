"""The only way a view of this room gets a person, a slot or a hold: the object, or 404."""

from django.http import Http404, HttpRequest

from sebaya.accounts import access
from sebaya.accounts.models import Person
from sebaya.programmes.models import DutySlot

RUNS = ("coordinator", "counsellor")


def runner(http: HttpRequest) -> Person:
    """Whoever prepares supporters and keeps the duty list."""
    return access.staff(http, *RUNS)


def coordinator(http: HttpRequest) -> Person:
    """Whoever answers for the programme's own rules."""
    return access.staff(http, "coordinator")


def member_or_404(http: HttpRequest, person_id: str) -> Person:
    """A member of this community who could be a supporter: no adult, and still here."""
    runner(http)
    found = access.people(http).filter(pk=person_id, staff=False, is_active=True).first()
    if found is None:
        raise Http404
    return found


def slot_or_404(http: HttpRequest, slot_id: str) -> DutySlot:
    person = runner(http)
    found = (
        DutySlot.objects.filter(community=person.community, pk=slot_id).select_related("person", "community").first()
    )
    if found is None:
        raise Http404
    return found
