"""One open flag per thing; the highest level counts; only worse signs change it."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from tests.factories import make_community

from sebaya.audit.models import Event
from sebaya.flags import actions
from sebaya.flags.models import RANK, Flag, Level, Source, State

JAKARTA = ZoneInfo("Asia/Jakarta")
PAIRS = [(first, second) for first in Level for second in Level]


@pytest.mark.parametrize(
    ("level", "due"),
    [
        (Level.RED, datetime(2026, 8, 4, 16, 5, tzinfo=JAKARTA)),
        (Level.ORANGE, datetime(2026, 8, 5, 15, 30, tzinfo=JAKARTA)),
        (Level.YELLOW, datetime(2026, 8, 18, 16, 0, tzinfo=JAKARTA)),
    ],
)
def test_new_flag_has_its_clock(signal, level, due):
    flag = signal(level, Source.BUTTON)

    assert (flag.state, flag.level, flag.source) == (State.OPEN, level, Source.BUTTON)
    assert (flag.raised_at, flag.due) == (timezone.now(), due)


def test_orange_in_the_morning_is_due_the_same_day(signal, frozen):
    frozen.move_to(datetime(2026, 8, 4, 9, tzinfo=JAKARTA))

    assert signal(Level.ORANGE).due == datetime(2026, 8, 4, 15, 30, tzinfo=JAKARTA)


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_two_signs_on_one_thing_are_one_flag_of_the_worse_level(signal, first, second):
    flag = signal(first)

    again = signal(second)

    assert again.pk == flag.pk
    assert Flag.objects.count() == 1
    assert again.level == max(first, second, key=lambda level: RANK[level])


@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_only_a_worse_sign_starts_the_clock_again(signal, frozen, first, second):
    begun = signal(first).raised_at
    frozen.shift(timedelta(minutes=1))

    flag = signal(second)

    assert flag.raised_at == begun + timedelta(minutes=1 if RANK[second] > RANK[first] else 0)
    assert flag.due == actions.due_for(flag.community, flag.level, flag.raised_at)


@pytest.mark.parametrize("source", list(Source))
@pytest.mark.parametrize(("first", "second"), PAIRS)
def test_acknowledged_flag_opens_again_for_worse_and_for_a_person_s_red(signal, counsellor, first, second, source):
    flag = actions.acknowledge(by=counsellor, flag=signal(first))
    worse = RANK[second] > RANK[first]
    red_again = second == Level.RED and source != Source.SYSTEM

    flag = signal(second, source)

    assert (flag.state == State.OPEN) is (worse or red_again)
    assert (flag.acknowledged_by is None) is (flag.acknowledged_at is None) is (flag.state == State.OPEN)


def test_closed_flag_is_over_and_the_next_sign_is_a_new_one(signal, counsellor):
    flag = actions.acknowledge(by=counsellor, flag=signal(Level.ORANGE))
    actions.close(by=counsellor, flag=flag, outcome="bertindak")

    assert signal(Level.YELLOW).pk != flag.pk
    assert Flag.objects.count() == 2


def test_different_things_have_different_flags(signal):
    flags = {signal(Level.YELLOW, subject=subject, kind=kind).pk for subject in ("a", "b") for kind in ("x", "y")}

    assert len(flags) == 4


def test_database_refuses_a_second_open_flag(signal, community):
    flag = signal(Level.YELLOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Flag.objects.create(
            community=community, kind=flag.kind, subject=flag.subject, level="red", source="sistem",
            raised_at=timezone.now(), due=timezone.now(),
        )  # fmt: skip


def test_sign_that_meets_another_at_the_same_moment_lifts_it(signal, community):
    """Both found no open flag; the slower one must not lose its message."""

    def faster(execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT") and not met and asked:
            met.append(sql)
            Flag.objects.bulk_create([other])
        asked.append("flags_flag" in sql)
        return execute(sql, params, many, context)

    now = timezone.now()
    other = Flag(
        community=community,
        kind="test",
        subject="subject000000000",
        level="yellow",
        source="sistem",
        raised_at=now,
        due=now,
    )
    met: list[str] = []
    asked: list[bool] = []
    with transaction.atomic(), connection.execute_wrapper(faster):
        flag = signal(Level.ORANGE)

    assert met
    assert (flag.pk, flag.level) == (other.pk, Level.ORANGE)
    assert Flag.objects.count() == 1


def test_what_happened_is_recorded_by_codes(signal, community):
    signal(Level.YELLOW)
    flag = signal(Level.ORANGE, Source.SUPPORTER)

    rows = Event.objects.filter(kind__startswith="flag.").order_by("pk")
    assert [(row.kind, row.about, row.by, row.detail) for row in rows] == [
        ("flag.raised", flag.pk, "", {"level": "yellow", "source": "sistem"}),
        ("flag.lifted", flag.pk, "", {"level": "orange", "source": "pendukung"}),
        ("flag.nobody", flag.pk, "", {}),  # there is no adult in this community yet
    ]


def test_flags_of_two_communities_do_not_meet(signal):
    one, other = signal(Level.RED), signal(Level.RED, community=make_community(), subject="another")

    assert one.community != other.community
    assert Flag.objects.filter(community=one.community).count() == 1
