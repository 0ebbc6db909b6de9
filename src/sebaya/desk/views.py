"""Hari ini: who needs me now, what is due today, what changed. No word of anyone stands here."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from sebaya.accounts import access
from sebaya.accounts.live_access import community_topic, person_topic
from sebaya.accounts.models import Person
from sebaya.communities import clock
from sebaya.desk import first_steps, gather, summary
from sebaya.flags.todo import Group, Item
from sebaya.programmes import duty_week
from sebaya.support import errands
from sebaya.ui import nav
from sebaya.ui.lists import paged

SHOWN = 20  # rows of one group on the page itself; the rest is one press away
TITLES = {
    Group.NOW: _("Siapa yang membutuhkan Bapak/Ibu sekarang"),
    Group.TODAY: _("Untuk hari ini"),
    Group.LATER: _("Bisa menunggu"),
}


class Line(NamedTuple):
    """One row of the desk with its address."""

    item: Item
    url: str
    late: bool


@require_safe
def today(http: HttpRequest, slug: str) -> HttpResponse:
    person = access.staff(http)
    _run_errands(http, person)
    now = timezone.now()
    week = duty_week.week_of(person.community)
    waiting = gather.waiting_for(person, now, week)
    values = _frame(person, week, now) | summary.of(person, now)
    values |= {"ringing": waiting.ringing, "rings": person.role_set.counsellor or person.role_set.duty}
    values["reads"] = person.role_set.counsellor
    begun = values["numbers"] is not None and values["numbers"].begun
    values |= {"first_steps": [] if begun else first_steps.of(person), "counsellors": _counsellors(person)}
    for name, items in (("now", waiting.now), ("today", waiting.today), ("later", waiting.later)):
        values[f"{name}_lines"] = lines(http, items[:SHOWN], now)
        values[f"{name}_total"], values[f"{name}_more"] = len(items), len(items) > SHOWN
    return render(http, "desk/today.html", values)


def _counsellors(person: Person) -> list[Person]:
    """To whom a companion teacher hands a student over; others know without being told."""
    if not person.role_set.companion:
        return []
    return list(
        Person.objects.filter(community=person.community_id, is_active=True, roles__counsellor=True).order_by("name")
    )


@require_safe
def group(http: HttpRequest, slug: str, part: str) -> HttpResponse:
    """All of one group, in pages."""
    person = access.staff(http)
    if part not in list(Group):
        raise Http404
    now = timezone.now()
    week = duty_week.week_of(person.community)
    page = paged(http, gather.waiting_for(person, now, week).of(part), SHOWN)
    values = {"page": page, "title": TITLES[Group(part)], "lines": lines(http, page, now)}
    return render(http, "desk/group.html", _frame(person, week, now) | values)


def lines(http: HttpRequest, items: Iterable[Item], now: datetime) -> list[Line]:
    return [
        Line(item, nav.place(http, item.url_name, **item.url_kwargs), item.due is not None and item.due < now)
        for item in items
    ]


def _run_errands(http: HttpRequest, person: Person) -> None:
    """Whoever holds keys passes them on while looking (the named exemption "pending grants")."""
    if person.role_set.counsellor or person.role_set.duty or person.role_set.second_key:
        errands.run(person, access.keyring(http))


def _frame(person: Person, week: duty_week.Week, now: datetime) -> dict[str, Any]:
    return {
        "topic": f"{community_topic(person.community_id)} {person_topic(person.pk)}",
        "on_duty": week.on_duty(clock.local(person.community, now)),
        "roles": person.role_set,
    }
