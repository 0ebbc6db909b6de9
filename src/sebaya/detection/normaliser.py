"""From text as teenagers type it to canonical words that know where they stood.

The order is: fold characters, join letters that were spelled apart, split into tokens, look each
token up, and repair the unknown ones (leet, masks, stretched letters, words run together). Every
repair must end at a word the lexicon knows, so an unknown name stays a name.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sebaya.detection.characters import LEET, LEET_SECOND, fold
from sebaya.detection.vocabulary import RUN_TOGETHER_CORE, Vocabulary, vocabulary

_TOKEN = re.compile(r"[^\W_]+(?:['*@$!][^\W_]+)*(?:\*+)?|[.!?\n;:,\"()]+|[^\w\s]")
_SPELLED = re.compile(r"(?<![^\W_])(?:[^\W_][ .\-_*|/]{1,2}){3,39}[^\W_](?![^\W_])")
_SENTENCE_END = re.compile(r"[.!?\n;]")
_STRETCH = re.compile(r"(.)\1+")
_LONGEST_REPAIRED = 40  # characters; longer tokens are links, keys or noise
_WORD = re.compile(r"[^\W_]")

Piece = tuple[str, int, int]  # canonical word, start and end in the folded text


@dataclass(slots=True)
class Words:
    """Canonical words in order; index i of every list is the same word.

    ``starts`` and ``ends`` index the original text; ``sentences`` numbers the sentence of each word.
    ``written`` holds every token as it was typed, signs too; it runs by itself.
    """

    norms: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    written: list[str]

    def __len__(self) -> int:
        return len(self.norms)


def normalise(text: str) -> Words:
    """Canonical words of ``text``. Never raises, linear in its length."""
    known = vocabulary()
    canon = known.canon
    folded, origin = fold(text)
    tokens = _tokens(folded)
    words = Words([], [], [], [], [raw for raw, _, _ in tokens])
    sentence = 0
    for raw, start, end in tokens:
        norm = canon.get(raw)
        found: Iterable[Piece]
        if norm is not None:
            found = ((norm, start, end),)
        elif _WORD.match(raw):
            found = _repaired(raw, start, end, known)
        else:
            sentence += _SENTENCE_END.search(raw) is not None
            continue
        for norm, left, right in found:
            words.norms.append(norm)
            words.starts.append(origin[left] if origin else left)
            words.ends.append(origin[right - 1] + 1 if origin else right)
            words.sentences.append(sentence)
    return words


def _tokens(folded: str) -> list[Piece]:
    """Tokens with their span; letters spelled apart ("m a t i") come back as one token."""
    spelled = [m.span() for m in _SPELLED.finditer(folded)]
    if not spelled:
        return [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(folded)]
    tokens: list[Piece] = []
    position = 0
    for start, end in spelled:
        tokens.extend((m.group(), m.start(), m.end()) for m in _TOKEN.finditer(folded, position, start))
        for left, right in _wide_gaps(folded, start, end):
            tokens.append((re.sub(r"[\W_]", "", folded[left:right]), left, right))
        position = end
    tokens.extend((m.group(), m.start(), m.end()) for m in _TOKEN.finditer(folded, position))
    return [token for token in tokens if token[0]]


def _wide_gaps(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "p e n g e n  m a t i": two spaces part two words that were spelled apart."""
    spans, left = [], start
    for gap in re.finditer(r"\s{2}", folded[start:end]):
        spans.append((left, start + gap.start()))
        left = start + gap.end()
    spans.append((left, end))
    return spans


def _repaired(raw: str, start: int, end: int, known: Vocabulary) -> Iterable[Piece]:
    """An unknown token: mended, taken apart, or kept as a plain word."""
    if len(raw) > _LONGEST_REPAIRED:
        return _run_together(raw[:120], start, known) or [(raw[:_LONGEST_REPAIRED], start, end)]
    norm = _repair(raw, known)
    if norm is not None:
        return [(norm, start, end)]
    together = _run_together(raw, start, known)
    if together is None and not raw.isalpha():
        together = _run_together(raw.translate(LEET_SECOND), start, known)
    return together or [(_plain(raw, known), start, end)]


def _repair(raw: str, known: Vocabulary) -> str | None:
    for candidate in _candidates(raw):
        norm = known.canon.get(candidate)
        if norm is not None:
            return norm
    if "*" in raw:
        return known.unmask(raw)
    return None


def _candidates(raw: str) -> list[str]:
    """Readings of a token, likeliest first."""
    readings = []
    if raw[-1] == "2" and len(raw) > 3:
        readings.append(raw[:-1])
    if not raw.isalpha():
        bare = raw.strip("*'!@$")
        readings += [bare, bare.translate(LEET), bare.translate(LEET_SECOND)]
        readings += [re.sub(r"['*@$!]", "", raw), re.sub(r"(\D)2(?=\D|$)", r"\1", raw)]
    if "v" in raw and len(raw) > 4:
        readings.append(raw.replace("v", "u"))
    if _STRETCH.search(raw):
        for base in [raw, *readings]:
            readings += [_STRETCH.sub(r"\1", base), _STRETCH.sub(r"\1\1", base)]
    return [reading for reading in readings if len(reading) > 1]


def _plain(raw: str, known: Vocabulary) -> str:
    """An unknown word without the endings of everyday speech, if what is left is known."""
    for ending in ("nya", "ny", "ku", "mu", "lah", "kah", "an", "e", "s"):
        if raw.endswith(ending) and len(raw) > len(ending) + 2:
            stem = known.canon.get(raw[: -len(ending)])
            if stem is not None:
                return stem
    return _STRETCH.sub(r"\1", raw) if re.search(r"(.)\1\1", raw) else raw


def _run_together(raw: str, start: int, known: Vocabulary) -> list[Piece] | None:
    """ "pengenmati" → two words, only when something of weight is inside and every piece is known."""
    if len(raw) < 6 or not RUN_TOGETHER_CORE.search(raw):
        return None
    size = len(raw)
    best: list[tuple[int, int] | None] = [None] * (size + 1)  # (pieces so far, start of the last one)
    best[0] = (0, 0)
    for right in range(2, size + 1):
        for left in range(max(0, right - 14), right - 1):
            before = best[left]
            if before is None or raw[left:right] not in known.pieces:
                continue
            here = best[right]
            if here is None or before[0] + 1 < here[0]:
                best[right] = (before[0] + 1, left)
    return _pieces(raw, start, best, known)


def _pieces(raw: str, start: int, best: list[tuple[int, int] | None], known: Vocabulary) -> list[Piece] | None:
    pieces: list[Piece] = []
    right = len(raw)
    while right:
        step = best[right]
        if step is None:
            return None
        pieces.append((known.canon[raw[step[1] : right]], start + step[1], start + right))
        right = step[1]
    return pieces[::-1] if len(pieces) > 1 else None
