"""The desk: who sees what, in which order, without a word of anyone, with the same few queries."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.desk.helpers import PLAIN, RED, Visitor, again, canaries, key, make_ready, rows_of, words_of
from tests.factories import make_person
from tests.support.helpers import School, accept, ask, make_school, seeker_says, supporter_says

from sebaya.detection import detect
from sebaya.flags import actions as flags
from sebaya.flags.models import Level, Source
from sebaya.programmes.models import DutySlot
from sebaya.support.actions import safety, talking
from sebaya.support.choices import FLAG_KIND, Door, Lead
from sebaya.support.models import Request
from sebaya.vault import safes
from sebaya.vault.models import SafeKey

MOST_QUERIES = 12


def red(school: School) -> Request:
    return ask(school, RED)


def test_desk_with_nothing_says_what_to_do_next(school: School) -> None:
    make_ready(school)
    page = Visitor(school.counsellor).page("desk:today")
    assert "Tidak ada yang mendesak" in page
    assert 'data-alert="0"' in page


def test_companion_teacher_is_told_where_to_go(school: School) -> None:
    teacher = make_person(school.community, "Bu Guru", roles=["companion"], password="payung-biru-di-halaman")
    page = words_of(Visitor(teacher).page("desk:today"))
    assert "Antar ke konselor, hari itu juga: Ibu Ratih, Pak Wayan Bila siswa" in page
    assert "Nomor dan tempat bantuan" in page


def test_desk_shows_red_with_its_clock_and_one_button(school: School) -> None:
    request = red(school)
    page = Visitor(school.counsellor).page("desk:today")
    assert [row for row in rows_of(page) if request.alias in row][0].startswith("Merah")
    assert f"/meja/{request.pk}/tangani/" in page
    assert 'data-alert="1"' in page


def test_desk_puts_red_before_orange_before_late(school: School, frozen) -> None:
    late = accept(school, ask(school))
    Request.objects.filter(pk=late.pk).update(reply_due=timezone.now() - timedelta(minutes=5))
    orange, worst = (
        ask(school, seeker=make_person(school.community, password="payung-biru-di-halaman"), door=Door.FRIEND)
        for _n in "ab"
    )
    for request, level in ((orange, Level.ORANGE), (worst, Level.RED)):
        flags.signal(community=school.community, kind=FLAG_KIND, subject=request.pk, level=level, source=Source.BUTTON)
    order = rows_of(Visitor(school.counsellor).page("desk:today"))
    places = [next(n for n, row in enumerate(order) if request.alias in row) for request in (worst, orange, late)]
    assert places == sorted(places)


def test_desk_shows_a_consult_as_a_question_of_the_supporter(school: School) -> None:
    request = accept(school, ask(school))
    thread = request.threads.get(kind="consult")
    talking.consult_says(
        by=school.supporter, keyring=school.ring(school.supporter), thread=thread, text="aku harus bilang apa?",
        finding=detect(""), **key(),
    )  # fmt: skip
    assert "Kak Melati minta konsultasi" in Visitor(school.counsellor).page("desk:today")


def test_desk_shows_a_request_that_waits_past_half_its_promise(school: School, frozen) -> None:
    request = ask(school, PLAIN)
    assert request.alias not in Visitor(school.counsellor).page("desk:today")
    frozen.shift(timedelta(hours=12, minutes=5))
    assert request.alias in Visitor(school.counsellor).page("desk:today")


def test_desk_shows_a_worry_about_a_friend_at_once(school: School) -> None:
    request = ask(school, door=Door.FRIEND)
    assert (
        "Khawatir sama teman"
        in [row for row in rows_of(Visitor(school.counsellor).page("desk:today")) if request.alias in row][0]
    )


def test_desk_shows_conversations_of_a_suspended_supporter(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    visitor = Visitor(school.counsellor)
    assert request.alias not in visitor.page("desk:today")
    talking.interrupt(person=school.supporter)
    assert request.alias in visitor.page("desk:today")


def test_desk_shows_no_word_of_anyone(school: School) -> None:
    words = canaries()
    said = [next(words) for _n in range(4)]
    request = accept(school, ask(school, said[0]))
    seeker_says(school, request, f"{said[1]} {RED}")
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    visitor = Visitor(school.counsellor)
    visitor.post("support:staff_talk", {"text": said[2], **key()}, id=request.pk)
    visitor.post("support:notes", {"text": said[3], **key()}, id=request.pk)
    assert said[1] in visitor.page("support:staff_talk", id=request.pk)
    assert said[3] in visitor.page("support:notes", id=request.pk)
    pages = visitor.page("desk:today") + visitor.page("support:talks") + visitor.page("support:team")
    assert request.alias in pages
    assert [word for word in said if word in pages] == []


@pytest.mark.slow
@pytest.mark.parametrize("who", ["counsellor", "duty", "second"])
def test_desk_asks_the_same_few_queries_for_1_and_40_things(school: School, who: str) -> None:
    person = getattr(school, who)
    flagged(school, 1)
    visitor = Visitor(person)
    once = visitor.queries("desk:today")
    flagged(school, 39)
    many = visitor.queries("desk:today")
    assert (once, many) == (once, once)
    assert once <= MOST_QUERIES


def flagged(school: School, count: int) -> list[Request]:
    made = []
    for _n in range(count):
        seeker = make_person(school.community, password="payung-biru-di-halaman", klass="VII-B")
        made.append(ask(school, RED, seeker=seeker, door=Door.FRIEND))
    return made


@pytest.mark.slow
def test_desk_with_40_things_shows_20_and_the_rest_in_pages(school: School) -> None:
    requests = flagged(school, 40)
    visitor = Visitor(school.counsellor)
    first = visitor.page("desk:today")
    assert sum(request.alias in first for request in requests) == 20
    assert "Lihat semua 40" in first
    pages = [visitor.page("desk:group", f"?hal={n}", part="kini") for n in (1, 2)]
    assert all(any(request.alias in page for page in pages) for request in requests)


def test_desk_group_that_does_not_exist_is_404(school: School) -> None:
    assert Visitor(school.counsellor).get("desk:group", part="besok").status_code == 404


def test_duty_adult_sees_the_flagged_conversation_alone(school: School) -> None:
    quiet = ask(school)
    loud = ask(school, RED, seeker=make_person(school.community, password="payung-biru-di-halaman", klass="VII-B"))
    page = Visitor(school.duty).page("desk:today")
    assert loud.alias in page
    assert quiet.alias not in page


@pytest.mark.parametrize("role", ["coordinator", "leader", "second_key", "companion"])
def test_who_reads_nothing_sees_no_conversation(school: School, role: str) -> None:
    request = red(school)
    assert request.alias in Visitor(school.counsellor).page("desk:today")
    other = make_person(school.community, "Pak Lain", roles=[role], password="payung-biru-di-halaman")
    assert request.alias not in Visitor(other).page("desk:today")


def test_excluded_counsellor_does_not_see_the_request(school: School) -> None:
    request = ask(school, RED, excluded_people=(school.counsellor.pk,))
    assert request.alias in Visitor(school.other_counsellor).page("desk:today")
    assert request.alias not in Visitor(school.counsellor).page("desk:today")


def test_another_school_sees_nothing(school: School) -> None:
    request = red(school)
    other = make_school()
    assert request.alias in Visitor(school.counsellor).page("desk:today")
    assert request.alias not in Visitor(other.counsellor).page("desk:today")


def test_student_gets_404(school: School) -> None:
    assert Visitor(school.counsellor).get("desk:today").status_code == 200
    assert Visitor(school.seeker).get("desk:today").status_code == 404


def test_desk_says_who_is_on_duty_and_until_when(school: School) -> None:
    visitor = Visitor(school.counsellor)
    assert "Petugas jaga: Pak Baso, sampai 22.00" in visitor.page("desk:today")
    DutySlot.objects.all().delete()
    assert "Tidak ada petugas jaga sekarang" in visitor.page("desk:today")


def test_desk_counts_what_waits_and_what_changed(school: School, frozen) -> None:
    ask(school)
    frozen.shift(timedelta(hours=2))
    page = words_of(Visitor(school.counsellor).page("desk:today"))
    assert "1 permintaan Terlama 2 jam, batas 1 hari" in page
    assert "Diterima pendukung 0" in page


def test_handled_flag_moves_to_what_is_due_and_stops_ringing(school: School) -> None:
    request = red(school)
    visitor = Visitor(school.counsellor)
    assert 'data-alert="1"' in visitor.page("desk:today")
    visitor.post("support:handle", id=request.pk)
    page = visitor.page("desk:today")
    assert 'data-alert="0"' in page
    assert "Ditangani Bapak/Ibu" in page
    assert "Ditangani Ibu Ratih" in Visitor(school.other_counsellor).page("desk:today")


def test_opening_the_desk_passes_on_pending_keys(school: School) -> None:
    request = ask(school)
    SafeKey.objects.filter(safe_id=request.talk_id, holder=school.other_counsellor.keyholder).delete()
    safes.ask_grant(request.talk_id, school.other_counsellor.keyholder)
    Visitor(school.counsellor).page("desk:today")
    assert SafeKey.objects.filter(safe_id=request.talk_id, holder=school.other_counsellor.keyholder).count() == 1


def test_peer_window_without_an_adult_is_told_to_the_coordinator(school: School) -> None:
    coordinator = make_person(school.community, "Pak Nyoman", roles=["coordinator"], password="payung-biru-di-halaman")
    visitor = Visitor(coordinator)
    assert "jam teman tanpa petugas jaga" not in visitor.page("desk:today")
    DutySlot.objects.filter(weekday=2).delete()
    assert "Selasa: jam teman tanpa petugas jaga" in visitor.page("desk:today")


def test_unproved_channel_is_told_to_whoever_is_called(school: School) -> None:
    assert "Saluran peringatan belum teruji" in Visitor(school.duty).page("desk:today")


def test_red_text_of_a_supporters_conversation_reaches_the_duty_desk(school: School) -> None:
    request = accept(school, ask(school))
    supporter_says(school, request, "aku di sini ya")
    visitor = Visitor(school.duty)
    assert request.alias not in visitor.page("desk:today")
    safety.supporter_calls(by=school.supporter, keyring=school.ring(school.supporter), request=again(request))
    assert request.alias in visitor.page("desk:today")
    assert Request.objects.get(pk=request.pk).lead == Lead.ADULT
