"""The second factor: allauth's pages, in our words and with our brakes. For staff and supporters.

A plain member has none: its rows would carry the time of every use (vault.md, Unlinkability).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import is_reauthentication_required
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.flows import generate_recovery_codes
from allauth.mfa.totp.views import ActivateTOTPView, DeactivateTOTPView
from allauth.mfa.webauthn.views import (
    AddWebAuthnView,
    ListWebAuthnView,
    ReauthenticateWebAuthnView,
    RemoveWebAuthnView,
)
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode

from sebaya.accounts import known, second_factor, throttle
from sebaya.accounts.middleware import end
from sebaya.accounts.models import Person
from sebaya.accounts.views.entrance import record_failure, too_soon

PAGES = "accounts/second_factor"
TRIES = 10  # wrong codes in one pending sign-in; then the password is asked for again

View = Callable[..., HttpResponse]


def for_those_who_have_one(view: View) -> View:
    """Signed in, and staff or supporter."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        person = _person(request)
        if person is None:
            return HttpResponseRedirect(reverse("account_login"))
        if not person.keeps_log:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def with_fresh_code(view: View) -> View:
    """Changing what exists needs a code of just now.

    allauth would keep a refused POST, with all its cookies, in the sign-in row; this comes before it.
    """

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        methods = get_adapter(request).get_reauthentication_methods(request.user)
        if methods and is_reauthentication_required(request, app="allauth.mfa"):
            return HttpResponseRedirect(f"{methods[0]['url']}?{urlencode({'next': request.path})}")
        return view(request, *args, **kwargs)

    return guarded


def over_tls(view: View) -> View:
    """Browsers know passkeys only there."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not settings.SEBAYA_HTTPS:
            raise Http404
        return view(request, *args, **kwargs)

    return guarded


def _person(request: Any) -> Person | None:
    person: Person | None = request.person
    return person


class Brakes:
    """Wrong codes cost time, and in the end the password again."""

    request: Any
    braked: int = 0

    def who(self) -> tuple[str, str]:
        return known.bucket(self.request, self.tried_person().login)

    def tried_person(self) -> Person:
        raise NotImplementedError

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if wait := throttle.second_factors.enter(*self.who()):
            return self.too_soon(wait)
        return super().post(request, *args, **kwargs)  # type: ignore[misc]

    def too_soon(self, wait: int) -> HttpResponse:
        context = {"word": too_soon(wait)}
        return render(self.request, f"{PAGES}/wait.html", context, status=429)

    def form_invalid(self, form: Any) -> HttpResponse:
        who, brake = self.who(), throttle.second_factors
        record_failure(self.tried_person().community, brake.token(*who), brake.count(*who))
        return super().form_invalid(form)  # type: ignore[misc]

    def form_valid(self, form: Any) -> HttpResponse:
        throttle.second_factors.succeeded(*self.who())
        return super().form_valid(form)  # type: ignore[misc]


class Authenticate(Brakes, AuthenticateView):
    template_name = f"{PAGES}/authenticate.html"

    def tried_person(self) -> Person:
        return self.stage.login.user

    def _build_forms(self) -> Any:
        posted = super()._build_forms()
        types = Authenticator.objects.filter(user=self.tried_person()).values_list("type", flat=True)
        if not settings.SEBAYA_HTTPS or Authenticator.Type.WEBAUTHN not in set(types):
            self.webauthn_form = None
        return posted

    def form_invalid(self, form: Any) -> HttpResponse:
        tries = self.request.session["tries"] = self.request.session.get("tries", 0) + 1
        if tries < TRIES:
            return super().form_invalid(form)
        end(self.request)
        return HttpResponseRedirect(reverse("account_login"))


class Reauthenticate(Brakes, ReauthenticateView):
    template_name = f"{PAGES}/reauthenticate.html"

    def tried_person(self) -> Person:
        return self.request.user


class Activate(ActivateTOTPView):
    template_name = f"{PAGES}/activate.html"

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        second_factor.added(self.request, self.request.user, "totp", self.did_generate_recovery_codes)
        return response


class Deactivate(DeactivateTOTPView):
    template_name = f"{PAGES}/deactivate.html"

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        second_factor.removed(self.request, self.request.user, "totp")
        return response


class AddPasskey(AddWebAuthnView):
    template_name = f"{PAGES}/passkey_add.html"

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        second_factor.added(self.request, self.request.user, "webauthn", self.did_generate_recovery_codes)
        return response


class RemovePasskey(RemoveWebAuthnView):
    template_name = f"{PAGES}/passkey_remove.html"

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        second_factor.removed(self.request, self.request.user, "webauthn")
        return response


authenticate = Authenticate.as_view()
reauthenticate = for_those_who_have_one(Reauthenticate.as_view())
activate = for_those_who_have_one(with_fresh_code(Activate.as_view()))
deactivate = for_those_who_have_one(with_fresh_code(Deactivate.as_view()))
passkeys = over_tls(for_those_who_have_one(ListWebAuthnView.as_view(template_name=f"{PAGES}/passkeys.html")))
add_passkey = over_tls(for_those_who_have_one(with_fresh_code(AddPasskey.as_view())))
remove_passkey = over_tls(for_those_who_have_one(with_fresh_code(RemovePasskey.as_view())))
reauthenticate_passkey = over_tls(
    for_those_who_have_one(ReauthenticateWebAuthnView.as_view(template_name=f"{PAGES}/passkey_reauthenticate.html"))
)


@for_those_who_have_one
def index(request: Any) -> HttpResponse:
    """Everything about the second factor stands on the account page."""
    return HttpResponseRedirect(f"/{request.person.community.slug}/akun-saya/")


@for_those_who_have_one
def codes(request: Any) -> HttpResponse:
    """Spare codes for a lost phone: shown while they are fresh, until "sudah disimpan"."""
    if request.method != "POST":
        return render(request, f"{PAGES}/codes.html", _codes(request))
    if "kept" in request.POST:
        request.session.pop(second_factor.FRESH_CODES, None)
        return HttpResponseRedirect(_after_codes(request.person))
    return _new_codes(request)


@with_fresh_code
def _new_codes(request: Any) -> HttpResponse:
    if not second_factor.is_set_up(request.person):
        return HttpResponseRedirect(reverse("mfa_activate_totp"))
    generate_recovery_codes(request)
    request.session[second_factor.FRESH_CODES] = True
    return HttpResponseRedirect(reverse("mfa_view_recovery_codes"))


def _codes(request: Any) -> dict[str, Any]:
    row = Authenticator.objects.filter(user=request.person, type=Authenticator.Type.RECOVERY_CODES).first()
    unused = row.wrap().get_unused_codes() if row else []
    fresh = bool(request.session.get(second_factor.FRESH_CODES))
    return {"codes": unused if fresh else [], "left": len(unused)}


def _after_codes(person: Person) -> str:
    here = f"/{person.community.slug}/"
    return here if not person.staff or person.keyholder.recovery_wrapped else f"{here}akun-saya/kunci/"


@for_those_who_have_one
def download_codes(request: Any) -> HttpResponse:
    fresh = _codes(request)["codes"]
    if not fresh:
        raise Http404
    response = HttpResponse("\n".join(fresh) + "\n", content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="kode.txt"'
    return response
