"""Who is called can read, and sees why: orange passed on to the next adult, and what was said in a consult."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from tests.desk.helpers import ORANGE, PLAIN, RED, Visitor, again, key, rows_of, words_of
from tests.factories import PASSWORD, make_duty, make_person
from tests.support.helpers import School, accept, ask, seeker_says

from sebaya.accounts import actions as accounts
from sebaya.accounts.models import Person
from sebaya.detection import Author, detect
from sebaya.flags import actions as flags
from sebaya.flags.models import Call, Flag, Level, Outcome, State
from sebaya.notices import actions as notices
from sebaya.notices.models import ChannelKind, Notice
from sebaya.support import fulfil, queries
from sebaya.support.actions import after, safety, talking
from sebaya.support.models import Request
from sebaya.vault.errors import NoKey
from sebaya.vault.models import KeyState, PendingGrant, SafeKey

TWO_HOURS = timedelta(hours=2)
EXPLAINED = "menyebut alat atau cara yang sudah ada"  # a clue of RED, in plain words
IN_THE_CONSULT = "Alasannya tertulis di konsultasi."


def sweep() -> int:
    return flags.call_overdue(timezone.now())


def reads(person: Person, request: Request) -> int:
    return Visitor(person).get("support:staff_talk", id=request.pk).status_code


def on_desk(person: Person, request: Request) -> list[str]:
    return [row for row in rows_of(Visitor(person).page("desk:today")) if request.alias in row]


def ringing(person: Person) -> bool:
    return 'data-alert="1"' in Visitor(person).page("desk:today")


def consults(school: School, request: Request, text: str, by: Person | None = None) -> Any:
    """The supporter tells the counsellor, beside the conversation."""
    person = by or school.supporter
    thread = request.threads.get(kind="consult")
    return talking.consult_says(
        by=person, keyring=school.ring(person), thread=thread, text=text, finding=detect(text, Author.SUPPORTER),
        **key(),
    )  # fmt: skip


# --- orange -------------------------------------------------------------------------------------------


def test_duty_adult_reads_nothing_before_being_called(school: School) -> None:
    request = ask(school, ORANGE)
    assert Flag.objects.get().level == Level.ORANGE
    assert reads(school.duty, request) == 404
    assert on_desk(school.duty, request) == []
    with pytest.raises(NoKey):
        school.ring(school.duty).open_safe(request.talk_id)


def test_orange_that_nobody_acknowledges_reaches_the_duty_adult_who_can_read_it(school: School, frozen) -> None:
    channel = notices.add_channel(by=school.duty, kind=ChannelKind.WEBHOOK, target="https://contoh.invalid/x")
    notices.prove(by=school.duty, channel=channel, code=channel.notices.get().extra)
    Notice.objects.all().delete()
    request = ask(school, ORANGE)
    frozen.shift(TWO_HOURS)
    assert sweep() == 1

    assert Call.objects.latest("at").person == school.duty
    assert list(Notice.objects.values_list("kind", "about")) == [("flag.orange", Flag.objects.get().pk)]
    assert on_desk(school.duty, request)[0].startswith("Jingga")
    assert ringing(school.duty)
    assert ORANGE in Visitor(school.duty).page("support:staff_talk", id=request.pk)
    page = words_of(Visitor(school.duty).sent("support:handle", id=request.pk))
    assert "Ditangani Pak Baso" in page
    assert Flag.objects.get().acknowledged_by == school.duty


def test_calling_needs_nothing_but_the_database(school: School, frozen) -> None:
    """Another process, a day later: what it knows are rows. It opens nothing, and no word passes through it."""
    request = ask(school, ORANGE)
    school.rings.clear()
    frozen.shift(timedelta(days=1))
    assert sweep() == 1
    assert SafeKey.objects.get(safe_id=request.talk_id, holder=school.duty.keyholder).state == KeyState.ACTIVE
    assert reads(school.duty, request) == 200


def test_orange_rings_on_the_counsellors_desk_once_the_clock_ran_out(school: School, frozen) -> None:
    ask(school, ORANGE)
    assert not ringing(school.counsellor)
    frozen.shift(TWO_HOURS)
    sweep()
    assert ringing(school.counsellor)


def test_acknowledged_in_time_calls_nobody_else(school: School, frozen) -> None:
    request = ask(school, ORANGE)
    Visitor(school.counsellor).sent("support:handle", id=request.pk)
    frozen.shift(timedelta(days=2))
    assert sweep() == 0
    assert reads(school.duty, request) == 404


def test_excluded_adult_is_never_called_and_never_reads(school: School, frozen) -> None:
    other = make_person(school.community, "Bu Sari", roles=["duty"], password=PASSWORD)
    make_duty(other, place=2)
    request = ask(school, ORANGE, excluded_people=(school.duty.pk,))
    frozen.shift(timedelta(days=1))
    sweep()
    assert [row.person_id for row in Call.objects.filter(round=2)].count(other.pk) == 1
    fulfil.fulfil(school.counsellor, school.ring(school.counsellor))
    frozen.shift(TWO_HOURS)
    sweep()
    assert (reads(other, request), reads(school.duty, request)) == (200, 404)
    assert not Call.objects.filter(person=school.duty).exists()
    assert not SafeKey.objects.filter(safe_id=request.talk_id, holder=school.duty.keyholder).exists()


def test_reading_ends_72_hours_after_the_last_call(school: School, frozen) -> None:
    request = ask(school, ORANGE)
    frozen.shift(TWO_HOURS)
    sweep()
    Visitor(school.duty).sent("support:handle", id=request.pk)
    frozen.shift(timedelta(hours=71))
    assert reads(school.duty, request) == 200
    frozen.shift(timedelta(hours=1, minutes=1))
    assert reads(school.duty, request) == 404


def test_who_was_not_called_holds_nothing_after_the_flag_is_closed(school: School) -> None:
    request = ask(school, ORANGE)
    assert SafeKey.objects.filter(safe_id=request.talk_id, holder=school.duty.keyholder).exists()
    safety.close_flag(
        by=school.counsellor, keyring=school.ring(school.counsellor), flag=Flag.objects.get(), request=again(request),
        outcome=Outcome.NO_SIGN, text="sudah bicara",
    )  # fmt: skip
    assert not SafeKey.objects.filter(safe_id=request.talk_id, holder=school.duty.keyholder).exists()
    assert not PendingGrant.objects.exists()


def test_closing_leaves_offers_to_peers_alone(school: School) -> None:
    """Their keys are "offered" too."""
    request = ask(school, PLAIN)
    flags.signal(community=school.community, kind="request", subject=request.pk, level=Level.ORANGE, source="laporan")
    safety.close_flag(
        by=school.counsellor, keyring=school.ring(school.counsellor), flag=Flag.objects.get(), request=again(request),
        outcome=Outcome.NO_SIGN, text="salah tekan",
    )  # fmt: skip
    kept = SafeKey.objects.get(safe_id=request.talk_id, holder=school.supporter.keyholder)
    assert kept.state == KeyState.OFFERED


def test_student_sees_who_would_read_when_called(school: School, frozen) -> None:
    request = ask(school, ORANGE)
    visitor = Visitor(school.seeker)
    assert "Pak Baso petugas jaga: baru membaca kalau dipanggil" in words_of(
        visitor.page("support:readers", id=request.pk)
    )
    assert "1 petugas jaga kalau perlu, belum membaca" in visitor.page("support:talk", id=request.pk)
    assert "petugas jaga, belum dipanggil" in Visitor(school.counsellor).page("support:staff_talk", id=request.pk)
    frozen.shift(TWO_HOURS)
    sweep()
    page = words_of(Visitor(school.seeker).page("support:readers", id=request.pk))
    assert "Pak Baso petugas jaga, paling lama tiga hari" in page


def test_report_is_passed_on_too(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    Visitor(school.seeker).sent("support:report", {"reason": "kasar"}, id=request.pk)
    assert reads(school.duty, request) == 404
    frozen.shift(TWO_HOURS)
    sweep()
    assert reads(school.duty, request) == 200


def test_orange_that_becomes_red_opens_to_the_rota_at_once(school: School) -> None:
    request = ask(school, ORANGE)
    seeker_says(school, request, RED)
    assert reads(school.duty, request) == 200


def test_who_came_onto_the_rota_later_gets_the_key_from_the_next_session(school: School, frozen) -> None:
    request = ask(school, ORANGE)
    newcomer = make_person(school.community, "Bu Sari", roles=["duty"], password=PASSWORD)
    make_duty(newcomer, place=0)
    frozen.shift(TWO_HOURS)
    sweep()
    assert PendingGrant.objects.get().holder == newcomer.keyholder
    Visitor(school.seeker).page("support:talk", id=request.pk)
    assert reads(newcomer, request) == 404  # ready, not called yet
    frozen.shift(TWO_HOURS)
    sweep()
    assert Call.objects.latest("at").person == newcomer
    assert reads(newcomer, request) == 200


def test_note_is_left_by_who_cannot_check_the_exclusions(school: School) -> None:
    """A holder of the consult alone must not decide, and must not throw the note away."""
    request = accept(school, ask(school, PLAIN))
    consult = queries.consult_of(request, school.supporter)
    SafeKey.objects.filter(safe_id=request.talk_id, holder=school.counsellor.keyholder).delete()
    PendingGrant.objects.create(safe_id=consult.safe_id, holder=school.duty.keyholder)
    assert fulfil.fulfil(school.counsellor, school.ring(school.counsellor)) == 0
    assert fulfil.fulfil(school.other_counsellor, school.ring(school.other_counsellor)) == 1


def test_note_takes_away_nothing_and_comes_not_too_late(school: School) -> None:
    request, now = ask(school, PLAIN), timezone.now()
    for holder, until in ((school.other_counsellor.keyholder, now + TWO_HOURS), (school.duty.keyholder, now)):
        PendingGrant.objects.create(safe_id=request.talk_id, holder=holder, until=until)
    assert fulfil.fulfil(school.counsellor, school.ring(school.counsellor)) == 0
    assert SafeKey.objects.get(safe_id=request.talk_id, holder=school.other_counsellor.keyholder).until is None
    assert not SafeKey.objects.filter(holder=school.duty.keyholder).exists()


def test_duty_adult_who_becomes_a_counsellor_is_still_new(school: School, frozen) -> None:
    """A key that waits for a call, or ends, is not that of a reader."""
    request = ask(school, ORANGE)
    frozen.shift(timedelta(minutes=1))
    accounts.set_roles(by=None, person=school.duty, duty=True, counsellor=True)
    assert SafeKey.objects.get(safe_id=request.talk_id, holder=school.duty.keyholder).state == KeyState.OFFERED
    visitor = Visitor(school.counsellor)
    assert "Pak Baso" in visitor.page("support:newcomers")
    visitor.sent("support:admit", holder_id=school.duty.keyholder.pk)
    key_of = SafeKey.objects.get(safe_id=request.talk_id, holder=school.duty.keyholder)
    assert (key_of.state, key_of.until) == (KeyState.ACTIVE, None)


# --- why: in the consult --------------------------------------------------------------------------------


def test_called_for_what_stands_in_a_consult_sees_it_and_can_answer(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    consults(school, request, RED)
    visitor = Visitor(school.duty)
    page = visitor.page("support:staff_talk", id=request.pk)
    assert (EXPLAINED in page, IN_THE_CONSULT in page, RED in page) == (True, True, False)
    assert "Alasannya ada di konsultasi." in page
    thread = request.threads.get(kind="consult")
    assert visitor.url("support:consult", id=thread.pk) in page
    consult = visitor.page("support:consult", id=thread.pk)
    assert RED in consult
    assert "petugas jaga yang dipanggil" in consult
    assert "petugas jaga yang dipanggil" in Visitor(school.supporter).page("support:consult", id=thread.pk)
    assert "aku telepon sekarang" in visitor.sent(
        "support:consult", {"text": "aku telepon sekarang", **key()}, id=thread.pk
    )


def test_key_to_the_consult_ends_like_the_one_to_the_talk(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    consults(school, request, RED)
    thread = request.threads.get(kind="consult")
    assert Visitor(school.duty).get("support:consult", id=thread.pk).status_code == 200
    frozen.shift(timedelta(hours=72, minutes=1))
    assert Visitor(school.duty).get("support:consult", id=thread.pk).status_code == 404


def test_excluded_adult_gets_neither_talk_nor_consult(school: School) -> None:
    request = accept(school, ask(school, PLAIN, excluded_people=(school.duty.pk,)))
    consults(school, request, RED)
    thread = request.threads.get(kind="consult")
    fulfil.fulfil(school.counsellor, school.ring(school.counsellor))
    assert not SafeKey.objects.filter(holder=school.duty.keyholder).exists()
    assert Visitor(school.duty).get("support:consult", id=thread.pk).status_code == 404


def test_orange_in_a_consult_is_readable_once_called(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    consults(school, request, ORANGE)
    assert Flag.objects.get().level == Level.ORANGE
    thread = request.threads.get(kind="consult")
    assert Visitor(school.duty).get("support:consult", id=thread.pk).status_code == 404
    frozen.shift(TWO_HOURS)
    sweep()
    assert ORANGE in Visitor(school.duty).page("support:consult", id=thread.pk)
    assert IN_THE_CONSULT in Visitor(school.duty).page("support:staff_talk", id=request.pk)


def test_consult_without_a_sign_stays_closed_to_who_is_called_for_the_talk(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    consults(school, request, "aku harus jawab apa ya")
    seeker_says(school, request, RED)
    thread = request.threads.get(kind="consult")
    assert reads(school.duty, request) == 200
    assert Visitor(school.duty).get("support:consult", id=thread.pk).status_code == 404


def test_red_of_a_supporter_who_is_no_longer_in_it_reaches_the_duty_adult_with_the_next_key(
    school: School, frozen
) -> None:
    """Their session holds the consult alone and cannot check who is excluded."""
    request = accept(school, ask(school, PLAIN))
    talking.leave(by=school.supporter, request=request, known=False)
    consults(school, request, RED)
    assert reads(school.duty, request) == 404
    Visitor(school.seeker).page("support:talk", id=request.pk)
    page = Visitor(school.duty).page("support:staff_talk", id=request.pk)
    assert ("Ada tanda di konsultasi" in page, EXPLAINED in page) == (True, False)
    Visitor(school.counsellor).page("desk:today")
    assert EXPLAINED in Visitor(school.duty).page("support:staff_talk", id=request.pk)
    frozen.shift(timedelta(minutes=5))
    sweep()
    assert Call.objects.filter(person=school.duty).exists()


def test_red_is_read_on_while_nobody_has_acknowledged_it(school: School, frozen) -> None:
    """Called anew, they read anew: else the flag would ring for people who cannot open it."""
    request = ask(school, RED)
    for _step in range(3):
        frozen.shift(timedelta(hours=30))
        sweep()
        after.end_old_keys(timezone.now())
    frozen.move_to(datetime(2026, 8, 8, 10, tzinfo=ZoneInfo("Asia/Jakarta")))
    for _step in range(4):
        frozen.shift(timedelta(minutes=5))
        sweep()
    assert reads(school.duty, request) == 200
    assert Flag.objects.get().state == State.OPEN
