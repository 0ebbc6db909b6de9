"""How an adult without an open page is reached: add, test, type the code back, remove."""

from typing import Any

from django.contrib import messages
from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sebaya.notices import access, actions
from sebaya.notices.actions import ChannelNotProved
from sebaya.notices.forms import ChannelForm, CodeForm
from sebaya.notices.models import Channel
from sebaya.notices.throttle import CODES, TESTS
from sebaya.ui import nav
from sebaya.ui.throttle import Throttle


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_adults
def channels(http: HttpRequest, person: Any) -> HttpResponse:
    form = ChannelForm(http.POST or None)
    if http.method == "POST" and form.is_valid() and not _too_soon(form, TESTS, person):
        channel = actions.add_channel(by=person, kind=form.cleaned_data["kind"], target=form.cleaned_data["target"])
        messages.success(http, _("Pesan uji sedang dikirim. Ketik kodenya di sini setelah sampai."))
        return redirect(nav.place(http, "notices:channel", id=channel.pk))
    values = {
        "form": form,
        "roles": person.role_set,
        "lines": [_line(each) for each in Channel.objects.filter(person=person).order_by("kind", "pk")],
    }
    return render(http, "notices/channels.html", values, status=422 if form.errors else 200)


def _line(channel: Channel) -> dict[str, Any]:
    return {"channel": channel, "target": shortened(actions.target_of(channel))}


def shortened(target: str) -> str:
    """Enough to know it again; a webhook's secret stays hidden."""
    if "://" in target:
        return target.split("?", 1)[0][:48]
    name, _at, host = target.partition("@")
    return f"{name[:2]}…@{host}"


@require_http_methods(["GET", "HEAD", "POST"])
@access.for_adults
def channel(http: HttpRequest, person: Any, id: str) -> HttpResponse:
    """The code of the test, typed back: only then does the channel count."""
    found = access.own_or_404(person, id)
    form = CodeForm(http.POST or None)
    if http.method == "POST" and form.is_valid() and _proved(person, found, form):
        messages.success(http, _("Saluran ini teruji."))
        return redirect(nav.place(http, "notices:channels"))
    values = {**_line(found), "form": form}
    return render(http, "notices/channel.html", values, status=422 if form.errors else 200)


def _proved(person: Any, found: Channel, form: CodeForm) -> bool:
    if _too_soon(form, CODES, found):
        return False
    try:
        actions.prove(by=person, channel=found, code=form.cleaned_data["code"])
    except ChannelNotProved:
        form.add_error("code", _("Kode ini tidak cocok. Pakai kode dari pesan uji yang terakhir."))
        return False
    CODES.succeeded(found.pk)
    return True


def _too_soon(form: Form, throttle: Throttle, whose: Model) -> bool:
    """Counts this try; says so in the form when it comes too early."""
    wait = throttle.enter(str(whose.pk))
    if wait:
        form.add_error(None, _slower(wait))
    return bool(wait)


def _slower(wait: int) -> str:
    return _("Terlalu cepat. Coba lagi dalam %(n)s detik.") % {"n": wait}


@require_POST
@access.for_adults
def test(http: HttpRequest, person: Any, id: str) -> HttpResponse:
    found = access.own_or_404(person, id)
    if wait := TESTS.enter(str(person.pk)):
        messages.warning(http, _slower(wait))
        return redirect(nav.place(http, "notices:channel", id=id))
    actions.send_test(by=person, channel=found)
    messages.success(http, _("Pesan uji sedang dikirim. Ketik kodenya di sini setelah sampai."))
    return redirect(nav.place(http, "notices:channel", id=id))


@require_POST
@access.for_adults
def remove(http: HttpRequest, person: Any, id: str) -> HttpResponse:
    actions.remove_channel(by=person, channel=access.own_or_404(person, id))
    messages.success(http, _("Saluran dihapus."))
    return redirect(nav.place(http, "notices:channels"))
