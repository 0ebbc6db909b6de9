""" "Ini HP-ku sendiri": copies of a private key for one's own phone, which a dump links to nobody (decide/0010).

A row says whose it is only under the device secret, which lies in that phone's cookie. So nobody can look for the
copies of a person; what ends them all is another `device_epoch` of the holder. It is part of the key under which
the private key is sealed: a row that stays behind until its day opens nothing any more.
"""

import threading
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import F
from django.utils import timezone

from sebaya.communities.ids import LENGTH
from sebaya.vault import files, primitives
from sebaya.vault.errors import Tampered, WrongSecret
from sebaya.vault.holders import derive_password
from sebaya.vault.models import DeviceCopy, Keyholder, fresh_epoch

DEVICE_DAYS = 30
PIN_TRIES = 5
_pin_turn = threading.Lock()


@dataclass(frozen=True, slots=True)
class Phone:
    """A copy that is still good, and whose it is: known only to who has the device secret."""

    copy: DeviceCopy
    holder: Keyholder


def remember(holder: Keyholder, private: bytes, pin: str, today: date) -> bytes:
    """Keeps a copy for this phone; returns the secret for its cookie (32 bytes). The holder's row stays as it is."""
    secret, salt = primitives.random_key(), primitives.random_salt()
    copy = DeviceCopy(mark=_mark(secret), salt=salt, ends=today + timedelta(days=DEVICE_DAYS))
    owner = holder.pk.encode() + _epoch_mark(holder, secret)
    copy.owner = primitives.seal(owner, _owner_key(secret), _place(copy, "owner"))
    copy.wrapped = primitives.seal(private, _pin_key(holder, pin, salt, secret), _place(copy, "key", holder.pk))
    copy.save(force_insert=True)
    return secret


def find(secret: bytes, today: date) -> Phone | None:
    """The copy of this phone, unless it has lapsed or its holder has ended it or is gone."""
    copies = DeviceCopy.objects.filter(mark=_mark(secret), ends__gte=today, tries_left__gt=0)
    copy = copies.first()
    holder = _holder_of(copy, secret) if copy else None
    return Phone(copy, holder) if copy and holder else None


def _holder_of(copy: DeviceCopy, secret: bytes) -> Keyholder | None:
    try:
        owner = primitives.unseal(copy.owner, _owner_key(secret), _place(copy, "owner"))
    except Tampered:
        return None
    holder = Keyholder.objects.filter(pk=owner[:LENGTH].decode()).first()
    if holder is None or not primitives.same(owner[LENGTH:], _epoch_mark(holder, secret)):
        return None
    return holder


def unlock(secret: bytes, pin: str, today: date) -> tuple[Keyholder, bytes]:
    """(holder, private). Five wrong tries end the copy; one that is no longer good is deleted on use.

    A right PIN writes nothing, so that the database does not tell when somebody signed in. Tries take turns,
    so that many at once are still five (in one process; each further process could add one).
    """
    with _pin_turn:
        phone = find(secret, today)
        if phone is None:
            forget(secret)
            raise WrongSecret
        private = _try_pin(phone, pin, secret)
        if phone.copy.tries_left < PIN_TRIES:
            DeviceCopy.objects.filter(pk=phone.copy.pk).update(tries_left=PIN_TRIES)
    return phone.holder, private


def _try_pin(phone: Phone, pin: str, secret: bytes) -> bytes:
    copy, holder = phone.copy, phone.holder
    key = _pin_key(holder, pin, bytes(copy.salt), secret)
    try:
        return primitives.unseal(copy.wrapped, key, _place(copy, "key", holder.pk))
    except Tampered as error:
        _count_wrong_try(copy)
        raise WrongSecret from error


def _count_wrong_try(copy: DeviceCopy) -> None:
    DeviceCopy.objects.filter(pk=copy.pk, tries_left__gt=0).update(tries_left=F("tries_left") - 1)
    DeviceCopy.objects.filter(pk=copy.pk, tries_left=0).delete()


def forget(secret: bytes) -> None:
    """Deletes the copy of the phone whose secret this is, whosever it is."""
    DeviceCopy.objects.filter(mark=_mark(secret)).delete()


def forget_everywhere(person: Any) -> None:
    """No copy made before opens anything any more, on whatever phone."""
    Keyholder.objects.filter(person=person).update(device_epoch=fresh_epoch())


def forget_lapsed(now: datetime) -> int:
    """Sweep: copies for phones whose thirty days are over; returns how many."""
    return DeviceCopy.objects.filter(ends__lt=timezone.localdate(now)).delete()[0]


def _mark(secret: bytes) -> bytes:
    return primitives.derive(files.server_key(), "device", secret)


def _owner_key(secret: bytes) -> bytes:
    return primitives.derive(secret, "owner")


def _epoch_mark(holder: Keyholder, secret: bytes) -> bytes:
    """Shows that the epoch is the same without carrying it: once renewed, it is nowhere any more."""
    return primitives.derive(secret, "epoch", bytes(holder.device_epoch))


def _pin_key(holder: Keyholder, pin: str, salt: bytes, secret: bytes) -> bytes:
    return primitives.derive(derive_password(pin, salt).kek, "pin", secret, bytes(holder.device_epoch))


def _place(copy: DeviceCopy, *what: str) -> bytes:
    return primitives.context("device", copy.pk, *what)
