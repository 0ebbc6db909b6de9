"""Signing in and out: for everyone."""

from typing import Any

from allauth.account.adapter import get_adapter
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from sebaya import live
from sebaya.accounts import (
    actions,
    almanac,
    cookies,
    entrance,
    kept_drafts,
    known,
    live_access,
    phones,
    throttle,
    turns,
    unsent,
)
from sebaya.accounts.backend import KeyholderBackend
from sebaya.accounts.forms import PinForm, SignInForm
from sebaya.accounts.middleware import end
from sebaya.accounts.models import Person
from sebaya.accounts.models.people import login_of
from sebaya.accounts.views.unsent import again
from sebaya.audit.record import record
from sebaya.communities.middleware import community_or_404
from sebaya.communities.models import Community
from sebaya.ui.context import NEUTRAL
from sebaya.ui.headers import leave as empty_browser
from sebaya.vault import devices
from sebaya.vault.errors import WrongSecret

INSTEAD = "sandi"  # ?cara=sandi on a phone that has a PIN


@sensitive_post_parameters("password", "pin")
def sign_in(request: HttpRequest, slug: str) -> HttpResponse:
    community = community_or_404(request)
    if request.person is not None:  # type: ignore[attr-defined]
        return HttpResponseRedirect(f"/{slug}/")
    if request.method == "POST":
        return _by_pin(request, community) if "pin" in request.POST else _by_password(request, community)
    start = {"next": request.GET.get("next", "")}
    if request.GET.get("cara") != INSTEAD and phones.of(request, community):
        return _page(request, PinForm(initial=start))
    return _page(request, SignInForm(initial=start))


@sensitive_variables("form")
def _by_password(request: HttpRequest, community: Community) -> HttpResponse:
    form = SignInForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    login = login_of(community.slug, form.cleaned_data["username"])
    where = known.bucket(request, login)
    if wait := throttle.passwords.enter(*where, browser=turns.of(request)):
        return _page(request, form, too_soon(wait), status=429)
    adapter = get_adapter(request)
    person = adapter.authenticate(request, username=login, password=form.cleaned_data["password"])
    if person is None:
        record_failure(community, throttle.passwords.token(*where), throttle.passwords.count(*where))
        return _page(request, form, _wrong_password())
    throttle.passwords.succeeded(*where)
    return _welcome(request, person, request.unlocked, form.cleaned_data["next"])  # type: ignore[attr-defined]


def _by_pin(request: HttpRequest, community: Community) -> HttpResponse:
    form = PinForm(request.POST)
    if phones.of(request, community) is None:
        return _pin_is_over(request)
    if not form.is_valid():
        return _page(request, form)
    try:
        holder, private = devices.unlock(
            phones.secret_of(request) or b"", form.cleaned_data["pin"], timezone.localdate()
        )
    except WrongSecret:
        return _wrong_pin(request, community, form)
    person = KeyholderBackend().get_user(holder.person_id or "")
    if person is None:
        return _pin_is_over(request)
    return _welcome(request, person, private, form.cleaned_data["next"])


def _wrong_pin(request: HttpRequest, community: Community, form: PinForm) -> HttpResponse:
    record_failure(community, "pin", 1)
    phone = phones.of(request, community)
    if phone is None:
        return _pin_is_over(request)
    words = _("PIN salah. Sisa %(n)s percobaan, lalu masuk pakai kata sandi.") % {"n": phone.copy.tries_left}
    return _page(request, form, words)


def _pin_is_over(request: HttpRequest) -> HttpResponse:
    actions.forget_phone(by=None, secret=phones.secret_of(request))
    words = _("PIN di HP ini sudah tidak berlaku. Masuk pakai kata sandi, lalu buat PIN baru.")
    carried = {name: request.POST.get(name, "") for name in ("next", "unsent")}
    response = _page(request, SignInForm(initial=carried), words, notice=True)
    cookies.drop(response, cookies.PHONE)
    return response


def _welcome(request: HttpRequest, person: Person, private: bytes, next_url: str) -> HttpResponse:
    next_url = entrance.own_address(request, person.community, next_url)
    if not next_url and entrance.offers_phone(request, person):
        next_url = f"/{person.community.slug}/akun-saya/hp/"
    response = entrance.enter(request, person, private, next_url)
    left = unsent.unpack(request.POST.get("unsent", ""), person)
    return again(request, left, person, response) if left and entrance.is_complete(request) else response


def too_soon(seconds: int) -> str:
    return _("Terlalu cepat. Coba lagi dalam %(n)s detik.") % {"n": seconds}


def _wrong_password() -> str:
    return _("Nama pengguna atau kata sandi belum cocok. Periksa lagi, atau minta kode baru ke BK atau wali kelas.")


def record_failure(community: Community, bucket: str, count: int) -> None:
    """Outside of any transaction, so that it stays: how often, never who."""
    record("signin.failed", community=community, bucket=bucket, count=count)


def _page(request: HttpRequest, form: Form, wrong: str = "", notice: bool = False, status: int = 200) -> HttpResponse:
    if wrong and form.is_bound:
        form.add_error(None, wrong)
    context: dict[str, Any] = {
        "form": form,
        "by_pin": isinstance(form, PinForm),
        "word": wrong if notice else "",
    }
    return turns.give(request, render(request, "accounts/sign_in.html", context, status=status))


@csrf_exempt  # must work from a page of any age; other sites cannot send our Lax cookies with a POST
@require_POST
def sign_out(request: HttpRequest, slug: str) -> HttpResponse:
    _end(request)
    return empty_browser(HttpResponseRedirect(f"/{slug}/masuk/", status=303))


@csrf_exempt  # as above
@require_POST
def leave(request: HttpRequest, slug: str) -> HttpResponse:
    """Quick exit: signed out, browser emptied, an ordinary page on the screen."""
    response = empty_browser(HttpResponseRedirect(f"/{slug}/{NEUTRAL}", status=303))
    kept_drafts.keep(request, response)
    _end(request)
    return response


def _end(request: Any) -> None:
    if request.person is not None:
        live.revoke(live_access.key_of(request.person.pk))
    end(request)


def neutral(request: HttpRequest, slug: str) -> HttpResponse:
    """What anybody may see on the screen: a week of lessons."""
    community = community_or_404(request)
    return render(request, "accounts/neutral.html", almanac.week(community))


def installation_sign_in(request: Any) -> HttpResponse:
    """Where allauth sends people whose second factor took too long: back to their own sign-in page."""
    community = request.community or Community.objects.order_by("name").first()
    return HttpResponseRedirect(f"/{community.slug}/masuk/" if community else "/")
