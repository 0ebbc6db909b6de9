"""A red sign is an adult's until an adult has written down what was done, whoever closes or gives back what."""

from datetime import timedelta

import pytest
import time_machine
from tests.desk.helpers import ORANGE, PLAIN, RED, Visitor, again
from tests.support.helpers import School, accept, add_supporter, ask, seeker_says

from sebaya.communities.clock import now
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Level, State
from sebaya.support import fulfil
from sebaya.support.actions import offers, safety, talking
from sebaya.support.choices import Lead, OfferState, RequestState
from sebaya.support.errors import AlreadyTaken, Closed, Flagged, OverLimit
from sebaya.support.models import Offer, Request
from sebaya.vault.models import Mailbox


def flag_of(request: Request) -> Flag:
    return Flag.objects.get(subject=request.pk)


def handled(school: School, request: Request) -> Flag:
    ring = school.ring(school.counsellor)
    return safety.handle(by=school.counsellor, keyring=ring, flag=flag_of(request), request=again(request))


def done(school: School, request: Request) -> Flag:
    ring = school.ring(school.counsellor)
    return safety.close_flag(
        by=school.counsellor, keyring=ring, flag=flag_of(request), request=again(request), outcome="bertindak", text="x"
    )


@pytest.mark.parametrize("text", [RED, ORANGE])
def test_open_offers_end_when_a_sign_is_found(school: School, text: str) -> None:
    request = ask(school, PLAIN)
    offer = Offer.objects.get(request=request)
    seeker_says(school, request, text)
    offer.refresh_from_db()
    assert offer.state == OfferState.WITHDRAWN
    with pytest.raises(AlreadyTaken):
        offers.accept(by=school.supporter, keyring=school.ring(school.supporter), offer=offer)


def test_offer_that_is_still_open_is_not_accepted_over_a_flag(school: School) -> None:
    request = ask(school, PLAIN)
    flags.signal(community=school.community, kind="request", subject=request.pk, level=Level.RED, source="staf")
    with pytest.raises(AlreadyTaken):
        accept(school, request)


def test_no_peer_is_asked_while_red_is_open_and_again_when_it_is_done(school: School) -> None:
    add_supporter(school.community, "Anggrek", "IX-C")
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    handled(school, request)
    ring = school.ring(school.counsellor)
    with pytest.raises(Flagged):
        talking.hand_to_peers(by=school.counsellor, keyring=ring, request=again(request))
    page = Visitor(school.counsellor).sent("support:give_back", id=request.pk)
    assert "Catat dulu apa yang dilakukan, lalu kembalikan" in page
    done(school, request)
    talking.hand_to_peers(by=school.counsellor, keyring=ring, request=again(request))
    fulfil.fulfil(school.counsellor, ring)
    assert Offer.objects.filter(request=request, state=OfferState.OPEN).exists()


def test_counsellor_cannot_offer_over_a_red_flag(school: School) -> None:
    other = add_supporter(school.community, "Anggrek", "IX-C")
    request = ask(school, PLAIN)
    seeker_says(school, request, RED)
    talk = school.ring(school.counsellor).open_safe(request.talk_id)
    with pytest.raises(OverLimit) as limit:
        offers.override(by=school.counsellor, request=request, talk=talk, supporter=other)
    assert limit.value.codes == ["flag"]


def test_orange_that_a_counsellor_has_looked_at_may_go_to_a_peer(school: School) -> None:
    request = ask(school, ORANGE)
    handled(school, request)
    talk = school.ring(school.counsellor).open_safe(request.talk_id)
    offer = offers.override(by=school.counsellor, request=request, talk=talk, supporter=school.supporter)
    assert offers.accept(by=school.supporter, keyring=school.ring(school.supporter), offer=offer).lead == Lead.PEER


def test_red_stays_on_the_desk_when_the_writer_ends_the_talk(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    talking.close(request=request, side="seeker", by=None, reason="cukup")
    for adult in (school.counsellor, school.duty):
        assert request.alias in Visitor(adult).page("desk:today")
    handled(school, request)
    opened = again(request)
    assert (opened.state, opened.lead, opened.closed_at) == (RequestState.TALKING, Lead.ADULT, None)


def test_what_ended_without_a_sign_is_not_opened_again(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    talking.close(request=request, side="seeker", by=None, reason="cukup")
    with pytest.raises(Closed):
        talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))


def test_adult_ends_a_talk_only_after_writing_what_was_done(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    handled(school, request)
    visitor = Visitor(school.counsellor)
    assert "Catat dulu apa yang dilakukan" in visitor.sent("support:staff_close", {"reason": "dewasa"}, id=request.pk)
    assert again(request).state == RequestState.TALKING
    done(school, request)
    visitor.sent("support:staff_close", {"reason": "dewasa"}, id=request.pk)
    assert again(request).state == RequestState.CLOSED


def test_new_red_words_call_again_when_the_adult_who_took_it_may_be_gone(
    school: School, frozen: time_machine.Traveller
) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    handled(school, request)
    seeker_says(school, request, RED)
    assert flag_of(request).state == State.ACKNOWLEDGED
    frozen.shift(timedelta(minutes=15))
    seeker_says(school, request, RED)
    again_open = flag_of(request)
    assert (again_open.state, again_open.due) == (State.OPEN, now() + flags.RED_CLOCK)


def test_adult_who_does_not_answer_is_seen_by_the_others(school: School, frozen: time_machine.Traveller) -> None:
    request = accept(school, ask(school, PLAIN))
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    seeker_says(school, request, "pak?")
    assert "Bapak/Ibu boleh menggantikan" not in Visitor(school.other_counsellor).page("desk:today")
    frozen.shift(timedelta(hours=24))
    assert "Bapak/Ibu boleh menggantikan" in Visitor(school.other_counsellor).page("desk:today")


def test_worry_about_a_friend_is_never_one_too_many(school: School) -> None:
    ask(school, PLAIN)
    ask(school, PLAIN)
    page = Visitor(school.seeker).sent("support:friend", {"text": "temanku mau bunuh diri sekarang", "key": "k"})
    assert "Orang dewasa sedang dipanggil" in page
    assert Flag.objects.filter(level=Level.RED).count() == 1


def test_cry_for_help_goes_out_beside_two_open_talks(school: School) -> None:
    ask(school, PLAIN)
    ask(school, PLAIN)
    visitor = Visitor(school.seeker)
    page = visitor.sent("support:ask", {"text": RED, "key": "k"})
    assert 'name="steps"' in page
    assert ask(school, RED).match_id is not None
    assert Flag.objects.filter(level=Level.RED).count() == 1


def test_third_everyday_story_is_not_sent_and_not_lost(school: School) -> None:
    first = ask(school, PLAIN)
    ask(school, PLAIN)
    response = Visitor(school.seeker).post("support:ask", {"text": "soal ulangan fisika kemarin", "key": "k"})
    page = response.content.decode()
    assert response.status_code == 409
    assert "soal ulangan fisika kemarin" in page
    assert first.alias in page
    assert Request.objects.count() == 2


def fill(school: School, leave: int = 0) -> None:
    """All mailboxes of the seeker are in use, but for so many."""
    ring = school.ring(school.seeker)
    used = set(Mailbox.objects.values_list("lookup", flat=True))
    free = [(lookup, secret) for lookup, secret in ring.mailbox_secrets.items() if lookup not in used]
    for lookup, secret in free[: len(free) - leave]:
        Mailbox.objects.create(community=school.community, lookup=lookup, public=secret.public)


def test_oldest_ended_talk_makes_room_for_who_has_asked_often(school: School, frozen: time_machine.Traveller) -> None:
    old, flagged = ask(school, PLAIN), ask(school, RED)
    for request in (flagged, old):
        talking.close(request=request, side="seeker", by=None, reason="cukup")
        frozen.shift(timedelta(minutes=1))
    fill(school)
    newest = ask(school, PLAIN)
    assert set(Request.objects.values_list("pk", flat=True)) == {flagged.pk, newest.pk}


def test_with_nothing_ended_the_words_stay_in_the_box(school: School) -> None:
    fill(school)
    response = Visitor(school.seeker).post("support:friend", {"text": "temanku sedih terus", "key": "k"})
    assert response.status_code == 409
    assert "temanku sedih terus" in response.content.decode()
