"""The duty list as a week: who may be called when, and where the peer window has no adult."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sebaya.accounts.models import Person
from sebaya.accounts.queries import coordinators
from sebaya.programmes import access, actions, duty_week, places
from sebaya.programmes.forms import DutyForm, duty_people
from sebaya.programmes.models import DutySlot
from sebaya.ui import nav


class Line(NamedTuple):
    """A slot with its place in the order of calling, and whether somebody at the same time comes before or after."""

    slot: DutySlot
    place: int
    may_rise: bool
    may_sink: bool


class Day(NamedTuple):
    name: str
    school: bool
    lines: list[Line]
    gaps: list[duty_week.Span]


@require_http_methods(["GET", "HEAD", "POST"])
def week(http: HttpRequest, slug: str) -> HttpResponse:
    person = access.runner(http)
    form = DutyForm(http.POST or None, community=person.community)
    if http.method == "POST" and form.is_valid():
        _add(person, form.cleaned_data)
        messages.success(http, _("Jadwal jaga tersimpan."))
        return redirect(nav.place(http, "programmes:duty"))
    values = {"form": form, "days": _days(person), "there_are": duty_people(person.community).exists()}
    values["coordinators"] = None if person.role_set.coordinator else coordinators(person.community)
    return render(http, "programmes/duty.html", values, status=422 if form.errors else 200)


def _add(person: Person, data: dict[str, Any]) -> None:
    begin, end = data.pop("starts"), data.pop("ends")
    for day in data.pop("weekdays"):
        for weekday, starts, ends in duty_week.pieces(day, begin, end):
            actions.add_duty(by=person, weekday=weekday, starts=starts, ends=ends, **data)


def _days(person: Person) -> list[Day]:
    found = duty_week.week_of(person.community)
    school = person.community.school_days
    return [Day(str(WEEKDAYS[n - 1]), str(n) in school, _lines(found.day(n)), found.gaps(n)) for n in duty_week.WEEK]


def _lines(slots: list[DutySlot]) -> list[Line]:
    return [
        Line(slot, place, bool(places.neighbour(slots, slot, True)), bool(places.neighbour(slots, slot, False)))
        for place, slot in places.numbered(slots)
    ]


@require_POST
def move(http: HttpRequest, slug: str, slot_id: str) -> HttpResponse:
    """One earlier ("naik") or one later in the order of calling."""
    slot = access.slot_or_404(http, slot_id)
    actions.move_duty(by=access.runner(http), slot=slot, up=http.POST.get("ke") == "naik")
    messages.success(http, _("Urutan %(name)s diubah.") % {"name": slot.person.name})
    return redirect(nav.place(http, "programmes:duty"))


@require_POST
def remove(http: HttpRequest, slug: str, slot_id: str) -> HttpResponse:
    slot = access.slot_or_404(http, slot_id)
    actions.remove_duty(by=access.runner(http), slot=slot)
    messages.success(http, _("Jadwal %(name)s dihapus.") % {"name": slot.person.name})
    return redirect(nav.place(http, "programmes:duty"))
