"""Codes on paper, for one person or a class: for coordinators and counsellors."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sebaya.accounts import access, actions, queries
from sebaya.accounts.errors import AlreadyMade, Refused
from sebaya.accounts.forms import SlipsForm
from sebaya.accounts.models import Person, SlipKind
from sebaya.accounts.views.people import READERS

Made = list[tuple[Person, str]]


@require_POST
def slip(request: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """One code, shown once: to activate, or to come back after a forgotten password."""
    viewer = access.staff(request, *READERS)
    found = access.person_or_404(request, person_id)
    kind = SlipKind.RESET if found.activated else SlipKind.ACTIVATE
    printed = "pdf" in request.POST
    try:
        made = actions.make_slips(by=viewer, people=[found], kind=kind, key=_key(request, found.pk) if printed else "")
    except AlreadyMade:
        return _printed(request, reverse("accounts:person", args=[slug, found.pk]), {"pdf": "1"})
    except Refused as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("accounts:person", args=[slug, found.pk]))
    if printed:
        return _pdf(request, slug, viewer, _("Guru dan staf") if found.staff else _first_group(found), made)
    context = {
        "found": found,
        "code": made[0][1],
        "again": kind == SlipKind.RESET,
        "address": _address(request, slug),
    }
    return render(request, "accounts/slip.html", context)


def class_slips(request: HttpRequest, slug: str) -> HttpResponse:
    """A sheet of codes for everyone of a class, or every adult, who has not activated yet."""
    viewer = access.staff(request, *READERS)
    adults, groups = (
        queries.adults_waiting_for_slip(viewer.community),
        queries.groups_waiting_for_slips(viewer.community),
    )
    form = SlipsForm(adults.count(), groups, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        context = {"form": form, "may_add": viewer.role_set.coordinator}
        return render(request, "accounts/class_slips.html", context)
    chosen = form.cleaned_data["group"]
    group = None if chosen == SlipsForm.ADULTS else groups.get(pk=chosen)
    people = queries.waiting_for_slip(group) if group else adults
    try:
        made = actions.make_slips(by=viewer, people=people, kind=SlipKind.ACTIVATE, key=_key(request, chosen))
    except AlreadyMade:
        return _printed(request, reverse("accounts:class_slips", args=[slug]), {"group": chosen})
    return _pdf(request, slug, viewer, group.name if group else _("Guru dan staf"), made)


def _key(request: HttpRequest, what: str) -> str:
    """The page stays open beside a download, so its key may serve for another class as well."""
    key = request.POST.get("key", "")
    return f"{key} {what}" if key else ""


def _printed(request: HttpRequest, back: str, again: dict[str, str]) -> HttpResponse:
    """The second press: the sheet of the first is good, another one ends it and so has to be wanted."""
    return render(request, "accounts/slips_printed.html", {"back": back, "again": again}, status=409)


def _pdf(request: HttpRequest, slug: str, viewer: Person, group: str, made: Made) -> HttpResponse:
    """Compiled within the request, over pipes: codes are never in a file (vault.md, Flows)."""
    from sebaya.papers.slips import slips_pdf

    slips = [{"name": p.name, "group": group, "username": p.username, "code": code} for p, code in made]
    adults = all(person.staff for person, _code in made)
    content = slips_pdf(viewer.community.name, _address(request, slug), slips, get_language() or "id", adults=adults)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="kode.pdf"'
    return response


def _address(request: HttpRequest, slug: str) -> str:
    return request.build_absolute_uri(reverse("accounts:activate", kwargs={"slug": slug}))


def _first_group(found: Person) -> str:
    return next((membership.group.name for membership in found.memberships.select_related("group")), "")
