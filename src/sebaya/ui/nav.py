"""The stage navigation. Rooms register their entries in `ready()`; this file knows none of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.functional import Promise

Badge = str | int | None
_ANY_ID = "zz9zz9zz9zz9zz9z"  # in the shape of the ids of every room (communities/ids.py)
_ID = re.compile(r"[a-z0-9]{16}")


def everyone(request: HttpRequest) -> bool:
    return True


def no_badge(request: HttpRequest) -> Badge:
    return None


@dataclass(frozen=True)
class Entry:
    """One line of the navigation. Order: 10 is today, 20 the first stage, 100 the ninth."""

    key: str
    label: str | Promise
    url_name: str
    may: Callable[[HttpRequest], bool] = everyone
    badge: Callable[[HttpRequest], Badge] = no_badge
    order: int = 50
    urgent: Callable[[Badge], bool] = lambda badge: False


class Link(NamedTuple):
    key: str
    label: str | Promise
    url: str
    badge: str
    urgent: bool
    current: bool


_entries: dict[str, Entry] = {}


def register(entry: Entry) -> None:
    """Adds an entry; registering the same key again replaces it, so that `ready()` may run twice."""
    _entries[entry.key] = entry


def links(request: HttpRequest) -> list[Link]:
    """What this person may open, in the order of the programme."""
    allowed = [entry for entry in _entries.values() if entry.may(request)]
    return [_link(entry, request) for entry in sorted(allowed, key=lambda entry: (entry.order, entry.key))]


def _link(entry: Entry, request: HttpRequest) -> Link:
    badge = entry.badge(request)
    url = place(request, entry.url_name)
    text = "" if badge in (None, 0) else str(badge)
    current = request.path == url or (url.count("/") > 2 and request.path.startswith(url))
    return Link(entry.key, entry.label, url, text, entry.urgent(badge), current)


def home(request: HttpRequest) -> str:
    """Where this request's community lives: `/<slug>/`, or `/` on pages of the installation."""
    community = getattr(request, "community", None)
    return f"/{community.slug}/" if community else "/"


def place(request: HttpRequest, url_name: str, **kwargs: object) -> str:
    """The address of a named view inside this request's community, whether or not it takes the slug."""
    community = getattr(request, "community", None)
    slug = community.slug if community else ""
    if len(kwargs) > 1:
        return _reversed(slug, url_name, kwargs)
    for name, value in kwargs.items():
        if isinstance(value, str) and _ID.fullmatch(value):
            return _form_with_id(slug, url_name, name, get_script_prefix()) % value
        return _reversed(slug, url_name, kwargs)
    return _plain(slug, url_name, get_script_prefix())


@lru_cache(maxsize=2_000)
def _plain(slug: str, url_name: str, prefix: str) -> str:
    return _reversed(slug, url_name, {})


@lru_cache(maxsize=2_000)
def _form_with_id(slug: str, url_name: str, name: str, prefix: str) -> str:
    """A list has the same address with another id in every row: looked up once."""
    return _reversed(slug, url_name, {name: _ANY_ID}).replace(_ANY_ID, "%s")


def _reversed(slug: str, url_name: str, kwargs: dict[str, Any]) -> str:
    if not slug:
        return reverse(url_name, kwargs=kwargs)
    try:
        return reverse(url_name, kwargs={"slug": slug, **kwargs})
    except NoReverseMatch:
        return reverse(url_name, kwargs=kwargs)
