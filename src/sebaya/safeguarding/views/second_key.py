"""The second key holder: reads the reason, not the conversation, and decides. And whoever reviews an envelope."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sebaya.accounts.models import Person
from sebaya.papers.sheets import emergency_sheet_pdf
from sebaya.safeguarding import access, actions, envelopes
from sebaya.safeguarding.actions import NotDecidable
from sebaya.safeguarding.models import Reveal
from sebaya.support import queries as support
from sebaya.ui import nav
from sebaya.vault import recovery
from sebaya.vault.errors import NoKey, Tampered


@require_http_methods(["GET", "HEAD", "POST"])
def decide(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Words of the reason, level and clocks. Name and contacts go to the asker alone."""
    person, reveal = access.to_decide_or_404(http, id)
    if http.method == "POST":
        return _decided(http, reveal)
    values = {
        "reveal": reveal,
        "words": actions.words_of(access.keyring(http), reveal),
        "flag": support.open_flag(reveal.request),
        "lapses": reveal.asked_at + actions.APPROVAL_LAPSES,
    }
    return render(http, "safeguarding/decide.html", values)


def _decided(http: HttpRequest, reveal: Reveal) -> HttpResponse:
    person, agreed = access.keeper(http), http.POST.get("answer") == "approve"
    try:
        if agreed:
            actions.approve(by=person, keyring=access.keyring(http), reveal=reveal)
        else:
            actions.refuse(by=person, reveal=reveal)
    except NotDecidable:
        messages.warning(http, _("Permintaan ini sudah diputuskan orang lain."))
    except NoKey:
        messages.warning(
            http,
            _(
                "Permintaan ini dibuat sebelum Bapak/Ibu menjadi pemegang kunci kedua. Pemegang lain yang bisa memutuskan."
            ),
        )
    except Tampered:
        messages.warning(http, _("Kunci dan permintaan tidak cocok. Beri tahu konselor lain dan operator."))
    else:
        messages.success(
            http,
            _("Disetujui. Namanya hanya terlihat oleh yang meminta.")
            if agreed
            else _("Ditolak. Yang meminta diberi tahu."),
        )
    return redirect(nav.place(http, "safeguarding:list"))


@require_http_methods(["GET", "HEAD", "POST"])
def envelope(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """An opened envelope is looked at by another adult on the next school day."""
    person, reveal = access.envelope_or_404(http, id)
    if http.method == "POST":
        try:
            actions.review_sheet(by=person, reveal=reveal)
        except NotDecidable:
            messages.warning(http, _("Yang membuka amplop tidak meninjau sendiri."))
        else:
            messages.success(http, _("Peninjauan tercatat."))
        return redirect(nav.place(http, "safeguarding:list"))
    own = reveal.asked_by_id == person.pk
    return render(
        http,
        "safeguarding/envelope.html",
        {"reveal": reveal, "own": own, "due": actions.review_due(reveal), "second": person.role_set.second_key},
    )


@require_http_methods(["GET", "HEAD", "POST"])
def new_envelope(http: HttpRequest, slug: str) -> HttpResponse:
    """A new envelope as a PDF, by somebody who holds the second halves anyway."""
    person = access.second(http)
    newest = envelopes.newest(person.community)
    if http.method == "POST":
        try:
            made = envelopes.renew(by=person, keyring=access.keyring(http), after=_number(http))
        except envelopes.MadeMeanwhile:
            messages.warning(http, _("Amplop baru sudah dibuat dari tekan pertama. Pakai unduhan itu."))
            return redirect(nav.place(http, "safeguarding:new_envelope"))
        return _envelope_pdf(person, made)
    values = {"newest": newest, "there": recovery.emergency_sheet(person.community) is not None}
    return render(http, "safeguarding/new_envelope.html", values)


def _number(http: HttpRequest) -> int:
    shown = http.POST.get("after", "")
    return int(shown) if shown.isascii() and shown.isdigit() and len(shown) < 9 else -1


def _envelope_pdf(person: Person, made: tuple[int, str]) -> HttpResponse:
    """Compiled within the request; the code is in no file, log or cache."""
    number, code = made
    content = emergency_sheet_pdf(person.community.name, number, code, get_language() or "id")
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="amplop-{number}.pdf"'
    response["Cache-Control"] = "no-store"
    return response
