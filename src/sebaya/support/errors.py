"""One exception per thing that can stand in the way; views turn each into a sentence."""


class SupportError(Exception):
    """Something asked for cannot be done now."""


class NobodyLeft(SupportError):
    """The exclusions leave no counsellor who could read."""


class TooManyOpen(SupportError):
    """The seeker has as many open requests as the community allows."""


class AlreadyTaken(SupportError):
    """Somebody else was quicker."""


class NicknameTaken(SupportError):
    """Another supporter of the community bears this name; `free` is one that nobody bears."""

    def __init__(self, free: str) -> None:
        super().__init__(free)
        self.free = free


class NotNow(SupportError):
    """The peer window is closed or no adult is on duty."""


class OverLimit(SupportError):
    """A hard limit of matching would be broken; `codes` says which."""

    def __init__(self, codes: list[str]) -> None:
        super().__init__(", ".join(codes))
        self.codes = codes


class RedNow(SupportError):
    """Something red was written: now it is an adult's turn, the supporter writes no more."""


class Flagged(SupportError):
    """An adult has to look at a flag first, and to write down what was done."""


class Closed(SupportError):
    """The conversation has ended; nothing more is written into it."""


class CodeSpent(SupportError):
    """A re-entry code that is wrong, used or too old."""
