"""The seeker's own pages without a browser: writing, calling an adult, giving a name, changing, ending."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.desk.helpers import PLAIN, RED, Visitor, again, key, words_of
from tests.factories import PASSWORD, make_person
from tests.support.helpers import School, accept, add_supporter, ask, seeker_says, supporter_says

from sebaya.communities.models import Community
from sebaya.flags import actions as flag_actions
from sebaya.flags.models import Flag, Level
from sebaya.programmes.models import DutySlot
from sebaya.support import identity
from sebaya.support.actions import after, safety, talking
from sebaya.support.choices import CloseReason, OfferState, ReportState, RequestState, Side
from sebaya.support.errors import NobodyLeft
from sebaya.support.models import Block, Feedback, Message, Offer, Report, Request
from sebaya.support.views.page import FRAGMENT, reader_names
from sebaya.vault.models import SafeKey

OWN = ["talk", "sent", "readers", "called", "name", "change", "report", "close", "feedback"]
FRAGMENT_HEADER = {f"HTTP_{FRAGMENT.replace('-', '_').upper()}": "true"}


@pytest.mark.parametrize("name", OWN)
def test_pages_of_a_conversation_are_the_seekers_alone(school: School, name: str) -> None:
    request = accept(school, ask(school, PLAIN))
    if name == "called":
        safety.call_adult(keyring=school.ring(school.seeker), request=again(request))
    if name == "feedback":
        talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.BETTER)
    assert Visitor(school.seeker).get(f"support:{name}", id=request.pk).status_code == 200
    assert Visitor(school.supporter).get(f"support:{name}", id=request.pk).status_code == 404
    assert Visitor(school.seeker).get(f"support:{name}", id="aaaaaaaaaaaaaaaa").status_code == 404


def test_message_is_sent_once_and_shown(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker, sent = Visitor(school.seeker), {"text": "masih di situ?", "key": "satu"}
    seeker.post("support:talk", sent, id=request.pk)
    assert seeker.sent("support:talk", sent, id=request.pk).count("masih di situ?") == 1
    assert Message.objects.filter(thread__request=request, side=Side.SEEKER).count() == 2


@pytest.mark.parametrize(("text", "why"), [("", "masih kosong"), ("wa aku 081234567890", "tidak bertukar nomor")])
def test_message_that_is_refused_stays_in_the_box(school: School, text: str, why: str) -> None:
    request = accept(school, ask(school, PLAIN))
    response = Visitor(school.seeker).post("support:talk", {"text": text, **key()}, id=request.pk)
    page = response.content.decode()
    assert (response.status_code, why in page, text in page) == (422, True, True)
    assert Message.objects.filter(thread__request=request, side=Side.SEEKER).count() == 1


def test_number_in_a_call_for_help_goes_out(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    assert "Kasih tahu namaku" in Visitor(school.seeker).sent(
        "support:talk", {"text": f"{RED} 081234567890", **key()}, id=request.pk
    )
    assert Flag.objects.get(subject=request.pk).level == Level.RED


def test_number_to_an_adult_goes_out(school: School) -> None:
    request = ask(school, PLAIN)
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    page = Visitor(school.seeker).sent("support:talk", {"text": "ini nomorku 081234567890", **key()}, id=request.pk)
    assert "081234567890" in page


def test_message_into_an_ended_conversation_becomes_a_new_story(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    talking.close(request=again(request), side=Side.SUPPORTER, by=school.supporter, reason=CloseReason.DONE)
    page = Visitor(school.seeker).sent("support:talk", {"text": "sedikit terlambat", **key()}, id=request.pk)
    assert "baru saja selesai" in page
    assert "sedikit terlambat</textarea>" in page
    assert Message.objects.filter(thread__request=request, side=Side.SEEKER).count() == 1


def test_fragment_is_the_bubbles_alone(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    supporter_says(school, request, "aku di sini")
    seeker = Visitor(school.seeker)
    response = seeker.client.get(seeker.url("support:talk", id=request.pk), **FRAGMENT_HEADER)
    part = response.content.decode()
    assert "aku di sini" in part
    assert "<html" not in part
    assert "<html" in seeker.page("support:talk", id=request.pk)


def test_looking_in_asks_the_next_supporters(school: School) -> None:
    request = ask(school, PLAIN)
    Offer.objects.filter(request=request).delete()
    newcomer = add_supporter(school.community, "Anggrek", "IX-C")
    Visitor(school.seeker).page("support:talk", id=request.pk)
    assert newcomer.pk in Offer.objects.filter(request=request, state=OfferState.OPEN).values_list(
        "supporter", flat=True
    )


def test_new_second_key_holder_gets_the_half_when_the_seeker_looks_in(school: School) -> None:
    welcome, kept_away = (make_person(school.community, name, roles=["second_key"], password=PASSWORD) for name in "AB")
    request = ask(school, PLAIN, excluded_people=(kept_away.pk,))
    later = make_person(school.community, "Pdt. Melki", roles=["second_key"], password=PASSWORD)
    seeker = Visitor(school.seeker)
    seeker.page("support:talk", id=request.pk)
    holders = set(
        request.identity.keys.filter(half="k2", holder__person__isnull=False).values_list("holder__person", flat=True)
    )
    assert holders == {school.second.pk, welcome.pk, later.pk}
    assert len(identity.half_of(school.ring(later), request, "k2")) == 32


def test_reader_list_names_who_opened_it(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    Visitor(school.counsellor).page("support:staff_talk", id=request.pk)
    page = words_of(Visitor(school.seeker).page("support:readers", id=request.pk))
    assert "Kak Melati" in page
    assert page.count("Ibu Ratih") > page.count("Pak Wayan") == 1


def test_reader_strip_counts_offered_counsellors_and_duty(school: School) -> None:
    request = ask(school, PLAIN)
    assert "1 pendukung ditawari, belum membaca" in Visitor(school.seeker).page("support:talk", id=request.pk)
    seeker_says(school, request, RED)
    page = words_of(Visitor(school.seeker).page("support:talk", id=request.pk))
    assert "2 konselor" in page
    assert "1 petugas jaga" in page


def test_reader_strip_without_adults_says_so(school: School) -> None:
    """Keys of adults can end before the conversation does; the strip then claims nobody."""
    request = accept(school, ask(school, PLAIN))
    assert reader_names(again(request)) == ["kamu", "Kak Melati", "2 konselor"]
    SafeKey.objects.filter(safe_id=request.talk_id, holder__person__roles__counsellor=True).delete()
    assert reader_names(again(request)) == ["kamu", "Kak Melati"]


def test_calling_an_adult_is_one_tap_and_offers_to_tell_the_name(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    page = Visitor(school.seeker).sent("support:adult", id=request.pk)
    assert "Orang dewasa sedang dipanggil." in page
    assert "Kasih tahu namaku" in page
    assert (Flag.objects.get().level, again(request).adult_asked) == (Level.RED, True)


def test_name_is_told_to_the_one_adult_named_before(school: School) -> None:
    request = ask(school, PLAIN)
    seeker = Visitor(school.seeker)
    page = seeker.page("support:name", id=request.pk)
    assert "Boleh Ibu Ratih tahu namamu?" in page
    assert "Konselor yang membaca percakapan ini." in page
    assert "Ibu Ratih sekarang tahu namamu." in seeker.sent("support:name", id=request.pk)
    assert identity.given_name(school.ring(school.counsellor), request) == school.seeker.pk


def test_name_is_told_to_who_is_called_while_it_is_red(school: School) -> None:
    request = ask(school, PLAIN)
    safety.call_adult(keyring=school.ring(school.seeker), request=again(request))
    page = Visitor(school.seeker).page("support:name", id=request.pk)
    assert "Boleh Pak Baso tahu namamu?" in page
    assert "Petugas jaga di sekolahmu." in page


def test_nobody_is_said_to_be_called_who_is_not(school: School) -> None:
    """The page of the call by its address alone, before a call and after its end."""
    request = ask(school, PLAIN)
    seeker = Visitor(school.seeker)
    for name in ("called", "feedback", "adult"):
        assert seeker.get(f"support:{name}", id=request.pk)["Location"].endswith(f"/ruang/{request.pk}/")
    assert "Belum ada yang dipanggil." in seeker.page("support:talk", id=request.pk)


def test_red_that_nobody_took_in_time_is_said_honestly(school: School, frozen: Any) -> None:
    request = ask(school, PLAIN)
    seeker = Visitor(school.seeker)
    safety.call_adult(keyring=school.ring(school.seeker), request=again(request))
    words = "Belum ada yang sempat membaca"
    assert words not in seeker.page("support:called", id=request.pk)
    frozen.shift(timedelta(minutes=6))
    flag_actions.call_overdue(timezone.now())
    for name in ("called", "talk"):
        assert words in seeker.page(f"support:{name}", id=request.pk)
    assert "-late" in seeker.page("support:talk", id=request.pk)
    flag = Flag.objects.get(subject=request.pk)
    safety.handle(by=school.duty, keyring=school.ring(school.duty), flag=flag, request=again(request))
    assert words not in seeker.page("support:talk", id=request.pk)


def test_after_the_end_help_and_a_report_are_still_one_tap_away(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.BETTER)
    page = Visitor(school.seeker).page("support:talk", id=request.pk)
    assert "Aku butuh orang dewasa sekarang" in page
    assert f"/ruang/{request.pk}/lapor/" in page
    assert "Bagaimana tadi?" not in page  # nobody had answered


def test_ending_before_anybody_answered_asks_nothing(school: School) -> None:
    request = ask(school, PLAIN)
    sent = Visitor(school.seeker).sent("support:close", {"reason": CloseReason.BETTER}, id=request.pk)
    assert "Kamu boleh mulai lagi kapan saja." in sent
    assert "Apa kamu merasa didengarkan" not in sent


def everybody_away(school: School) -> Request:
    """Nobody on the list, and the counsellors left after it was asked."""
    request = ask(school, PLAIN)
    DutySlot.objects.all().delete()
    for person in (school.counsellor, school.other_counsellor):
        person.is_active = False
        person.save()
    return request


def test_name_with_nobody_to_tell_is_not_told(school: School) -> None:
    request = everybody_away(school)
    seeker = Visitor(school.seeker)
    assert "Belum ada orang dewasa yang bisa menerima." in seeker.page("support:name", id=request.pk)
    assert "Namamu belum diberitahukan." in seeker.sent("support:name", id=request.pk)
    assert not request.identity.keys.filter(half="given").exists()
    safety.call_adult(keyring=school.ring(school.seeker), request=again(request))
    assert "Dengan namamu, mereka bisa datang lebih cepat." not in seeker.page("support:called", id=request.pk)


def test_name_goes_to_the_counsellor_who_holds_it_unless_kept_away(school: School) -> None:
    request = ask(school, PLAIN, excluded_people=(school.duty.pk,))
    talking.take_over(by=school.other_counsellor, keyring=school.ring(school.other_counsellor), request=again(request))
    adult = safety.give_name(keyring=school.ring(school.seeker), person=school.seeker, request=again(request))
    assert adult.pk == school.other_counsellor.pk


def test_name_of_a_talk_that_all_adults_are_kept_from_raises(school: School) -> None:
    request = everybody_away(school)
    with pytest.raises(NobodyLeft):
        safety.give_name(keyring=school.ring(school.seeker), person=school.seeker, request=again(request))


def test_another_peer_is_looked_for(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker = Visitor(school.seeker)
    assert "Kak Melati tidak membaca lagi" in words_of(seeker.page("support:change", id=request.pk))
    assert "Kami carikan teman lain" in seeker.sent("support:change", id=request.pk)
    assert (again(request).state, Block.objects.count()) == (RequestState.WAITING, 0)


def test_report_reaches_the_counsellors(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker = Visitor(school.seeker)
    seeker.post("support:report", {"reason": "asal"}, id=request.pk)
    assert Report.objects.count() == 0
    seeker.sent("support:report", {"reason": "kontak"}, id=request.pk)
    report = Report.objects.get()
    assert (report.side, report.about_id, report.state) == (Side.SEEKER, school.supporter.pk, ReportState.OPEN)


def test_report_made_twice_is_one_flag(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    one, other = (after.report(request=request, side=Side.SEEKER, by=None, reason="kasar") for _time in range(2))
    assert (one.pk, Flag.objects.count()) == (other.pk, 1)


def test_ending_with_a_reason_asks_how_it_was(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    supporter_says(school, request, "hai, aku di sini")
    seeker = Visitor(school.seeker)
    seeker.post("support:close", {"reason": "asal"}, id=request.pk)
    assert again(request).state == RequestState.TALKING
    assert "Bagaimana tadi?" in seeker.sent("support:close", {"reason": CloseReason.BETTER}, id=request.pk)
    assert seeker.get("support:feedback", id=request.pk).status_code == 200
    assert "Pintunya selalu terbuka" in seeker.sent("support:feedback", {"heard": "4", "again": "1"}, id=request.pk)
    answer = Feedback.objects.get()
    assert (answer.side, answer.heard, answer.again) == (Side.SEEKER, 4, True)
    assert "Bagaimana tadi?" not in seeker.page("support:talk", id=request.pk)


def test_code_of_the_counsellor_brings_the_conversation_back(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    code = after.make_reentry(by=school.counsellor, keyring=school.ring(school.counsellor), request=request)
    other = Visitor(make_person(school.community, password=PASSWORD, klass="VII-C"))
    assert "Kembali ke percakapan lama" in other.page("support:reenter")
    for wrong in ("salah", "AAAA-BBBB-CCCC"):
        assert "Minta kode baru" in other.sent("support:reenter", {"code": wrong})
    assert PLAIN in other.sent("support:reenter", {"code": code})
    assert Visitor(school.seeker).get("support:talk", id=request.pk).status_code == 404


def test_code_older_than_a_week_opens_nothing(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    code = after.make_reentry(by=school.counsellor, keyring=school.ring(school.counsellor), request=request)
    frozen.shift(timedelta(days=7, minutes=1))
    assert "Minta kode baru" in Visitor(school.seeker).sent("support:reenter", {"code": code})
    after.end_old_keys(again(request).opened_at + timedelta(days=8))
    assert request.reentries.count() == 0


def test_code_for_a_talk_without_peers_brings_it_back_too(school: School) -> None:
    request = ask(school, PLAIN, door="khawatir", topics=())
    code = after.make_reentry(by=school.counsellor, keyring=school.ring(school.counsellor), request=request)
    other = make_person(school.community, password=PASSWORD, klass="VII-C")
    back = after.reenter(person=other, keyring=school.ring(other), code=code)
    assert school.ring(other).open_safe_as_seeker(back.talk_id, back.mailbox)


def test_all_help_begins_with_what_is_near(school: School) -> None:
    visitor = Visitor(school.seeker)
    assert "Paling dekat denganmu" not in visitor.page("public-help")
    Community.objects.filter(pk=school.community.pk).update(help_nearby="Puskesmas Melati, Jl. Mawar 1")
    words = words_of(visitor.page("public-help"))
    assert words.index("Puskesmas Melati, Jl. Mawar 1") < words.index("Sekarang juga") < words.index("112")
    assert "Paling dekat denganmu" not in visitor.page("public-privacy")
    assert "Paling dekat denganmu" not in visitor.client.get("/bantuan/").content.decode()


@pytest.mark.parametrize("language", ["id", "en"])
def test_all_help_says_nothing_to_the_school(school: School, language: str) -> None:
    visitor = Visitor(school.seeker)
    visitor.client.cookies["lang"] = language
    page = visitor.page("public-help")
    assert "112" in page
    for words in ("Sekolahmu bisa menambah", "belum kami pastikan", "Your school can add", "not confirmed"):
        assert words not in page


@pytest.mark.parametrize("name", ["accounts:mine", "accounts:contact", "accounts:erase_mine", "support:reenter"])
def test_page_of_a_student_has_no_words_of_the_office(school: School, name: str) -> None:
    words = words_of(Visitor(school.seeker).page(name)).lower()
    assert "kunci" in words  # each says that something is locked
    for stiff in ("segel", "kode ulang", "slip"):
        assert stiff not in words
