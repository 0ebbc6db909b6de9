"""What the weighted clues look at, from three sides: the text as typed, its words, what they mean.

Training and reading use this one definition, so a weight always means the same thing. A feature is counted
once per message; pieces of words let "dipukulin" learn from "dipukul", meanings let "laundry" learn from "wash".
"""

from collections.abc import Callable, Collection, Iterable
from enum import IntEnum
from functools import cache
from zlib import crc32

from sebaya.detection.context import Scene
from sebaya.detection.levels import Level
from sebaya.detection.lexicon import lexicon
from sebaya.detection.rules import Match
from sebaya.detection.vocabulary import vocabulary
from sebaya.detection.words.meanings import MEANINGS

BUCKETS = 1 << 18
PAIR_REACH = 8  # words between two concepts that still speak about each other
PAIRS_EACH = 14
MEANING_REACH = 5
MEANINGS_EACH = 9

# How much each kind of clue may say; found by cross-validation. Rules speak softly here: they were
# written beside the first corpus and sound surer there than on new messages.
TYPED, TYPED_NEIGHBOURS = 0.6, 0.5
WORD, NEIGHBOURS, PIECE, VOICE = 0.7, 0.7, 0.3, 0.6
CONCEPT, PAIR, AROUND, MEANING, MEANING_PAIR = 0.9, 0.5, 0.5, 0.7, 0.4
RULE, RULE_LEVEL, MARK = 0.3, 0.4, 0.5


class Side(IntEnum):
    """From where a text is looked at. Every side is also a judge of its own (see ``model``)."""

    TYPED = 0
    WORDS = 1
    SENSE = 2


Group = tuple[float, list[int]]  # what each of these buckets counts for
Sides = dict[Side, list[Group]]


def bucket(name: str) -> int:
    return crc32(name.encode()) & (BUCKETS - 1)


def follower(prefix: str) -> Callable[[str], int]:
    """The bucket of ``prefix`` and a name, with the hash of the prefix taken once."""
    begun = crc32(prefix.encode())
    return lambda name: crc32(name.encode(), begun) & (BUCKETS - 1)


_PIECES, _MASK = crc32(b"k:"), BUCKETS - 1  # most of the work: written out where the others are told short
_word, _helper, _concept = follower("w:"), follower("h:"), follower("c:")
_typed, _typed_two, _two, _meaning = follower("q:"), follower("Q:"), follower("b:"), follower("m:")


@cache
def meanings() -> dict[str, tuple[str, ...]]:
    """Canonical word → what it is about."""
    canon = vocabulary().canon
    found: dict[str, tuple[str, ...]] = {}
    for meaning, words in MEANINGS.items():
        for word in words.split():
            known = found.get(canon.get(word, word), ())
            if meaning not in known:
                found[canon.get(word, word)] = (*known, meaning)
    return found


def typed_groups(scene: Scene) -> list[Group]:
    """The tokens as they were typed, signs too, and which two follow each other."""
    tokens = scene.words.written
    return [
        (TYPED, list(map(_typed, dict.fromkeys(tokens)))),
        (TYPED_NEIGHBOURS, _each_two(_typed_two, tokens)),
    ]


def _each_two(place: Callable[[str], int], words: list[str]) -> list[int]:
    return [place(f"{first} {second}") for first, second in dict.fromkeys(zip(words, words[1:], strict=False))]


def pieces(word: str) -> set[int]:
    framed = f"<{word}>".encode()
    size = len(framed)
    return {crc32(framed[i : i + n], _PIECES) & _MASK for n in (3, 4, 5) for i in range(size - n + 1)}


def word_groups(words: Collection[str]) -> list[Group]:
    """Different words, seen from the side of the words."""
    return [(WORD, [_word(word) for word in words]), (PIECE, [piece for word in words for piece in pieces(word)])]


def word_senses(words: Collection[str]) -> list[Group]:
    """Different words, seen from the side of the sense."""
    concepts, known = lexicon().words, meanings()
    return [
        (CONCEPT, [_concept(concept) for word in words for concept in concepts.get(word, ())]),
        (MEANING, [_meaning(meaning) for word in words for meaning in known.get(word, ())]),
    ]


def order_groups(scene: Scene) -> list[Group]:
    """Which two words follow each other. And the same word means another thing from a helper: "ketemu", "nomor".

    A seeker has no voice of their own here: whoever asks for help and whoever is unknown are heard alike.
    """
    norms = scene.words.norms
    voice = list(map(_helper, dict.fromkeys(norms))) if scene.author.helps else []
    return [(NEIGHBOURS, _each_two(_two, norms)), (VOICE, voice)]


def sense_groups(scene: Scene, heard: Iterable[tuple[Match, Level]]) -> list[Group]:
    """What the text as a whole says: phrases, concepts and meanings near each other, rules, its manner."""
    codes, levels = _rules(heard)
    return [
        (CONCEPT, _phrases(scene)),
        (PAIR, [_pair(first, second) for first, second in pairs(scene)]),
        (AROUND, _around(scene)),
        (MEANING_PAIR, [_meaning_pair(first, second) for first, second in meaning_pairs(scene)]),
        (RULE, codes),
        (RULE_LEVEL, levels),
        (MARK, _marks(scene)),
    ]


def _phrases(scene: Scene) -> list[int]:
    """Concepts that are phrases; single words bring theirs along in ``word_senses``."""
    return [
        _concept(symbol)
        for symbol, spans in scene.found.items()
        if symbol.isupper() and any(end - start > 1 for start, end in spans)
    ]


def pairs(scene: Scene) -> list[tuple[str, str]]:
    """Concepts that stand near each other, in their order, each pair once."""
    places = sorted([(spans[0][0], name) for name, spans in scene.found.items() if name.isupper()])
    near: list[tuple[str, str]] = []
    for index, (start, first) in enumerate(places):
        for other, second in places[index + 1 : index + PAIRS_EACH]:
            if other - start > PAIR_REACH:
                break
            near.append((first, second))
    return near


@cache
def _pair(first: str, second: str) -> int:
    return bucket(f"p:{first}>{second}")


def meaning_pairs(scene: Scene) -> dict[tuple[str, str], None]:
    """Different meanings that stand near each other, in their order, each pair once."""
    known = meanings()
    places = [(i, name) for i, word in enumerate(scene.words.norms) for name in known.get(word, ())]
    near: dict[tuple[str, str], None] = {}
    for index, (start, first) in enumerate(places):
        for other, second in places[index + 1 : index + 1 + MEANINGS_EACH]:
            if other - start > MEANING_REACH:
                break
            if other > start and first != second:
                near[first, second] = None
    return near


@cache
def _meaning_pair(first: str, second: str) -> int:
    return bucket(f"M:{first}>{second}")


def _around(scene: Scene) -> list[int]:
    """Concepts and meanings with the words beside them: who is hit, what is bought, what never comes back."""
    norms = ["", *scene.words.norms, "", ""]
    concepts, known = lexicon().words, meanings()
    names: dict[str, None] = {}
    for before, word, after, later in zip(norms, norms[1:], norms[2:], norms[3:], strict=False):
        for concept in concepts.get(word, ()):
            names[f"x:{concept}<{before}"] = names[f"x:{concept}>{after}"] = None
        for meaning in known.get(word, ()):
            names[f"X:{before}>{meaning}"] = names[f"X:{meaning}<{after}"] = names[f"Y:{meaning}<{later}"] = None
    return list(map(bucket, names))


def _rules(heard: Iterable[tuple[Match, Level]]) -> tuple[list[int], list[int]]:
    codes: dict[str, None] = {}
    levels: dict[str, None] = {}
    for match, level in heard:
        codes[f"r:{match.rule.code}:{level.code}"] = levels[f"R:{level.code}"] = None
    return list(map(bucket, codes)), list(map(bucket, levels))


def _marks(scene: Scene) -> list[int]:
    names = [f"len:{min(6, len(scene.words) // 8)}"]
    if scene.asks:
        names.append("asks")
    if scene.author.helps:
        names.append("helps")
    return list(map(bucket, names))


def is_common_knowledge(word: str) -> bool:
    """Only words of the lexicon may be remembered between messages; a message leaves no trace."""
    return word in vocabulary().canon


def all_groups(scene: Scene, heard: Iterable[tuple[Match, Level]]) -> Sides:
    """Everything, for training; reading adds up the same."""
    words = dict.fromkeys(scene.words.norms)
    return {
        Side.TYPED: typed_groups(scene),
        Side.WORDS: word_groups(words) + order_groups(scene),
        Side.SENSE: word_senses(words) + sense_groups(scene, heard),
    }
