"""Lists for counsellors: conversations they can read, the team of supporters, counsellors who are new."""

from typing import Any

from django.db.models import Case, Count, F, QuerySet, Value, When
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sebaya.accounts import access
from sebaya.accounts.live_access import community_topic
from sebaya.accounts.models import Person
from sebaya.flags.models import Flag, Level, State
from sebaya.flags.queries import open_flags
from sebaya.support import desk_queries
from sebaya.support import team as team_
from sebaya.support.actions import after, suspending
from sebaya.support.bubbles import leader_name
from sebaya.support.choices import FLAG_KIND, TOPICS, RequestState
from sebaya.support.models import Request
from sebaya.support.staff_forms import TalksForm
from sebaya.support.views.page import go, show, told
from sebaya.ui import nav
from sebaya.ui.lists import paged


@require_safe
def talks(http: HttpRequest, slug: str) -> HttpResponse:
    """All that this counsellor holds a key to. No words stand here."""
    person = access.staff(http, "counsellor")
    form = TalksForm(http.GET)
    form.is_valid()
    wanted = form.cleaned_data
    flags = {flag.subject: flag for flag in open_flags(person.community, FLAG_KIND)}
    rows = _filtered(desk_queries.readable(person, timezone.now()), wanted, flags)
    tabs = _tabs(http, rows, wanted.get("keadaan", ""))
    chosen = rows.filter(state=tabs["chosen"]).select_related("supporter__profile", "counsellor")
    page = paged(
        http,
        _pressing_first(chosen, flags) if tabs["chosen"] != RequestState.CLOSED else chosen.order_by("-last_at", "pk"),
    )
    values = {"form": form, "page": page, "lines": [_line(each, flags) for each in page], **tabs}
    values["nobody_yet"] = _nobody_yet(wanted, tabs["tabs"])
    return show(http, "staff_talks", values | {"topic": community_topic(person.community_id)})


def _filtered(rows: "QuerySet[Request]", wanted: dict[str, Any], flags: dict[str, Flag]) -> "QuerySet[Request]":
    if wanted.get("q"):
        rows = rows.filter(alias__icontains=wanted["q"].strip())
    if wanted.get("topik"):
        rows = rows.filter(topics__icontains=f'"{wanted["topik"]}"')
    if wanted.get("tanda"):
        rows = rows.filter(pk__in=[pk for pk, flag in flags.items() if flag.level == wanted["tanda"]])
    return rows


def _pressing_first(rows: "QuerySet[Request]", flags: dict[str, Flag]) -> "QuerySet[Request]":
    """As on the desk: red, orange, then what is overdue or due soonest, then what waits longest."""
    levels = {code: [pk for pk, flag in flags.items() if flag.level == code] for code in (Level.RED, Level.ORANGE)}
    rank = Case(
        *(When(pk__in=pks, then=Value(place)) for place, pks in enumerate(levels.values())), default=Value(len(levels))
    )
    return rows.annotate(rank=rank).order_by("rank", F("reply_due").asc(nulls_last=True), "last_at", "pk")


def _tabs(http: HttpRequest, rows: "QuerySet[Request]", chosen: str) -> dict[str, Any]:
    """One tab a state with its count; the first with something in it is open."""
    counts = dict(rows.order_by().values_list("state").annotate(Count("pk")))
    chosen = chosen or next((state for state in RequestState if counts.get(state)), RequestState.WAITING)
    query = http.GET.copy()
    query.pop("hal", None)
    tabs = []
    for state in RequestState:
        query["keadaan"] = state
        tabs.append(
            {
                "label": state.label,
                "url": f"?{query.urlencode()}",
                "current": state == chosen,
                "count": counts.get(state, 0),
            }
        )
    return {"tabs": tabs, "chosen": chosen}


def _nobody_yet(wanted: dict[str, Any], tabs: list[dict[str, Any]]) -> bool:
    """No search that could hide something, and no part with anything in it."""
    searched = any(wanted.get(name) for name in ("q", "topik", "tanda"))
    return not searched and not any(tab["count"] for tab in tabs)


def _line(request: Request, flags: dict[str, Flag]) -> dict[str, Any]:
    flag = flags.get(request.pk)
    topics = ", ".join(str(TOPICS[code]) for code in request.topics if code in TOPICS)
    due = flag.due if flag and flag.state == State.OPEN else request.reply_due
    level = flag.level if flag else ""
    return {"talk": request, "level": level, "due": due, "detail": topics, "leader": leader_name(request)}


@require_safe
def team(http: HttpRequest, slug: str) -> HttpResponse:
    """The supporters: how many each has, holds, gate, consent, rest."""
    person = access.staff(http, "counsellor")
    page = paged(http, team_.supporters_of(person.community))
    most = person.community.max_open_per_supporter
    return show(http, "staff_team", {"page": page, "members": team_.members(list(page)), "most": most})


@require_http_methods(["GET", "HEAD", "POST"])
def suspend(http: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """Hentikan sementara: conversations go to an adult at once."""
    person = access.staff(http, "counsellor")
    supporter = _supporter_or_404(person, person_id)
    if http.method != "POST":
        return show(http, "staff_suspend", {"supporter": supporter, "back": nav.place(http, "support:team")})
    moved = suspending.suspend(by=person, person=supporter)
    told(
        http,
        _("%(name)s dihentikan sementara. %(n)s percakapan menunggu orang dewasa.")
        % {"name": supporter.name, "n": moved},
    )
    return go(http, "support:team")


def _supporter_or_404(person: Person, person_id: str) -> Person:
    found = team_.supporters_of(person.community).filter(pk=person_id).first()
    if found is None:
        raise Http404
    return found


@require_safe
def newcomers(http: HttpRequest, slug: str) -> HttpResponse:
    """Counsellors who hold no conversation yet; a reader confirms them."""
    person = access.staff(http, "counsellor")
    found = list(desk_queries.newcomers(person, timezone.now()))
    return show(http, "staff_newcomers", {"newcomers": found, "back": nav.place(http, "desk:today")})


@require_POST
def admit(http: HttpRequest, slug: str, holder_id: str) -> HttpResponse:
    person, keyring = access.staff(http, "counsellor"), access.keyring(http)
    newcomer = desk_queries.newcomers(person, timezone.now()).filter(pk=holder_id).first()
    if newcomer is None:
        raise Http404
    after.admit_counsellor(by=person, keyring=keyring, newcomer=newcomer)
    told(
        http,
        _("Kunci diberikan, kecuali percakapan yang penulisnya tidak ingin. Tanggalnya terlihat di daftar pembaca."),
    )
    return go(http, "support:newcomers")
