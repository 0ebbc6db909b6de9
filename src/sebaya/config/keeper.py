"""The backup key pair: the public half lies in the data folder, the private half only on paper."""

from pathlib import Path

from django.conf import settings

from sebaya.vault import codes, primitives


def public_file() -> Path:
    return Path(settings.DATA) / "keys" / "backup.pub"


def new_backup_key() -> tuple[bytes, str] | None:
    """(public half, code of the private half); None when there is a key already. Nothing is written."""
    if public_file().exists():
        return None
    public, private = primitives.key_pair()
    return public, codes.write_checked(private)


def keep(public: bytes) -> None:
    """Once its code is on paper: backups are sealed to this key from now on."""
    public_file().write_bytes(public)


def backup_public() -> bytes | None:
    return public_file().read_bytes() if public_file().exists() else None


def private_of(code: str) -> bytes:
    """Raises WrongSecret for a code that was copied wrongly."""
    return codes.read_checked(code)
