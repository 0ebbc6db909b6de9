"""The second factor: who must have one, and whether this sign-in has passed it."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sebaya.accounts.models import Person
from sebaya.audit.record import record

PASSED = "second"
FRESH_CODES = "fresh_codes"  # spare codes were just made and may be shown
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
MEANWHILE = ("/akun/", "/static/", "/bahasa/")  # what somebody may open before it is set up
MEANWHILE_HERE = ("keluar/", "keluar-cepat/", "belajar/", "bahasa/", "bantuan/", "events", "masuk/")


def missing(session: Any, person: Person) -> bool:
    """Whether this sign-in still owes the second factor that the person's roles ask for."""
    return person.role_set.needs_second_factor and not session.get(PASSED)


def is_set_up(person: Person) -> bool:
    return Authenticator.objects.filter(user=person, type__in=FACTORS).exists()


def note(request: Any, person: Person) -> None:
    """At the end of signing in: remembers whether it went through the second factor."""
    if any(record.get("method") == "mfa" for record in get_authentication_records(request, person)):
        request.session[PASSED] = True


def first(request: Any) -> HttpResponse | None:
    """Sends those who must have a second factor to set it up before any other page."""
    person = request.person
    if person is None or not missing(request.session, person) or _meanwhile(request):
        return None
    if is_set_up(person):  # set up in another browser meanwhile: this sign-in has not proved it
        slug = person.community.slug
        request.session.flush()
        return HttpResponseRedirect(f"/{slug}/masuk/")
    return HttpResponseRedirect(reverse("mfa_activate_totp"))


def _meanwhile(request: Any) -> bool:
    here = request.path_info.removeprefix(f"/{request.community.slug}/") if request.community else ""
    return request.path_info.startswith(MEANWHILE) or here in MEANWHILE_HERE


def added(request: Any, person: Person, kind: str, made_codes: bool) -> None:
    """Setting it up proves it for this sign-in."""
    request.session[PASSED] = True
    if made_codes:
        request.session[FRESH_CODES] = True
    record("second-factor.on", community=person.community, by=person, kind=kind)


def removed(request: Any, person: Person, kind: str) -> None:
    if not is_set_up(person):
        request.session.pop(PASSED, None)
    record("second-factor.off", community=person.community, by=person, kind=kind)
