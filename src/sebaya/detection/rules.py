"""The rule book: what was said, what category it is, how soon an adult has to look."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from sebaya.detection.levels import Level
from sebaya.detection.lexicon import Occurrences, Span
from sebaya.detection.normaliser import Words
from sebaya.detection.patterns import Pattern, parse


class Weight(StrEnum):
    """How much context may lower a rule."""

    EVIDENCE = "evidence"  # pills bought, a rope ready: joking or denial never takes it below orange
    SIGN = "sign"  # a crisis told through its surroundings: context hardly lowers it, strong doubt may
    STATEMENT = "statement"  # a wish, an event told: negation, story or joke lowers it
    HINT = "hint"  # a theme; any doubt removes it


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    category: str
    level: Level
    weight: Weight
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Match:
    rule: Rule
    pattern: Pattern
    span: Span


def rule(code: str, category: str, level: str, lines: str, weight: str = "statement") -> Rule:
    """One entry of a rule table; ``lines`` holds one pattern a line."""
    patterns = tuple(parse(line.strip()) for line in lines.strip().splitlines() if line.strip())
    return Rule(code, category, Level.parse(level), Weight(weight), patterns)


class RuleBook:
    """Rules indexed by their rarest symbol, so that a message meets only the few that can match.

    Every symbol is one bit; a pattern whose elements are not all in the text is refused by a few
    bit operations before any position is compared.
    """

    def __init__(self, rules: list[Rule]) -> None:
        self.rules = rules
        self._bits: dict[str, int] = {}
        self._index: dict[str, list[_Candidate]] = {}
        for entry in rules:
            for pattern in entry.patterns:
                needs = tuple(self._mask(symbols) for part in pattern.parts for _, symbols in part)
                for symbol in pattern.anchor:
                    self._index.setdefault(symbol, []).append((needs, entry, pattern))

    def _mask(self, symbols: tuple[str, ...]) -> int:
        mask = 0
        for symbol in symbols:
            mask |= self._bits.setdefault(symbol, 1 << len(self._bits))
        return mask

    def matches(self, words: Words, found: Occurrences) -> Iterator[Match]:
        bits = self._bits
        present = 0
        for symbol in found:
            present |= bits.get(symbol, 0)
        tried: set[int] = set()
        for symbol in found:
            for needs, entry, pattern in self._index.get(symbol, ()):
                if not all(map(present.__and__, needs)) or id(pattern) in tried:
                    continue
                tried.add(id(pattern))
                for span in pattern.spans(words, found):
                    yield Match(entry, pattern, span)


_Candidate = tuple[tuple[int, ...], Rule, Pattern]  # bits each element needs, and whose they are


@cache
def rule_book() -> RuleBook:
    from sebaya.detection.words import (
        rules_body,
        rules_home,
        rules_mind,
        rules_peers,
        rules_self,
        rules_signs,
    )

    tables = (rules_self, rules_home, rules_body, rules_mind, rules_peers, rules_signs)
    return RuleBook([rule(*row) for table in tables for row in table.RULES])


@cache
def conduct_book() -> RuleBook:
    """What a helper must not ask of a seeker."""
    from sebaya.detection.words import rules_conduct

    return RuleBook([rule(*row) for row in rules_conduct.RULES])
