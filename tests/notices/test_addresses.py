"""Addresses of channels: what cannot be one is said before anything is sent there."""

import pytest

from sebaya.notices.forms import ChannelForm
from sebaya.notices.models import ChannelKind


@pytest.mark.parametrize(
    ("kind", "target", "right"),
    [
        (ChannelKind.MAIL, "ratih@contoh.invalid", True),
        (ChannelKind.MAIL, "ratih", False),
        (ChannelKind.WEBHOOK, "http://192.168.1.20:8080/message", True),
        (ChannelKind.WEBHOOK, "192.168.1.20", False),
        (ChannelKind.WEBHOOK, "http://192.168.1.20:99999/", False),
        (ChannelKind.WEBHOOK, "http://[::1", False),
        (ChannelKind.WEBHOOK, "ftp://192.168.1.20/", False),
    ],
)
def test_address_fits_its_kind(kind, target, right):
    form = ChannelForm({"kind": kind, "target": target})

    assert form.is_valid() is right
    assert ("target" in form.errors) is not right
