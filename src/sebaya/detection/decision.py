"""From clues to one level: thresholds and topics in one visible place."""

from sebaya.detection.context import Scene
from sebaya.detection.levels import NOTHING, Clue, Finding, Level
from sebaya.detection.normaliser import Words
from sebaya.detection.rules import Match

# Topics a peer thanks for and hands over, whatever the level (list of the safeguarding policy).
ADULTS_ONLY = frozenset(
    {"sexual", "exploitation", "image_abuse", "pregnancy", "abuse", "neglect_danger", "substance",
     "self_harm", "eating", "gambling_debt", "violence_threat", "hate"}
)
MOST_CLUES = 12


def decide(
    words: Words, scene: Scene, clues: list[Clue], matches: list[Match], text: str, offset: int
) -> Finding:
    if not clues:
        return NOTHING
    ordered = sorted(set(clues), key=lambda clue: (-clue.level, clue.start, -clue.end))
    top = ordered[0]
    level = top.level
    adults_only = any(c.category in ADULTS_ONLY and c.level >= Level.ORANGE for c in ordered)
    return Finding(level, top.category, tuple(_distinct(ordered)[:MOST_CLUES]), adults_only)


def _distinct(clues: list[Clue]) -> list[Clue]:
    """One clue per code and place: patterns of one rule often overlap."""
    kept: dict[tuple[str, int], Clue] = {}
    for clue in clues:
        kept.setdefault((clue.code, clue.start), clue)
    return list(kept.values())
