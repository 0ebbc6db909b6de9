"""Who is on duty, and in which order adults are called."""

from datetime import datetime, time

from django.db.models import QuerySet

from sebaya.accounts.models import Person
from sebaya.communities import clock
from sebaya.communities.models import Community
from sebaya.communities.prepared import Prepared
from sebaya.programmes.models import DutySlot

ORDER = ("place", "starts", "person__name", "pk")  # of calling; names, so that a tie ends the same way on every day


def on_duty(community: Community, at: datetime | None = None) -> list[Person]:
    """Activated adults whose slot covers the moment, in the order of calling."""
    moment = clock.local(community, at)
    return _people(_covering(_slots(community), moment.isoweekday(), moment.time()))


def _covering(slots: "QuerySet[DutySlot]", weekday: int, time: time) -> "QuerySet[DutySlot]":
    return slots.filter(weekday=weekday, starts__lte=time, ends__gt=time)


def rota(community: Community) -> list[Person]:
    """Everybody on the duty list, whenever: red is sealed to all of them."""
    return _people(_slots(community))


def call_order(community: Community, at: datetime) -> list[Person]:
    """Who is on duty first, then the rest of the list, then counsellors who are not on it."""
    counsellors = Person.objects.filter(
        community=community, is_active=True, roles__counsellor=True, keyholder__isnull=False
    ).order_by("name")
    people = [*on_duty(community, at), *rota(community), *counsellors]
    return list({person.pk: person for person in people}.values())


def peer_door_open(community: Community, at: datetime | None = None) -> bool:
    """No adult on duty, no open peer door (promise 1)."""
    if not (community.peer_door and clock.in_peer_window(community, at)):
        return False
    moment = clock.local(community, at)
    return bool(_any_now.rows(community=community.pk, weekday=moment.isoweekday(), time=moment.time()))


_any_now = Prepared(
    lambda community, weekday, time: _covering(able(community), weekday, time).values_list("pk").order_by()[:1]
)


def _slots(community: Community) -> "QuerySet[DutySlot]":
    return in_order(able(community).select_related("person__keyholder", "person__roles"))


def able(community: Community | str) -> "QuerySet[DutySlot]":
    """Slots of adults who can be called: active, with the role and a key."""
    return DutySlot.objects.filter(
        community=community,
        person__is_active=True,
        person__roles__duty=True,
        person__keyholder__isnull=False,
    )


def in_order(slots: "QuerySet[DutySlot]") -> "QuerySet[DutySlot]":
    return slots.order_by(*ORDER)


def _people(slots: "QuerySet[DutySlot]") -> list[Person]:
    return list({slot.person_id: slot.person for slot in slots}.values())
