"""Offers at their edges: what a counsellor may not override, what came too late, what ends with whom."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.desk.helpers import PLAIN, again
from tests.factories import PASSWORD, hold, make_person, make_supporter
from tests.support.helpers import School, accept, add_supporter, ask
from tests.support.meanwhile import meanwhile

from sebaya.accounts import actions as accounts
from sebaya.detection import Author, detect
from sebaya.programmes.models import DutySlot, HoldReason
from sebaya.support import aliases, sweeps
from sebaya.support.actions import asking, offers, suspending, talking
from sebaya.support.choices import CloseReason, DeclineReason, OfferState, RequestState, Side
from sebaya.support.errors import AlreadyTaken, NotNow, OverLimit
from sebaya.support.models import Block, Offer, Request
from sebaya.vault.models import SafeKey


def override(school: School, request: Request, supporter: object) -> Offer:
    talk = school.ring(school.counsellor).open_safe(request.talk_id)
    return offers.override(by=school.counsellor, request=request, talk=talk, supporter=supporter)  # type: ignore[arg-type]


def test_override_gives_the_offer_that_is_open_already(school: School) -> None:
    request = ask(school, PLAIN)
    assert override(school, request, school.supporter) == Offer.objects.get()


def test_override_of_what_somebody_has_taken_is_refused(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    with pytest.raises(AlreadyTaken):
        override(school, request, add_supporter(school.community, "Anggrek", "IX-C"))


def codes(school: School, request: Request, supporter: object) -> list[str]:
    with pytest.raises(OverLimit) as refused:
        override(school, request, supporter)
    return refused.value.codes


def test_override_never_reaches_whom_the_writer_excluded(school: School) -> None:
    request = ask(school, PLAIN, excluded_people=(school.supporter.pk,))
    assert codes(school, request, school.supporter) == ["excluded"]


def test_override_never_reaches_whom_the_writer_blocked(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    talking.change_peer(keyring=school.ring(school.seeker), request=again(request), block=True)
    assert codes(school, again(request), school.supporter) == ["blocked"]


def test_override_never_reaches_who_has_no_profile(school: School) -> None:
    assert codes(school, ask(school, PLAIN), make_supporter(school.community, klass="IX-C")) == ["reach"]


def test_override_keeps_to_the_limits(school: School) -> None:
    request = ask(school, PLAIN)
    hold(school.supporter)
    assert codes(school, request, school.supporter) == ["hold"]


def test_offer_that_forgot_its_request_is_taken(school: School) -> None:
    ask(school, PLAIN)
    offer = Offer.objects.get()
    offers.decline(by=school.supporter, offer=offer, reason=DeclineReason.BUSY)
    offer.refresh_from_db()
    with pytest.raises(AlreadyTaken):
        offers.accept(by=school.supporter, keyring=school.ring(school.supporter), offer=offer)


def test_offer_of_a_supporter_without_profile_is_over_limit(school: School) -> None:
    request = ask(school, PLAIN)
    school.supporter.profile.delete()
    with pytest.raises(OverLimit):
        accept(school, request)


def test_offer_is_not_accepted_when_the_adult_on_duty_is_gone(school: School) -> None:
    request = ask(school, PLAIN)
    DutySlot.objects.all().delete()
    with pytest.raises(NotNow):
        accept(school, request)


def test_declining_twice_is_once(school: School) -> None:
    ask(school, PLAIN)
    offer = Offer.objects.get()
    offers.decline(by=school.supporter, offer=offer, reason=DeclineReason.BUSY)
    offers.decline(by=school.supporter, offer=offer, reason=DeclineReason.KNOWN)
    offer.refresh_from_db()
    assert (offer.reason, Block.objects.count()) == (DeclineReason.BUSY, 0)


def test_nobody_is_asked_while_the_duty_list_is_empty(school: School) -> None:
    DutySlot.objects.all().delete()
    ask(school, PLAIN)
    assert Offer.objects.count() == 0


@pytest.mark.parametrize("gone", ["suspended", "left"])
def test_open_offers_end_with_their_supporter(school: School, gone: str) -> None:
    request = ask(school, PLAIN)
    if gone == "suspended":
        suspending.suspend(by=school.counsellor, person=school.supporter)
    else:
        accounts.leave(by=None, person=school.supporter)
        talking.interrupt(person=school.supporter)
    assert (Offer.objects.get().state, Offer.objects.get().request) == (OfferState.WITHDRAWN, None)
    assert not SafeKey.objects.filter(safe_id=request.talk_id, holder__person=school.supporter).exists()


def test_same_form_in_two_tabs_at_the_same_moment_is_one_request(school: School) -> None:
    """The other tab sends between the look-up and the insert of this one."""
    wish = asking.Asking(door="teman", text=PLAIN, key="satu")
    values = {
        "person": school.seeker, "keyring": school.ring(school.seeker), "asking": wish,
        "finding": detect(PLAIN, Author.SEEKER),
    }  # fmt: skip
    with meanwhile('"support_request"."once" =', lambda: asking.ask(**values)) as other:  # type: ignore[arg-type]
        request = asking.ask(**values)  # type: ignore[arg-type]
    assert [request] == other
    assert Request.objects.count() == 1


def test_aliases_stay_apart_when_the_names_run_out(school: School, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(aliases, "ANIMALS", ("Rusa",))
    monkeypatch.setattr(aliases, "SHADES", ("Biru",))
    first = ask(school, PLAIN)
    second = ask(school, PLAIN, seeker=make_person(school.community, password=PASSWORD, klass="VII-C"))
    assert (first.alias, second.alias) == ("Rusa Biru", "Rusa Biru 2")


def test_conversation_without_a_word_for_a_month_ends_by_itself(school: School, frozen) -> None:
    silent = accept(school, ask(school, PLAIN))
    Request.objects.update(reply_due=None)
    frozen.shift(timedelta(days=30))
    assert sweeps.close_silent(timezone.now()) == 0
    frozen.shift(timedelta(minutes=1))
    assert sweeps.close_silent(timezone.now()) == 1
    ended = again(silent)
    assert (ended.state, ended.closed_because) == (RequestState.CLOSED, CloseReason.SILENT)


def test_who_is_only_resting_keeps_the_conversation(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    hold(school.supporter, HoldReason.REST)
    assert sweeps.hand_over_held(timezone.now()) == 0
    assert again(request).supporter_id == school.supporter.pk


def test_late_request_that_was_answered_meanwhile_stays(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    assert talking.rematch_late(request=request, now=timezone.now()) is False
    talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.BETTER)
    assert talking.rematch_late(request=request, now=timezone.now() + timedelta(days=9)) is False
    assert again(request).closed_because == CloseReason.BETTER
