"""One person at a time, added and corrected by hand: for the coordinator."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sebaya.accounts import access, actions, second_factor
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import Person
from sebaya.accounts.people_forms import PersonForm

NEW = "?baru=1"  # the person's page then offers to add another one


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Somebody new; then on to their page, where the slip is printed. Two presses add one person."""
    viewer = access.staff(request, "coordinator")
    key = request.POST.get("key", "")
    there = actions.added_person(by=viewer, key=key)
    if there is not None:
        return _to(slug, there, NEW)
    form = PersonForm(viewer.community, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            person = actions.add_person(by=viewer, key=key, **form.values())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            words = _("%(name)s ditambahkan dengan nama pengguna %(user)s. Berikutnya: cetak slipnya.")
            messages.success(request, words % {"name": person.name, "user": person.username})
            return _to(slug, person, NEW)
    return render(request, "accounts/person_new.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """A name that was typed wrongly, another class."""
    viewer = access.staff(request, "coordinator")
    found = access.person_or_404(request, person_id)
    before = found.name
    form = PersonForm(viewer.community, request.POST or None, person=found)
    if request.method == "POST" and form.is_valid():
        try:
            actions.correct_person(by=viewer, person=found, **form.values())
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("Data orang ini sudah diubah."))
            return _to(slug, found)
    context = {"form": form, "found": found, "title": before}
    return render(request, "accounts/person_edit.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def lost_factor(request: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """A lost phone: the second factor comes off, its owner sets up a new one at the next sign-in."""
    viewer = access.staff(request, "coordinator")
    found = access.person_or_404(request, person_id)
    if request.method != "POST":
        context = {"found": found, "own": found.pk == viewer.pk, "has": second_factor.is_set_up(found)}
        return render(request, "accounts/person_factor.html", context)
    try:
        actions.release_second_factor(by=viewer, person=found)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Kode kedua dilepas. Orangnya memasang yang baru saat masuk berikutnya."))
    return _to(slug, found)


def _to(slug: str, found: Person, more: str = "") -> HttpResponse:
    return HttpResponseRedirect(reverse("accounts:person", kwargs={"slug": slug, "person_id": found.pk}) + more)
