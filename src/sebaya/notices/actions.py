"""The only writer of channels and notices."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from sebaya.audit.record import record
from sebaya.jobs.worker import wake
from sebaya.notices import kinds
from sebaya.notices.models import Channel, Notice
from sebaya.vault import files

CODE_SIGNS = "0123456789"
CODE_LENGTH = 6


class ChannelNotProved(Exception):
    """The code typed back is not the one that the test carried."""


def notify(code: str, *, to: Iterable[Any], about: str = "", now: datetime | None = None) -> int:
    """Puts one notice a proved channel into the outbox; sent after commit. Returns how many."""
    urgent = kinds.kind(code).urgent
    rows = [
        Notice(
            community_id=channel.community_id,
            channel=channel,
            kind=code,
            about=about,
            due=now or timezone.now(),
        )
        for channel in Channel.objects.filter(person__in=list(to), person__is_active=True, proved_on__isnull=False)
    ]
    Notice.objects.bulk_create(rows)
    if rows and urgent:
        transaction.on_commit(wake)
    return len(rows)


@transaction.atomic
def add_channel(*, by: Any, kind: str, target: str) -> Channel:
    """A new channel of one's own; it counts after `prove`. A test goes out at once."""
    channel = Channel(community=by.community, person=by, kind=kind)
    channel.target = files.server_seal(target.encode(), "channel", channel.pk)
    channel.save(force_insert=True)
    record("channel.added", community=by.community, by=by, about=channel.pk, kind=kind)
    send_test(by=by, channel=channel)
    return channel


@transaction.atomic
def send_test(*, by: Any, channel: Channel) -> None:
    code = "".join(secrets.choice(CODE_SIGNS) for _ in range(CODE_LENGTH))
    channel.proof = _proof(channel, code)
    channel.save(update_fields=["proof"])
    Notice.objects.create(
        community_id=channel.community_id, channel=channel, kind="test", extra=code, due=timezone.now()
    )
    transaction.on_commit(wake)


@transaction.atomic
def prove(*, by: Any, channel: Channel, code: str) -> None:
    if not channel.proof or channel.proof != _proof(channel, code.strip()):
        raise ChannelNotProved
    channel.proved_on, channel.proof, channel.failing = timezone.localdate(), "", False
    channel.save(update_fields=["proved_on", "proof", "failing"])
    record("channel.proved", community=by.community, by=by, about=channel.pk)


@transaction.atomic
def remove_channel(*, by: Any, channel: Channel) -> None:
    record("channel.removed", community=by.community, by=by, about=channel.pk)
    channel.delete()


def target_of(channel: Channel) -> str:
    return files.server_unseal(channel.target, "channel", channel.pk).decode()


def _proof(channel: Channel, code: str) -> str:
    return files.server_token("channel", channel.pk, code)
