"""Everything that has a life has a table of moves; every pair is tried."""

import itertools

import pytest

from sebaya.safeguarding.models import REVEAL_MOVES, RevealState
from sebaya.support.actions.offers import _move as move_offer
from sebaya.support.actions.talking import _move as move_request
from sebaya.support.choices import OFFER_MOVES, REQUEST_MOVES, OfferState, RequestState
from sebaya.support.errors import AlreadyTaken, Closed
from sebaya.support.models import Offer, Request


@pytest.mark.parametrize(("before", "after"), list(itertools.product(RequestState, RequestState)))
def test_request_moves_only_where_the_table_says(before: str, after: str) -> None:
    request = Request(state=before)
    if after in REQUEST_MOVES[before]:
        move_request(request, after)
        assert request.state == after
        return
    with pytest.raises(Closed):
        move_request(request, after)
    assert request.state == before


@pytest.mark.parametrize(("before", "after"), list(itertools.product(OfferState, OfferState)))
def test_offer_moves_only_where_the_table_says(before: str, after: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Offer, "save", lambda self, **kwargs: None)
    offer = Offer(state=before)
    if after in OFFER_MOVES[before]:
        move_offer(offer, after)
        assert offer.state == after
        return
    with pytest.raises(AlreadyTaken):
        move_offer(offer, after)
    assert offer.state == before


def test_every_state_stands_in_its_table() -> None:
    assert set(REQUEST_MOVES) == set(RequestState)
    assert set(OFFER_MOVES) == set(OfferState)
    assert set(REVEAL_MOVES) == set(RevealState)
