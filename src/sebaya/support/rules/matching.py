"""Who fits whom: hard limits that are never broken, then a score whose parts are shown. Pure.

Same input, same output: ties are broken by a hash of the request and the supporter, not by chance.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

MAX_CANDIDATES = 10  # the `match` safe keeps at most ten (vault.md, Safe)
CHOSEN = 100  # whom the seeker chose comes first
TOPIC = 12  # for each shared topic, three at most
EXPERIENCE = 6  # lived through the same and chose to show it
FREE = 10  # for each free place
WAITED = 1  # for each day since their last conversation, 14 at most
SHARED_TOPICS_COUNTED = 3
WAITED_DAYS_COUNTED = 14
DAYS_A_YEAR = 365.25
LAST_OF_SD, LAST_OF_SMP = 6, 9


@dataclass(frozen=True, slots=True)
class Seeker:
    """What the seeker's own session knows; stored nowhere."""

    person: str
    groups: frozenset[str]
    sex: str = ""
    born: date | None = None
    grade: int | None = None
    topics: frozenset[str] = frozenset()
    excluded_people: frozenset[str] = frozenset()
    excluded_groups: frozenset[str] = frozenset()
    blocked: frozenset[str] = frozenset()
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Supporter:
    person: str
    groups: frozenset[str]
    sex: str = ""
    born: date | None = None
    grade: int | None = None
    topics: frozenset[str] = frozenset()
    experiences: frozenset[str] = frozenset()
    open_seekers: int = 0
    last_talk: datetime | None = None
    holds: frozenset[str] = frozenset()
    gate: bool = False
    consented: bool = False
    resting: bool = False
    reachable: bool = True


@dataclass(frozen=True, slots=True)
class Limits:
    """Settings of the community that bound every match."""

    max_open: int = 2
    max_age_gap: int = 3
    same_gender: bool = False


@dataclass(frozen=True, slots=True)
class Candidate:
    person: str
    score: int
    parts: Mapping[str, int] = field(default_factory=dict)


def broken_limits(seeker: Seeker, supporter: Supporter, limits: Limits) -> list[str]:
    """Codes of the hard limits this pair would break; empty when they may meet."""
    checks = {
        "self": supporter.person == seeker.person,
        "hold": bool(supporter.holds),
        "gate": not supporter.gate,
        "consent": not supporter.consented,
        "resting": supporter.resting,
        "reach": not supporter.reachable,
        "load": supporter.open_seekers >= limits.max_open,
        "excluded": supporter.person in seeker.excluded_people,
        "excluded_group": bool(supporter.groups & seeker.excluded_groups),
        "same_group": bool(supporter.groups & seeker.groups),
        "gender": limits.same_gender and (not seeker.sex or supporter.sex != seeker.sex),
        "age": not within_age(seeker, supporter, limits.max_age_gap),
        "level": not same_level(seeker.grade, supporter.grade),
        "blocked": supporter.person in seeker.blocked,
    }
    return [code for code, broken in checks.items() if broken]


def within_age(seeker: Seeker, supporter: Supporter, years: int) -> bool:
    """At most so many years apart by birthday, else by grade. Where only one of them is known, they do not meet;
    where nobody's is kept, there is nothing to compare.
    """
    if seeker.born is not None and supporter.born is not None:
        return abs((seeker.born - supporter.born).days) <= years * DAYS_A_YEAR
    if seeker.grade is not None and supporter.grade is not None:
        return abs(seeker.grade - supporter.grade) <= years
    return (seeker.born, seeker.grade) == (supporter.born, supporter.grade) == (None, None)


def same_level(one: int | None, other: int | None) -> bool:
    """SD, SMP or SMA by grade (product.md, Defaults); a grade that is not kept does not part people."""
    return one is None or other is None or _level(one) == _level(other)


def _level(grade: int) -> int:
    return sum(grade > last for last in (LAST_OF_SD, LAST_OF_SMP))


def stand_in(supporter: Supporter) -> Seeker:
    """For limits that are checked without the seeker: one who agrees with the supporter in all that only the
    seeker's own session knows.
    """
    sex = supporter.sex or "?"
    return Seeker(person="", groups=frozenset(), sex=sex, born=supporter.born, grade=supporter.grade)


def candidates(
    request: str, seeker: Seeker, supporters: Iterable[Supporter], limits: Limits, now: datetime
) -> list[Candidate]:
    """The fitting supporters, best first, at most ten."""
    fitting = [each for each in supporters if not broken_limits(seeker, each, limits)]
    scored = [_score(seeker, each, limits, now) for each in fitting]
    ordered = sorted(scored, key=lambda found: (-found.score, _tie(request, found.person)))
    return ordered[:MAX_CANDIDATES]


def _score(seeker: Seeker, supporter: Supporter, limits: Limits, now: datetime) -> Candidate:
    parts = {
        "chosen": CHOSEN if supporter.person in seeker.chosen else 0,
        "topic": TOPIC * min(len(seeker.topics & supporter.topics), SHARED_TOPICS_COUNTED),
        "experience": EXPERIENCE if seeker.topics & supporter.experiences else 0,
        "free": FREE * (limits.max_open - supporter.open_seekers),
        "waited": WAITED * _days_waited(supporter.last_talk, now),
    }
    return Candidate(supporter.person, sum(parts.values()), parts)


def _days_waited(last_talk: datetime | None, now: datetime) -> int:
    if last_talk is None:
        return WAITED_DAYS_COUNTED
    return max(0, min((now - last_talk).days, WAITED_DAYS_COUNTED))


def _tie(request: str, person: str) -> str:
    return hashlib.blake2b(f"{request}:{person}".encode(), digest_size=8).hexdigest()
