"""Red from a supporter's session: the seeker's own open page gives the called adult what asking for the name takes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.desk.helpers import ORANGE, PLAIN, RED, Visitor, key
from tests.factories import PASSWORD, make_duty, make_person
from tests.support.helpers import School, accept, ask

from sebaya.safeguarding.models import Reveal, RevealState
from sebaya.support import identity
from sebaya.support.models import IdentityKey, Request
from sebaya.support.views.page import FRAGMENT
from sebaya.vault.errors import NoKey

FRAGMENT_HEADER = {f"HTTP_{FRAGMENT.replace('-', '_').upper()}": "true"}


def refetch(visitor: Visitor, request: Request) -> None:
    """What an open page does by itself when something changed."""
    answer = visitor.client.get(visitor.url("support:talk", id=request.pk), **FRAGMENT_HEADER)
    assert (answer.status_code, b"<html" in answer.content) == (200, False)


def supporter_presses(school: School, request: Request) -> None:
    Visitor(school.supporter).sent("support:hand_over", id=request.pk)


def supporter_writes(school: School, request: Request) -> None:
    Visitor(school.supporter).post("support:supporting", {"text": f"kamu bilang {RED}?", **key()}, id=request.pk)


def supporter_consults(school: School, request: Request) -> None:
    thread = request.threads.get(kind="consult")
    Visitor(school.supporter).sent("support:consult", {"text": f"dia bilang: {RED}", **key()}, id=thread.pk)


def half_of(school: School, request: Request) -> bytes:
    return identity.half_of(school.ring(school.duty), request, "k1")


@pytest.mark.parametrize("red", [supporter_presses, supporter_writes, supporter_consults])
def test_open_page_of_the_seeker_gives_the_first_half(school: School, red) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker = Visitor(school.seeker)
    seeker.page("support:talk", id=request.pk)
    red(school, request)
    with pytest.raises(NoKey):
        half_of(school, request)
    refetch(seeker, request)
    assert len(half_of(school, request)) == 32


def test_at_night_without_a_counsellor_the_name_is_found_by_two_people(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker = Visitor(school.seeker)
    seeker.page("support:talk", id=request.pk)
    supporter_presses(school, request)
    refetch(seeker, request)

    duty, second = Visitor(school.duty), Visitor(school.second)
    assert request.alias in duty.page("desk:today")
    duty.sent("safeguarding:ask", {"reason": "diri", "words": "Rencana malam ini."}, id=request.pk)
    reveal = Reveal.objects.get()
    second.sent("safeguarding:decide", {"answer": "approve"}, id=reveal.pk)
    assert "Siti Hosniyah" in duty.sent("safeguarding:reveal", id=reveal.pk)
    assert Reveal.objects.get().state == RevealState.OPENED
    assert "Namamu dibuka oleh Pak Baso" in seeker.page("support:talk", id=request.pk)


def test_excluded_adult_gets_no_half(school: School) -> None:
    other = make_person(school.community, "Bu Sari", roles=["duty"], password=PASSWORD)
    make_duty(other)
    request = accept(school, ask(school, PLAIN, excluded_people=(school.duty.pk,)))
    seeker = Visitor(school.seeker)
    supporter_presses(school, request)
    refetch(seeker, request)
    halves = IdentityKey.objects.filter(identity__request=request, half="k1")
    assert list(halves.values_list("holder__person_id", flat=True)) == [other.pk]


def test_orange_gives_nobody_a_half(school: School) -> None:
    request = ask(school, ORANGE)
    Visitor(school.seeker).page("support:talk", id=request.pk)
    assert not IdentityKey.objects.filter(identity__request=request, half="k1").exists()


def test_half_is_given_once_and_fragments_without_a_flag_stay_cheap(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker = Visitor(school.seeker)
    quiet = _queries(seeker, request)
    supporter_presses(school, request)
    refetch(seeker, request)
    before = IdentityKey.objects.get(identity__request=request, half="k1").sealed
    assert _queries(seeker, request) <= quiet + 3
    assert IdentityKey.objects.get(identity__request=request, half="k1").sealed == before


def _queries(visitor: Visitor, request: Request) -> int:
    with CaptureQueriesContext(connection) as caught:
        refetch(visitor, request)
    return len(caught)


def test_closed_flag_gives_no_half_any_more(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    supporter_presses(school, request)
    duty = Visitor(school.duty)
    duty.sent("support:handle", id=request.pk)
    duty.sent("support:close_flag", {"outcome": "bertindak", "text": "sudah bertemu"}, id=request.pk)
    refetch(Visitor(school.seeker), request)
    assert not IdentityKey.objects.filter(identity__request=request, half="k1").exists()
