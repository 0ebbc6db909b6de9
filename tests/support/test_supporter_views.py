"""The supporter's pages without a browser: offers, writing, consulting, handing over, ending."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.desk.helpers import PLAIN, RED, Visitor, again, key, words_of
from tests.factories import PASSWORD, fresh, hold, make_person, make_supporter
from tests.support.helpers import School, accept, add_supporter, ask, seeker_says

from sebaya.communities import clock
from sebaya.flags.models import Flag, Level
from sebaya.programmes.models import HoldReason
from sebaya.support import fulfil, queries, sweeps
from sebaya.support.actions import offers, people, talking
from sebaya.support.choices import CloseReason, DeclineReason, Lead, OfferState, RequestState, Side, ThreadKind
from sebaya.support.models import Block, Feedback, Message, Offer, Report, Request, Thread
from sebaya.support.views.page import FRAGMENT

FRAGMENT_HEADER = {f"HTTP_{FRAGMENT.replace('-', '_').upper()}": "true"}
GONE = "Tawaran ini sudah tidak terbuka."


def offered(school: School) -> Offer:
    ask(school, PLAIN)
    return Offer.objects.get(supporter=school.supporter)


def peers_words(request: Request) -> int:
    return Message.objects.filter(thread__request=request, side=Side.SUPPORTER).count()


def test_home_shows_offers_talks_and_holds(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    other = ask(school, PLAIN, seeker=make_person(school.community, password=PASSWORD, klass="VII-C"))
    hold(school.supporter)
    page = words_of(Visitor(school.supporter).page("support:supporter"))
    assert page.index(other.alias) < page.index("Yang kamu temani") < page.index(request.alias)
    assert "Selama ini kamu tidak mendapat tawaran baru." in page


def test_home_without_a_profile_asks_for_one(school: School) -> None:
    newcomer = make_supporter(school.community, "Baru", klass="IX-C")
    page = Visitor(newcomer).page("support:supporter")
    assert "Isi profilmu dulu" in page
    assert "Belum ada tawaran." in page


def test_card_shows_topic_and_no_words_and_two_taps_accept(school: School) -> None:
    offer = offered(school)
    visitor = Visitor(school.supporter)
    card = visitor.page("support:offer", id=offer.pk)
    assert ("Pertemanan" in card, PLAIN in card) == (True, False)
    assert PLAIN in visitor.sent("support:offer", id=offer.pk)
    assert again(offer.request).supporter_id == school.supporter.pk
    assert visitor.get("support:offer", id=offer.pk).url.endswith(f"/teman-bicara/{offer.request_id}/")


def test_card_of_another_supporter_is_404(school: School) -> None:
    other = add_supporter(school.community, "Sekelas", "VII-A")
    offer = offered(school)
    assert Visitor(other).post("support:offer", id=offer.pk).status_code == 404
    assert Visitor(other).post("support:decline", id=offer.pk).status_code == 404


def test_card_that_is_over_is_told(school: School) -> None:
    offer = offered(school)
    offers.decline(by=school.supporter, offer=offer, reason=DeclineReason.BUSY)
    assert GONE in Visitor(school.supporter).sent("support:offer", id=offer.pk)
    assert Request.objects.get().supporter is None


def test_card_taken_while_it_lay_open_is_told(school: School) -> None:
    """The offer still looks open; the request has moved on."""
    offer = offered(school)
    Request.objects.update(state=RequestState.TALKING)
    assert GONE in Visitor(school.supporter).sent("support:offer", id=offer.pk)
    assert Request.objects.get().supporter is None


def test_accepting_after_hours_keeps_the_offer(school: School, frozen) -> None:
    frozen.move_to("2026-08-04T19:00:00+07:00")
    offer = offered(school)
    frozen.move_to("2026-08-04T20:30:00+07:00")
    visitor = Visitor(school.supporter)
    assert "Jendela sedang tutup." in visitor.page("support:offer", id=offer.pk)
    assert "Tawaran ini tetap terbuka untukmu." in visitor.sent("support:offer", id=offer.pk)
    offer.refresh_from_db()
    assert offer.state == OfferState.OPEN


def test_accepting_while_held_is_told_kindly(school: School) -> None:
    offer = offered(school)
    hold(school.supporter)
    assert "belum bisa menerima" in Visitor(school.supporter).sent("support:offer", id=offer.pk)
    assert Request.objects.get().supporter is None


def test_declining_needs_a_reason_and_is_always_fine(school: School) -> None:
    offer = offered(school)
    visitor = Visitor(school.supporter)
    visitor.post("support:decline", {"reason": "asal"}, id=offer.pk)
    offer.refresh_from_db()
    assert offer.state == OfferState.OPEN
    assert "Tidak apa-apa." in visitor.sent("support:decline", {"reason": DeclineReason.TOPIC}, id=offer.pk)
    offer.refresh_from_db()
    assert (offer.state, offer.reason, Block.objects.count()) == (OfferState.DECLINED, DeclineReason.TOPIC, 0)


def test_writing_and_reading(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    visitor = Visitor(school.supporter)
    page = visitor.sent("support:supporting", {"text": "aku di sini", **key()}, id=request.pk)
    assert (PLAIN in page, "aku di sini" in page) == (True, True)
    refused = visitor.post("support:supporting", {"text": "ig: melati_07", **key()}, id=request.pk)
    assert (refused.status_code, peers_words(request)) == (422, 1)
    part = visitor.client.get(visitor.url("support:supporting", id=request.pk), **FRAGMENT_HEADER).content.decode()
    assert ("aku di sini" in part, "<html" in part) == (True, False)


def test_writing_after_hours_is_refused(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    frozen.move_to("2026-08-04T21:00:00+07:00")
    response = Visitor(school.supporter).post("support:supporting", {"text": "halo", **key()}, id=request.pk)
    assert (response.status_code, peers_words(request)) == (422, 0)
    assert "Tulisanmu belum terkirim" in response.content.decode()


def test_writing_into_what_has_ended_is_told(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.BETTER)
    page = Visitor(school.supporter).sent("support:supporting", {"text": "halo", **key()}, id=request.pk)
    assert "sudah dilanjutkan orang dewasa atau sudah selesai" in page
    assert peers_words(request) == 0
    assert "Percakapan ini sudah selesai." in Visitor(school.supporter).page("support:supporting", id=request.pk)


def test_red_is_one_screen_with_one_button(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    visitor = Visitor(school.supporter)
    page = visitor.page("support:supporting", id=request.pk)
    assert ("Serahkan sekarang" in page, RED in page, "<textarea" in page) == (True, False, False)
    relieved = visitor.sent("support:hand_over", id=request.pk)
    assert "Ini bukan tanggunganmu lagi." in relieved
    assert (again(request).lead, again(request).supporter) == (Lead.ADULT, None)


def test_leaving_with_and_without_knowing_the_writer(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    visitor = Visitor(school.supporter)
    assert "Lepas percakapan ini?" in visitor.page("support:leave", id=request.pk)
    assert "Sudah dilepas." in visitor.sent("support:leave", {"known": "1"}, id=request.pk)
    assert (again(request).state, Block.objects.get().supporter_id) == (RequestState.WAITING, school.supporter.pk)


def test_ending_and_saying_how_it_was(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    visitor = Visitor(school.supporter)
    assert "Selesai untuk sekarang?" in visitor.page("support:supporter_close", id=request.pk)
    assert "Bagaimana tadi?" in visitor.sent("support:supporter_close", {"reason": CloseReason.DONE}, id=request.pk)
    assert again(request).closed_because == CloseReason.DONE
    page = visitor.sent("support:supporter_feedback", {"heard": "3", "lighter": "2"}, id=request.pk)
    assert "Istirahat dulu ya." in page
    assert (Feedback.objects.get().side, Feedback.objects.get().lighter) == (Side.SUPPORTER, 2)


def test_reporting_misuse(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    visitor = Visitor(school.supporter)
    assert "Apa yang tidak beres?" in visitor.page("support:supporter_report", id=request.pk)
    visitor.sent("support:supporter_report", {"reason": "naksir"}, id=request.pk)
    assert (Report.objects.get().side, Report.objects.get().about) == (Side.SUPPORTER, None)


def consult_of(request: Request) -> Thread:
    return Thread.objects.get(request=request, kind=ThreadKind.CONSULT)


def test_consult_goes_to_and_fro(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    thread = consult_of(request)
    peer, adult = Visitor(school.supporter), Visitor(school.counsellor)
    assert peer.post("support:consult", {"text": "", **key()}, id=thread.pk).status_code == 422
    assert "aku harus jawab apa?" in peer.sent(
        "support:consult", {"text": "aku harus jawab apa?", **key()}, id=thread.pk
    )
    thread.refresh_from_db()
    assert thread.answer_due is not None
    page = adult.sent("support:consult", {"text": "dengarkan saja dulu", **key()}, id=thread.pk)
    assert "Kak Melati" in page
    thread.refresh_from_db()
    assert thread.answer_due is None
    part = peer.client.get(peer.url("support:consult", id=thread.pk), **FRAGMENT_HEADER).content.decode()
    assert ("dengarkan saja dulu" in part, "<html" in part) == (True, False)


def test_consult_is_closed_to_everybody_else(school: School) -> None:
    thread = consult_of(accept(school, ask(school, PLAIN)))
    assert Visitor(school.supporter).get("support:consult", id=thread.pk).status_code == 200
    others = [school.seeker, school.duty, add_supporter(school.community, "Anggrek", "IX-C")]
    assert [Visitor(each).get("support:consult", id=thread.pk).status_code for each in others] == [404, 404, 404]


def test_consult_without_its_key_is_missing_for_a_counsellor_and_over_for_the_supporter(school: School) -> None:
    thread = consult_of(accept(school, ask(school, PLAIN)))
    newcomer = make_person(school.community, "Bu Sinta", roles=["counsellor"], password=PASSWORD)
    assert Visitor(newcomer).get("support:consult", id=thread.pk).status_code == 404
    thread.safe.keys.filter(holder__person=school.supporter).delete()
    assert "sudah dilanjutkan orang lain" in Visitor(school.supporter).sent("support:consult", id=thread.pk)


def test_consult_stays_after_the_conversation_went_on_without_them(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    thread = consult_of(request)
    visitor = Visitor(school.supporter)
    back = visitor.page("support:consult", id=thread.pk)
    assert f"/teman-bicara/{request.pk}/" in back
    talking.leave(by=school.supporter, request=request, known=False)
    page = visitor.page("support:consult", id=thread.pk)
    assert f"/teman-bicara/{request.pk}/" not in page


def test_supporter_who_ended_and_begins_again_keeps_one_consult(school: School) -> None:
    """Left and asked again by a counsellor: the same consult, not a second one."""
    request = accept(school, ask(school, PLAIN))
    before = consult_of(request)
    talking.leave(by=school.supporter, request=request, known=False)
    talk = school.ring(school.counsellor).open_safe(request.talk_id)
    offer = offers.override(by=school.counsellor, request=request, talk=talk, supporter=school.supporter)
    offers.accept(by=school.supporter, keyring=school.ring(school.supporter), offer=offer)
    assert consult_of(request) == before


@pytest.mark.parametrize("gone", ["left", "changed", "late", "given_back"])
def test_next_supporter_can_accept_after_the_one_before_is_gone(school: School, frozen, gone: str) -> None:
    request = accept(school, ask(school, PLAIN))
    counsellor = {"by": school.counsellor, "keyring": school.ring(school.counsellor)}
    if gone == "left":
        talking.leave(by=school.supporter, request=request, known=False)
    if gone == "changed":
        talking.change_peer(keyring=school.ring(school.seeker), request=again(request), block=False)
    if gone == "late":
        frozen.shift(timedelta(hours=25))
        assert talking.rematch_late(request=request, now=timezone.now())
    if gone == "given_back":
        talking.take_over(**counsellor, request=again(request))
        talking.hand_to_peers(**counsellor, request=again(request))
    newcomer = add_supporter(school.community, "Anggrek", "IX-C")
    fulfil.fulfil_as_seeker(school.seeker, school.ring(school.seeker), again(request))
    accept(school, request, by=newcomer)
    assert (again(request).state, again(request).supporter_id) == (RequestState.TALKING, newcomer.pk)
    earlier = Offer.objects.get(supporter=school.supporter)
    assert (earlier.state, earlier.request_id) == (OfferState.WITHDRAWN, None)


def test_profile_is_what_seekers_see(school: School) -> None:
    visitor = Visitor(school.supporter)
    assert 'value="Kak Melati"' in visitor.page("support:profile")
    visitor.sent("support:profile", {"nickname": "", "topics": ["teman"]})
    assert fresh(school.supporter).profile.nickname == "Kak Melati"
    sent = {"nickname": "Kak Mel", "topics": ["rumah"], "experiences": ["rumah"], "resting": "on"}
    assert "Hai, Kak Mel" in visitor.sent("support:profile", sent)
    profile = fresh(school.supporter).profile
    assert (str(profile), profile.topics, profile.resting) == ("Kak Mel", ["rumah"], True)


def test_resting_supporter_is_offered_nothing(school: School) -> None:
    people.save_profile(by=school.supporter, nickname="Kak Melati", topics=["teman"], experiences=[], resting=True)
    ask(school, PLAIN)
    assert Offer.objects.count() == 0


def test_supporter_who_is_suspended_loses_page_and_key(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    hold(school.supporter, HoldReason.SUSPENDED)
    sweeps.hand_over_held(timezone.now() + timedelta(seconds=1))
    page = Visitor(school.supporter).sent("support:supporting", id=request.pk)
    assert "Terima kasih sudah menemani." in page


def test_supporter_reads_14_days_after_the_end_and_is_thanked_later(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.BETTER)
    frozen.shift(timedelta(days=13))
    assert PLAIN in Visitor(school.supporter).page("support:supporting", id=request.pk)
    frozen.shift(timedelta(days=2))
    assert "Terima kasih sudah menemani." in Visitor(school.supporter).sent("support:supporting", id=request.pk)


def test_red_reported_in_the_consult_calls_an_adult(school: School) -> None:
    thread = consult_of(accept(school, ask(school, PLAIN)))
    Visitor(school.supporter).sent("support:consult", {"text": f"dia bilang: {RED}", **key()}, id=thread.pk)
    assert Flag.objects.get().level == Level.RED


def test_supporter_for_whom_it_was_heavy_gets_a_counsellor(school: School) -> None:
    """Asked once, however often it is sent; the desk names them, the answer stands in the consult."""
    request = accept(school, ask(school, PLAIN))
    talking.close(request=again(request), side=Side.SUPPORTER, by=school.supporter, reason=CloseReason.BETTER)
    supporter, counsellor = Visitor(school.supporter), Visitor(school.counsellor)
    assert "Kak Melati minta konsultasi" not in counsellor.page("desk:today")
    for _ in range(2):
        page = supporter.sent("support:supporter_feedback", {"heard": "1", "lighter": "3"}, id=request.pk)
        assert "Konselor sudah diberi tahu bahwa kamu ingin ngobrol" in page
        assert page.count("ingin ngobrol dengan konselor, karena percakapan ini terasa berat") == 1
    assert "Kak Melati minta konsultasi" in counsellor.page("desk:today")
    consult = queries.consult_of(request, school.supporter)
    assert consult.answer_due == clock.end_of_school_day(school.community, timezone.now())
    counsellor.post("support:consult", {"text": "Ayo ngobrol besok pagi di ruang BK.", **key()}, id=consult.pk)
    assert "Kak Melati minta konsultasi" not in counsellor.page("desk:today")
    assert "besok pagi di ruang BK" in supporter.page("support:consult", id=consult.pk)


def test_home_of_a_supporter_says_what_waits(school: School) -> None:
    supporter = Visitor(school.supporter)
    assert "Halaman pendukung</a>" in supporter.page("support:home")
    request = ask(school, PLAIN)
    assert "Halaman pendukung: 1 menunggu" in supporter.page("support:home")
    accept(school, request)
    seeker_says(school, request, "masih di situ?")
    assert "Halaman pendukung: 1 menunggu" in supporter.page("support:home")
    assert "Yang bisa membaca permintaanmu: kamu dan konselor." in supporter.page("support:home")


def test_each_side_reports_in_its_own_words(school: School) -> None:
    """To the seeker it is their story; to the supporter it is what both of them wrote."""
    request = accept(school, ask(school, PLAIN))
    supporters = Visitor(school.supporter).page("support:supporter_report", id=request.pk)
    seekers = Visitor(school.seeker).page("support:report", id=request.pk)
    assert ("Menyebarkan ceritaku" in seekers, "Menyebarkan isi percakapan kami" in seekers) == (True, False)
    assert ("Menyebarkan ceritaku" in supporters, "Menyebarkan isi percakapan kami" in supporters) == (False, True)
    Visitor(school.supporter).sent("support:supporter_report", {"reason": "bocor"}, id=request.pk)
    staff = Visitor(school.counsellor).page("support:staff_talk", id=request.pk)
    assert "Laporan dari pendukung: Menyebarkan isi percakapan kami" in staff
