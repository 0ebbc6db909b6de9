"""Sent after one's sign-in had ended, without JavaScript: the words are not lost and lie nowhere in the open."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.http import HttpResponse
from tests.accounts.helpers import PASSWORD as OTHERS_PASSWORD
from tests.desk.helpers import Visitor, text_of
from tests.factories import PASSWORD, make_person
from tests.support.helpers import School

from sebaya.accounts.models import SignIn
from sebaya.support.models import Request

WORDS = "kalimat panjang yang tidak mau kutulis dua kali"
STORY = {"text": WORDS, "topics": ["teman"], "key": "kunci-satu"}


@pytest.fixture
def too_late(school: School, frozen) -> tuple[Visitor, HttpResponse]:
    """A story that comes an hour after the page was opened."""
    visitor = Visitor(school.seeker)
    visitor.page("support:ask")
    frozen.shift(timedelta(hours=1))
    return visitor, visitor.post("support:ask", STORY)


def sealed(page: str) -> str:
    found = re.search(r'name="unsent" value="([0-9a-f]+)"', page)
    return found[1] if found else ""


def sign_in(visitor: Visitor, carried: str, password: str = PASSWORD) -> str:
    data = {"username": visitor.person.username, "password": password, "unsent": carried}
    return text_of(visitor.client.post(visitor.url("accounts:sign_in"), data, follow=True))


def test_words_are_shown_again_and_sealed(too_late: tuple[Visitor, HttpResponse]) -> None:
    _visitor, answer = too_late
    page = text_of(answer)
    assert answer.status_code == 403
    assert (page.count(WORDS), "Belum terkirim" in page) == (1, True)
    assert WORDS.encode().hex() not in sealed(page)
    assert not Request.objects.exists()
    assert not SignIn.objects.exists()


def test_words_come_back_after_the_sign_in_and_are_sent_once(too_late: tuple[Visitor, HttpResponse]) -> None:
    visitor, answer = too_late
    page = sign_in(visitor, sealed(text_of(answer)))
    action = re.search(r'method="post" action="([^"]+)" class="stack"', page)
    assert action
    assert action[1] == visitor.url("support:ask")
    fields = dict(re.findall(r'type="hidden" name="(key|topics)" value="([^"]*)"', page))
    assert fields == {"key": STORY["key"], "topics": "teman"}
    next_page = text_of(visitor.client.post(action[1], {**fields, "text": WORDS}))
    assert "Mau ngobrol dengan siapa?" in next_page


def test_wrong_password_keeps_the_words_waiting(too_late: tuple[Visitor, HttpResponse]) -> None:
    visitor, answer = too_late
    page = sign_in(visitor, sealed(text_of(answer)), "bukan-kata-sandinya")
    assert "muncul lagi setelah masuk" in page
    assert WORDS in sign_in(visitor, sealed(page))


def test_who_signs_in_instead_does_not_get_them(too_late: tuple[Visitor, HttpResponse], school: School) -> None:
    visitor, answer = too_late
    other = make_person(school.community, "Orang Lain", password=PASSWORD, klass="VII-B")
    visitor.person = other
    page = sign_in(visitor, sealed(text_of(answer)))
    assert 'action="/' + school.community.slug in page
    assert WORDS not in page


def test_words_that_waited_too_long_are_gone(too_late: tuple[Visitor, HttpResponse], frozen) -> None:
    visitor, answer = too_late
    frozen.shift(timedelta(minutes=31))
    assert WORDS not in sign_in(visitor, sealed(text_of(answer)))


def test_adult_with_a_second_factor_copies_them(school: School, frozen) -> None:
    visitor = Visitor(school.counsellor)
    visitor.page("desk:today")
    frozen.shift(timedelta(hours=2))
    page = unescape(visitor.post("support:friend", {"text": WORDS}).content.decode())
    assert (WORDS in page, sealed(page), "Salin dulu" in page) == (True, "", True)


def test_passwords_are_never_shown_again(school: School, frozen) -> None:
    visitor = Visitor(school.seeker)
    frozen.shift(timedelta(hours=1))
    data = {"old": PASSWORD, "password": OTHERS_PASSWORD, "again": OTHERS_PASSWORD, "text": WORDS}
    answer = visitor.post("accounts:password", data)
    assert answer.status_code == 302


def test_script_keeps_its_own_draft(school: School, frozen) -> None:
    visitor = Visitor(school.seeker)
    frozen.shift(timedelta(hours=1))
    answer = visitor.client.post(visitor.url("support:ask"), STORY, headers={"HX-Request": "true"})
    assert (answer.status_code, answer.content) == (204, b"")
