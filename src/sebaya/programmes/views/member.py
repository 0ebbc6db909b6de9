"""What is recorded about one member: consents with their evidence, and holds."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sebaya.accounts.models import Person
from sebaya.programmes import access, actions
from sebaya.programmes.forms import ConsentForm, HoldForm
from sebaya.programmes.models import Consent, ConsentKind, HoldReason
from sebaya.ui import nav


@require_http_methods(["GET", "HEAD", "POST"])
def consents(http: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    member = access.member_or_404(http, person_id)
    given = list(
        Consent.objects.filter(person=member, withdrawn_on=None).select_related("recorded_by").order_by("kind")
    )
    missing = [kind for kind in ConsentKind if kind not in {each.kind for each in given}]
    form = ConsentForm(http.POST or None, missing=missing)
    if http.method == "POST" and form.is_valid():
        actions.record_consent(by=access.runner(http), person=member, **form.cleaned_data)
        messages.success(http, _("Persetujuan tercatat."))
        return _to(http, "programmes:consents", member)
    earlier = Consent.objects.filter(person=member, withdrawn_on__isnull=False).order_by("-withdrawn_on")
    values = {"member": member, "given": given, "missing": missing, "earlier": earlier, "form": form}
    return render(http, "programmes/consents.html", values, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(http: HttpRequest, slug: str, person_id: str, kind: str) -> HttpResponse:
    """Withdrawing is always possible and holds the supporter at once."""
    member = access.member_or_404(http, person_id)
    if http.method != "POST":
        back = nav.place(http, "programmes:consents", person_id=member.pk)
        return render(http, "programmes/withdraw.html", {"member": member, "kind": _label(kind), "back": back})
    actions.withdraw_consent(by=access.runner(http), person=member, kind=kind)
    messages.success(http, _("Persetujuan ditarik. Tawaran baru berhenti."))
    return _to(http, "programmes:consents", member)


def _label(kind: str) -> str:
    return str(dict(ConsentKind.choices).get(kind, ""))


@require_http_methods(["GET", "HEAD", "POST"])
def hold(http: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """No new offers for a while; conversations that run go on."""
    member = access.member_or_404(http, person_id)
    form = HoldForm(http.POST or None)
    if http.method == "POST" and form.is_valid():
        actions.hold(by=access.runner(http), person=member, **form.cleaned_data)
        messages.success(http, _("%(name)s tidak mendapat tawaran baru.") % {"name": member.name})
        return _to(http, "training:candidate", member)
    back = nav.place(http, "training:candidate", person_id=member.pk)
    return render(
        http, "programmes/hold.html", {"member": member, "form": form, "back": back}, status=422 if form.errors else 200
    )


@require_POST
def lift(http: HttpRequest, slug: str, person_id: str) -> HttpResponse:
    """Ends one hold. Training and consent end by what they wait for, not by hand."""
    member = access.member_or_404(http, person_id)
    reason = http.POST.get("reason", "")
    if reason in (HoldReason.TRAINING, HoldReason.CONSENT) or reason not in HoldReason.values:
        messages.warning(http, _("Penahanan ini berakhir sendiri bila syaratnya lengkap."))
        return _to(http, "training:candidate", member)
    actions.lift(by=access.runner(http), person=member, reason=reason)
    messages.success(http, _("Penahanan dicabut."))
    return _to(http, "training:candidate", member)


def _to(http: HttpRequest, name: str, member: Person) -> HttpResponse:
    return redirect(nav.place(http, name, person_id=member.pk))
