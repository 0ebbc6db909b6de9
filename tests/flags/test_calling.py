"""Red calls one adult after another, every five minutes, and then everybody. Orange: test_orange."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.factories import PASSWORD, make_person

from sebaya.audit.models import Event
from sebaya.flags import actions, registry
from sebaya.flags.models import Call, Flag, Level, Source, State
from sebaya.notices.models import Notice

FIVE = timedelta(minutes=5)


def sweep():
    return actions.call_overdue(timezone.now())


def called():
    return list(Call.objects.order_by("at").values_list("person__name", "round"))


@pytest.fixture
def channels(rota, frozen):
    """Everybody on the rota is reachable; gives who got notices since it was last asked."""
    from sebaya.notices import actions as notices
    from sebaya.notices.models import ChannelKind

    for person in rota:
        channel = notices.add_channel(by=person, kind=ChannelKind.MAIL, target=f"{person.pk}@contoh.invalid")
        notices.prove(by=person, channel=channel, code=channel.notices.get().extra)
    Notice.objects.all().delete()

    def told():
        names = sorted(Notice.objects.values_list("channel__person__name", "kind"))
        Notice.objects.all().delete()
        return names

    return told


def test_red_calls_the_first_on_duty_in_the_same_transaction(rota, signal, channels):
    flag = signal(Level.RED)

    assert called() == [("Petugas 1", 1)]
    assert channels() == [("Petugas 1", "flag.red")]
    assert flag.due == timezone.now() + FIVE


def test_nobody_is_called_before_five_minutes_are_over(rota, signal, frozen):
    signal(Level.RED)
    frozen.shift(FIVE - timedelta(seconds=1))

    assert (sweep(), len(called())) == (0, 1)


def test_red_calls_the_next_each_five_minutes_then_the_whole_rota(rota, signal, channels, frozen):
    signal(Level.RED)
    told = [channels()]
    for _time in range(5):
        frozen.shift(FIVE)
        assert sweep() == 1
        told.append(channels())

    everybody = [(f"Petugas {n}", "flag.red") for n in (1, 2, 3)]
    assert told == [*[[one] for one in everybody], everybody, everybody, everybody]
    assert called() == [(f"Petugas {n}", round_) for round_ in (1, 2) for n in (1, 2, 3)]


def test_rounds_go_on(rota, signal, frozen):
    signal(Level.RED)
    for _time in range(8):
        frozen.shift(FIVE)
        sweep()

    assert [round_ for _name, round_ in called()] == [1] * 3 + [2] * 3 + [3] * 3


def test_sweep_is_idempotent(rota, signal, frozen):
    signal(Level.RED)
    frozen.shift(FIVE)

    assert [sweep(), sweep(), sweep()] == [1, 0, 0]
    assert len(called()) == 2


def test_flag_that_another_machine_called_meanwhile_is_left(rota, signal, frozen):
    flag = signal(Level.RED)
    frozen.shift(FIVE)
    due = timezone.now()
    sweep()

    assert actions._call_if_still_open(flag.pk, due) is False


def test_yellow_is_not_called(rota, signal, frozen):
    signal(Level.YELLOW)
    frozen.shift(timedelta(days=30))

    assert (sweep(), called()) == (0, [])


def test_acknowledged_red_is_not_called_any_more(rota, signal, frozen):
    actions.acknowledge(by=rota[0], flag=signal(Level.RED))
    frozen.shift(FIVE)

    assert sweep() == 0


def test_red_again_after_acknowledging_calls_again(rota, signal, channels, frozen):
    actions.acknowledge(by=rota[0], flag=signal(Level.RED))
    channels()
    frozen.shift(FIVE)

    signal(Level.RED, Source.BUTTON)

    assert called() == [("Petugas 1", 1), ("Petugas 2", 1)]
    assert channels() == [("Petugas 2", "flag.red")]


def test_lift_to_red_begins_with_the_first_again(rota, signal, channels):
    signal(Level.ORANGE)
    assert channels() == [("Petugas 1", "flag.orange")]

    signal(Level.RED)

    assert list(Call.objects.order_by("at", "level").values_list("person__name", "level", "round")) == [
        ("Petugas 1", "orange", 1),
        ("Petugas 1", "red", 1),
    ]
    assert channels() == [("Petugas 1", "flag.red")]


def test_yellow_tells_nobody(rota, signal, channels):
    signal(Level.YELLOW)

    assert (called(), channels()) == ([], [])


@pytest.mark.parametrize("level", list(Level))
def test_nobody_to_call(frozen, signal, level):
    flag = signal(level)

    assert (flag.state, called()) == (State.OPEN, [])


def test_nobody_to_call_is_recorded_each_five_minutes_until_somebody_is_there(frozen, signal, community):
    signal(Level.RED)
    frozen.shift(FIVE)
    sweep()
    assert Event.objects.filter(kind="flag.nobody").count() == 2

    make_person(community, "Bu Endang", roles=["counsellor"], password=PASSWORD)
    frozen.shift(FIVE)
    sweep()

    assert called() == [("Bu Endang", 1)]


def test_excluded_adult_is_not_called(rota, signal, frozen):
    registry.keep_away("test", lambda subject, people: [person for person in people if person != rota[0]])
    signal(Level.RED)
    frozen.shift(FIVE)
    sweep()

    assert called() == [("Petugas 2", 1), ("Petugas 3", 1)]


def test_filter_of_another_kind_does_not_matter(rota, signal):
    registry.keep_away("other", lambda subject, people: [])
    signal(Level.RED)

    assert len(called()) == 1


def test_everybody_excluded_is_nobody(rota, signal):
    registry.keep_away("test", lambda subject, people: [])
    signal(Level.RED)

    assert called() == []


def test_adult_named_by_two_rooms_is_called_once(rota, signal, frozen, monkeypatch):
    monkeypatch.setattr(registry, "_responders", list(registry._responders))
    registry.answer_with(lambda community, at: list(reversed(rota)))
    signal(Level.RED)
    for _time in range(2):
        frozen.shift(FIVE)
        sweep()

    assert called() == [(f"Petugas {n}", 1) for n in (1, 2, 3)]


def test_flag_that_cannot_be_called_does_not_keep_the_others_waiting(rota, signal, frozen, caplog):
    def broken(subject, people):
        if subject == "broken":
            raise RuntimeError("no such subject")
        return list(people)

    first, second = signal(Level.RED, subject="broken"), signal(Level.RED, subject="whole")
    registry.keep_away("test", broken)
    frozen.shift(FIVE)

    assert sweep() == 1
    assert {flag.subject: flag.calls.count() for flag in Flag.objects.all()} == {"broken": 1, "whole": 2}
    assert [record.getMessage() for record in caplog.records] == ["nobody could be called to a flag"]
    assert first.community == second.community


def test_calls_are_recorded_with_the_adult_s_token(rota, signal):
    flag = signal(Level.RED)

    row = Event.objects.get(kind="flag.called")
    assert (row.about, row.by, row.detail) == (flag.pk, rota[0].audit_subject.pk, {"round": 1})


def test_promise_stays_where_it_was_made_while_calls_go_on(rota, signal, frozen):
    promised = signal(Level.RED).due
    for _ in range(3):
        frozen.shift(FIVE)
        sweep()

    flag = Flag.objects.get()
    assert flag.due == promised
    assert flag.call_at == timezone.now() + FIVE
