"""Nothing open stays for ever: silence ends it, retention takes it, and a flag is looked at by an adult first."""

from datetime import datetime, timedelta
from itertools import product
from typing import Any

import pytest
from django.utils import timezone
from tests.desk.helpers import ORANGE, PLAIN, RED, Visitor, again
from tests.support.helpers import School, accept, ask, seeker_says, supporter_says

from sebaya.communities.defaults import TALK_KEPT, UNANSWERED_KEPT
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Level, Outcome, State
from sebaya.support import sweeps
from sebaya.support.actions import offers, safety, talking
from sebaya.support.choices import CloseReason, Lead, RequestState
from sebaya.support.models import Request
from sebaya.vault.models import Mailbox, Safe

DAY = timedelta(days=1)
FLAGS = [None, *product(Level, State)]


def sweep(now: datetime) -> None:
    """All of this room and the calls, as the worker runs them."""
    offers.expire(now)
    sweeps.hand_over_held(now)
    sweeps.rematch_late(now)
    sweeps.close_silent(now)
    sweeps.forget_old(now)
    flags.call_overdue(now)


def sweep_until(frozen: Any, days: int, step: int = 5) -> None:
    for _step in range(0, days, step):
        frozen.shift(step * DAY)
        sweep(timezone.now())


def everything(school: School) -> list[Request]:
    """One request for each combination of state, lead and clocks; supporters and adults where a lead has them."""
    now = timezone.now()
    later: list[datetime | None] = [None, now + DAY]
    made = []
    for state, lead, due, answered, asked in product(RequestState, Lead, later, [None, now], [False, True]):
        made.append(ask(school, PLAIN))
        Request.objects.filter(pk=made[-1].pk).update(
            state=state, lead=lead, reply_due=due, first_answer_at=answered, adult_asked=asked,
            closed_at=now if state == RequestState.CLOSED else None,
            supporter=school.supporter if lead == Lead.PEER else None,
            counsellor=school.counsellor if lead == Lead.ADULT and not asked else None,
        )  # fmt: skip
    return made


@pytest.fixture
def cheap(school: School, monkeypatch: pytest.MonkeyPatch) -> School:
    """One student may ask as often as they like: the limit is not what is looked at here."""
    monkeypatch.setattr("sebaya.support.actions.asking._check_open", lambda *_: None)
    monkeypatch.setattr("sebaya.vault.keyring.MAILBOXES", 500)
    return school


@pytest.mark.slow
def test_whatever_its_state_lead_and_clocks_nothing_is_left_after_silence_and_retention(cheap: School, frozen) -> None:
    made = everything(cheap)
    assert Request.objects.count() == len(made) == 72
    sweep_until(frozen, sweeps.SILENT.days + TALK_KEPT.days + 10)
    left = Request.objects.values_list("state", "lead", "reply_due", "first_answer_at")
    assert list(left) == []
    assert (Safe.objects.count(), Mailbox.objects.count()) == (0, 0)


@pytest.mark.slow
def test_after_a_silent_month_only_what_nobody_answered_is_open(cheap: School, frozen) -> None:
    everything(cheap)
    sweep_until(frozen, sweeps.SILENT.days + 5)
    still = Request.objects.exclude(state=RequestState.CLOSED)
    assert set(still.values_list("state", "first_answer_at")) == {(RequestState.WAITING, None)}
    sweep_until(frozen, UNANSWERED_KEPT.days - sweeps.SILENT.days)
    assert not Request.objects.exclude(state=RequestState.CLOSED).exists()


@pytest.mark.slow
@pytest.mark.parametrize("flag", FLAGS)
def test_whatever_flag_stands_on_it_nothing_is_left(school: School, frozen, flag: tuple[str, str] | None) -> None:
    request = accept(school, ask(school, PLAIN))
    supporter_says(school, request, "aku di sini")
    if flag:
        level, state = flag
        raised = flags.signal(
            community=school.community, kind="request", subject=request.pk, level=level, source="tombol"
        )
        Flag.objects.filter(pk=raised.pk).update(
            state=state, acknowledged_at=None if state == State.OPEN else timezone.now()
        )
    sweep_until(frozen, sweeps.SILENT.days + TALK_KEPT.days + 40)
    assert not Request.objects.exists()
    assert not Flag.objects.exclude(state=State.CLOSED).exists()


def test_seeker_who_wrote_last_to_an_adult_is_not_kept_for_ever(school: School, frozen) -> None:
    """As in the demo school: the adult leads, a word waits for an answer."""
    request = ask(school, PLAIN)
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=request)
    seeker_says(school, request, "bu?")
    frozen.shift(sweeps.SILENT)
    assert sweeps.close_silent(timezone.now()) == 0
    frozen.shift(timedelta(minutes=1))
    assert sweeps.close_silent(timezone.now()) == 1
    assert again(request).closed_because == CloseReason.SILENT


def test_conversation_that_waits_again_is_not_kept_for_ever(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    supporter_says(school, request, "aku di sini")
    seeker_says(school, request, "kak?")
    frozen.shift(2 * DAY)
    sweeps.rematch_late(timezone.now())
    assert again(request).state == RequestState.WAITING
    frozen.shift(sweeps.SILENT)
    assert sweeps.close_silent(timezone.now()) == 1


def test_request_that_nobody_answered_waits_its_90_days_on_the_desk(school: School, frozen) -> None:
    request = ask(school, PLAIN)
    frozen.shift(UNANSWERED_KEPT - DAY)
    sweep(timezone.now())
    assert again(request).state == RequestState.WAITING
    assert request.alias in Visitor(school.counsellor).page("desk:today")
    frozen.shift(2 * DAY)
    sweep(timezone.now())
    assert not Request.objects.exists()


@pytest.mark.parametrize("text", [RED, ORANGE])
@pytest.mark.parametrize("answered", [True, False])
def test_flag_that_nobody_looked_at_keeps_it_on_the_desk(school: School, frozen, text: str, answered: bool) -> None:
    request = ask(school, text)
    if answered:
        Request.objects.update(first_answer_at=timezone.now())
    sweep_until(frozen, UNANSWERED_KEPT.days + 10)
    assert again(request).state == RequestState.WAITING
    assert request.alias in Visitor(school.counsellor).page("desk:today")


def test_adult_who_looked_has_a_month_before_it_ends(school: School, frozen) -> None:
    request = ask(school, ORANGE)
    sweep_until(frozen, 100)
    safety.handle(
        by=school.counsellor, keyring=school.ring(school.counsellor), flag=Flag.objects.get(), request=again(request)
    )
    Request.objects.update(first_answer_at=timezone.now())
    frozen.shift(sweeps.SILENT)
    assert sweeps.close_silent(timezone.now()) == 0
    frozen.shift(timedelta(minutes=1))
    assert sweeps.close_silent(timezone.now()) == 1
    assert "Catat hasilnya" in Visitor(school.counsellor).page("desk:today")


def test_adult_who_takes_over_something_old_is_not_interrupted(school: School, frozen) -> None:
    request = ask(school, PLAIN)
    frozen.shift(60 * DAY)
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    assert sweeps.close_silent(timezone.now()) == 0
    frozen.shift(sweeps.SILENT + DAY)
    assert sweeps.close_silent(timezone.now()) == 1


def test_word_that_comes_while_the_sweep_looks_keeps_it_open(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    frozen.shift(sweeps.SILENT + DAY)
    seeker_says(school, request, "masih di sini")
    assert sweeps._close_if_still_silent(request.pk, timezone.now()) is False
    assert again(request).state == RequestState.TALKING


def test_closed_flag_holds_nothing(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, ORANGE)
    safety.close_flag(
        by=school.counsellor, keyring=school.ring(school.counsellor), flag=Flag.objects.get(), request=again(request),
        outcome=Outcome.NO_SIGN, text="bukan tanda",
    )  # fmt: skip
    frozen.shift(sweeps.SILENT + DAY)
    assert sweeps.close_silent(timezone.now()) == 1
