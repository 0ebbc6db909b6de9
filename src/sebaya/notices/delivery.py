"""Carries notices out: mail and webhook. What fails is tried again, then shown as failing."""

import http.client
import json
import ssl
from datetime import datetime, timedelta
from smtplib import SMTPException
from time import monotonic
from urllib.parse import urlsplit

from django.core.mail import send_mail
from django.db import connection, transaction
from django.db.models import Case, When
from django.utils.translation import gettext as _
from django.utils.translation import override

from sebaya.communities.defaults import NOTICES_KEPT
from sebaya.notices import kinds
from sebaya.notices.actions import target_of
from sebaya.notices.models import Channel, ChannelKind, Notice, NoticeState
from sebaya.vault.errors import VaultError

MAX_TRIES = 5
RETRY = timedelta(seconds=30)  # doubled with each try
TIMEOUT = 10  # seconds; a red clock is five minutes
PATIENCE = 30.0  # seconds of one look: other sweeps of this worker wait meanwhile


class NotDelivered(Exception):
    """The other end could not be reached or did not accept."""


CANNOT_DELIVER = (
    NotDelivered,
    OSError,  # nobody there, or too slow
    SMTPException,
    http.client.HTTPException,
    ValueError,  # an address that is none
    LookupError,  # a kind that no room registers any more
    VaultError,  # a target sealed under another server key
)


def deliver_due(now: datetime) -> int:
    """Sends what is due, urgent first; returns how many went out. Each is claimed before it is sent."""
    sent, patience_ends = 0, monotonic() + PATIENCE
    while monotonic() < patience_ends and (notice := _claim(now)):
        sent += _deliver(notice)
    return sent


def _claim(now: datetime) -> Notice | None:
    """The next one, counted as tried before it is sent: no other process takes it."""
    with transaction.atomic():
        rows = Notice.objects.filter(state=NoticeState.WAITING, due__lte=now)
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        notice = rows.order_by(Case(When(kind__in=kinds.urgent(), then=0), default=1), "due").first()
        if notice is not None:
            notice.tries += 1
            notice.due = now + RETRY * 2**notice.tries
            notice.save(update_fields=["tries", "due"])
    return notice


def _deliver(notice: Notice) -> bool:
    try:
        with override(notice.channel.person.language or notice.community.language):
            _carry(notice)
    except CANNOT_DELIVER:
        return _failed(notice)
    Notice.objects.filter(pk=notice.pk).update(state=NoticeState.SENT, extra="")
    Channel.objects.filter(pk=notice.channel_id, failing=True).update(failing=False)
    return True


def _failed(notice: Notice) -> bool:
    if notice.tries >= MAX_TRIES:
        Notice.objects.filter(pk=notice.pk).update(state=NoticeState.FAILED, extra="")
        notice.channel.failing = True
        notice.channel.save(update_fields=["failing"])
    return False


def _carry(notice: Notice) -> None:
    kind = kinds.kind(notice.kind)
    subject, body = str(kind.subject), f"{kind.body} {notice.extra}".strip()
    if notice.channel.kind == ChannelKind.MAIL:
        foot = _("Pesan otomatis. Tidak ada isi percakapan di sini.")
        send_mail(subject, f"{body}\n\n{foot}", None, [target_of(notice.channel)])
        return
    _post(target_of(notice.channel), {"kind": notice.kind, "subject": subject, "text": body})


def _post(address: str, payload: dict[str, str]) -> None:
    """One HTTP POST of JSON. No redirects are followed: the address is what the adult typed."""
    parts = urlsplit(address)
    target = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    connection_ = _connect(parts.scheme, parts.hostname or "", parts.port)
    try:
        connection_.request("POST", target, json.dumps(payload), {"Content-Type": "application/json"})
        if not 200 <= connection_.getresponse().status < 300:
            raise NotDelivered
    finally:
        connection_.close()


def _connect(scheme: str, host: str, port: int | None) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
    return http.client.HTTPConnection(host, port, timeout=TIMEOUT)


def purge(now: datetime) -> int:
    deleted, _rows = Notice.objects.filter(due__lt=now - NOTICES_KEPT).delete()
    return deleted
