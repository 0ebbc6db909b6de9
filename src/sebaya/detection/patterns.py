"""Patterns over words and concepts, small enough to be read aloud.

``WISH ~3 DIE``     a wish, then at most three words, then dying, in one sentence (default gap 2)
``HURTS|HURTED``    either; lower case is a literal word in any of its spellings
``A & B``           both, in any order, at most ``WINDOW`` words apart, sentences may differ
``!LAUGH``          nothing of the kind within five words of the match
``!!FICTION``       nothing of the kind anywhere in the text
"""

from dataclasses import dataclass
from functools import cache

from sebaya.detection.lexicon import Occurrences, Span, lexicon
from sebaya.detection.normaliser import Words

DEFAULT_GAP = 2
WINDOW = 28  # words: two chat lines or three formal sentences
GUARD = 5
_MOST_SPANS = 12  # per part and text; more of the same adds nothing and would cost time

Element = tuple[int, tuple[str, ...]]  # gap before it, alternatives


@dataclass(frozen=True, slots=True)
class Pattern:
    parts: tuple[tuple[Element, ...], ...]
    near: frozenset[str]  # guards around the match
    anywhere: frozenset[str]  # guards over the whole text
    anchor: tuple[str, ...]  # alternatives of the rarest element: the index of the rule book
    negating: bool  # holds a negation itself, so a negation before it is no news

    def spans(self, words: Words, found: Occurrences) -> list[Span]:
        if self.anywhere and any(symbol in found for symbol in self.anywhere):
            return []
        spans = _ordered(self.parts[0], words, found)
        for part in self.parts[1:]:
            if not spans:
                return []
            spans = _joined(spans, _ordered(part, words, found))
        if not self.near:
            return spans
        return [span for span in spans if not self._guarded(span, found)]

    def _guarded(self, span: Span, found: Occurrences) -> bool:
        low, high = span[0] - GUARD, span[1] + GUARD
        return any(low <= start < high for symbol in self.near for start, _ in found.get(symbol, ()))


# Symbols in nearly every message; a pattern is better indexed by any other of its elements.
_COMMON = frozenset(
    [
        "ME",
        "WISH",
        "NEG",
        "RIGHTNOW",
        "SOON",
        "LONGTIME",
        "KIN",
        "ELDER",
        "FRIEND",
        "HE",
        "POWER",
        "GANG",
        "READY",
        "tidak",
        "aku",
        "sudah",
        "mau",
        "sama",
        "di",
        "ke",
        "dan",
        "yang",
        "dia",
        "kamu",
        "lagi",
        "kalau",
        "sampai",
        "semua",
        "untuk",
        "dari",
        "karena",
        "bilang",
        "saja",
        "bisa",
        "orang",
        "teman",
        "ibu",
        "ayah",
        "SWALLOW",
        "GIVEAWAY",
        "HOWTO",
        "FICTION",
        "CAUSE",
        "THING",
        "SCHOOLWORK",
        "PAST",
        "TRY",
        "NOMORE",
        "ENDWORD",
    ]
)


@cache
def parse(line: str) -> Pattern:
    parts: list[tuple[Element, ...]] = []
    near: set[str] = set()
    anywhere: set[str] = set()
    for piece in line.split(" & "):
        part, gap = [], DEFAULT_GAP
        for token in piece.split():
            if token[0] == "~":
                gap = int(token[1:])
            elif token.startswith("!!"):
                anywhere.update(_symbols(token[2:]))
            elif token[0] == "!":
                near.update(_symbols(token[1:]))
            else:
                part.append((gap, _symbols(token)))
                gap = DEFAULT_GAP
        if part:
            parts.append(tuple(part))
    elements = [symbols for part in parts for _, symbols in part]
    return Pattern(
        tuple(parts), frozenset(near), frozenset(anywhere), min(elements, key=_frequency), _negates(elements)
    )


def _symbols(token: str) -> tuple[str, ...]:
    return tuple(s if s.isupper() else lexicon().name(s) for s in token.split("|"))


def _frequency(symbols: tuple[str, ...]) -> int:
    return 100 * sum(symbol in _COMMON for symbol in symbols) + len(symbols)


def _negates(elements: list[tuple[str, ...]]) -> bool:
    return any({"NEG", "tidak", "bukan", "belum", "NOMORE"} & set(symbols) for symbols in elements)


def _occurrences(symbols: tuple[str, ...], found: Occurrences) -> list[Span]:
    if len(symbols) == 1:
        return found.get(symbols[0], [])
    return sorted(span for symbol in symbols for span in found.get(symbol, ()))


def _ordered(part: tuple[Element, ...], words: Words, found: Occurrences) -> list[Span]:
    spans: list[Span] = _occurrences(part[0][1], found)[:_MOST_SPANS]
    for gap, symbols in part[1:]:
        if not spans:
            return []
        spans = _followed(spans, _occurrences(symbols, found), gap, words.sentences)
    return spans


def _followed(spans: list[Span], nexts: list[Span], gap: int, sentences: list[int]) -> list[Span]:
    grown: list[Span] = []
    for start, end in spans:
        for left, right in nexts:
            if end <= left <= end + gap and sentences[left] == sentences[end - 1]:
                grown.append((start, right))
                break
    return grown


def _joined(spans: list[Span], others: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for start, end in spans:
        for left, right in others:
            if left - end <= WINDOW and start - right <= WINDOW and (right <= start or left >= end):
                joined.append((min(start, left), max(end, right)))
                break
    return joined
