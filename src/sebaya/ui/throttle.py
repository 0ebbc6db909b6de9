"""Slowing down tries without ever locking anyone out: each room says what a bucket is and how fast is too fast.

Nothing sleeps: who comes too early is told how long to wait. Buckets live in this process, under a salt
that is forgotten every day, and are never written anywhere.
"""

import secrets
import threading
import time
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from math import ceil

from django.utils import timezone

from sebaya.ui.turns import Browser, Line

FORGET_AFTER = 30 * 60  # seconds without a failure after which a bucket is empty again
ROUNDING = 0.01  # seconds: 30.0000001 is told as 30
MOST_BUCKETS = 50_000  # about 10 MB; the oldest go first


@dataclass(frozen=True, slots=True)
class Pace:
    """So many failures are free, then each costs the next wait (seconds), the last one for ever."""

    free: int
    waits: tuple[int, ...]

    def wait_after(self, failures: int) -> int:
        over = failures - self.free
        return self.waits[min(over, len(self.waits)) - 1] if over > 0 else 0


@dataclass(slots=True)
class Bucket:
    failures: int = 0
    last: float = 0.0
    line: Line = field(default_factory=Line)


@dataclass(slots=True)
class Throttle:
    """Counts a try as failed before it is made, so that many at once are not free; success gives it back."""

    pace: Pace
    _buckets: dict[bytes, Bucket] = field(default_factory=dict)
    _salt: bytes = b""
    _day: date | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def enter(self, *who: str, browser: Browser | None = None) -> int:
        """0 if the try may be made, else the seconds to wait. Browsers that share a bucket take turns in it."""
        now = time.monotonic()
        with self._lock:
            bucket = self._bucket(who, now)
            step = self.pace.wait_after(bucket.failures)
            rest = bucket.line.ask(browser, now, bucket.last + step, step)
            if rest > 0:
                return max(1, ceil(rest - ROUNDING))
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
