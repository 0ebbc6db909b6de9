"""Import and export of the roster, for the coordinator: file → preview → confirmation."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sebaya.accounts import access
from sebaya.accounts.roster import draft, preview
from sebaya.accounts.roster.actions import Outcome, import_roster
from sebaya.accounts.roster.errors import RosterError
from sebaya.accounts.roster.export import export_roster
from sebaya.accounts.roster.forms import ConfirmForm, FileForm
from sebaya.accounts.roster.reader import check
from sebaya.audit.record import record
from sebaya.communities import clock
from sebaya.ui.nav import place


def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """The file is read in memory, checked and shown; nothing is written."""
    viewer = access.staff(request, "coordinator")
    form = FileForm(request.POST, request.FILES) if request.method == "POST" else FileForm()
    if not form.is_valid():
        return render(request, "accounts/roster/choose.html", {"form": form})
    try:
        report = check(form.cleaned_data["file"], clock.local(viewer.community).date())
        sealed = draft.pack(report, viewer)
    except RosterError as error:
        form.add_error("file", str(error))
        return render(request, "accounts/roster/choose.html", {"form": form})
    context = preview.context(viewer.community, report)
    return render(request, "accounts/roster/preview.html", {**context, "draft": sealed})


@require_POST
def write(request: HttpRequest, slug: str) -> HttpResponse:
    """Writes what was shown. A second click finds everything done and changes nothing."""
    viewer = access.staff(request, "coordinator")
    form = ConfirmForm(request.POST)
    again = HttpResponseRedirect(place(request, "roster:choose"))
    if not form.is_valid():
        messages.error(request, _("Belum ada yang diimpor. Pilih berkasnya lagi."))
        return again
    try:
        report = draft.unpack(form.cleaned_data["draft"], viewer)
        outcome = import_roster(
            by=viewer, community=viewer.community, file=report, skip_bad=form.cleaned_data["skip_bad"]
        )
    except RosterError as error:
        messages.error(request, str(error))
        return again
    _tell(request, outcome)
    return HttpResponseRedirect(place(request, "accounts:people"))


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    messages.success(request, outcome.in_words())
    if outcome.contacts_skipped_reason:
        messages.warning(request, outcome.contacts_skipped_reason)


@require_POST
def export(request: HttpRequest, slug: str) -> HttpResponse:
    """A POST, because it is recorded: the list leaves the house."""
    viewer = access.staff(request, "coordinator")
    content = export_roster(viewer.community)
    record("roster.export", community=viewer.community, by=viewer)
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="daftar-warga.csv"'
    return response
