"""Key pairs of people: made from a password, opened by it, moved to another password.

root = Argon2id(password, salt); verifier = BLAKE2b(root, "verify"); KEK = BLAKE2b(pepper, root ‖ "kek").
One derivation serves sign-in and key (vault.md, Keyholder).
"""

import threading
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from sebaya.vault import codes, files, primitives
from sebaya.vault.errors import Tampered, WrongSecret
from sebaya.vault.models import DeviceCopy, HolderKind, Keyholder

RECOVERY_BYTES = 16  # 128 bits on a printed key
DEVICE_DAYS = 30
PIN_TRIES = 5
_pin_turn = threading.Lock()


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
    holder.save(update_fields=["salt", "verifier", "wrapped"])
    holder.device_copies.all().delete()


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


def remember_device(holder: Keyholder, private: bytes, pin: str, today: date) -> bytes:
    """Keeps a copy for this phone; returns the secret for its cookie (32 bytes)."""
    secret, salt = primitives.random_key(), primitives.random_salt()
    copy = DeviceCopy(holder=holder, mark=_mark(secret), salt=salt, ends=today + timedelta(days=DEVICE_DAYS))
    copy.wrapped = primitives.seal(private, _pin_key(pin, salt, secret), _place(holder, copy.pk))
    copy.save(force_insert=True)
    return secret


def unlock_by_pin(secret: bytes, pin: str, today: date) -> tuple[Keyholder, bytes]:
    """(holder, private). Five wrong tries end the copy; a lapsed one is as good as none.

    A right PIN writes nothing, so that a member's row does not tell when they signed in. Tries take turns,
    so that many at once are still five (in one process; each further process could add one).
    """
    with _pin_turn:
        copy = device_copy(secret, today)
        if copy is None:
            raise WrongSecret
        try:
            key = _pin_key(pin, bytes(copy.salt), secret)
            private = primitives.unseal(copy.wrapped, key, _place(copy.holder, copy.pk))
        except Tampered as error:
            _count_wrong_try(copy)
            raise WrongSecret from error
        if copy.tries_left < PIN_TRIES:
            DeviceCopy.objects.filter(pk=copy.pk).update(tries_left=PIN_TRIES)
    return copy.holder, private


def _count_wrong_try(copy: DeviceCopy) -> None:
    DeviceCopy.objects.filter(pk=copy.pk, tries_left__gt=0).update(tries_left=F("tries_left") - 1)
    DeviceCopy.objects.filter(pk=copy.pk, tries_left=0).delete()


def device_copy(secret: bytes, today: date) -> DeviceCopy | None:
    copies = DeviceCopy.objects.select_related("holder__person__community")
    return copies.filter(mark=_mark(secret), ends__gte=today, tries_left__gt=0).first()


def forget_lapsed(now: datetime) -> int:
    """Sweep: copies for phones whose thirty days are over; returns how many."""
    return DeviceCopy.objects.filter(ends__lt=timezone.localdate(now)).delete()[0]


def _mark(secret: bytes) -> bytes:
    return primitives.derive(files.server_key(), "device", secret)


def _pin_key(pin: str, salt: bytes, secret: bytes) -> bytes:
    return primitives.derive(derive_password(pin, salt).kek, "pin", secret)
