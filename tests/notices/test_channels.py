"""A channel counts only after the code of its test was typed back."""

import pytest
from django.core import mail
from django.db import connection

from sebaya.audit.models import Event
from sebaya.notices import actions
from sebaya.notices.delivery import deliver_due
from sebaya.notices.models import Channel, ChannelKind, Notice
from sebaya.vault.errors import Tampered

ADDRESS = "ratih.kumalasari@contoh.invalid"


@pytest.fixture
def channel(frozen, counsellor):
    return actions.add_channel(by=counsellor, kind=ChannelKind.MAIL, target=ADDRESS)


def code_of(channel):
    return channel.notices.latest("due").extra


def test_new_channel_is_not_proved_and_gets_a_test(channel):
    [notice] = channel.notices.all()

    assert channel.proved_on is None
    assert (notice.kind, len(notice.extra), notice.extra.isdigit()) == ("test", 6, True)


def test_test_arrives_and_carries_the_code(channel, frozen):
    code = code_of(channel)
    assert deliver_due(channel.notices.get().due) == 1

    [message] = mail.outbox
    assert message.to == [ADDRESS]
    assert code in message.body


@pytest.mark.parametrize("around", ["{}", " {} ", "{}\n"])
def test_typing_the_code_back_proves(channel, counsellor, around):
    actions.prove(by=counsellor, channel=channel, code=around.format(code_of(channel)))

    channel.refresh_from_db()
    assert (channel.proved_on.isoformat(), channel.proof) == ("2026-08-04", "")


@pytest.mark.parametrize("code", ["", "12345", "abcdef"])
def test_another_code_proves_nothing(channel, counsellor, code):
    with pytest.raises(actions.ChannelNotProved):
        actions.prove(by=counsellor, channel=channel, code=code)

    channel.refresh_from_db()
    assert channel.proved_on is None


def test_code_of_another_channel_proves_nothing(channel, counsellor):
    other = actions.add_channel(by=counsellor, kind=ChannelKind.MAIL, target=ADDRESS)
    Notice.objects.filter(channel=other).update(extra=code_of(channel))
    with pytest.raises(actions.ChannelNotProved):
        actions.prove(by=counsellor, channel=other, code=code_of(other))


def test_code_works_once(channel, counsellor):
    code = code_of(channel)
    actions.prove(by=counsellor, channel=channel, code=code)
    with pytest.raises(actions.ChannelNotProved):
        actions.prove(by=counsellor, channel=channel, code=code)


def test_new_test_replaces_the_code(channel, counsellor, frozen):
    first = code_of(channel)
    frozen.shift(60)
    actions.send_test(by=counsellor, channel=channel)
    second = code_of(channel)

    if first != second:
        with pytest.raises(actions.ChannelNotProved):
            actions.prove(by=counsellor, channel=channel, code=first)
    actions.prove(by=counsellor, channel=channel, code=second)


def test_proving_again_takes_back_failing(channel, counsellor):
    Channel.objects.update(failing=True)
    channel.refresh_from_db()

    actions.prove(by=counsellor, channel=channel, code=code_of(channel))

    channel.refresh_from_db()
    assert not channel.failing


def test_address_is_sealed_and_bound_to_its_channel(channel, counsellor):
    other = actions.add_channel(by=counsellor, kind=ChannelKind.MAIL, target="lain@contoh.invalid")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM notices_channel")
        assert ADDRESS not in repr(cursor.fetchall())

    assert actions.target_of(channel) == ADDRESS
    channel.target = other.target
    with pytest.raises(Tampered):
        actions.target_of(channel)


def test_removing_takes_its_notices_along(channel, counsellor):
    actions.remove_channel(by=counsellor, channel=channel)

    assert (Channel.objects.count(), Notice.objects.count()) == (0, 0)


def test_what_was_done_is_recorded_without_the_address(channel, counsellor):
    pk = channel.pk
    actions.prove(by=counsellor, channel=channel, code=code_of(channel))
    actions.remove_channel(by=counsellor, channel=channel)

    rows = Event.objects.filter(about=pk).order_by("pk")
    assert [(row.kind, row.detail) for row in rows] == [
        ("channel.added", {"kind": "surel"}), ("channel.proved", {}), ("channel.removed", {}),
    ]  # fmt: skip
