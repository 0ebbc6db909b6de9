"""Orange: the counsellors at once, the next adult after two duty hours, everybody at the end of the school day."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from tests.factories import PASSWORD, make_person

from sebaya.audit.models import Event
from sebaya.flags import actions, registry
from sebaya.flags.models import Call, Flag, Level, State
from sebaya.notices import actions as notices
from sebaya.notices.models import ChannelKind, Notice

JAKARTA = ZoneInfo("Asia/Jakarta")
TUESDAY_AFTERNOON = datetime(2026, 8, 4, 16, tzinfo=JAKARTA)  # as the clock of these tests stands
END_OF_WEDNESDAY = datetime(2026, 8, 5, 15, 30, tzinfo=JAKARTA)


@pytest.fixture
def counsellors(frozen, community):
    """Two, neither of them on the duty list."""
    return [make_person(community, name, roles=["counsellor"], password=PASSWORD) for name in ("Bu Ani", "Bu Beti")]


@pytest.fixture
def channels(rota, counsellors, frozen):
    """Everybody is reachable; gives who got notices since it was last asked."""
    for person in [*rota, *counsellors]:
        channel = notices.add_channel(by=person, kind=ChannelKind.MAIL, target=f"{person.pk}@contoh.invalid")
        notices.prove(by=person, channel=channel, code=channel.notices.get().extra)
    Notice.objects.all().delete()

    def told():
        names = sorted(Notice.objects.values_list("channel__person__name", flat=True))
        kinds = set(Notice.objects.values_list("kind", flat=True))
        Notice.objects.all().delete()
        assert kinds <= {"flag.orange"}
        return names

    return told


def sweep(moment=None):
    return actions.call_overdue(moment or timezone.now())


def rounds():
    return list(Call.objects.order_by("at", "person__name").values_list("person__name", "round"))


def test_counsellors_are_called_at_once(counsellors, signal, channels):
    flag = signal(Level.ORANGE)

    assert rounds() == [("Bu Ani", 1), ("Bu Beti", 1)]
    assert channels() == ["Bu Ani", "Bu Beti"]
    assert (flag.due, flag.call_at) == (END_OF_WEDNESDAY, TUESDAY_AFTERNOON + timedelta(hours=2))


def test_without_a_counsellor_the_first_on_duty_is_called(rota, signal):
    signal(Level.ORANGE)

    assert rounds() == [("Petugas 1", 1)]


def test_nobody_else_is_called_before_two_duty_hours_are_over(counsellors, signal, channels, frozen):
    signal(Level.ORANGE)
    channels()
    frozen.shift(timedelta(hours=2, seconds=-1))

    assert (sweep(), channels()) == (0, [])


def test_next_adult_on_duty_is_called_each_two_duty_hours_then_everybody(counsellors, signal, channels, frozen):
    signal(Level.ORANGE)
    told = [channels()]
    for hours in (18, 20):
        frozen.move_to(datetime(2026, 8, 4, hours, tzinfo=JAKARTA))
        assert sweep() == 1
        told.append(channels())
    frozen.move_to(END_OF_WEDNESDAY)
    assert sweep() == 1
    told.append(channels())

    everybody = ["Bu Ani", "Bu Beti", "Petugas 1", "Petugas 2", "Petugas 3"]
    assert told == [["Bu Ani", "Bu Beti"], ["Petugas 1"], ["Petugas 2"], everybody]
    assert rounds()[-5:] == [(name, 2) for name in everybody]


def test_duty_hours_do_not_run_at_night(counsellors, signal, channels, frozen):
    frozen.move_to(datetime(2026, 8, 4, 20, tzinfo=JAKARTA))
    signal(Level.ORANGE)
    channels()
    frozen.move_to(datetime(2026, 8, 5, 15, 29, tzinfo=JAKARTA))

    assert (sweep(), channels()) == (0, [])


def test_morning_orange_is_everybody_s_when_school_ends(counsellors, rota, signal, channels, frozen):
    frozen.move_to(datetime(2026, 8, 5, 8, tzinfo=JAKARTA))
    signal(Level.ORANGE)
    channels()
    frozen.move_to(END_OF_WEDNESDAY)
    sweep()

    assert len(channels()) == 5


def test_everybody_is_called_again_until_somebody_acknowledges(counsellors, rota, signal, channels, frozen):
    flag = signal(Level.ORANGE)
    channels()
    for day, hour in ((5, 16), (5, 18), (6, 16)):
        frozen.move_to(datetime(2026, 8, day, hour, tzinfo=JAKARTA))
        sweep()
        assert len(channels()) == 5
    actions.acknowledge(by=rota[2], flag=flag)
    frozen.shift(timedelta(days=3))

    assert (sweep(), channels()) == (0, [])


def test_calls_are_recorded_as_red_is(counsellors, signal, frozen, rota):
    flag = signal(Level.ORANGE)
    frozen.shift(timedelta(hours=2))
    sweep()

    rows = Event.objects.filter(kind="flag.called").order_by("pk")
    assert [(row.about, row.by) for row in rows] == [
        (flag.pk, person.audit_subject.pk) for person in [*counsellors, rota[0]]
    ]


def test_promise_stays_while_the_next_are_called(counsellors, signal, frozen, rota):
    flag = signal(Level.ORANGE)
    frozen.shift(timedelta(hours=2))
    sweep()
    flag.refresh_from_db()

    assert (flag.due, flag.call_at) == (END_OF_WEDNESDAY, TUESDAY_AFTERNOON + timedelta(hours=4))


def test_excluded_adult_is_passed_over(counsellors, rota, signal, frozen):
    registry.keep_away("test", lambda subject, people: [person for person in people if person != rota[0]])
    signal(Level.ORANGE)
    frozen.shift(timedelta(hours=2))
    sweep()

    assert rounds()[-1] == ("Petugas 2", 1)


def test_who_is_called_is_let_in(counsellors, rota, signal, frozen, monkeypatch):
    opened = []
    monkeypatch.setattr(registry, "_doors", {})
    registry.open_with("test", lambda flag, at: None, lambda flag, people, at: opened.append([p.name for p in people]))
    signal(Level.ORANGE)
    frozen.shift(timedelta(hours=2))
    sweep()

    assert opened == [["Bu Ani", "Bu Beti"], ["Petugas 1"]]


def test_passed_on_once_others_were_called(counsellors, rota, signal, community, frozen):
    flag = signal(Level.ORANGE)
    before = actions.passed_on(flag, community, timezone.now())
    frozen.shift(timedelta(hours=2))

    assert (before, actions.passed_on(flag, community, timezone.now())) == (False, True)
    flag = actions.acknowledge(by=rota[0], flag=flag)
    assert actions.passed_on(flag, community, timezone.now()) is False


@pytest.mark.django_db(transaction=True)
def test_flags_that_are_open_while_upgrading_are_called_on(frozen, community):
    """Down to the tables of before and up again: the clock of what is open comes along."""
    if connection.vendor != "sqlite":
        pytest.skip("one database is enough: the migration has no SQL of its own")
    now = timezone.now()
    rows = [("a", "red", State.OPEN), ("b", "orange", State.OPEN), ("c", "yellow", State.OPEN), ("d", "red", "selesai")]
    for subject, level, state in rows:
        Flag.objects.create(
            community=community, kind="test", subject=subject, level=level, source="sistem", state=state, raised_at=now,
            due=now,
        )  # fmt: skip
    call_command("migrate", "flags", "0001", verbosity=0)
    call_command("migrate", "flags", verbosity=0)

    assert dict(Flag.objects.values_list("subject", "call_at")) == {"a": now, "b": now, "c": None, "d": None}


def test_yellow_waits_for_supervision_and_passes_on_to_nobody(signal, rota, counsellors, community):
    flag = signal(Level.YELLOW)

    assert actions.next_call(community, flag.level, timezone.now()) is None
    assert not actions.passed_on(flag, community, timezone.now() + timedelta(days=60))
    assert not flag.calls.exists()
    assert flag.due == timezone.now() + actions.YELLOW_CLOCK
