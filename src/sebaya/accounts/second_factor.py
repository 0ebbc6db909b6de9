"""The second factor: who must have one, and whether this sign-in has passed it."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa.models import Authenticator
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

from sebaya import audit
from sebaya.accounts.models import Person

PASSED = "second"
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


def added(sender: Any, request: Any, user: Person, authenticator: Authenticator, **_kwargs: Any) -> None:
    """Setting it up proves it for this sign-in."""
    if authenticator.type in FACTORS:
        request.session[PASSED] = True
        audit.record("second-factor.on", community=user.community, by=user, kind=authenticator.type)


def removed(sender: Any, request: Any, user: Person, authenticator: Authenticator, **_kwargs: Any) -> None:
    if authenticator.type not in FACTORS:
        return
    audit.record("second-factor.off", community=user.community, by=user, kind=authenticator.type)
    if not is_set_up(user):
        request.session.pop(PASSED, None)
