"""Whose turn it is behind a brake that several browsers press at once.

The brake lets one try pass every so many seconds, whoever makes it. Without a line that is a race which a machine
that asks all the time always wins. In the line goes first whoever has had the fewest tries here, then whoever has
waited longest. A browser that comes when it was told is served; one that keeps coming too early sinks; one that
cannot be told from others (no cookie, or one made a moment ago) tries only when nobody waits.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

KEPT = 45.0  # seconds for which a turn is kept: time to notice it and to type a password again
EARLY = 1.0  # seconds too early that are forgiven: clocks and rounding
HAMMERING = 3  # times too early that count like a try
LONGEST = 64  # browsers remembered in one line; past that newcomers are strangers


class Browser(NamedTuple):
    """Its name, and whether somebody of this school has signed in with it before."""

    name: str
    familiar: bool = False


@dataclass(slots=True)
class Waiter:
    familiar: bool
    had: int = 0  # tries made here, or turns let pass
    early: int = 0
    asked: int = 0  # its place among those who asked here, counted anew when it comes too early
    due: float = 0.0  # when it was told to come; 0 while it does not wait

    def rank(self) -> tuple[int, bool, int]:
        return self.had, not self.familiar, self.asked


@dataclass(slots=True)
class Line:
    """The browsers at one brake. Not safe for threads: whoever holds it has the lock."""

    _waiters: dict[str, Waiter] = field(default_factory=dict)
    _asked: int = 0

    def ask(self, browser: Browser | None, now: float, opens: float, step: float) -> float:
        """0 if it may try now, which counts as its turn; else the seconds until it should come again.

        `opens` is when the brake lets the next one through, `step` what each try before it will cost.
        """
        self._let_pass(now)
        waiter = self._find(browser)
        if waiter is None:
            return self._left_over(now, opens, step)
        self._note_asking(waiter, now)
        ahead = sum(other.due > 0 and other.rank() < waiter.rank() for other in self._others(waiter))
        if not ahead and now >= opens:
            waiter.had, waiter.due = waiter.had + 1, 0.0
            return 0.0
        waiter.due = max(now, opens) + ahead * max(step, 1.0)
        return max(1.0, waiter.due - now)

    def _left_over(self, now: float, opens: float, step: float) -> float:
        waiting = sum(waiter.due > 0 for waiter in self._waiters.values())
        if not waiting and now >= opens:
            return 0.0
        return max(1.0, max(now, opens) - now + waiting * max(step, 1.0))

    def _note_asking(self, waiter: Waiter, now: float) -> None:
        """Coming too early costs the place among equals, and in the end a turn."""
        if waiter.due and now >= waiter.due - EARLY:
            return
        if waiter.due:
            waiter.early += 1
            waiter.had += waiter.early % HAMMERING == 0
        self._asked += 1
        waiter.asked = self._asked

    def _let_pass(self, now: float) -> None:
        """Whoever did not come in time has had their turn."""
        for waiter in self._waiters.values():
            if waiter.due and now > waiter.due + KEPT:
                waiter.had, waiter.due = waiter.had + 1, 0.0

    def _find(self, browser: Browser | None) -> Waiter | None:
        if browser is None:
            return None
        found = self._waiters.get(browser.name)
        if found is None and self._has_room():
            found = self._waiters[browser.name] = Waiter(browser.familiar)
        return found

    def _has_room(self) -> bool:
        if len(self._waiters) < LONGEST:
            return True
        gone = [name for name, waiter in self._waiters.items() if not waiter.due]
        if gone:
            del self._waiters[min(gone, key=lambda name: self._waiters[name].asked)]
        return bool(gone)

    def _others(self, waiter: Waiter) -> list[Waiter]:
        return [other for other in self._waiters.values() if other is not waiter]
