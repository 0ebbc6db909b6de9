"""The school's own settings, for the coordinator: hours, doors, limits, help outside."""

from typing import NamedTuple

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sebaya.accounts.models import Person
from sebaya.communities.models import Community
from sebaya.programmes import access, actions, duty_week
from sebaya.programmes.forms import LARGEST_TEAM, SettingsForm
from sebaya.ui import nav


class Gap(NamedTuple):
    """A school day whose peer window has no adult for a while."""

    day: str
    spans: list[duty_week.Span]


@require_http_methods(["GET", "HEAD", "POST"])
def settings(http: HttpRequest, slug: str) -> HttpResponse:
    person = access.coordinator(http)
    form = SettingsForm(http.POST or None, instance=Community.objects.get(pk=person.community_id))
    if http.method == "POST" and form.is_valid():
        actions.change_settings(by=person, **form.cleaned_data)
        messages.success(http, _("Pengaturan tersimpan."))
        return redirect(nav.place(http, "programmes:settings"))
    values = {"form": form, "gaps": _gaps(person.community), "too_many": _too_many(person.community)}
    return render(http, "programmes/settings.html", values, status=422 if form.errors else 200)


def _gaps(community: Community) -> list[Gap]:
    """Promise 1: no adult on duty, no open peer door. Empty while the door is shut anyway."""
    if not community.peer_door:
        return []
    week = duty_week.week_of(community)
    return [Gap(str(WEEKDAYS[day - 1]), gaps) for day in duty_week.WEEK if (gaps := week.gaps(day))]


def _too_many(community: Community) -> dict[str, int] | None:
    """How many supporters and counsellors there are, when these cannot stand behind all of those."""
    here = Person.objects.filter(community=community, is_active=True)
    team = here.aggregate(
        supporters=Count("pk", Q(roles__supporter=True)), counsellors=Count("pk", Q(roles__counsellor=True))
    )
    most = max(team["counsellors"], 1) * LARGEST_TEAM
    return {**team, "each": LARGEST_TEAM} if team["supporters"] > most else None
