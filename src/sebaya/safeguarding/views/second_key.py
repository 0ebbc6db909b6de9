"""The second key holder: reads the reason, not the conversation, and decides. And whoever reviews an envelope."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sebaya.safeguarding import access, actions
from sebaya.safeguarding.actions import NotDecidable
from sebaya.safeguarding.models import Reveal
from sebaya.support import queries as support
from sebaya.ui import nav
from sebaya.vault.errors import NoKey


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
            messages.success(http, _("Peninjauan tercatat. Ganti amplop darurat dengan yang baru."))
        return redirect(nav.place(http, "safeguarding:list"))
    own = reveal.asked_by_id == person.pk
    return render(http, "safeguarding/envelope.html", {"reveal": reveal, "own": own, "due": actions.review_due(reveal)})
