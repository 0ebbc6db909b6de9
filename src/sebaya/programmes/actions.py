"""The only writer of duty slots, holds and consents."""

from datetime import date, time
from typing import Any

from django.db import transaction
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.audit.record import record, token
from sebaya.communities.models import Community
from sebaya.programmes import places
from sebaya.programmes.duty import able, in_order
from sebaya.programmes.models import Consent, DutySlot, Hold, HoldReason
from sebaya.programmes.queries import EVERYTHING_AGREED, with_consents

WORDS = frozenset({"safeguard_contact", "help_nearby"})  # settings in words: the log says only that they changed
LAST = 32767  # the highest that the column takes: behind everybody until the day is numbered


@transaction.atomic
def change_settings(*, by: Person, **values: Any) -> list[str]:
    """The settings of the coordinator's community; returns the names of those that changed."""
    community = Community.objects.select_for_update().get(pk=by.community_id)
    changed = {name: value for name, value in values.items() if getattr(community, name) != value}
    if not changed:
        return []
    for name, value in changed.items():
        setattr(community, name, value)
    community.save(update_fields=list(changed))
    codes: dict[str, Any] = {name: True if name in WORDS else _code(value) for name, value in changed.items()}
    record("settings", community=community, by=by, **codes)
    return sorted(changed)


def _code(value: time | str | int) -> str | int:
    return value.strftime("%H:%M") if isinstance(value, time) else value


@transaction.atomic
def add_duty(
    *, by: Person, person: Person, weekday: int, starts: time, ends: time, place: int | None = None
) -> DutySlot:
    """`place` among those on duty at the same time; without one, after them. The same begin again moves the end."""
    _one_at_a_time(person.community_id)
    slot, _made = DutySlot.objects.update_or_create(
        person=person,
        weekday=weekday,
        starts=starts,
        defaults={"community": person.community, "ends": ends},
        create_defaults={"community": person.community, "ends": ends, "place": LAST},
    )
    day = _day(slot)
    _number(day if place is None else places.put(day, slot, place))
    slot.refresh_from_db()
    record("duty.added", community=person.community, by=by, about=token(person), weekday=weekday, place=slot.place)
    return slot


@transaction.atomic
def move_duty(*, by: Person, slot: DutySlot, up: bool) -> DutySlot:
    """Before or after the next one who can be called at the same time. The first stays first, the last last."""
    _one_at_a_time(slot.community_id)
    callable_ = list(in_order(able(slot.community_id).filter(weekday=slot.weekday)))
    other = places.neighbour(callable_, slot, up) if slot in callable_ else None
    if other is None:
        return slot
    _number(places.moved(_day(slot), slot, other))
    slot.refresh_from_db()
    record(
        "duty.moved",
        community=slot.community,
        by=by,
        about=token(slot.person),
        weekday=slot.weekday,
        place=slot.place,
    )
    return slot


def _one_at_a_time(community_id: str) -> None:
    """Two who number the same day at once would each leave out the other."""
    Community.objects.select_for_update().get(pk=community_id)


def _day(slot: DutySlot) -> list[DutySlot]:
    return list(in_order(DutySlot.objects.filter(community=slot.community_id, weekday=slot.weekday)))


def _number(day: list[DutySlot]) -> None:
    for place, slot in places.numbered(day):
        slot.place = place
    DutySlot.objects.bulk_update(day, ["place"])


@transaction.atomic
def remove_duty(*, by: Person, slot: DutySlot) -> None:
    record("duty.removed", community=slot.community, by=by, about=token(slot.person), weekday=slot.weekday)
    slot.delete()


@transaction.atomic
def hold(*, by: Person | None, person: Person, reason: str, until: date | None = None) -> Hold:
    """No offers for this supporter; another hold for the same reason only moves its end."""
    hold_, _made = Hold.objects.update_or_create(
        person=person,
        reason=HoldReason(reason),
        lifted=False,
        defaults={"until": until},
        create_defaults={"until": until, "since": timezone.localdate()},
    )
    record("hold.set", community=person.community, by=by, about=token(person), reason=reason)
    return hold_


@transaction.atomic
def lift(*, by: Person | None, person: Person, reason: str) -> None:
    lifted = Hold.objects.filter(person=person, reason=reason, lifted=False).update(lifted=True)
    if lifted:
        record("hold.lifted", community=person.community, by=by, about=token(person), reason=reason)


@transaction.atomic
def record_consent(
    *, by: Person, person: Person, kind: str, evidence: str, given_on: date, reference: str = ""
) -> Consent:
    """The last missing one ends the hold that a withdrawal set."""
    values = {"evidence": evidence, "given_on": given_on, "reference": reference, "recorded_by": by}
    consent, _made = Consent.objects.update_or_create(person=person, kind=kind, withdrawn_on=None, defaults=values)
    record("consent.recorded", community=person.community, by=by, about=token(person), kind=kind)
    if with_consents(Person.objects.filter(pk=person.pk)).filter(EVERYTHING_AGREED).exists():
        lift(by=by, person=person, reason=HoldReason.CONSENT)
    return consent


@transaction.atomic
def withdraw_consent(*, by: Person, person: Person, kind: str) -> None:
    """Withdrawal holds the supporter at once."""
    withdrawn = Consent.objects.filter(person=person, kind=kind, withdrawn_on=None)
    if withdrawn.update(withdrawn_on=timezone.localdate()):
        record("consent.withdrawn", community=person.community, by=by, about=token(person), kind=kind)
        hold(by=by, person=person, reason=HoldReason.CONSENT)
