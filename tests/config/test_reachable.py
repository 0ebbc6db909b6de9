"""Every page of a role is reached from its home in three taps, and no link leads nowhere."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from tests.security.policy import EVERYBODY, POLICY, STAFF
from tests.security.test_matrix import addresses
from tests.security.world import World, build, clients

pytestmark = pytest.mark.slow
TAPS = 3
MOST_PAGES = 400  # of one role; more means that an address grows without end
NOT_BY_LINK = {
    "support:wishes": "second step of asking: the first one posts to it",
    "roster:write": "second step of the import: the preview of a file posts to it",
    "support:relieved": "shown once, after red was handed over",
    "public-language": "a form on public pages",
    "public-study": "what quick exit shows where no community is known",
    "accounts:neutral": "where quick exit leads, with a form or with a link",
}
FOR_VISITORS = {"accounts:sign_in", "accounts:activate", "accounts:recover"}
FOR_SIGNED_IN = {"accounts:sign_out", "accounts:leave"}
FOR_SEEKERS = {"support:ask", "support:friend", "support:reenter", "accounts:leave"}  # an adult's home is the desk


class Links(HTMLParser):
    """Addresses that one can go to from a page: links and forms that ask by GET; and where forms post to."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.posts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.links.append(str(given["href"]))
        if tag == "form":
            where = self.posts if (given.get("method") or "get").lower() == "post" else self.links
            where.append(given.get("action") or "")


@dataclass
class Walk:
    """What one role finds: how many taps to each named address, and what answered badly."""

    taps: dict[str, int] = field(default_factory=dict)
    dead: list[tuple[str, int, str]] = field(default_factory=list)

    def note(self, path: str, taps: int) -> None:
        name = name_of(path)
        self.taps[name] = min(taps, self.taps.get(name, taps))


def name_of(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""


def inside(url: str) -> bool:
    parts = urlsplit(url)
    return not parts.scheme and not parts.netloc and not parts.path.startswith("/static/")


def walk(client: Client, home: str) -> Walk:
    """Breadth first, so that the first time is the shortest way."""
    found, seen, queue = Walk(), {home}, deque([(home, 0, "")])
    while queue and len(seen) < MOST_PAGES:
        url, taps, by = queue.popleft()
        response = client.get(url, follow=True)
        path = response.request["PATH_INFO"]
        if response.status_code >= 400:
            found.dead.append((url, response.status_code, by))
            continue
        for reached in (urlsplit(url).path, path):
            found.note(reached, taps)
        if "html" not in response["Content-Type"]:
            continue
        for target in targets(response.content.decode(), path, found, taps):
            if key(target) not in seen:
                seen.add(key(target))
                queue.append((target, taps + 1, url))
    assert len(seen) < MOST_PAGES
    return found


def targets(html: str, path: str, found: Walk, taps: int) -> Iterator[str]:
    page = Links()
    page.feed(html)
    for post in page.posts:
        found.note(urlsplit(urljoin(path, post)).path, taps + 1)
    here = (urljoin(path, link) for link in page.links if inside(link) and not link.startswith("#"))
    return (link.split("#")[0] for link in here)


def key(url: str) -> str:
    """Pages that differ only in what is searched or counted are one page."""
    parts = urlsplit(url)
    return parts.path + "?" + "&".join(sorted(pair.split("=")[0] for pair in parts.query.split("&")))


@pytest.fixture
def school(db: None, frozen: Any) -> tuple[World, dict[str, Client]]:
    world = build()
    return world, clients(world)


def wanted(role: str) -> set[str]:
    """Addresses without an object in them that this role may open."""
    plain = {name for name, parameters in addresses() if not parameters}
    names = {name for name in plain if role in POLICY[name].may} - NOT_BY_LINK.keys()
    if role == "visitor":
        return names - FOR_SIGNED_IN
    return names - FOR_VISITORS - (FOR_SEEKERS if role in STAFF else set())


def test_every_page_is_reached_and_no_link_is_dead(school: tuple[World, dict[str, Client]]) -> None:
    world, browsers = school
    far, dead = [], []
    for role in ("visitor", *sorted(EVERYBODY)):
        found = walk(browsers[role], f"/{world.school.community.slug}/")
        far += [(role, name, found.taps.get(name)) for name in sorted(wanted(role)) if found.taps.get(name, 99) > TAPS]
        dead += [(role, *each) for each in found.dead]

    assert dead == [], "\n".join(map(str, dead))
    assert far == [], "\n".join(map(str, far))


def test_exceptions_are_still_addresses() -> None:
    assert NOT_BY_LINK.keys() | FOR_VISITORS | FOR_SIGNED_IN | FOR_SEEKERS <= POLICY.keys()


def test_walk_finds_a_dead_link_and_a_far_page(db: None, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """The rule above is not empty: a page of its own with one good and one broken link."""
    pages = {"/kebijakan/data/": '<a href="../tidak-ada/">x</a><a href="/kerahasiaan/">y</a>'}
    real = client.get

    def get(url: str, **more: Any) -> Any:
        response = real(url, **more)
        response.content = pages.get(url, "")
        return response

    monkeypatch.setattr(client, "get", get)
    found = walk(client, "/kebijakan/data/")

    assert found.dead == [("/kebijakan/tidak-ada/", 404, "/kebijakan/data/")]
    assert found.taps == {"public-data": 0, "public-privacy": 1}


def test_address_of_a_button_opened_by_itself_is_a_page(school: tuple[World, dict[str, Client]]) -> None:
    """By reloading, or by a link that somebody passed on."""
    world, browsers = school
    answer = browsers["seeker"].get(f"/{world.school.community.slug}/keluar/")
    assert answer.status_code == 405
    assert "Halaman ini dibuka dengan tombol" in answer.content.decode()
    assert answer["Allow"] == "POST"
