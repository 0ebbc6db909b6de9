"""What waits for a coordinator: peer windows without an adult (promise 1: no adult on duty, no open peer door)."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.communities import clock
from sebaya.flags.todo import Group, Item
from sebaya.programmes import duty_week


def todo(person: Person, now: datetime, week: duty_week.Week | None = None) -> list[Item]:
    """`week` may be given by a page that has it already."""
    if not person.role_set.coordinator or not person.community.peer_door:
        return []
    week = week or duty_week.week_of(person.community)
    gaps = [day for day in duty_week.next_days(person.community, now) if week.gaps(day.isoweekday())]
    return [_gap(person, day, now) for day in gaps]


def _gap(person: Person, day: datetime, now: datetime) -> Item:
    today = day.date() == clock.local(person.community, now).date()
    title = _("%(day)s: jam teman tanpa petugas jaga") % {"day": date_format(day, "l")}
    detail = _("Selama itu pintu teman sebaya tertutup.")
    group = Group.TODAY if today else Group.LATER
    due = None if today else clock.peer_window(person.community, day.date())[0]  # in the order of the days
    return Item(group, _("Jaga"), title, detail, "programmes:duty", action=_("Isi jadwal"), due=due)
