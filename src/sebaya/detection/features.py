"""What the weighted clues look at: words, pieces of words, concepts, their order, fired rules.

Training and reading use this one definition, so a weight always means the same thing. Values are
counted per distinct word; pieces of words let "dipukulin" learn from "dipukul".
"""

from collections.abc import Iterable
from functools import cache
from zlib import crc32

from sebaya.detection.context import Scene
from sebaya.detection.levels import Level
from sebaya.detection.lexicon import lexicon
from sebaya.detection.rules import Match
from sebaya.detection.vocabulary import vocabulary

BUCKETS = 1 << 18
PAIR_REACH = 8  # words between two concepts that still speak about each other
PAIRS_EACH = 14

# How much each kind of clue may say; found by cross-validation. Rules speak softly here: they were
# written beside the first corpus and sound surer there than on new messages.
WORD, NEIGHBOURS, PIECE, CONCEPT, PAIR, RULE, RULE_LEVEL, MARK, VOICE = (
    1.0,
    0.7,
    0.3,
    0.9,
    0.5,
    0.3,
    0.4,
    0.5,
    0.6,
)

Feature = tuple[int, float]  # bucket and value


def bucket(name: str) -> int:
    return crc32(name.encode()) & (BUCKETS - 1)


_PIECES = crc32(b"k:")  # the hash goes on from here, as if every piece began with it


def piece_buckets(word: str) -> set[int]:
    framed = f"<{word}>".encode()
    size = len(framed)
    return {
        crc32(framed[i : i + length], _PIECES) & (BUCKETS - 1) for length in (3, 4, 5) for i in range(size - length + 1)
    }


def word_features(word: str) -> list[Feature]:
    concepts = [(bucket("c:" + concept), CONCEPT) for concept in lexicon().words.get(word, ())]
    return [(bucket("w:" + word), WORD), *((piece, PIECE) for piece in piece_buckets(word)), *concepts]


def neighbour_feature(first: str, second: str) -> Feature:
    return bucket(f"b:{first} {second}"), NEIGHBOURS


@cache
def pair_feature(first: str, second: str) -> Feature:
    return bucket(f"p:{first}>{second}"), PAIR


def phrase_features(scene: Scene) -> list[Feature]:
    """Concepts that are phrases; single words bring theirs along in ``word_features``."""
    return [
        (bucket("c:" + symbol), CONCEPT)
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


def rule_features(heard: Iterable[tuple[Match, Level]]) -> list[Feature]:
    names: dict[str, float] = {}
    for match, level in heard:
        names[f"r:{match.rule.code}:{level.code}"] = RULE
        names[f"R:{level.code}"] = RULE_LEVEL
    return [(bucket(name), value) for name, value in names.items()]


def voice_features(scene: Scene) -> list[Feature]:
    """The same word means another thing from a helper: "ketemu", "nomor", "rahasia".

    A seeker has no voice of their own here: whoever asks for help and whoever is unknown are heard alike.
    """
    if not scene.author.helps:
        return []
    return [(bucket(f"h:{word}"), VOICE) for word in dict.fromkeys(scene.words.norms)]


def mark_features(scene: Scene) -> list[Feature]:
    names = [f"len:{min(6, len(scene.words) // 8)}"]
    if scene.asks:
        names.append("asks")
    if scene.author.helps:
        names.append("helps")
    return [(bucket(name), MARK) for name in names]


def is_common_knowledge(word: str) -> bool:
    """Only words of the lexicon may be remembered between messages; a message leaves no trace."""
    return word in vocabulary().canon


def neighbours(norms: list[str]) -> tuple[list[str], list[str]]:
    """First and second words of every different pair of neighbours."""
    both = dict.fromkeys(zip(norms, norms[1:], strict=False))
    return [first for first, _ in both], [second for _, second in both]


def text_features(scene: Scene, heard: Iterable[tuple[Match, Level]]) -> list[Feature]:
    """What belongs to the text as a whole."""
    return phrase_features(scene) + rule_features(heard) + mark_features(scene) + voice_features(scene)


def all_features(scene: Scene, heard: Iterable[tuple[Match, Level]]) -> list[Feature]:
    """Everything, for training."""
    norms = scene.words.norms
    features = [feature for word in dict.fromkeys(norms) for feature in word_features(word)]
    features += map(neighbour_feature, *neighbours(norms))
    features += [pair_feature(*both) for both in pairs(scene)]
    return features + text_features(scene, heard)
