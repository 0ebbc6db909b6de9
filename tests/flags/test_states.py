"""The life of a flag: every pair of states."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sebaya.audit.models import Event
from sebaya.flags import actions
from sebaya.flags.models import MOVES, Flag, Level, Outcome, State

ALLOWED = {
    (State.OPEN, State.ACKNOWLEDGED),
    (State.ACKNOWLEDGED, State.CLOSED),
    (State.ACKNOWLEDGED, State.OPEN),
}


@pytest.mark.parametrize("to", list(State))
@pytest.mark.parametrize("state", list(State))
def test_every_pair_of_states(state, to):
    flag = Flag(state=state)
    if (state, to) in ALLOWED:
        actions._move(flag, to)
        assert flag.state == to
        return
    with pytest.raises(actions.NotAllowed):
        actions._move(flag, to)
    assert flag.state == state


def test_every_state_has_its_moves():
    assert set(MOVES) == set(State)


def test_acknowledging_says_who_and_when(signal, counsellor):
    flag = actions.acknowledge(by=counsellor, flag=signal(Level.ORANGE))

    assert (flag.state, flag.acknowledged_by, flag.acknowledged_at) == (State.ACKNOWLEDGED, counsellor, timezone.now())


def test_second_adult_is_told_who_was_first(signal, counsellor, duty_adult):
    flag = signal(Level.RED)
    actions.acknowledge(by=counsellor, flag=flag)

    assert actions.acknowledge(by=duty_adult, flag=flag).acknowledged_by == counsellor
    assert Event.objects.filter(kind="flag.acknowledged").count() == 1


@pytest.mark.parametrize("outcome", list(Outcome))
def test_closing_says_what_came_of_it(signal, counsellor, outcome):
    flag = actions.acknowledge(by=counsellor, flag=signal(Level.ORANGE))

    flag = actions.close(by=counsellor, flag=flag, outcome=outcome)

    assert (flag.state, flag.outcome, flag.closed_at) == (State.CLOSED, outcome, timezone.now())


def test_open_flag_is_not_closed_unseen(signal, counsellor):
    with pytest.raises(actions.NotAllowed):
        actions.close(by=counsellor, flag=signal(Level.YELLOW), outcome=Outcome.ACTED)


def test_closed_flag_is_neither_acknowledged_nor_closed_again(signal, counsellor):
    flag = actions.acknowledge(by=counsellor, flag=signal(Level.ORANGE))
    actions.close(by=counsellor, flag=flag, outcome=Outcome.NO_SIGN)
    with pytest.raises(actions.NotAllowed):
        actions.acknowledge(by=counsellor, flag=flag)
    with pytest.raises(actions.NotAllowed):
        actions.close(by=counsellor, flag=flag, outcome=Outcome.ACTED)


def test_unknown_outcome_changes_nothing(signal, counsellor):
    flag = actions.acknowledge(by=counsellor, flag=signal(Level.ORANGE))
    with pytest.raises(ValueError, match="menghukum"):
        actions.close(by=counsellor, flag=flag, outcome="menghukum")

    assert Flag.objects.get().state == State.ACKNOWLEDGED


def test_flags_are_deleted_five_years_after_closing(signal, counsellor, duty_adult, frozen):
    old, young, open_ = (signal(Level.RED, subject=subject) for subject in ("old", "young", "open"))
    for flag, days in ((old, actions.FLAG_KEPT.days + 1), (young, 1)):
        actions.acknowledge(by=counsellor, flag=flag)
        actions.close(by=counsellor, flag=flag, outcome=Outcome.ACTED, now=timezone.now() - timedelta(days=days))

    assert actions.purge(timezone.now()) == 1
    assert set(Flag.objects.all()) == {young, open_}
