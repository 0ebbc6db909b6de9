"""Weighted clues: small linear judges that say how likely a text is yellow, orange or red.

Four judges: one hears everything, one each only the text as typed, its words, its sense. The mean of their
log-odds counts: words of danger in harmless talk seldom deceive all four at once. The weights are int8 in one
packaged file (see ``train``), a column per output behind a header of scales and offsets. Plain arithmetic,
nothing to install.
"""

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files
from math import sqrt
from operator import itemgetter
from struct import Struct

from sebaya.detection.context import Scene
from sebaya.detection.features import (
    BUCKETS,
    Group,
    Side,
    is_common_knowledge,
    order_groups,
    sense_groups,
    typed_groups,
    word_groups,
    word_senses,
)
from sebaya.detection.levels import Level
from sebaya.detection.rules import Match

OUTPUTS = 3  # yellow or above, orange or above, red
ORANGE = 1  # its place among them
SIDED = 2  # outputs that each side judges for itself: the alarms, orange and red
COLUMNS = OUTPUTS + SIDED * len(Side)  # one judge hears everything, then one for each side
SEEN = OUTPUTS + SIDED  # columns that a feature speaks to: everything, and its own side
HEADER = Struct(f"<4s{COLUMNS}f{COLUMNS}f")
MAGIC = b"SBY2"

Sum = tuple[float, ...]  # weights of the columns seen, and the squared length they add


@dataclass(frozen=True, slots=True)
class Belief:
    """Log-odds that a text is at least yellow, at least orange, red; and which words say so."""

    yellow: float
    orange: float
    red: float
    telling: Callable[[], tuple[int, ...]]  # asked for only where a clue has to be shown


class Model:
    def __init__(self, raw: bytes) -> None:
        magic, *numbers = HEADER.unpack_from(raw)
        if magic != MAGIC:
            raise ValueError("detection weights: not a weight file of this version; run the training again")
        if len(raw) - HEADER.size != BUCKETS * COLUMNS:
            raise ValueError("detection weights: wrong length; run the training again")
        self._scales, self._offsets = numbers[:COLUMNS], numbers[COLUMNS:]
        starts = range(HEADER.size, len(raw), BUCKETS)
        columns = [array("b", raw[start : start + BUCKETS]) for start in starts]
        self._seen = {side: columns[:OUTPUTS] + columns[sided(side)] for side in Side}
        self._words: dict[str, tuple[Sum, Sum]] = {}

    def read(self, scene: Scene, heard: list[tuple[Match, Level]]) -> Belief:
        words = dict.fromkeys(scene.words.norms)
        fresh = [word for word in words if not is_common_knowledge(word)]
        known = [self._weighed(word) for word in words if is_common_knowledge(word)]
        in_words = self._add(Side.WORDS, word_groups(fresh) + order_groups(scene))
        in_sense = self._add(Side.SENSE, word_senses(fresh) + sense_groups(scene, heard))
        yellow, orange, red = self._odds(
            {
                Side.TYPED: self._add(Side.TYPED, typed_groups(scene)),
                Side.WORDS: _total([in_words, *(found for found, _ in known)]),
                Side.SENSE: _total([in_sense, *(found for _, found in known)]),
            }
        )
        return Belief(yellow, orange, red, partial(self.telling, scene.words.norms))

    def telling(self, norms: list[str]) -> tuple[int, ...]:
        """Positions of the words that speak loudest for orange."""
        loudness = [self._loudness(norm) for norm in norms]
        loud = sorted(range(len(norms)), key=lambda i: -loudness[i])[:3]
        return tuple(i for i in sorted(loud) if loudness[i] > 0)

    def _loudness(self, word: str) -> float:
        if word in self._words:
            return sum(found[ORANGE] for found in self._words[word])
        column = self._seen[Side.WORDS][ORANGE]
        groups = word_groups([word]) + word_senses([word])
        return sum(value * sum(map(column.__getitem__, places)) for value, places in groups)

    def _odds(self, sides: dict[Side, Sum]) -> list[float]:
        """Yellow as everything says; orange and red as all judges say on average."""
        everything = self._judged(_total(list(sides.values())), slice(0, OUTPUTS))
        alarms = [everything[-SIDED:], *(self._judged(found, sided(side)) for side, found in sides.items())]
        return [*everything[:-SIDED], *(sum(odds) / len(alarms) for odds in zip(*alarms, strict=True))]

    def _judged(self, found: Sum, columns: slice) -> list[float]:
        length = sqrt(found[SEEN]) or 1.0
        sums = found[:OUTPUTS] if columns.start == 0 else found[OUTPUTS:SEEN]
        return [
            total * scale / length + offset
            for total, scale, offset in zip(sums, self._scales[columns], self._offsets[columns], strict=True)
        ]

    def _add(self, side: Side, groups: Iterable[Group]) -> Sum:
        columns = self._seen[side]
        sums = [0.0] * (SEEN + 1)
        for value, places in groups:
            if len(places) > 1:
                pick = itemgetter(*places)
                for number, column in enumerate(columns):
                    sums[number] += value * sum(pick(column))
            elif places:
                for number, column in enumerate(columns):
                    sums[number] += value * column[places[0]]
            sums[SEEN] += value * value * len(places)
        return tuple(sums)

    def _weighed(self, word: str) -> tuple[Sum, Sum]:
        """What a word adds to the words and to the sense; remembered for words of the lexicon only."""
        known = self._words.get(word)
        if known is None:
            known = self._add(Side.WORDS, word_groups([word])), self._add(Side.SENSE, word_senses([word]))
            if is_common_knowledge(word):
                self._words[word] = known
        return known


def sided(side: Side) -> slice:
    """The columns in which a side judges for itself."""
    start = OUTPUTS + SIDED * side
    return slice(start, start + SIDED)


def _total(sums: list[Sum]) -> Sum:
    return tuple(map(sum, zip(*sums, strict=True)))


@cache
def model() -> Model | None:
    """The packaged model, or ``None`` before the first training; rules work without it."""
    source = files("sebaya.detection").joinpath("data/weights.bin")
    return Model(source.read_bytes()) if source.is_file() else None
