"""From offer to goodbye: accepting, sending once, red, adults, leaving, closing."""

from datetime import timedelta

import pytest
import time_machine
from tests.factories import PASSWORD, fresh, keyring_for, make_person
from tests.support.helpers import School, accept, add_supporter, ask, seeker_says, supporter_says

from sebaya.communities.clock import now
from sebaya.detection.levels import NOTHING
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Level, State
from sebaya.support import fulfil, identity, queries, sweeps
from sebaya.support.actions import after, offers, safety, sending, talking
from sebaya.support.choices import CloseReason, DeclineReason, Lead, OfferState, RequestState, Side
from sebaya.support.errors import AlreadyTaken, Closed, CodeSpent, NotNow, OverLimit
from sebaya.support.models import Block, Message, Offer, Request
from sebaya.vault.errors import NoKey
from sebaya.vault.models import PendingGrant, SafeKey

RED = "aku mau bunuh diri malam ini, obatnya udah aku siapin"


def again(request: Request) -> Request:
    return Request.objects.select_related("mailbox", "community", "supporter").get(pk=request.pk)


def test_accept_opens_the_words_and_ends_other_offers(school: School) -> None:
    other = add_supporter(school.community, "Anggrek", "IX-C")
    request = accept(school, ask(school, "halo kak"))
    safe = school.ring(school.supporter).open_safe(request.talk_id)
    first = Message.objects.get(thread__request=request, side=Side.SEEKER)
    assert sending.read(safe, first) == "halo kak"
    assert (request.state, request.lead) == (RequestState.TALKING, Lead.PEER)
    ended = Offer.objects.get(supporter=other)
    assert (ended.state, ended.request_id) == (OfferState.WITHDRAWN, None)
    assert not SafeKey.objects.filter(safe_id=request.talk_id, holder__person=other).exists()


def test_second_supporter_to_accept_is_told_that_it_is_taken(school: School) -> None:
    other = add_supporter(school.community, "Anggrek", "IX-C")
    request = ask(school)
    theirs = Offer.objects.get(request=request, supporter=other)
    accept(school, request)
    with pytest.raises(AlreadyTaken):
        offers.accept(by=other, keyring=school.ring(other), offer=theirs)


def test_accept_twice_is_once(school: School) -> None:
    request = ask(school)
    accept(school, request)
    accept(school, request)
    assert Message.objects.filter(thread__request=request, event="joined").count() == 1


def test_accept_outside_the_window_is_not_now(school: School, frozen: time_machine.Traveller) -> None:
    request = ask(school)
    frozen.shift(timedelta(hours=5))
    with pytest.raises((NotNow, AlreadyTaken)):
        accept(school, request)


def test_accept_beyond_the_load_limit_is_refused(school: School) -> None:
    friends = [make_person(school.community, f"Anak {n}", password=PASSWORD) for n in range(3)]
    requests = [ask(school, seeker=friend) for friend in friends]
    accept(school, requests[0])
    accept(school, requests[1])
    with pytest.raises(OverLimit):
        accept(school, requests[2])


def test_decline_because_known_keeps_the_two_apart(school: School) -> None:
    request = ask(school)
    offer = Offer.objects.get(request=request)
    offers.decline(by=school.supporter, offer=offer, reason=DeclineReason.KNOWN)
    offer.refresh_from_db()
    assert (offer.request_id, offer.opened_at.hour) == (None, 0)
    assert Block.objects.filter(supporter=school.supporter).exists()
    talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.CHANGED)
    ask(school)
    assert not Offer.objects.filter(supporter=school.supporter, state=OfferState.OPEN).exists()


def test_expired_offer_goes_to_the_next_in_the_seekers_session(school: School, frozen: time_machine.Traveller) -> None:
    request = ask(school)
    frozen.move_to("2026-08-05T16:30:00+07:00")
    assert offers.expire(now()) == 1
    newcomer = add_supporter(school.community, "Anggrek", "IX-C")
    assert fulfil.fulfil_as_seeker(school.seeker, school.ring(school.seeker), again(request)) == 1
    assert Offer.objects.get(request=request, state=OfferState.OPEN).supporter_id == newcomer.pk


def test_message_with_the_same_key_is_stored_once(school: School) -> None:
    request = accept(school, ask(school))
    one = seeker_says(school, request, "hai", key="k1")
    other = seeker_says(school, request, "hai", key="k1")
    third = seeker_says(school, request, "hai", key="k2")
    assert (one.pk, one.pk == other.pk, third.seq) == (other.pk, True, one.seq + 1)


def test_page_opened_before_a_take_over_sends_nothing_after_it(school: School) -> None:
    """The supporter's tab is old: what it knew of the request was true when it was opened."""
    stale = accept(school, ask(school))
    said = supporter_says(school, stale, "aku di sini", key="k1")
    old = keyring_for(school.supporter)
    opened = talking.Opened(old.open_safe(stale.talk_id), talking.talk_of(stale))
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(stale))
    say = {
        "by": school.supporter,
        "keyring": old,
        "request": stale,
        "text": "hai",
        "finding": NOTHING,
        "opened": opened,
    }
    with pytest.raises(AlreadyTaken):
        talking.supporter_says(**say, key="k2")
    assert talking.supporter_says(**say, key="k1").pk == said.pk


def test_adult_who_gave_it_back_meanwhile_does_not_write_on(school: School) -> None:
    stale = accept(school, ask(school))
    ring = school.ring(school.counsellor)
    stale = talking.take_over(by=school.counsellor, keyring=ring, request=again(stale))
    talking.hand_to_peers(by=school.counsellor, keyring=ring, request=again(stale))
    with pytest.raises(AlreadyTaken):
        talking.adult_says(by=school.counsellor, keyring=ring, request=stale, text="hai", key="k", finding=NOTHING)


def test_reply_clock_starts_with_the_seeker_and_stops_with_an_answer(school: School) -> None:
    request = accept(school, ask(school))
    seeker_says(school, request, "kak?")
    assert again(request).reply_due is not None
    supporter_says(school, request, "aku di sini")
    assert (again(request).reply_due, again(request).first_answer_at is not None) == (None, True)


def test_supporter_outside_the_window_cannot_write_and_sees_nothing_new(
    school: School, frozen: time_machine.Traveller
) -> None:
    request = accept(school, ask(school))
    frozen.move_to("2026-08-04T21:00:00+07:00")
    seeker_says(school, request, "malam ini ga bisa tidur")
    with pytest.raises(NotNow):
        supporter_says(school, request, "kenapa?")
    until = queries.supporter_sees_until(school.community, now())
    seen = queries.messages(talking.talk_of(request), until=until)
    assert [message.side for message in seen] == [Side.SEEKER, Side.SYSTEM]


def test_late_answer_is_rematched_and_the_wait_stays_visible(school: School, frozen: time_machine.Traveller) -> None:
    request = accept(school, ask(school))
    frozen.move_to("2026-08-05T18:00:00+07:00")
    assert sweeps.rematch_late(now()) == 1
    late = again(request)
    assert (late.state, late.supporter, late.reply_due is not None) == (RequestState.WAITING, None, True)
    with pytest.raises(NoKey):
        keyring_for(school.supporter).open_safe(request.talk_id)


def test_red_message_seals_to_duty_and_calls_the_next_every_five_minutes(
    school: School, frozen: time_machine.Traveller
) -> None:
    request = accept(school, ask(school))
    seeker_says(school, request, RED)
    flag = Flag.objects.get(subject=request.pk)
    assert flag.level == Level.RED
    frozen.shift(timedelta(minutes=5))
    flags.call_overdue(now())
    frozen.shift(timedelta(minutes=5))
    flags.call_overdue(now())
    called = list(flag.calls.order_by("at").values_list("person_id", flat=True))
    assert called[0] == school.duty.pk
    assert set(called[1:]) == {school.counsellor.pk, school.other_counsellor.pk}


def test_duty_adult_handles_and_the_peer_is_relieved(school: School) -> None:
    request = accept(school, ask(school))
    seeker_says(school, request, RED)
    flag = Flag.objects.get(subject=request.pk)
    safety.handle(by=school.duty, keyring=school.ring(school.duty), flag=flag, request=again(request))
    taken = again(request)
    assert (taken.lead, taken.supporter, taken.counsellor_id) == (Lead.ADULT, None, school.duty.pk)
    with pytest.raises(AlreadyTaken):
        supporter_says(school, request, "hai")
    flag.refresh_from_db()
    assert flag.state == State.ACKNOWLEDGED


def test_duty_key_ends_after_72_hours(school: School, frozen: time_machine.Traveller) -> None:
    request = ask(school, RED)
    school.ring(school.duty).open_safe(request.talk_id)
    frozen.shift(timedelta(hours=72, minutes=1))
    with pytest.raises(NoKey):
        school.ring(school.duty).open_safe(request.talk_id)
    assert after.end_old_keys(now()) == 1


def test_two_adults_at_once_the_second_is_told(school: School) -> None:
    request = ask(school)
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=request)
    with pytest.raises(AlreadyTaken):
        talking.take_over(by=school.other_counsellor, keyring=school.ring(school.other_counsellor), request=request)


def test_adult_who_is_away_can_be_replaced_by_name_only(school: School) -> None:
    request = ask(school)
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=request)
    second = {"by": school.other_counsellor, "keyring": school.ring(school.other_counsellor), "request": request}
    with pytest.raises(AlreadyTaken):
        talking.take_over(**second, instead_of=school.duty.pk)
    talking.take_over(**second, instead_of=school.counsellor.pk)
    assert again(request).counsellor_id == school.other_counsellor.pk


def test_supporter_calls_an_adult_and_the_first_half_follows(school: School) -> None:
    request = accept(school, ask(school))
    safety.supporter_calls(by=school.supporter, keyring=school.ring(school.supporter), request=request)
    with pytest.raises(NoKey):
        identity.half_of(school.ring(school.duty), request, "k1")
    fulfil.fulfil(school.counsellor, school.ring(school.counsellor))
    assert len(identity.half_of(school.ring(school.duty), request, "k1")) == 32
    relieved = again(request)
    assert (relieved.supporter, relieved.adult_asked) == (None, True)


def test_red_in_consult_calls_an_adult_to_the_talk(school: School) -> None:
    request = accept(school, ask(school))
    thread = queries.consult_of(request, school.supporter)
    from sebaya.detection import Author, detect

    text = "dia bilang ke aku mau bunuh diri malam ini, udah nyiapin obat"
    talking.consult_says(
        by=school.supporter, keyring=school.ring(school.supporter), thread=thread, text=text, key="c",
        finding=detect(text, Author.SUPPORTER),
    )  # fmt: skip
    assert Flag.objects.get(subject=request.pk).level == Level.RED
    school.ring(school.duty).open_safe(request.talk_id)


def test_call_adult_button_is_red(school: School) -> None:
    request = accept(school, ask(school))
    safety.call_adult(keyring=school.ring(school.seeker), request=again(request))
    assert Flag.objects.get(subject=request.pk).level == Level.RED
    assert again(request).adult_asked


def test_give_name_tells_one_adult(school: School) -> None:
    request = ask(school)
    adult = safety.give_name(keyring=school.ring(school.seeker), person=school.seeker, request=again(request))
    assert identity.given_name(school.ring(adult), request) == school.seeker.pk
    assert identity.given_name(school.ring(school.second), request) is None


def test_change_peer_with_block_never_offers_them_again(school: School) -> None:
    request = accept(school, ask(school))
    talking.change_peer(keyring=school.ring(school.seeker), request=again(request), block=True)
    fulfil.fulfil_as_seeker(school.seeker, school.ring(school.seeker), again(request))
    assert not Offer.objects.filter(request=request, state=OfferState.OPEN).exists()
    assert again(request).state == RequestState.WAITING


def test_suspended_supporter_loses_conversation_to_an_adult(school: School) -> None:
    from sebaya.programmes import actions as programmes
    from sebaya.programmes.models import HoldReason

    request = accept(school, ask(school))
    programmes.hold(by=school.counsellor, person=school.supporter, reason=HoldReason.SUSPENDED)
    assert sweeps.hand_over_held(now()) == 1
    after_ = again(request)
    assert (after_.supporter, after_.adult_asked) == (None, True)
    with pytest.raises(NoKey):
        school.ring(school.supporter).open_safe(request.talk_id)


def test_close_ends_writing_and_lets_the_supporter_read_14_days(school: School, frozen: time_machine.Traveller) -> None:
    request = accept(school, ask(school))
    talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.BETTER)
    with pytest.raises(Closed):
        seeker_says(school, request, "satu lagi")
    frozen.shift(timedelta(days=13))
    keyring_for(fresh(school.supporter)).open_safe(request.talk_id)
    frozen.shift(timedelta(days=2))
    with pytest.raises(NoKey):
        keyring_for(fresh(school.supporter)).open_safe(request.talk_id)


def test_reentry_brings_the_talk_back_under_a_new_key(school: School) -> None:
    from sebaya.vault import holders
    from sebaya.vault.keyring import keyring_of

    request = accept(school, ask(school, "cerita lama"))
    code = after.make_reentry(by=school.counsellor, keyring=school.ring(school.counsellor), request=request)
    holder, private = holders.create(school.seeker, "kata-sandi-baru-sekali")
    ring = keyring_of(holder, private)
    assert list(queries.my_requests(ring)) == []
    back = after.reenter(person=school.seeker, keyring=ring, code=code.lower())
    assert [each.pk for each in queries.my_requests(ring)] == [request.pk]
    ring.open_safe_as_seeker(back.talk_id, back.mailbox)
    with pytest.raises(CodeSpent):
        after.reenter(person=school.seeker, keyring=ring, code=code)


def test_new_counsellor_is_admitted_but_not_where_excluded(school: School) -> None:
    newcomer = make_person(school.community, "Bu Sinta", roles=["counsellor"])
    open_to_all, kept_away = ask(school), ask(school, excluded_people=(newcomer.pk,))
    from tests.factories import activate

    ring = activate(newcomer)
    newcomer = fresh(newcomer)
    after.admit_counsellor(by=school.counsellor, keyring=school.ring(school.counsellor), newcomer=newcomer.keyholder)
    ring.open_safe(open_to_all.talk_id)
    with pytest.raises(NoKey):
        ring.open_safe(kept_away.talk_id)
    assert PendingGrant.objects.count() == 0


def test_two_upheld_reports_close_the_peer_door(school: School) -> None:
    for _time in range(2):
        request = accept(school, ask(school))
        row = after.report(request=again(request), side=Side.SUPPORTER, by=school.supporter, reason="main")
        after.decide(by=school.counsellor, report=row, upheld=True)
        talking.close(request=again(request), side=Side.SUPPORTER, by=school.supporter, reason=CloseReason.UNFIT)
    request = ask(school)
    assert (request.match_id, Offer.objects.filter(request=request).count()) == (None, 0)


def test_forget_removes_words_and_safes(school: School, frozen: time_machine.Traveller) -> None:
    request = accept(school, ask(school))
    talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.BETTER)
    frozen.shift(timedelta(days=366))
    assert sweeps.forget_old(now()) == 1
    assert (Message.objects.count(), Request.objects.count(), SafeKey.objects.count()) == (0, 0, 0)


def test_two_sheets_open_the_talks_but_never_the_name(school: School) -> None:
    from sebaya.support.actions.rescue import rescue
    from sebaya.vault import recovery
    from sebaya.vault.errors import WrongSecret

    sheets = recovery.make_sheets(school.community)
    open_to_all = ask(school)
    newcomer = make_person(school.community, "Bu Sinta", roles=["counsellor"])
    kept_away = ask(school, excluded_people=(newcomer.pk,))
    from tests.factories import activate

    ring, newcomer = activate(newcomer), fresh(newcomer)
    with pytest.raises(WrongSecret):
        rescue(by=newcomer, a=sheets.a, b=sheets.a)
    assert rescue(by=newcomer, a=sheets.a, b=sheets.b) == 1
    ring.open_safe(open_to_all.talk_id)
    ring.open_safe(open_to_all.file_id)
    with pytest.raises(NoKey):
        ring.open_safe(kept_away.talk_id)
    with pytest.raises(NoKey):
        identity.half_of(recovery.open_sheets(school.community, sheets.a, sheets.b), open_to_all, "k2")


def test_erasing_oneself_takes_every_request_along(school: School) -> None:
    from sebaya.audit import erasure

    ask(school)
    assert erasure.run(school.seeker, None)["support"] == 0
    assert erasure.run(school.seeker, school.ring(school.seeker))["support"] == 1
    assert (Request.objects.count(), Message.objects.count()) == (0, 0)
