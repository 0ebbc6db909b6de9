"""The people of the community and their roles: for coordinators and counsellors."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sebaya.accounts import access, actions, queries, second_factor
from sebaya.accounts.errors import Refused
from sebaya.accounts.forms import ROLE_LABELS, PeopleForm, RolesForm
from sebaya.accounts.models import Person
from sebaya.ui.lists import paged

READERS = ("coordinator", "counsellor")


def people(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = access.staff(request, *READERS)
    groups = list(queries.groups(viewer.community))
    form = PeopleForm(groups, request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = paged(request, queries.people(viewer.community, **wanted))
    rows = [(found, ", ".join(filter(None, [_groups_of(found), *_roles_of(found)]))) for found in page]
    context = {"form": form, "page": page, "rows": rows, "may_add": viewer.role_set.coordinator}
    return render(request, "accounts/people.html", context)


def person(request: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    viewer = access.staff(request, *READERS)
    found = access.person_or_404(request, person_id)
    context = {
        "found": found,
        "groups": _groups_of(found),
        "roles": _roles_of(found),
        "may_change": viewer.role_set.coordinator and viewer.pk != found.pk,
        "may_correct": viewer.role_set.coordinator,
        "new": "baru" in request.GET,
        "has_factor": found.keeps_log and second_factor.is_set_up(found),
        "may_erase": viewer.role_set.coordinator and not found.staff and not found.is_active,
        "may_slip": found.is_active and not (found.staff and found.activated),
    }
    return render(request, "accounts/person.html", context)


def roles(request: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    viewer = access.staff(request, "coordinator")
    found = access.person_or_404(request, person_id)
    form = RolesForm(found, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_roles(by=viewer, person=found, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Peran sudah disimpan."))
            return _to_person(slug, found)
    return render(request, "accounts/roles.html", {"form": form, "found": found})


@require_POST
def status(request: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """Suspended, back again, or gone."""
    viewer = access.staff(request, "coordinator")
    found = access.person_or_404(request, person_id)
    change = {"suspend": actions.suspend, "reinstate": actions.reinstate, "leave": actions.leave}.get(
        request.POST.get("change", "")
    )
    if change is None:
        return _to_person(slug, found)
    try:
        change(by=viewer, person=found)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _to_person(slug, found)
    messages.success(request, _("Sudah diubah."))
    return _to_person(slug, found)


def _groups_of(found: Person) -> str:
    return ", ".join(membership.group.name for membership in found.memberships.all())


def _roles_of(found: Person) -> list[str]:
    return [str(label) for code, label in ROLE_LABELS.items() if getattr(found.role_set, code)]


def _to_person(slug: str, found: Person) -> HttpResponse:
    return HttpResponseRedirect(reverse("accounts:person", kwargs={"slug": slug, "person_id": found.pk}))
