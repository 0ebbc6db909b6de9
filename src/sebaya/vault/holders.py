"""Key pairs of people: made from a password, opened by it, moved to another password.

root = Argon2id(password, salt); verifier = BLAKE2b(root, "verify"); KEK = BLAKE2b(pepper, root ‖ "kek").
One derivation serves sign-in and key (vault.md, Keyholder).
"""

from dataclasses import dataclass, field
from typing import Any

from django.conf import settings

from sebaya.vault import codes, files, primitives
from sebaya.vault.errors import Tampered, WrongSecret
from sebaya.vault.models import HolderKind, Keyholder, fresh_epoch

RECOVERY_BYTES = 16  # 128 bits on a printed key


@dataclass(frozen=True, slots=True)
class Derived:
    """What one run of Argon2 gives: the stored verifier and the key that wraps the private key."""

    verifier: bytes = field(repr=False)
    kek: bytes = field(repr=False)


def derive_password(password: str, salt: primitives.Blob) -> Derived:
    root = primitives.stretch(password, bytes(salt), **settings.SEBAYA_ARGON2)
    return Derived(primitives.derive(root, "verify"), primitives.derive(files.pepper(), root, "kek"))


@dataclass(frozen=True, slots=True)
class Stretched:
    """A password that Argon2 has worked on: made before a transaction, so that none waits for it."""

    salt: bytes
    derived: "Derived" = field(repr=False)


def stretched(password: str) -> Stretched:
    salt = primitives.random_salt()
    return Stretched(salt, derive_password(password, salt))


def create(person: Any, password: str | Stretched) -> tuple[Keyholder, bytes]:
    """A fresh key pair for a person; any earlier one is gone with all it could open. (holder, private)."""
    Keyholder.objects.filter(person=person).delete()
    public, private = primitives.key_pair()
    holder = Keyholder(community=person.community, kind=HolderKind.PERSON, person=person, public=public)
    _wrap(holder, private, password)
    holder.save(force_insert=True)
    return holder, private


def _wrap(holder: Keyholder, private: bytes, password: str | Stretched) -> None:
    made = stretched(password) if isinstance(password, str) else password
    holder.salt, holder.verifier = made.salt, made.derived.verifier
    holder.wrapped = primitives.seal(private, made.derived.kek, _place(holder, "password"))


def _place(holder: Keyholder, how: str) -> bytes:
    return primitives.context(holder.community_id, "keyholder", holder.pk, how)


def unlock(holder: Keyholder | None, password: str) -> bytes:
    """The private key. Costs the same for a holder that does not exist. Raises WrongSecret."""
    if holder is None or holder.salt is None or holder.verifier is None or holder.wrapped is None:
        derive_password(password, b"\0" * primitives.SALT_BYTES)
        raise WrongSecret
    derived = derive_password(password, holder.salt)
    if not primitives.same(derived.verifier, bytes(holder.verifier)):
        raise WrongSecret
    return primitives.unseal(holder.wrapped, derived.kek, _place(holder, "password"))


def change_password(holder: Keyholder, private: bytes, password: str | Stretched) -> None:
    """The same key pair under a new password; copies under a PIN end."""
    _wrap(holder, private, password)
    holder.device_epoch = fresh_epoch()
    holder.save(update_fields=["salt", "verifier", "wrapped", "device_epoch"])


def print_recovery_key(holder: Keyholder, private: bytes) -> str:
    """Makes the second copy of a staff key under a printed code, shown once; an older code ends."""
    raw = primitives.random_key()[:RECOVERY_BYTES]
    holder.recovery_wrapped = primitives.seal(private, _recovery_key(raw), _place(holder, "recovery"))
    holder.save(update_fields=["recovery_wrapped"])
    return codes.write_checked(raw)


def unlock_by_recovery(holder: Keyholder, code: str) -> bytes:
    if holder.recovery_wrapped is None:
        raise WrongSecret
    key = _recovery_key(codes.read_checked(code, RECOVERY_BYTES))
    try:
        return primitives.unseal(holder.recovery_wrapped, key, _place(holder, "recovery"))
    except Tampered as error:
        raise WrongSecret from error


def _recovery_key(raw: bytes) -> bytes:
    return primitives.derive(files.pepper(), "recovery", raw)
