"""Channels are one's own: an adult's, or 404. This room lies below accounts and asks the request alone."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from sebaya.notices.models import Channel
from sebaya.ui import nav

SIGN_IN = "masuk/"  # mounted by accounts under every community


def for_adults(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Passes the adult who is signed in to the view; nobody signed in goes to the sign-in page."""

    @wraps(view)
    def guarded(http: HttpRequest, slug: str, *args: Any, **kwargs: Any) -> HttpResponse:
        person = getattr(http, "person", None)
        if person is None and not getattr(http, "foreign", False) and getattr(http, "community", None):
            return redirect(nav.home(http) + SIGN_IN)
        if person is None or not person.staff:
            raise Http404
        return view(http, person, *args, **kwargs)

    return guarded


def own_or_404(person: Any, id: str) -> Channel:
    found = Channel.objects.filter(person=person, pk=id).first()
    if found is None:
        raise Http404
    return found
