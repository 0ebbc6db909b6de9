"""The one way to show a long list in pages."""

from typing import Any, NamedTuple

from django.core.paginator import Page, Paginator
from django.http import HttpRequest

PER_PAGE = 40  # a desk's worth: fits a laptop in two screens
PARAMETER = "hal"


class Links(NamedTuple):
    newer: str
    older: str


def paged(request: HttpRequest, things: Any, per_page: int = PER_PAGE) -> "Page[Any]":
    """The page of an ordered queryset or list that the address asks for; nonsense gives the nearest page."""
    return Paginator(things, per_page).get_page(request.GET.get(PARAMETER))


def links(request: HttpRequest, page: "Page[Any]") -> Links:
    """Addresses of the neighbours, empty where there is none."""
    newer = _address(request, page.previous_page_number()) if page.has_previous() else ""
    older = _address(request, page.next_page_number()) if page.has_next() else ""
    return Links(newer, older)


def _address(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query[PARAMETER] = str(number)
    return "?" + query.urlencode()
