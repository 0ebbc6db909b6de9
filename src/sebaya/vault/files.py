"""The two secrets outside the database: the pepper and the server key, each 32 bytes, mode 0600."""

from functools import cache
from pathlib import Path

from django.conf import settings

from sebaya.vault import primitives
from sebaya.vault.errors import SecretFileDamaged
from sebaya.vault.secretfile import write_secret as write_secret


def make_secrets() -> None:
    """Makes what is missing, never replaces what is there: a lost pepper makes every password useless."""
    for path in (settings.PEPPER_FILE, settings.SECRET_FILE):
        if not path.exists():
            write_secret(path, primitives.random_key())


@cache
def _read(path: Path) -> bytes:
    value = path.read_bytes()
    if len(value) != primitives.KEY_BYTES:
        raise SecretFileDamaged(path.name)
    return value


def pepper() -> bytes:
    return _read(settings.PEPPER_FILE)


def server_key() -> bytes:
    return _read(settings.SECRET_FILE)


def server_seal(plain: bytes, *place: str | int) -> bytes:
    """For secrets of the protected class (TOTP secrets, webhook addresses)."""
    return primitives.seal(plain, primitives.derive(server_key(), "server", *place), primitives.context(*place))


def server_unseal(blob: primitives.Blob, *place: str | int) -> bytes:
    key = primitives.derive(server_key(), "server", *place)
    return primitives.unseal(blob, key, primitives.context(*place))


def server_token(*parts: bytes | str | int) -> str:
    """An opaque name that only this installation can compute (live topics, rate-limit buckets)."""
    return primitives.derive(server_key(), "token", *parts)[:12].hex()
