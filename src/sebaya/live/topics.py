"""Opaque names for things that can change.

A topic travels through PostgreSQL's notification queue and into pages, where
others may look. It therefore says nothing about what it stands for: it is a
keyed hash of the kind and the id, the same in every process of one installation.
"""

import re
from base64 import urlsafe_b64encode
from functools import lru_cache
from hashlib import blake2b

from django.conf import settings

TOPIC_BYTES = 12  # 96 bits: no two things meet, and 16 characters fit any attribute
_SHAPE = re.compile(r"[A-Za-z0-9_-]{16}", re.ASCII)


class NotATopic(ValueError):
    """Something readable was about to be published instead of a topic."""


def topic(kind: str, identifier: object) -> str:
    """The 16-character name under which changes of one thing are announced.

    `kind` keeps things with equal ids apart ("talk", "desk"). The result may
    stand in a page and in the stream; it cannot be turned back or guessed
    without the server's key.
    """
    name = f"{kind}\0{identifier}".encode()
    digest = blake2b(name, key=_key(settings.SECRET_KEY), digest_size=TOPIC_BYTES)
    return urlsafe_b64encode(digest.digest()).decode()


def require_topic(candidate: str) -> str:
    """Refuse a readable name, so that a careless caller cannot leak one."""
    if not _SHAPE.fullmatch(candidate):
        raise NotATopic("publish topic(kind, id), never a readable name")
    return candidate


@lru_cache(maxsize=4)
def _key(secret: str) -> bytes:
    return blake2b(secret.encode(), person=b"sebaya.live", digest_size=32).digest()
