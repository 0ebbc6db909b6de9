"""Who may: every function returns the person or raises. Refused and missing are the same 404.

Only someone who is not signed in at all is sent to the sign-in page instead, before anything is looked up.
Other rooms use `signed_in`, `member`, `supporter` and `staff`.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from sebaya.accounts.backend import everyone
from sebaya.accounts.models import Group, Person
from sebaya.communities.middleware import community_or_404
from sebaya.vault.keyring import Keyring


class SignInNeeded(Exception):
    """Nobody is signed in; the middleware answers with the sign-in page."""


def signed_in(request: HttpRequest) -> Person:
    """Whoever is signed in to this community."""
    community_or_404(request)
    person: Person | None = getattr(request, "person", None)
    if person is not None:
        return person
    if getattr(request, "foreign", False):
        raise Http404
    raise SignInNeeded


def member(request: HttpRequest) -> Person:
    """A student or another member who is no adult of the community."""
    person = signed_in(request)
    if person.staff:
        raise Http404
    return person


def supporter(request: HttpRequest) -> Person:
    return _with_role(signed_in(request), "supporter")


def staff(request: HttpRequest, *codes: str) -> Person:
    """An adult with at least one of these roles; without codes, any adult."""
    person = signed_in(request)
    if not person.staff:
        raise Http404
    return _with_role(person, *codes) if codes else person


def _with_role(person: Person, *codes: str) -> Person:
    if not any(getattr(person.role_set, code) for code in codes):
        raise Http404
    return person


def keyring(request: HttpRequest) -> Keyring:
    """The key of whoever is signed in; without it the page does not exist for them."""
    signed_in(request)
    ring: Keyring | None = getattr(request, "keyring", None)
    if ring is None:
        raise SignInNeeded
    return ring


View = Callable[..., HttpResponse]


def require_role(*codes: str) -> Callable[[View], View]:
    """For views that only need to know that the visitor is such an adult."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            staff(request, *codes)
            return view(request, *args, **kwargs)

        return guarded

    return guard


def is_here(request: HttpRequest) -> bool:
    """For navigation: whether somebody is signed in to this community."""
    return getattr(request, "person", None) is not None


def shown_to(*codes: str) -> Callable[[HttpRequest], bool]:
    """For navigation: whether the visitor is an adult with one of these roles; without codes, any adult."""

    def may(request: HttpRequest) -> bool:
        person: Person | None = getattr(request, "person", None)
        if person is None or not person.staff:
            return False
        return not codes or any(getattr(person.role_set, code) for code in codes)

    return may


def people(request: HttpRequest) -> QuerySet[Person]:
    """The people of this community."""
    return everyone().filter(community=community_or_404(request))


def person_or_404(request: HttpRequest, person_id: str) -> Person:
    """Somebody of this community, for those who may see the list of people."""
    staff(request, "coordinator", "counsellor")
    found = people(request).filter(pk=person_id).first()
    if found is None:
        raise Http404
    return found


def group_or_404(request: HttpRequest, group_id: str) -> Group:
    """A class, room, department or club of this community, for those who keep the list."""
    staff(request, "coordinator")
    found = Group.objects.filter(community=community_or_404(request), pk=group_id).first()
    if found is None:
        raise Http404
    return found
