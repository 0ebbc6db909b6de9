"""The conversation as an adult sees it: who may, what it shows, what the buttons do."""

import re
from datetime import timedelta

import pytest
from tests.desk.helpers import ORANGE, PLAIN, RED, Visitor, again, key, words_of
from tests.factories import PASSWORD, hold, make_person
from tests.support.helpers import School, accept, add_supporter, ask, make_school, seeker_says

from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Outcome, State
from sebaya.support import queries
from sebaya.support.actions import after, safety, talking
from sebaya.support.choices import CloseReason, Lead, OfferState, ReportState, RequestState
from sebaya.support.models import Offer, ReadingEvent, Report, Request
from sebaya.vault.models import SafeKey

PAGES = ["staff_talk", "staff_offer", "give_back", "staff_close", "notes", "reentry"]
PRESSED = ["handle", "join"]
FOR_COUNSELLORS = ["staff_offer", "notes", "reentry"]
MOST_QUERIES = 12


@pytest.mark.parametrize("name", PAGES)
def test_counsellor_opens_the_page(school: School, name: str) -> None:
    request = ask(school, RED)
    assert Visitor(school.counsellor).get(f"support:{name}", id=request.pk).status_code == 200


@pytest.mark.parametrize("name", [*PAGES, *PRESSED, "close_flag"])
def test_excluded_counsellor_gets_the_404_of_what_does_not_exist(school: School, name: str) -> None:
    request = ask(school, RED, excluded_people=(school.other_counsellor.pk,))
    assert Visitor(school.counsellor).get("support:staff_talk", id=request.pk).status_code == 200
    other = Visitor(school.other_counsellor)
    refused, missing = (other.post(f"support:{name}", id=pk) for pk in (request.pk, "aaaaaaaaaaaaaaaa"))
    assert (refused.status_code, missing.status_code) == (404, 404)


@pytest.mark.parametrize("name", [*PAGES, *PRESSED, "close_flag"])
@pytest.mark.parametrize("role", ["coordinator", "leader", "second_key", "companion"])
def test_who_holds_no_key_gets_404(school: School, name: str, role: str) -> None:
    request = ask(school, RED)
    assert Visitor(school.counsellor).get("support:staff_talk", id=request.pk).status_code == 200
    person = make_person(school.community, "Pak Lain", roles=[role], password=PASSWORD)
    assert Visitor(person).post(f"support:{name}", id=request.pk).status_code == 404


def test_counsellor_of_another_school_gets_404(school: School) -> None:
    request = ask(school, RED)
    other = make_school()
    assert Visitor(school.counsellor).get("support:staff_talk", id=request.pk).status_code == 200
    assert Visitor(other.counsellor).get("support:staff_talk", id=request.pk).status_code == 404


def test_members_get_404(school: School) -> None:
    request = accept(school, ask(school))
    for person in (school.seeker, school.supporter):
        assert Visitor(person).get("support:staff_talk", id=request.pk).status_code == 404


def test_duty_adult_reads_before_handling_and_not_after_the_key_ends(school: School, frozen) -> None:
    request = ask(school, PLAIN)
    duty = Visitor(school.duty)
    assert duty.get("support:staff_talk", id=request.pk).status_code == 404
    seeker_says(school, request, RED)
    assert RED in duty.page("support:staff_talk", id=request.pk)
    frozen.shift(timedelta(hours=72, minutes=1))
    assert Visitor(school.duty).get("support:staff_talk", id=request.pk).status_code == 404


@pytest.mark.parametrize("name", FOR_COUNSELLORS)
def test_duty_adult_gets_404_for_what_is_the_counsellors(school: School, name: str) -> None:
    request = ask(school, RED)
    assert Visitor(school.duty).get("support:staff_talk", id=request.pk).status_code == 200
    assert Visitor(school.duty).get(f"support:{name}", id=request.pk).status_code == 404


def test_reading_is_written_down_once_a_part_of_day(school: School, frozen) -> None:
    request = ask(school)
    visitor = Visitor(school.counsellor)
    visitor.page("support:staff_talk", id=request.pk)
    visitor.page("support:staff_talk", id=request.pk)
    assert [(event.person_id, event.part, event.role) for event in queries.reading_events(request)] == [
        (school.counsellor.pk, "sore", "counsellor")
    ]
    frozen.shift(timedelta(hours=3))
    Visitor(school.counsellor).page("support:staff_talk", id=request.pk)
    assert sorted(ReadingEvent.objects.values_list("part", flat=True)) == ["malam", "sore"]


def test_looking_at_the_desk_is_not_reading(school: School) -> None:
    ask(school, RED)
    Visitor(school.counsellor).page("desk:today")
    assert ReadingEvent.objects.count() == 0


def test_page_explains_the_clues_in_words(school: School) -> None:
    page = words_of(Visitor(school.counsellor).page("support:staff_talk", id=ask(school, RED).pk))
    assert "menyebut alat atau cara yang sudah ada" in page
    assert "ada tanda" in page


def test_page_asks_few_queries_whatever_was_said(school: School) -> None:
    request = ask(school, PLAIN)
    visitor = Visitor(school.counsellor)
    once = visitor.queries("support:staff_talk", id=request.pk)
    for _n in range(30):
        seeker_says(school, request, PLAIN)
    assert (visitor.queries("support:staff_talk", id=request.pk), once <= MOST_QUERIES) == (once, True)


def test_handling_red_joins_and_opens_the_conversation(school: School) -> None:
    request = ask(school, RED)
    page = Visitor(school.counsellor).sent("support:handle", id=request.pk)
    assert "Bapak/Ibu memegang percakapan ini" in page
    found = Request.objects.get(pk=request.pk)
    assert (found.lead, found.counsellor_id) == (Lead.ADULT, school.counsellor.pk)
    assert Flag.objects.get(subject=request.pk).state == State.ACKNOWLEDGED


def test_two_counsellors_at_once_the_second_is_told_who_has_it(school: School) -> None:
    request = ask(school, RED)
    first, second = Visitor(school.counsellor), Visitor(school.other_counsellor)
    first.post("support:handle", id=request.pk)
    page = second.sent("support:handle", id=request.pk)
    assert "Ibu Ratih sudah menangani ini" in page
    assert "Ibu Ratih memegang percakapan ini" in page
    assert Request.objects.get(pk=request.pk).counsellor_id == school.counsellor.pk


def test_two_counsellors_joining_the_second_is_told(school: School) -> None:
    request = ask(school, PLAIN)
    first, second = Visitor(school.counsellor), Visitor(school.other_counsellor)
    first.post("support:join", id=request.pk)
    assert "sudah melanjutkan percakapan ini" in second.sent("support:join", id=request.pk)
    assert Request.objects.get(pk=request.pk).counsellor_id == school.counsellor.pk


def test_joining_relieves_the_peer(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    Visitor(school.counsellor).post("support:join", id=request.pk)
    found = Request.objects.get(pk=request.pk)
    assert (found.supporter_id, found.lead) == (None, Lead.ADULT)
    assert not SafeKey.objects.filter(safe_id=request.talk_id, holder__person=school.supporter).exists()


def test_reply_before_joining_is_kept_and_says_what_to_do(school: School) -> None:
    request = ask(school, PLAIN)
    response = Visitor(school.counsellor).post(
        "support:staff_talk", {"text": "Halo, saya di sini", **key()}, id=request.pk
    )
    assert response.status_code == 422
    assert "Tulisan Bapak/Ibu belum terkirim" in response.content.decode()
    assert request.threads.get(kind="talk").messages.count() == 1


def test_reply_is_shown_to_the_seeker_with_the_adults_name(school: School) -> None:
    request = ask(school, PLAIN)
    visitor = Visitor(school.counsellor)
    visitor.post("support:join", id=request.pk)
    assert "Halo, saya di sini" in visitor.sent(
        "support:staff_talk", {"text": "Halo, saya di sini", **key()}, id=request.pk
    )
    page = Visitor(school.seeker).page("support:talk", id=request.pk)
    assert "Halo, saya di sini" in page
    assert "Ibu Ratih" in page


def test_empty_reply_is_a_sentence(school: School) -> None:
    request = ask(school, PLAIN)
    visitor = Visitor(school.counsellor)
    visitor.post("support:join", id=request.pk)
    response = visitor.post("support:staff_talk", {"text": " ", **key()}, id=request.pk)
    assert response.status_code == 422
    assert "Pesannya masih kosong" in response.content.decode()


def test_offer_page_ranks_with_parts_and_says_why_not(school: School) -> None:
    request = ask(school, PLAIN)
    add_supporter(school.community, "Dahlia", "IX-C")
    hold(school.supporter)
    page = words_of(Visitor(school.counsellor).page("support:staff_offer", id=request.pk))
    assert "sedang ditahan" in page
    assert "Kak Dahlia (Nama Dahlia) di luar hitungan" in page


def test_offer_by_hand_makes_an_offer_and_a_note(school: School) -> None:
    request = ask(school, PLAIN)
    other = add_supporter(school.community, "Dahlia", "IX-C")
    visitor = Visitor(school.counsellor)
    page = visitor.sent(
        "support:staff_offer", {"supporter": other.pk, "reason": "Satu ekskul dulu", **key()}, id=request.pk
    )
    assert "sudah mendapat tawaran ini." in page
    assert Offer.objects.get(supporter=other).override
    assert "Satu ekskul dulu" in visitor.page("support:notes", id=request.pk)


def test_offer_over_a_limit_explains_it(school: School) -> None:
    request = ask(school, PLAIN)
    hold(school.supporter)
    response = Visitor(school.counsellor).post(
        "support:staff_offer", {"supporter": school.supporter.pk, "reason": "x", **key()}, id=request.pk
    )
    assert response.status_code == 422
    assert "tidak bisa ditawari: sedang ditahan" in response.content.decode()


def test_whom_the_writer_excluded_cannot_be_chosen(school: School) -> None:
    request = ask(school, PLAIN, excluded_people=(school.supporter.pk,))
    other = add_supporter(school.community, "Dahlia", "IX-C")
    page = Visitor(school.counsellor).page("support:staff_offer", id=request.pk)
    assert other.pk in page
    assert school.supporter.pk not in page


def test_giving_back_makes_it_wait_for_peers_again(school: School) -> None:
    request = ask(school, PLAIN)
    visitor = Visitor(school.counsellor)
    visitor.post("support:join", id=request.pk)
    visitor.sent("support:give_back", {"yes": "1"}, id=request.pk)
    found = Request.objects.get(pk=request.pk)
    assert (found.state, found.lead) == (RequestState.WAITING, Lead.NOBODY)


@pytest.mark.parametrize("outcome", ["bertindak", "bukan"])
def test_flag_is_closed_with_what_was_done(school: School, outcome: str) -> None:
    request = ask(school, ORANGE)
    visitor = Visitor(school.counsellor)
    visitor.post("support:handle", id=request.pk)
    page = visitor.sent("support:close_flag", {"outcome": outcome, "text": "Sudah bicara berdua"}, id=request.pk)
    assert "Sudah bicara berdua" in page
    assert (Flag.objects.get().state, Flag.objects.get().outcome) == (State.CLOSED, outcome)


def test_flag_needs_words(school: School) -> None:
    request = ask(school, ORANGE)
    Visitor(school.counsellor).post("support:close_flag", {"outcome": "bukan", "text": ""}, id=request.pk)
    assert Flag.objects.get().state == State.OPEN


def test_closing_with_a_reason(school: School) -> None:
    request = ask(school, PLAIN)
    page = Visitor(school.counsellor).sent("support:staff_close", {"reason": CloseReason.BETTER}, id=request.pk)
    assert "Selesai: Sudah lebih ringan" in page
    assert Request.objects.get(pk=request.pk).state == RequestState.CLOSED


def test_closing_without_a_reason_changes_nothing(school: School) -> None:
    request = ask(school, PLAIN)
    Visitor(school.counsellor).post("support:staff_close", {}, id=request.pk)
    assert Request.objects.get(pk=request.pk).state == RequestState.WAITING


@pytest.mark.parametrize(("answer", "state"), [("1", ReportState.UPHELD), ("0", ReportState.DISMISSED)])
def test_report_is_decided(school: School, answer: str, state: str) -> None:
    request = accept(school, ask(school, PLAIN))
    report = after.report(request=request, side="seeker", by=None, reason="kasar")
    visitor = Visitor(school.counsellor)
    assert "Laporan dari penulis: Menghina atau mengancam" in visitor.page("support:staff_talk", id=request.pk)
    visitor.post("support:decide_report", {"upheld": answer}, id=request.pk, report_id=report.pk)
    assert Report.objects.get().state == state


def test_report_of_another_conversation_is_404(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    report = after.report(request=request, side="seeker", by=None, reason="kasar")
    other = ask(school, PLAIN, seeker=make_person(school.community, password=PASSWORD, klass="VII-C"))
    assert Visitor(school.counsellor).post("support:decide_report", id=other.pk, report_id=report.pk).status_code == 404
    assert Report.objects.get().state == ReportState.OPEN


def test_reentry_code_is_shown_once_and_works(school: School) -> None:
    request = ask(school, PLAIN)
    visitor = Visitor(school.counsellor)
    assert "<code>" not in visitor.page("support:reentry", id=request.pk)
    page = visitor.sent("support:reentry", id=request.pk)
    code = re.search(r"<code>([^<]+)</code>", page).group(1)  # type: ignore[union-attr]
    newcomer = make_person(school.community, password=PASSWORD, klass="VII-C")
    assert after.reenter(person=newcomer, keyring=school.ring(newcomer), code=code).pk == request.pk


def test_given_name_is_shown_to_the_adult_who_was_told_alone(school: School) -> None:
    request = ask(school, PLAIN)
    visitor, other = Visitor(school.counsellor), Visitor(school.other_counsellor)
    visitor.post("support:join", id=request.pk)
    assert "Siti Hosniyah" not in visitor.page("support:staff_talk", id=request.pk)
    safety.give_name(keyring=school.ring(school.seeker), person=school.seeker, request=again(request))
    assert "Siti Hosniyah" in visitor.page("support:staff_talk", id=request.pk)
    assert "Siti Hosniyah" not in other.page("support:staff_talk", id=request.pk)


def test_offers_end_when_an_adult_joins(school: School) -> None:
    request = ask(school, PLAIN)
    assert Offer.objects.filter(state=OfferState.OPEN).count() == 1
    Visitor(school.counsellor).post("support:join", id=request.pk)
    assert Offer.objects.filter(state=OfferState.OPEN).count() == 0


def test_note_about_danger_calls_nobody(school: School) -> None:
    request = ask(school, PLAIN)
    visitor = Visitor(school.counsellor)
    assert RED in visitor.sent("support:notes", {"text": RED, **key()}, id=request.pk)
    assert Flag.objects.count() == 0


def test_taking_over_and_answering_are_reading(school: School) -> None:
    """Also when no page was opened before."""
    request = accept(school, ask(school, PLAIN))
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    assert [event.person for event in ReadingEvent.objects.all()] == [school.counsellor]


def test_clue_says_what_it_is_about(school: School) -> None:
    request = ask(school, RED)
    assert "keinginan mati" in Visitor(school.counsellor).page("support:staff_talk", id=request.pk)


def test_red_is_not_offered_back_to_peers(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    safety.call_adult(keyring=school.ring(school.seeker), request=again(request))
    flag = Flag.objects.get()
    safety.handle(by=school.counsellor, keyring=school.ring(school.counsellor), flag=flag, request=again(request))
    visitor = Visitor(school.counsellor)
    assert "Kembalikan ke teman sebaya" not in visitor.page("support:staff_talk", id=request.pk)
    flags.close(by=school.counsellor, flag=flag, outcome=Outcome.ACTED)
    assert "Kembalikan ke teman sebaya" in visitor.page("support:staff_talk", id=request.pk)
