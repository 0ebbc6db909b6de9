"""The supporter's pages when a conversation is not theirs any more, and odd pages of older messages."""

import re

import pytest
from tests.desk.helpers import Visitor, words_of
from tests.factories import fresh
from tests.support.helpers import School, accept, add_supporter, ask

from sebaya.programmes import actions as programmes
from sebaya.support import fulfil, queries
from sebaya.support.actions import offers, talking
from sebaya.support.actions.suspending import suspend
from sebaya.support.choices import OfferState
from sebaya.support.models import Offer, Request

PAGES = ["supporting", "leave", "supporter_close", "supporter_feedback", "supporter_report"]


def again(request: Request) -> Request:
    return Request.objects.select_related("mailbox", "community", "supporter").get(pk=request.pk)


@pytest.mark.parametrize("name", PAGES)
def test_who_left_is_thanked_on_every_page(school: School, name: str) -> None:
    request = accept(school, ask(school))
    talking.leave(by=school.supporter, request=request, known=False)
    response = Visitor(school.supporter).get(f"support:{name}", id=request.pk)
    assert (response.status_code, response.url) == (302, f"/{school.community.slug}/pendukung/")


@pytest.mark.parametrize("name", PAGES)
def test_who_was_never_in_it_gets_404(school: School, name: str) -> None:
    other = add_supporter(school.community, "Anggrek", "IX-C")
    request = accept(school, ask(school))
    assert Visitor(other).get(f"support:{name}", id=request.pk).status_code == 404


@pytest.mark.parametrize("before", ["0", "7", "²", "-1", "abc", "9" * 30])
def test_any_page_of_older_messages_can_be_asked_for(school: School, before: str) -> None:
    request = accept(school, ask(school))
    page = Visitor(school.supporter).page("support:supporting", f"?before={before}", id=request.pk)
    assert "Kak Melati" in page or "Belum ada pesan" in page


def test_who_never_answered_is_asked_again_when_an_adult_gives_it_back(school: School) -> None:
    request = ask(school)
    ring = school.ring(school.counsellor)
    talking.take_over(by=school.counsellor, keyring=ring, request=again(request))
    assert again(request).tried == []
    talking.hand_to_peers(by=school.counsellor, keyring=ring, request=again(request))
    fulfil.fulfil(fresh(school.counsellor), ring)
    assert Offer.objects.filter(request=request, supporter=school.supporter, state=OfferState.OPEN).count() == 1


def test_who_left_is_not_asked_again(school: School) -> None:
    request = accept(school, ask(school))
    talking.leave(by=school.supporter, request=request, known=False)
    fulfil.fulfil(fresh(school.counsellor), school.ring(school.counsellor))
    assert Offer.objects.filter(request=request, state=OfferState.OPEN).count() == 0


def stopped_and_back(school: School) -> Request:
    """Accepted, suspended in the middle, allowed again, and accepted once more."""
    request = accept(school, ask(school))
    suspend(by=school.counsellor, person=school.supporter)
    programmes.lift(by=school.counsellor, person=school.supporter, reason="henti")
    ring = school.ring(school.counsellor)
    talking.take_over(by=school.counsellor, keyring=ring, request=again(request))
    talking.hand_to_peers(by=school.counsellor, keyring=ring, request=again(request))
    talk = ring.open_safe(request.talk_id)
    if not Offer.objects.filter(request=request, state=OfferState.OPEN).exists():
        offers.override(by=school.counsellor, request=again(request), talk=talk, supporter=fresh(school.supporter))
    offer = Offer.objects.get(request=request, state=OfferState.OPEN)
    offers.accept(by=school.supporter, keyring=school.ring(school.supporter), offer=offer)
    return again(request)


def test_consult_link_of_who_was_stopped_and_came_back_opens(school: School) -> None:
    request = stopped_and_back(school)
    visitor = Visitor(school.supporter)
    page = visitor.page("support:supporting", id=request.pk)
    thread = queries.consult_of(request, school.supporter)
    assert thread
    assert visitor.url("support:consult", id=thread.pk) in page
    assert visitor.get("support:consult", id=thread.pk).status_code == 200
    assert request.threads.filter(kind="consult").count() == 2  # the one of before stays with the adults


def test_consult_of_a_stopped_supporter_thanks_them(school: School) -> None:
    request = accept(school, ask(school))
    thread = request.threads.get(kind="consult")
    visitor = Visitor(school.supporter)
    assert visitor.get("support:consult", id=thread.pk).status_code == 200
    suspend(by=school.counsellor, person=school.supporter)
    response = visitor.get("support:consult", id=thread.pk)
    assert (response.status_code, response.url) == (302, f"/{school.community.slug}/pendukung/")
    assert queries.consult_of(request, school.supporter) is None


@pytest.mark.parametrize(("who", "layout"), [("supporter", "quick exit"), ("counsellor", "stages")])
def test_consult_has_a_heading_in_the_layout_of_its_reader(school: School, who: str, layout: str) -> None:
    thread = accept(school, ask(school)).threads.get(kind="consult")
    page = Visitor(getattr(school, who)).page("support:consult", id=thread.pk)
    assert page.count("<h1") == 1
    assert ("data-leave" in page, 'class="stages"' in page) == (layout == "quick exit", layout == "stages")
    if who == "counsellor":
        assert "Konsultasi dengan Kak Melati" in page
        assert re.search(r"\b[Kk]amu\b", words_of(page)) is None


@pytest.mark.parametrize(("language", "label"), [("id", "Pendukung"), ("en", "Supporters")])
def test_navigation_names_the_supporters_as_several(school: School, language: str, label: str) -> None:
    visitor = Visitor(school.counsellor)
    visitor.client.cookies["lang"] = language
    page = visitor.page("desk:today")
    assert f'<a href="{visitor.url("support:team")}">{label}</a>' in page
