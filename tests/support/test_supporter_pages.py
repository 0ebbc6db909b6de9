"""The supporter's pages when a conversation is not theirs any more, and odd pages of older messages."""

import pytest
from tests.desk.helpers import Visitor
from tests.factories import fresh
from tests.support.helpers import School, accept, add_supporter, ask

from sebaya.support import fulfil
from sebaya.support.actions import talking
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
