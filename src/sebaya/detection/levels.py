"""The vocabulary of detection: levels, authors, clues and findings."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Level(IntEnum):
    """How soon a person has to look. Ordered, so that levels can be compared."""

    NONE = 0
    YELLOW = 1
    ORANGE = 2
    RED = 3

    @property
    def code(self) -> str:
        return self.name.lower()

    @classmethod
    def parse(cls, code: str) -> "Level":
        return cls[code.strip().upper()]


class Author(StrEnum):
    """Who wrote the text; a supporter asking about safety is not at risk by asking."""

    UNKNOWN = "unknown"
    SEEKER = "seeker"
    SUPPORTER = "supporter"
    COUNSELLOR = "counsellor"

    @classmethod
    def parse(cls, value: str | None) -> "Author":
        """Forgiving on purpose: an odd value must never stop a message from being read."""
        if not isinstance(value, str):
            return cls.UNKNOWN
        name = value.strip().lower()
        return cls._value2member_map_.get(_ALIASES.get(name, name), cls.UNKNOWN)  # type: ignore[return-value]

    @property
    def helps(self) -> bool:
        return self in (Author.SUPPORTER, Author.COUNSELLOR)


_ALIASES = {
    "member": "seeker",
    "warga": "seeker",
    "siswa": "seeker",
    "student": "seeker",
    "peer": "supporter",
    "pendukung": "supporter",
    "adult": "counsellor",
    "staff": "counsellor",
    "counselor": "counsellor",
    "konselor": "counsellor",
    "duty_adult": "counsellor",
}


@dataclass(frozen=True, slots=True)
class Clue:
    """One reason for a level; ``start`` and ``end`` index the text as it was written."""

    code: str
    category: str
    level: Level
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What one text shows. ``adults_only``: a peer thanks and hands this topic over."""

    level: Level
    category: str | None
    clues: tuple[Clue, ...]
    adults_only: bool


NOTHING = Finding(Level.NONE, None, (), False)
