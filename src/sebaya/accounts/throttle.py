"""Slowing down guesses without ever locking anyone out.

A bucket is (account, address), or (account, device) where that account has signed in before. Failures cost
a growing wait, at most 30 seconds; successes cost nothing, so a school behind one address is not noticed.
Nothing sleeps: who comes too early is told how long to wait. Buckets live in this process, under a salt
that is forgotten every day, and are never written anywhere.
"""

import ipaddress
import secrets
import threading
import time
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

from django.http import HttpRequest
from django.utils import timezone

FORGET_AFTER = 30 * 60  # seconds without a failure after which a bucket is empty again
MOST_BUCKETS = 50_000  # about 10 MB; the oldest go first


@dataclass(frozen=True, slots=True)
class Pace:
    """So many failures are free, then each costs the next wait (seconds), the last one for ever."""

    free: int
    waits: tuple[int, ...]

    def wait_after(self, failures: int) -> int:
        over = failures - self.free
        return self.waits[min(over, len(self.waits)) - 1] if over > 0 else 0


PASSWORD = Pace(free=5, waits=(1, 2, 4, 8, 15, 30))
SECOND_FACTOR = Pace(free=4, waits=(5, 15, 30, 60, 120, 300))  # whoever guesses here has the password already
SLIP = Pace(free=150, waits=(1, 2, 3, 5))  # a class of 32 with typos; 80 bits are not guessed


@dataclass(slots=True)
class Bucket:
    failures: int = 0
    last: float = 0.0


@dataclass(slots=True)
class Throttle:
    """Counts a try as failed before it is made, so that many at once are not free; success gives it back."""

    pace: Pace
    _buckets: dict[bytes, Bucket] = field(default_factory=dict)
    _salt: bytes = b""
    _day: date | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def enter(self, *who: str) -> int:
        """0 if the try may be made, else the seconds to wait."""
        now = time.monotonic()
        with self._lock:
            bucket = self._bucket(who, now)
            rest = bucket.last + self.pace.wait_after(bucket.failures) - now
            if rest > 0:
                return max(1, round(rest))
            bucket.failures += 1
            bucket.last = now
        return 0

    def succeeded(self, *who: str) -> None:
        with self._lock:
            self._buckets.pop(self._name(who), None)

    def give_back(self, *who: str) -> None:
        """This try was good, but others from the same place may not have been."""
        with self._lock:
            bucket = self._buckets.get(self._name(who))
            if bucket:
                bucket.failures = max(0, bucket.failures - 1)

    def count(self, *who: str) -> int:
        with self._lock:
            bucket = self._buckets.get(self._name(who))
            return bucket.failures if bucket else 0

    def token(self, *who: str) -> str:
        """An opaque name of the bucket for the audit: means nothing after today."""
        return self._name(who).hex()[:16]

    def clear(self) -> None:
        """Forgets everything: for tests."""
        self._buckets.clear()

    def _bucket(self, who: tuple[str, ...], now: float) -> Bucket:
        name = self._name(who)
        bucket = self._buckets.get(name)
        if bucket is None or now - bucket.last > FORGET_AFTER:
            self._make_room()
            bucket = self._buckets[name] = Bucket()
        return bucket

    def _make_room(self) -> None:
        if len(self._buckets) < MOST_BUCKETS:
            return
        oldest = sorted(self._buckets, key=lambda name: self._buckets[name].last)
        for name in oldest[: MOST_BUCKETS // 10]:
            del self._buckets[name]

    def _name(self, who: tuple[str, ...]) -> bytes:
        today = timezone.now().date()
        if today != self._day:
            self._day, self._salt = today, secrets.token_bytes(32)
            self._buckets.clear()
        return blake2b("\0".join(who).encode(), key=self._salt, digest_size=16).digest()


passwords = Throttle(PASSWORD)
second_factors = Throttle(SECOND_FACTOR)
slips = Throttle(SLIP)


def address(request: HttpRequest) -> str:
    """Where a request comes from; the /64 of an IPv6 address, because a household has all of it."""
    told = request.META.get("REMOTE_ADDR", "")
    try:
        given = ipaddress.ip_address(told)
    except ValueError:
        return str(told)
    if isinstance(given, ipaddress.IPv6Address):
        return str(ipaddress.ip_network(f"{given}/64", strict=False).network_address)
    return str(given)
