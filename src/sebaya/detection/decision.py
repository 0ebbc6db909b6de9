"""From clues to one level: thresholds and topics in one visible place."""

from dataclasses import dataclass

from sebaya.detection.context import Scene
from sebaya.detection.levels import NOTHING, Clue, Finding, Level
from sebaya.detection.model import Belief
from sebaya.detection.rules import Match, Weight
from sebaya.detection.words.concepts_acts import ACTS
from sebaya.detection.words.concepts_signs import SIGNS

# Log-odds of the weighted clues, set on whole sets by other writers that the judges had not seen: the most recall
# with which each of the three sets keeps to one ordinary conversation in twenty with an alarm.
RED_FROM = -0.3
ORANGE_FROM = -0.9
# Where no concept of danger is named, likeness alone has to say more.
ORANGE_FROM_UNNAMED = 0.3
# Who writes this many words at once asks for help; everyday talk is short. The same doubt weighs less there.
LONG, LONG_NEEDS_LESS = 25, 0.6
YELLOW_FROM = 0.6
# A text that leans to red is an alarm already where the weights for orange alone still doubt.
RED_LEANS = -1.0
ORANGE_WHEN_RED_LEANS = -2.0
# Below this a rule that is not evidence is not believed for more than yellow.
HARMLESS_BELOW = -1.2
# A wish to be dead is believed longer: only where almost everything else says joke, lyrics or lesson.
HARMLESS_WISH_BELOW = -2.5
# Below this a red rule that is not evidence waits in orange.
NOT_RED_BELOW = -1.5

# Topics a peer thanks for and hands over, whatever the level (list of the safeguarding policy).
ADULTS_ONLY = frozenset(
    {
        "sexual", "exploitation", "image_abuse", "pregnancy", "abuse", "neglect_danger", "substance",
        "self_harm", "eating", "gambling_debt", "violence_threat", "hate",
    }
)  # fmt: skip
WEIGHTED = "weighted_words"
MOST_CLUES = 12  # an adult reads reasons, not an index

# Acts and signs that ordinary school talk is full of; they name no danger by themselves.
_EVERYDAY_SIGNS = frozenset(
    {
        "GOODNEWS", "PLANSCHOOL", "SMALLTALK", "SUPPORTIVE", "SICKNESS_ILL", "REPEATED", "SINCE", "ITSELF",
        "READY", "GIVEAWAY", "ALONE", "LIVE", "BODYPART", "ENDWORD", "HOSPITAL", "CLOTHES", "MOCK", "FINAL",
        "ERRAND", "WATER", "EDGE", "THIRDCRISIS", "BETTER_OFF", "SWALLOW", "PLANNED", "DETAILED_NUMBER",
        "OFFENDER", "REWARD", "CRYING", "VANISH", "GROUPHATE", "HIDDEN",
    }
)  # fmt: skip
_DANGER = frozenset(ACTS.keys() | SIGNS.keys()) - _EVERYDAY_SIGNS

Heard = tuple[Match, Level]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was heard in one window of text, before anything is decided."""

    text: str
    offset: int
    scene: Scene
    heard: list[Heard]
    belief: Belief | None


def decide(reading: Reading) -> Finding:
    clues = [_clue(reading, match, _level(reading, match, level)) for match, level in reading.heard]
    clues += _weighted_clues(reading, max((clue.level for clue in clues), default=Level.NONE))
    ordered = sorted((c for c in set(clues) if c.level), key=_weightiest)
    if not ordered:
        return NOTHING
    adults_only = any(c.category in ADULTS_ONLY and c.level >= Level.ORANGE for c in ordered)
    return Finding(ordered[0].level, ordered[0].category, tuple(_distinct(ordered)[:MOST_CLUES]), adults_only)


def _weightiest(clue: Clue) -> tuple[int, bool, bool, bool, int, int]:
    """Highest level first. Conduct of a helper goes before what else it sounds like, a rule before the
    weighted words, suicide before what comes with it; then in reading order.
    """
    loose = clue.code == WEIGHTED
    return -clue.level, clue.category != "conduct", loose, clue.category != "suicide", clue.start, -clue.end


def _level(reading: Reading, match: Match, level: Level) -> Level:
    """Soft rules bow to strong doubt; evidence of means, attempts or danger never does.

    Neither does the conduct of a helper: the rule of the programme decides that, not a likeness.
    """
    belief = reading.belief
    if belief is None or match.rule.weight is Weight.EVIDENCE or match.rule.category == "conduct":
        return level
    if belief.orange < (HARMLESS_WISH_BELOW if match.rule.category == "suicide" else HARMLESS_BELOW):
        return Level(min(level, Level.YELLOW if belief.yellow > 0 else Level.NONE))
    if level is Level.RED and belief.red < NOT_RED_BELOW:
        return Level.ORANGE
    return level


def believed(belief: Belief, named: bool, words: int = 0) -> Level:
    """What the weighted clues say on their own; ``named``: the text of so many words holds a concept of danger."""
    orange = belief.orange + (LONG_NEEDS_LESS if words >= LONG else 0.0)
    if belief.red >= RED_FROM and orange >= ORANGE_FROM:
        return Level.RED
    leans_to_red = belief.red >= RED_LEANS and orange >= ORANGE_WHEN_RED_LEANS
    if leans_to_red or orange >= (ORANGE_FROM if named else ORANGE_FROM_UNNAMED):
        return Level.ORANGE
    return Level.YELLOW if belief.yellow >= YELLOW_FROM else Level.NONE


def _weighted_clues(reading: Reading, ruled: Level) -> list[Clue]:
    """The words that spoke loudest, when they say more than the rules did."""
    if reading.belief is None:
        return []
    scene = reading.scene
    level = believed(reading.belief, not _DANGER.isdisjoint(scene.found), len(scene.words))
    if level <= ruled:
        return []
    words, category = scene.words, _theme(reading)
    spots = reading.belief.telling() or (0,)
    return [_spot(reading, category, level, words.starts[i], words.ends[i]) for i in spots]


def _theme(reading: Reading) -> str:
    """The category of the weighted clues: that of the highest rule, else the theme most touched."""
    heard = [(level, match.rule.category) for match, level in reading.heard if level]
    if heard:
        top = max(level for level, _ in heard)
        touched = [category for level, category in heard if level is top]
    else:
        touched = [match.rule.category for match, _ in reading.heard]
        touched += [theme for concept, theme in _THEMES.items() if concept in reading.scene.found]
    if "suicide" in touched:
        return "suicide"
    return max(touched, key=touched.count) if touched else "other"


_THEMES = {
    "DIE": "suicide", "SUICIDE": "suicide", "FAREWELL": "suicide", "PILLS": "suicide", "HEIGHT": "suicide",
    "CUTSELF": "self_harm", "BLADE": "self_harm", "HURTED": "abuse", "HURTS": "abuse", "TOUCHES": "sexual",
    "TOUCHED": "sexual", "RAPE": "sexual", "NUDES": "image_abuse", "SPREADS": "image_abuse",
    "BULLYING": "bullying", "SLUR": "hate", "DRUGS": "substance", "ALCOHOL": "substance", "FAT": "eating",
    "VOMIT": "eating", "VOICES": "psychosis", "PANIC": "panic", "PREGNANT": "pregnancy", "MARRY": "exploitation",
    "GAMBLE": "gambling_debt", "LOAN": "gambling_debt", "WEAPON": "violence_threat", "MISSING": "missing",
    "GRIEF": "grief", "FIGHT": "family", "ALONE": "loneliness", "BADFEEL": "low_mood", "PARTNER": "relationship",
}  # fmt: skip


def _clue(reading: Reading, match: Match, level: Level) -> Clue:
    words = reading.scene.words
    start, end = words.starts[match.span[0]], words.ends[match.span[1] - 1]
    return _spot(reading, match.rule.category, level, start, end, match.rule.code)


def _spot(reading: Reading, category: str, level: Level, start: int, end: int, code: str = WEIGHTED) -> Clue:
    offset = reading.offset
    return Clue(code, category, level, offset + start, offset + end, reading.text[start:end])


def _distinct(clues: list[Clue]) -> list[Clue]:
    """One clue per code and place: patterns of one rule often overlap."""
    kept: dict[tuple[str, int], Clue] = {}
    for clue in clues:
        kept.setdefault((clue.code, clue.start), clue)
    return list(kept.values())
