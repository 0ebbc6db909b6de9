"""Adults in their own browsers, for the tests of staff pages."""

import re
import secrets
from collections.abc import Iterator
from html import unescape
from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.accounts.helpers import sign_in
from tests.factories import PASSWORD, fresh, make_person
from tests.support.helpers import School

from sebaya.accounts import throttle
from sebaya.accounts.models import Person
from sebaya.notices import actions as notices
from sebaya.notices.models import Channel, ChannelKind, Notice
from sebaya.support import errands
from sebaya.support.models import Request

PLAIN = "cara bagi waktu belajar gimana ya"  # raises nothing
RED = "obatnya sudah kusiapkan, malam ini aku mau mengakhiri semuanya"
ORANGE = "kadang aku pengen mati aja"


class Visitor:
    """One adult, signed in, in one browser."""

    def __init__(self, person: Person) -> None:
        for one in (throttle.passwords, throttle.second_factors, throttle.slips):
            one.clear()
        cache.clear()
        errands.forget()
        settings.STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns about a missing folder
        self.person = fresh(person)
        self.client = sign_in(Client(), self.person)

    def url(self, name: str, **kwargs: Any) -> str:
        return reverse(name, kwargs={"slug": self.person.community.slug, **kwargs})

    def get(self, name: str, query: str = "", **kwargs: Any) -> HttpResponse:
        return self.client.get(self.url(name, **kwargs) + query)

    def post(self, name: str, data: dict[str, Any] | None = None, **kwargs: Any) -> HttpResponse:
        return self.client.post(self.url(name, **kwargs), data or {})

    def page(self, name: str, query: str = "", **kwargs: Any) -> str:
        response = self.get(name, query, **kwargs)
        assert response.status_code == 200, (response.status_code, response.get("Location"))
        return text_of(response)

    def sent(self, name: str, data: dict[str, Any] | None = None, **kwargs: Any) -> str:
        """Posts, follows, and gives the page after."""
        response = self.client.post(self.url(name, **kwargs), data or {}, follow=True)
        assert response.status_code == 200, response.status_code
        return text_of(response)

    def queries(self, name: str, **kwargs: Any) -> int:
        self.get(name, **kwargs)  # what is done once a part of day or a minute is done
        with CaptureQueriesContext(connection) as caught:
            self.page(name, **kwargs)
        return len(caught)


def text_of(response: HttpResponse) -> str:
    return unescape(response.content.decode())


def words_of(page: str) -> str:
    """What a reader sees: no tags, one space between words."""
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def key() -> dict[str, str]:
    return {"key": secrets.token_hex(8)}


def rows_of(page: str) -> list[str]:
    """The rows of all lists, as words."""
    return [words_of(row) for row in re.findall(r'<li class="row.*?</li>', page, re.DOTALL)]


def canaries() -> Iterator[str]:
    """Words that nobody else writes."""
    while True:
        yield f"kenari{secrets.token_hex(6)}"


def again(request: Request) -> Request:
    return Request.objects.select_related("mailbox", "community").get(pk=request.pk)


def prove_channel(person: Person) -> Channel:
    """A channel whose test code was typed back."""
    channel = notices.add_channel(by=person, kind=ChannelKind.MAIL, target="a@contoh.invalid")
    notices.prove(by=person, channel=channel, code=Notice.objects.get(channel=channel, kind="test").extra)
    return channel


def make_ready(school: School) -> Person:
    """What is still missing of the first steps: a second second key holder, channels. Gives the coordinator."""
    other = make_person(school.community, "Bu Kunci", roles=["second_key"], password=PASSWORD)
    for person in (school.second, other, school.counsellor, school.other_counsellor, school.duty):
        prove_channel(person)
    return make_person(school.community, "Pak Nyoman", roles=["coordinator"], password=PASSWORD)
