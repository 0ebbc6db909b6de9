"""Adults who come too late, twice, or to the wrong thing; and stale pages of those who are not in it any more."""

from datetime import timedelta

import pytest
from tests.desk.helpers import ORANGE, PLAIN, RED, Visitor, again, key
from tests.factories import PASSWORD, fresh, make_duty, make_person
from tests.support.helpers import School, accept, add_supporter, ask, seeker_says, supporter_says
from tests.support.meanwhile import meanwhile

from sebaya.detection import Author, detect
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Level, Outcome, State
from sebaya.support import beside, queries, readers
from sebaya.support.actions import safety, sending, talking
from sebaya.support.choices import FLAG_KIND, CloseReason, Lead, RequestState, Side
from sebaya.support.errors import AlreadyTaken, Closed
from sebaya.support.models import Message, Offer, Request, SealedClue
from sebaya.support.views.page import estimate
from sebaya.vault.models import SafeKey


def take_over(school: School, request: Request, by: object = None) -> Request:
    person = by or school.counsellor
    return talking.take_over(by=person, keyring=school.ring(person), request=again(request))  # type: ignore[arg-type]


def adult_says(school: School, request: Request, text: str = "halo") -> Message:
    return talking.adult_says(
        by=school.counsellor, keyring=school.ring(school.counsellor), request=request, text=text, key="satu",
        finding=detect(text, Author.COUNSELLOR),
    )  # fmt: skip


def close(request: Request) -> Request:
    return talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.BETTER)


def test_taking_over_twice_is_once(school: School) -> None:
    request = ask(school, PLAIN)
    take_over(school, request)
    take_over(school, request)
    assert Message.objects.filter(thread__request=request, event="adult_joined").count() == 1


def test_what_has_ended_is_not_taken_over(school: School) -> None:
    request = ask(school, PLAIN)
    close(request)
    with pytest.raises(Closed):
        take_over(school, request)
    assert "Percakapan ini sudah selesai." in Visitor(school.counsellor).sent("support:join", id=request.pk)
    assert again(request).counsellor is None


def test_ending_twice_keeps_the_first_reason(school: School) -> None:
    request = ask(school, PLAIN)
    close(request)
    talking.close(request=again(request), side=Side.ADULT, by=school.counsellor, reason=CloseReason.UNFIT)
    assert again(request).closed_because == CloseReason.BETTER


def test_answer_into_what_has_ended_is_told(school: School) -> None:
    request = ask(school, PLAIN)
    take_over(school, request)
    close(request)
    page = Visitor(school.counsellor).sent("support:staff_talk", {"text": "halo", **key()}, id=request.pk)
    assert "Pesan tidak terkirim." in page
    assert not Message.objects.filter(side=Side.ADULT).exists()


def test_answer_from_a_page_older_than_the_giving_back_is_refused(school: School) -> None:
    request = take_over(school, ask(school, PLAIN))
    stale = again(request)
    talking.hand_to_peers(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    with pytest.raises(AlreadyTaken):
        adult_says(school, stale)
    assert not Message.objects.filter(side=Side.ADULT).exists()


def test_answer_from_a_page_older_than_the_taking_over_is_refused(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    stale = again(request)
    take_over(school, request)
    with pytest.raises(AlreadyTaken):
        talking.supporter_says(
            by=school.supporter, keyring=school.ring(school.counsellor), request=stale, text="halo", key="satu",
            finding=detect("halo"),
        )  # fmt: skip
    assert not Message.objects.filter(side=Side.SUPPORTER).exists()


def test_message_sent_again_after_the_end_is_the_one_that_is_there(school: School) -> None:
    """The answer got lost, the conversation ended meanwhile: trying again is no error and adds nothing."""
    request = accept(school, ask(school, PLAIN))
    stale = again(request)
    first = supporter_says(school, request, "sampai besok", key="satu")
    close(request)
    again_sent = talking.supporter_says(
        by=school.supporter, keyring=school.ring(school.supporter), request=stale, text="sampai besok", key="satu",
        finding=detect("sampai besok"),
    )  # fmt: skip
    assert again_sent == first


def test_line_of_the_system_has_no_words_to_read(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    talk = school.ring(school.counsellor).open_safe(request.talk_id)
    assert sending.read(talk, Message.objects.get(event="joined")) == ""


def test_who_is_not_in_it_can_neither_hand_over_nor_leave(school: School) -> None:
    other = add_supporter(school.community, "Sekelas", "VII-A")
    request = accept(school, ask(school, PLAIN))
    talking.hand_over(by=other, request=request)
    talking.leave(by=other, request=request, known=True)
    found = again(request)
    assert (found.lead, found.supporter_id, found.adult_asked) == (Lead.PEER, school.supporter.pk, False)


def test_another_peer_cannot_be_asked_for_before_the_first(school: School) -> None:
    request = ask(school, PLAIN)
    talking.change_peer(keyring=school.ring(school.seeker), request=again(request), block=True)
    assert again(request).state == RequestState.WAITING
    assert not Message.objects.filter(thread__request=request, event="relieved").exists()


@pytest.mark.parametrize("ended", [True, False])
def test_giving_back_changes_only_what_an_adult_holds(school: School, ended: bool) -> None:
    request = close(ask(school, PLAIN)) if ended else ask(school, PLAIN)
    before = (request.state, request.lead)
    talking.hand_to_peers(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    assert (again(request).state, again(request).lead) == before


def test_supporter_who_left_still_writes_to_the_counsellor_and_is_heard(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    thread = queries.consult_of(request, school.supporter)
    talking.leave(by=school.supporter, request=request, known=False)
    talking.consult_says(
        by=school.supporter, keyring=school.ring(school.supporter), thread=thread, text=RED, key="satu",
        finding=detect(RED, Author.SUPPORTER),
    )  # fmt: skip
    assert Flag.objects.get(subject=request.pk).level == Level.RED
    assert not SafeKey.objects.filter(safe_id=request.talk_id, holder=school.duty.keyholder).exists()


def test_handling_leaves_the_adult_who_is_in_it(school: School) -> None:
    request = take_over(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    flag = safety.handle(
        by=school.other_counsellor, keyring=school.ring(school.other_counsellor), flag=Flag.objects.get(),
        request=again(request),
    )  # fmt: skip
    assert flag.acknowledged_by_id == school.other_counsellor.pk
    assert again(request).counsellor_id == school.counsellor.pk


def test_handling_second_is_told_who_was_first(school: School) -> None:
    request = ask(school, RED)
    Visitor(school.counsellor).sent("support:handle", id=request.pk)
    assert "Ibu Ratih sudah menangani ini." in Visitor(school.other_counsellor).sent("support:handle", id=request.pk)
    assert again(request).counsellor_id == school.counsellor.pk


def close_flag(school: School, by: object, request: Request) -> Flag:
    return safety.close_flag(
        by=by, keyring=school.ring(by), flag=Flag.objects.get(), request=again(request), outcome=Outcome.values[0],  # type: ignore[arg-type]
        text="sudah bicara",
    )  # fmt: skip


def test_flag_closed_at_once_counts_as_handled_by_the_same_adult(school: School) -> None:
    flag = close_flag(school, school.counsellor, ask(school, ORANGE))
    assert (flag.state, flag.acknowledged_by_id) == (State.CLOSED, school.counsellor.pk)


def test_outcome_of_a_duty_adult_stays_where_they_can_read_it(school: School) -> None:
    request = ask(school, RED)
    close_flag(school, school.duty, request)
    outcome = SealedClue.objects.get(kind="outcome")
    assert outcome.safe_id == request.talk_id
    assert "sudah bicara" in Visitor(school.duty).page("support:staff_talk", id=request.pk)


def test_flag_that_another_adult_closed_meanwhile_is_told(school: School) -> None:
    request = ask(school, ORANGE)
    visitor = Visitor(school.counsellor)
    with meanwhile('FROM "flags_flag"', lambda: close_flag(school, school.other_counsellor, request)):
        page = visitor.sent("support:close_flag", {"outcome": Outcome.values[0], "text": "x"}, id=request.pk)
    assert "Tanda ini sudah ditutup orang lain." in page
    assert SealedClue.objects.filter(kind="outcome").count() == 1


def test_page_to_close_a_flag_says_what_is_asked(school: School) -> None:
    request = ask(school, ORANGE)
    assert "Apa yang dilakukan" in Visitor(school.counsellor).page("support:close_flag", id=request.pk)
    close_flag(school, school.counsellor, request)
    assert Visitor(school.counsellor).get("support:close_flag", id=request.pk).status_code == 404


def test_offering_what_somebody_accepted_meanwhile_is_told(school: School) -> None:
    other = add_supporter(school.community, "Anggrek", "IX-C")
    request = accept(school, ask(school, PLAIN))
    sent = {"supporter": other.pk, "reason": "satu ekskul", **key()}
    page = Visitor(school.counsellor).sent("support:staff_offer", sent, id=request.pk)
    assert "sudah ada yang menerima" in page
    assert not Offer.objects.filter(override=True).exists()


def test_worry_about_a_friend_has_nobody_to_be_offered_to(school: School) -> None:
    request = ask(school, "temanku sering menangis", door="khawatir", topics=())
    page = Visitor(school.counsellor).page("support:staff_offer", id=request.pk)
    assert school.supporter.pk not in page


def test_clue_of_an_older_detector_has_plain_words() -> None:
    assert beside.explained("tanda.yang.tidak.ada.lagi") == "Tanda lain"


def test_counsellor_on_duty_keeps_the_lasting_key_after_red(school: School) -> None:
    person = make_person(school.community, "Bu Sari", roles=["counsellor", "duty"], password=PASSWORD)
    make_duty(person)
    request = ask(school, RED)
    key_of = SafeKey.objects.get(safe_id=request.talk_id, holder=fresh(person).keyholder)
    assert key_of.until is None
    assert SafeKey.objects.get(safe_id=request.talk_id, holder=school.duty.keyholder).until is not None


def test_sheet_is_nobody_the_writer_could_exclude(school: School) -> None:
    request = ask(school, PLAIN)
    talk = school.ring(school.counsellor).open_safe(request.talk_id)
    assert readers.is_away(talk, request, None) is False


def test_estimate_is_what_was_usual_once_there_were_five(school: School) -> None:
    for number in range(5):
        assert estimate(school.community) == "Paling lama satu hari sekolah."
        person = make_person(school.community, password=PASSWORD, klass=f"VII-{number}")
        request = ask(school, PLAIN, seeker=person)
        Request.objects.filter(pk=request.pk).update(first_answer_at=request.opened_at + timedelta(hours=2))
    assert estimate(school.community) == "Biasanya dijawab dalam 2 jam."


def test_flag_of_a_talk_that_is_gone_calls_nobody(school: School) -> None:
    request = ask(school, RED)
    assert flags.subject_gone(kind=FLAG_KIND, subject=request.pk) == 1
    assert flags.subject_gone(kind=FLAG_KIND, subject=request.pk) == 0
