"""Making somebody a supporter, from permission to profile; and the paper record that opens the gate."""

from django.contrib import messages
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sebaya.accounts import access as accounts
from sebaya.accounts.actions import people
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import Person
from sebaya.programmes import access
from sebaya.programmes.models import Consent, HoldReason
from sebaya.programmes.queries import live_holds
from sebaya.training import actions, steps
from sebaya.training.forms import PaperForm, SearchForm
from sebaya.training.models import PaperRecord
from sebaya.training.rules import ITEMS, passes
from sebaya.ui import nav
from sebaya.ui.lists import paged


@require_safe
def candidates(http: HttpRequest, slug: str) -> HttpResponse:
    """Those who have begun; the search finds everybody else."""
    person = access.runner(http)
    form = SearchForm(http.GET)
    wanted = form.cleaned_data["q"].strip() if form.is_valid() else ""
    page = paged(http, _found(person, wanted))
    return render(http, "training/candidates.html", {"form": form, "page": page, "wanted": wanted})


def _found(person: Person, wanted: str) -> "QuerySet[Person]":
    begun = Q(Exists(Consent.objects.filter(person=OuterRef("pk")))) | Q(
        Exists(PaperRecord.objects.filter(person=OuterRef("pk")))
    )
    rows = Person.objects.filter(community=person.community, staff=False, is_active=True)
    rows = rows.filter(name__icontains=wanted) if wanted else rows.filter(begun | Q(roles__supporter=True))
    return rows.select_related("roles").prefetch_related("memberships__group").order_by("name", "pk")


@require_safe
def candidate(http: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """Every step says done or what is missing."""
    member = access.member_or_404(http, person_id)
    found = steps.steps_of(member)
    viewer = access.runner(http)
    values = {
        "may_stop": viewer.role_set.counsellor and member.role_set.supporter,
        "member": member,
        "steps": [(step, _url(http, step, member)) for step in found],
        "next": next((step for step in found if not step.done and step.url_name), None),
        "ready": all(step.done for step in found),
        "done": sum(step.done for step in found),
        "holds": [
            (hold, hold.reason not in (HoldReason.TRAINING, HoldReason.CONSENT))
            for hold in live_holds().filter(person=member)
        ],
    }
    return render(http, "training/candidate.html", values)


def _url(http: HttpRequest, step: steps.Step, member: Person) -> str:
    return nav.place(http, step.url_name, person_id=member.pk) if step.url_name else ""


@require_http_methods(["GET", "HEAD", "POST"])
def record(http: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """Two raters' sheets, typed in; the page says whether the gate opens and what is missing."""
    member = access.member_or_404(http, person_id)
    form = PaperForm(http.POST or None)
    if http.method == "POST" and form.is_valid():
        sheet = _recorded(http, member, form)
        _say(http, sheet)
        return redirect(nav.place(http, "training:candidate", person_id=member.pk))
    values = {"member": member, "form": form, "latest": _table(steps.latest(member))}
    return render(http, "training/record.html", values, status=422 if form.errors else 200)


def _recorded(http: HttpRequest, member: Person, form: PaperForm) -> PaperRecord:
    data = form.cleaned_data
    return actions.record_paper(
        by=access.runner(http), person=member, assessed_on=data["assessed_on"], hours=data["hours"],
        raters=(data["first_rater"], data["second_rater"]), levels=(form.levels("first"), form.levels("second")),
    )  # fmt: skip


def _say(http: HttpRequest, sheet: PaperRecord) -> None:
    lacking = steps.lacking_words(sheet.first_levels, sheet.second_levels, sheet.hours)
    if not lacking:
        messages.success(http, _("Gerbang latihan terbuka."))
        return
    messages.warning(http, _("Belum lulus. Yang kurang: %(what)s.") % {"what": ", ".join(lacking)})


def _table(sheet: PaperRecord | None) -> dict[str, object] | None:
    """The last record as a table."""
    if sheet is None:
        return None
    rows = [
        [label, sheet.first_levels.get(item, "–"), sheet.second_levels.get(item, "–")] for item, label in ITEMS.items()
    ]
    head = [_("Butir"), sheet.first_rater, sheet.second_rater]
    return {
        "sheet": sheet,
        "head": head,
        "rows": rows,
        "passed": passes(sheet.first_levels, sheet.second_levels, sheet.hours),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def appoint(http: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """The role is a coordinator's to give; the gate still decides about offers."""
    member = access.member_or_404(http, person_id)
    person = accounts.staff(http, "coordinator", "counsellor")
    back = nav.place(http, "training:candidate", person_id=member.pk)
    if http.method != "POST":
        return render(
            http, "training/appoint.html", {"member": member, "back": back, "may": person.role_set.coordinator}
        )
    accounts.staff(http, "coordinator")
    try:
        people.set_roles(by=person, person=member, supporter=True)
    except Refused as refusal:
        messages.error(http, str(refusal))
    else:
        messages.success(http, _("%(name)s sekarang pendukung sebaya.") % {"name": member.name})
    return redirect(back)
