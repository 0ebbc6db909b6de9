"""Weighted clues: a small linear model that says how likely a text is yellow, orange or red.

The weights are int8 in one packaged file (see ``train``): three outputs side by side per bucket,
behind a header of scales and offsets. Plain arithmetic, nothing to install.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt
from struct import Struct

from sebaya.detection.context import Scene
from sebaya.detection.features import (
    BUCKETS,
    Feature,
    is_common_knowledge,
    neighbour_feature,
    neighbours,
    pair_feature,
    pairs,
    text_features,
    word_features,
)
from sebaya.detection.levels import Level
from sebaya.detection.rules import Match

HEADER = Struct("<4s3f3f")
MAGIC = b"SBY1"
OUTPUTS = 3  # yellow or above, orange or above, red

Pair = tuple[str, str]
Sum = tuple[float, float, float, float]  # weights of the outputs, and the squared length they add


@dataclass(frozen=True, slots=True)
class Belief:
    """Log-odds that a text is at least yellow, at least orange, red; and the words that say so."""

    yellow: float
    orange: float
    red: float
    telling: tuple[int, ...]  # positions of the words that speak loudest for orange or red


class Model:
    def __init__(self, raw: bytes) -> None:
        magic, *numbers = HEADER.unpack_from(raw)
        if magic != MAGIC:
            raise ValueError("detection weights: not a weight file of this version; run the training again")
        self.scales, self.offsets = numbers[:OUTPUTS], numbers[OUTPUTS:]
        self._weights = array("b", raw[HEADER.size :])
        if len(self._weights) != BUCKETS * OUTPUTS:
            raise ValueError("detection weights: wrong length; run the training again")
        self._words: dict[str, Sum] = {}
        self._pairs: dict[Pair, Sum] = {}

    def read(self, scene: Scene, heard: list[tuple[Match, Level]]) -> Belief:
        norms = scene.words.norms
        by_word = {word: self._word(word) for word in dict.fromkeys(norms)}
        sums = list(by_word.values())
        sums += map(self._pair, pairs(scene))
        sums.append(self._add(map(neighbour_feature, *neighbours(norms))))
        sums.append(self._add(text_features(scene, heard)))
        yellow, orange, red, squares = map(sum, zip(*sums, strict=True))
        length = sqrt(squares) or 1.0
        odds = [
            total * scale / length + offset
            for total, scale, offset in zip((yellow, orange, red), self.scales, self.offsets, strict=True)
        ]
        loud = sorted(range(len(norms)), key=lambda i: -by_word[norms[i]][1])[:3]
        return Belief(odds[0], odds[1], odds[2], tuple(i for i in sorted(loud) if by_word[norms[i]][1] > 0))

    def _add(self, features: Iterable[Feature]) -> Sum:
        weights = self._weights
        yellow = orange = red = length = 0.0
        for place, value in features:
            place *= OUTPUTS
            yellow += weights[place] * value
            orange += weights[place + 1] * value
            red += weights[place + 2] * value
            length += value * value
        return yellow, orange, red, length

    def _word(self, word: str) -> Sum:
        known = self._words.get(word)
        if known is None:
            known = self._add(word_features(word))
            if is_common_knowledge(word):
                self._words[word] = known
        return known

    def _pair(self, both: Pair) -> Sum:
        known = self._pairs.get(both)
        if known is None:
            known = self._pairs[both] = self._add([pair_feature(*both)])
        return known


@cache
def model() -> Model | None:
    """The packaged model, or ``None`` before the first training; rules work without it."""
    source = files("sebaya.detection").joinpath("data/weights.bin")
    return Model(source.read_bytes()) if source.is_file() else None
