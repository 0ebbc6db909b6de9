"""Who is here: sets `request.person` and `request.keyring`, ends what has rested too long.

Stands before the select-only guard, because ending a sign-in deletes its row even while a page is only
looked at.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import get_user
from django.contrib.auth.models import AnonymousUser
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from sebaya.accounts import cookies, idle, kept_drafts, keys, second_factor, unsent
from sebaya.accounts.access import SignInNeeded
from sebaya.accounts.models import Person
from sebaya.accounts.views.unsent import too_late
from sebaya.communities.models import Community

INSTALLATION_PAGES = "/akun/"  # second factor: its addresses name no community

Request = Any  # an HttpRequest with the attributes that this middleware gives it


class SignInMiddleware:
    def __init__(self, get_response: Callable[[Request], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: Request) -> HttpResponse:
        request.person, request.keyring, request.foreign, request.rested = None, None, False, None
        if settings.SESSION_COOKIE_NAME in request.COOKIES:
            recognise(request)
        response = second_factor.first(request) or self.get_response(request)
        _hand_out_cookies(request, response)
        return response

    def process_exception(self, request: Request, exception: Exception) -> HttpResponse | None:
        return _to_sign_in(request) if isinstance(exception, SignInNeeded) else None


def recognise(request: Request) -> None:
    """Who the cookies say it is. A sign-in that may not go on ends here: suspended, left, rested too long."""
    person = get_user(request)
    if not isinstance(person, Person):
        if SESSION_KEY in request.session or keys.is_outdated(request.session):
            request.session.flush()
        _place(request, request.session.get(keys.COMMUNITY))
        return
    if idle.is_over(request.session.get(keys.ENTRY, ""), request.COOKIES, person):
        end(request)
        request.rested = person
        return
    _admit(request, person)


def _admit(request: Request, person: Person) -> None:
    _place(request, person.community_id)
    if request.community is not None and request.community.pk != person.community_id:
        request.user, request.foreign = AnonymousUser(), True
        return
    if request.community is not None:
        person.community = request.community
    request.user = request.person = person
    if second_factor.missing(request.session, person):
        return
    request.keyring = keys.keyring(request.session, request.COOKIES)
    request.kept_drafts = SimpleLazyObject(lambda: kept_drafts.opened(request))
    if request.keyring is None:  # the second cookie is gone: nothing could be opened, so nobody is here
        end(request)
        return
    request.idle_seconds = int(idle.limit(request.COOKIES, person).total_seconds())


def _place(request: Request, community_id: str | None) -> None:
    """Pages of the installation show the community of whoever is signing in."""
    if community_id and request.community is None and request.path_info.startswith(INSTALLATION_PAGES):
        request.community = Community.objects.filter(pk=community_id).first()


def end(request: Request) -> None:
    """Signed out: the row is gone, and the cookies with the answer."""
    request.session.flush()
    request.user = AnonymousUser()
    request.person = request.keyring = None


def _hand_out_cookies(request: Request, response: HttpResponse) -> None:
    fresh = getattr(request, "new_key", None)
    if fresh is not None:
        cookies.put(response, cookies.KEY, keys.written(fresh))
    elif settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return
    if SESSION_KEY in request.session:
        idle.keep(request, response)
        if kept_drafts.is_handed_over(request, response):
            cookies.drop(response, cookies.DRAFTS)
        return
    if keys.PENDING not in request.session:
        for short in (cookies.KEY, cookies.IDLE):
            cookies.drop(response, short)


def _to_sign_in(request: Request) -> HttpResponse:
    from_script = "HX-Request" in request.headers  # keeps the words in its tab
    left = None if from_script else unsent.posted(request)
    if left is not None:
        return too_late(request, left, request.rested)
    if request.rested:
        messages.info(request, _("Akun keluar sendiri karena lama tidak dipakai. Silakan masuk lagi."))
    if request.method == "POST" and unsent.posted(request) is None:
        messages.warning(request, _("Yang baru ditekan belum terkirim. Masuk dulu, lalu tekan sekali lagi."))
    url = f"/{request.community.slug}/masuk/"
    if from_script:
        return HttpResponse(status=204, headers={"HX-Redirect": url})
    return HttpResponseRedirect(f"{url}?{urlencode({'next': request.get_full_path()})}")
