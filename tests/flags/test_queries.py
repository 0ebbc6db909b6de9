"""What other rooms ask about flags, and the items that every room's `todo` is made of."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from tests.factories import make_community, make_person

from sebaya.flags import actions, queries
from sebaya.flags.models import Level
from sebaya.flags.todo import Group, Item, in_order, todo
from sebaya.notices.models import Channel, ChannelKind

DUE = datetime(2026, 8, 4, 16, 5, tzinfo=ZoneInfo("Asia/Jakarta"))


def channel(person, *, proved=False, failing=False):
    Channel.objects.create(
        community=person.community, person=person, kind=ChannelKind.MAIL, target=b"x",
        proved_on=date(2026, 8, 1) if proved else None, failing=failing,
    )  # fmt: skip


def test_open_flags_are_those_of_the_community_and_kind_not_closed(signal, community, counsellor):
    open_, acknowledged, closed = (signal(Level.ORANGE, subject=subject) for subject in "abc")
    for flag in (acknowledged, closed):
        actions.acknowledge(by=counsellor, flag=flag)
    actions.close(by=counsellor, flag=closed, outcome="bertindak")
    signal(Level.ORANGE, subject="d", community=make_community())
    signal(Level.ORANGE, subject="e", kind="other")

    assert set(queries.open_flags(community, "test")) == {open_, acknowledged}


@pytest.mark.parametrize(
    ("channels", "expected"),
    [
        ([], queries.Reach(proved=False, failing=False, waiting=False)),
        ([{}], queries.Reach(proved=False, failing=False, waiting=True)),
        ([{"proved": True}], queries.Reach(proved=True, failing=False, waiting=True)),
        ([{"proved": True, "failing": True}], queries.Reach(proved=False, failing=True, waiting=True)),
        ([{"proved": True, "failing": True}, {"proved": True}], queries.Reach(proved=True, failing=False, waiting=True)),
    ],
    ids=["none", "unproved", "proved", "failing", "one of two fails"],
)  # fmt: skip
def test_reach(counsellor, channels, expected):
    for each in channels:
        channel(counsellor, **each)

    assert queries.reach_of(counsellor) == expected


@pytest.mark.parametrize("role", ["duty", "counsellor", "second_key", "coordinator", "leader", "companion", "network"])
def test_whoever_is_called_is_told_to_become_reachable(community, role):
    person = make_person(community, roles=[role])

    assert [item.group for item in todo(person, timezone.now())] == (
        [Group.TODAY] if role in {"duty", "counsellor", "second_key"} else []
    )


@pytest.mark.parametrize(
    ("channels", "group"),
    [([{}], Group.TODAY), ([{"proved": True, "failing": True}], Group.NOW), ([{"proved": True}], None)],
    ids=["code not typed back", "failing", "reachable"],
)
def test_channel_says_what_is_wrong(counsellor, channels, group):
    for each in channels:
        channel(counsellor, **each)
    items = todo(counsellor, timezone.now())

    assert [(item.group, item.url_name) for item in items] == ([(group, "notices:channels")] if group else [])


def test_items_stand_worst_first_then_by_clock():
    def item(title, level="", due=None):
        return Item(Group.NOW, "", title, "", "", level=level, due=due)

    later = DUE + timedelta(hours=1)
    ordered = [
        item("red", Level.RED, DUE), item("red later", Level.RED, later), item("red without clock", Level.RED),
        item("orange", Level.ORANGE, DUE), item("late", due=DUE), item("a"), item("b"),
    ]  # fmt: skip

    shuffled = ordered[::-1]

    assert sorted(shuffled, key=in_order) == ordered
