"""The adult who needs a name: asking, waiting, opening, the emergency envelope."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sebaya.safeguarding import access, actions, people, queries
from sebaya.safeguarding.actions import NobodyCanApprove, NotDecidable
from sebaya.safeguarding.forms import AskForm, SheetForm
from sebaya.safeguarding.models import Reveal, RevealState
from sebaya.support import access as support
from sebaya.ui import nav
from sebaya.vault import recovery
from sebaya.vault.errors import NoKey, Tampered, WrongSecret


@require_http_methods(["GET", "HEAD", "POST"])
def ask(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """What happens is said first; then the reason, and words for the other person alone."""
    seen = support.staff_talk(http, id)
    form = AskForm(http.POST or None)
    if http.method == "POST" and form.is_valid():
        return _asked(http, seen, form)
    earlier = list(queries.of_request(seen.person, seen.request)[:10])
    values = {
        "talk": seen.request,
        "form": form,
        "earlier": earlier,
        "back": nav.place(http, "support:staff_talk", id=id),
    }
    values["deciders"] = [each.person for each in _others(seen)]
    return render(http, "safeguarding/ask.html", values, status=422 if form.errors else 200)


def _others(seen: support.Talk) -> list[Any]:
    return [each for each in actions.deciders(seen.keyring, seen.request) if each.person_id != seen.person.pk]


def _asked(http: HttpRequest, seen: support.Talk, form: AskForm) -> HttpResponse:
    values = {"reason": form.cleaned_data["reason"], "words": form.cleaned_data["words"].text}
    try:
        reveal = actions.ask(by=seen.person, keyring=seen.keyring, request=seen.request, **values)
    except NobodyCanApprove:
        messages.warning(
            http, _("Tidak ada pemegang kunci kedua yang boleh memutuskan. Bila mendesak, buka amplop darurat.")
        )
        return redirect(nav.place(http, "safeguarding:sheet", id=seen.request.pk))
    except NoKey:
        messages.warning(
            http, _("Kunci pertama belum sampai kepada Bapak/Ibu. Minta konselor membuka Sebaya, lalu coba lagi.")
        )
        return redirect(nav.place(http, "safeguarding:ask", id=seen.request.pk))
    return redirect(nav.place(http, "safeguarding:reveal", id=reveal.pk))


@require_http_methods(["GET", "HEAD", "POST"])
def reveal(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """The asker's page: waiting, refused, lapsed, or the name. Opening is one press, and the student sees it."""
    person, found = access.asked_or_404(http, id)
    if http.method == "POST":
        _open(http, found)
        return redirect(nav.place(http, "safeguarding:reveal", id=id))
    values: dict[str, Any] = {"reveal": found, "lapses": _lapses(found), "named": None}
    if found.state == RevealState.OPENED:
        values |= _named(http, found)
    return render(http, "safeguarding/reveal.html", values)


def _open(http: HttpRequest, found: Reveal) -> None:
    person = access.keeper(http)
    try:
        actions.open_name(by=person, keyring=access.keyring(http), reveal=found)
    except NotDecidable:
        messages.warning(http, _("Permintaan ini tidak bisa dibuka lagi."))


def _named(http: HttpRequest, found: Reveal) -> dict[str, Any]:
    named = actions.open_name(by=access.keeper(http), keyring=access.keyring(http), reveal=found)
    classes = list(named.person.memberships.select_related("group")) if named.person else []
    return {"named": named, "classes": classes, "contacts": people.arranged(named.contacts)}


def _lapses(found: Reveal) -> Any:
    return (found.decided_at or found.asked_at) + actions.APPROVAL_LAPSES


@require_http_methods(["GET", "HEAD", "POST"])
def sheet(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Nobody answers: the sealed envelope. Everybody learns that it was opened."""
    seen = support.staff_talk(http, id)
    form = SheetForm(http.POST or None)
    if http.method == "POST" and form.is_valid():
        opened = _with_sheet(seen, form)
        if opened is not None:
            return redirect(nav.place(http, "safeguarding:reveal", id=opened.pk))
    values = {"talk": seen.request, "form": form, "back": nav.place(http, "safeguarding:ask", id=id)}
    return render(http, "safeguarding/sheet.html", values, status=422 if form.errors else 200)


def _with_sheet(seen: support.Talk, form: SheetForm) -> Reveal | None:
    try:
        return actions.open_with_sheet(by=seen.person, keyring=seen.keyring, request=seen.request, **form.cleaned_data)
    except WrongSecret:
        form.add_error("code", _("Kode ini tidak membuka amplop sekolah ini. Periksa lagi huruf demi huruf."))
    except NoKey:
        form.add_error(
            "code", _("Amplop ini dibuat setelah permintaan itu, atau kunci pertama belum sampai kepada Bapak/Ibu.")
        )
    except Tampered:
        form.add_error("code", _("Kunci dan permintaan tidak cocok. Beri tahu konselor lain dan operator."))
    return None


@require_safe
def mine(http: HttpRequest, slug: str) -> HttpResponse:
    """Everything about names that concerns this person."""
    person = access.keeper(http)
    values = {
        "asked": list(queries.asked_by(person)[:40]),
        "to_decide": list(queries.to_decide(person)[:40]),
        "envelopes": list(queries.envelopes(person)[:40]) if access.reviews(person) else [],
        "second": person.role_set.second_key,
        "envelope": recovery.emergency_sheet(person.community),
    }
    return render(http, "safeguarding/list.html", values)
