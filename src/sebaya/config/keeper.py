"""The backup key pair: the public half lies in the data folder, the private half only on paper."""

from pathlib import Path

from django.conf import settings

from sebaya.vault import codes, primitives


def public_file() -> Path:
    return Path(settings.DATA) / "keys" / "backup.pub"


def make_backup_key() -> str:
    """The code of the private half, shown once; empty when there is a key already."""
    if public_file().exists():
        return ""
    public, private = primitives.key_pair()
    public_file().write_bytes(public)
    return codes.write_checked(private)


def backup_public() -> bytes | None:
    return public_file().read_bytes() if public_file().exists() else None


def private_of(code: str) -> bytes:
    """Raises WrongSecret for a code that was copied wrongly."""
    return codes.read_checked(code)
