"""The steps of asking travel in a hidden field sealed to the asker's own key: nothing lies on the server."""

import json
from typing import Any

from django.utils import timezone

from sebaya.vault import primitives
from sebaya.vault.errors import Tampered
from sebaya.vault.keyring import Keyring

LASTS = 12 * 3600  # seconds; as long as a sign-in


def pack(keyring: Keyring, content: dict[str, Any]) -> str:
    """Hex of the sealed steps."""
    dated = {**content, "at": int(timezone.now().timestamp())}
    return primitives.seal(json.dumps(dated).encode(), _key(keyring), _place(keyring)).hex()


def unpack(keyring: Keyring, text: str) -> dict[str, Any] | None:
    """None for what is not this person's, changed, or too old."""
    try:
        content: dict[str, Any] = json.loads(primitives.unseal(bytes.fromhex(text), _key(keyring), _place(keyring)))
    except (Tampered, ValueError):
        return None
    fresh = timezone.now().timestamp() - content.pop("at", 0) < LASTS
    return content if fresh else None


def _key(keyring: Keyring) -> bytes:
    return primitives.derive(keyring.private, "asking")


def _place(keyring: Keyring) -> bytes:
    return primitives.context("asking", keyring.holder_id)
