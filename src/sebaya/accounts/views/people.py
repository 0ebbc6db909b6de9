"""The people of the community, their roles and their codes: for coordinators and counsellors."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sebaya.accounts import access, actions, queries
from sebaya.accounts.errors import Refused
from sebaya.accounts.forms import ROLE_LABELS, ClassSlipsForm, PeopleForm, RolesForm
from sebaya.accounts.models import Group, Person, SlipKind
from sebaya.ui.lists import paged

READERS = ("coordinator", "counsellor")


def people(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = access.staff(request, *READERS)
    groups = list(queries.groups(viewer.community))
    form = PeopleForm(groups, request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    page = paged(request, queries.people(viewer.community, **wanted))
    rows = [(found, ", ".join(filter(None, [_groups_of(found), *_roles_of(found)]))) for found in page]
    context = {"form": form, "page": page, "rows": rows, "may_import": viewer.role_set.coordinator}
    return render(request, "accounts/people.html", context)


def person(request: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    viewer = access.staff(request, *READERS)
    found = access.person_or_404(request, person_id)
    context = {
        "found": found,
        "groups": _groups_of(found),
        "roles": _roles_of(found),
        "may_change": viewer.role_set.coordinator and viewer.pk != found.pk,
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


@require_POST
def slip(request: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """One code, shown once: to activate, or to come back after a forgotten password."""
    viewer = access.staff(request, *READERS)
    found = access.person_or_404(request, person_id)
    kind = SlipKind.RESET if found.activated else SlipKind.ACTIVATE
    try:
        [(_person, code)] = actions.make_slips(by=viewer, people=[found], kind=kind)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return _to_person(slug, found)
    context = {
        "found": found,
        "code": code,
        "again": kind == SlipKind.RESET,
        "address": _address(request, slug),
    }
    return render(request, "accounts/slip.html", context)


def class_slips(request: HttpRequest, slug: str) -> HttpResponse:
    """A sheet of codes for everyone of a class who has not activated yet."""
    viewer = access.staff(request, *READERS)
    form = ClassSlipsForm(queries.groups(viewer.community), request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "accounts/class_slips.html", {"form": form})
    group = form.cleaned_data["group"]
    made = actions.make_slips(by=viewer, people=queries.waiting_for_slip(group), kind=SlipKind.ACTIVATE)
    if not made:
        form.add_error("group", _("Semua di kelas ini sudah aktif."))
        return render(request, "accounts/class_slips.html", {"form": form})
    return _pdf(request, slug, viewer, group, made)


def _pdf(request: HttpRequest, slug: str, viewer: Person, group: Group, made: list[tuple[Person, str]]) -> HttpResponse:
    """Compiled within the request, over pipes: codes are never in a file (vault.md, Flows)."""
    from sebaya.papers.slips import slips_pdf

    slips = [{"name": p.name, "group": group.name, "username": p.username, "code": code} for p, code in made]
    content = slips_pdf(viewer.community.name, _address(request, slug), slips, get_language() or "id")
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'attachment; filename="kode.pdf"'
    return response


def _address(request: HttpRequest, slug: str) -> str:
    return request.build_absolute_uri(reverse("accounts:activate", kwargs={"slug": slug}))


def _groups_of(found: Person) -> str:
    return ", ".join(membership.group.name for membership in found.memberships.all())


def _roles_of(found: Person) -> list[str]:
    return [str(label) for code, label in ROLE_LABELS.items() if getattr(found.role_set, code)]


def _to_person(slug: str, found: Person) -> HttpResponse:
    return HttpResponseRedirect(reverse("accounts:person", kwargs={"slug": slug, "person_id": found.pk}))
