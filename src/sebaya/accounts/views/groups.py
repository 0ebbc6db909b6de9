"""Classes, rooms, departments and clubs, by hand: for the coordinator."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sebaya.accounts import access, actions, queries
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import Group
from sebaya.accounts.people_forms import GroupForm


@require_safe
def all_groups(request: HttpRequest, slug: str) -> HttpResponse:
    viewer = access.staff(request, "coordinator")
    return render(request, "accounts/groups.html", {"groups": queries.groups_with_counts(viewer.community)})


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, slug: str) -> HttpResponse:
    """Two presses add one group."""
    viewer = access.staff(request, "coordinator")
    key = request.POST.get("key", "")
    if actions.added_group(by=viewer, key=key) is not None:
        return _to_groups(slug)
    form = GroupForm(viewer.community, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            group = actions.add_group(by=viewer, key=key, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(name)s ditambahkan.") % {"name": group.name})
            return _to_groups(slug)
    return _ask(request, form, None)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, slug: str, group_id: str) -> HttpResponse:
    viewer = access.staff(request, "coordinator")
    group = access.group_or_404(request, group_id)
    form = GroupForm(viewer.community, request.POST or None, group=group)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_group(by=viewer, group=group, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            messages.success(request, _("%(name)s sudah diubah.") % {"name": group.name})
            return _to_groups(slug)
    return _ask(request, form, group)


def _ask(request: HttpRequest, form: GroupForm, group: Group | None) -> HttpResponse:
    context = {"form": form, "group": group}
    return render(request, "accounts/group.html", context, status=422 if form.errors else 200)


def _to_groups(slug: str) -> HttpResponse:
    return HttpResponseRedirect(reverse("accounts:groups", kwargs={"slug": slug}))
