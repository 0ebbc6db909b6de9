"""What surrounds a match: negation, joke, story, past, and whom it speaks to.

Context lowers the order of a match. It never takes evidence (means, attempts, danger) below orange:
"bercanda kok, tapi udah beli obatnya" stays a matter for an adult today.
"""

from bisect import bisect_left
from dataclasses import dataclass

from sebaya.detection.levels import Author, Level
from sebaya.detection.lexicon import Occurrences, Span
from sebaya.detection.normaliser import Words
from sebaya.detection.rules import Match, Weight

NEGATION_REACH = 3  # words before a match in which a "tidak" speaks about it
STORY_REACH = 14
CAUSE_REACH = 9
_SPEECH = frozenset({"harassment", "conduct"})  # addressed to "kamu" by nature

# Steps down per kind of context, for statements. A theme (hint) falls with any of them.
_STEPS = {
    "negated": 2,
    "joke": 2,
    "exaggerated": 2,
    "story": 2,
    "addressed": 3,
    "general": 2,
    "past": 1,
    "unreal": 1,
}
# Evidence is stubborn: only stories and words to somebody else's ears count, and never below orange.
_EVIDENCE_STEPS = {"negated": 1, "story": 1, "addressed": 3, "past": 1, "general": 1}


@dataclass(slots=True)
class Scene:
    """Positions that matter for context, gathered once for a text."""

    words: Words
    found: Occurrences
    author: Author
    asks: bool  # the text holds a question mark
    pronouns: list[tuple[int, str]]

    @classmethod
    def of(cls, words: Words, found: Occurrences, author: Author, asks: bool) -> "Scene":
        pronouns = [(start, who) for who in ("ME", "YOU", "HE") for start, _ in found.get(who, ())]
        return cls(words, found, author, asks, sorted(pronouns))

    def near(self, symbol: str, span: Span, reach: int) -> bool:
        low, high = span[0] - reach, span[1] + reach
        return any(low <= start < high for start, _ in self.found.get(symbol, ()))

    def before(self, symbol: str, position: int, reach: int) -> bool:
        """The symbol occurs in the last ``reach`` words before ``position``, in the same sentence."""
        sentences = self.words.sentences
        return any(
            position - reach <= start < position and sentences[start] == sentences[position]
            for start, _ in self.found.get(symbol, ())
        )

    def subject(self, span: Span) -> str | None:
        """Who the match speaks about: the last pronoun before its end, else the first after it."""
        sentences = self.words.sentences
        number = sentences[span[0]]
        index = bisect_left(self.pronouns, (span[1], ""))
        if index and sentences[self.pronouns[index - 1][0]] == number:
            return self.pronouns[index - 1][1]
        if index < len(self.pronouns) and sentences[self.pronouns[index][0]] == number:
            return self.pronouns[index][1]
        return None


def lowered(match: Match, scene: Scene) -> Level:
    """The level of a match after its surroundings are heard."""
    level, weight = match.rule.level, match.rule.weight
    circumstances = list(_circumstances(match, scene))
    if weight is Weight.HINT:
        return Level.NONE if circumstances else level
    stubborn = weight in (Weight.EVIDENCE, Weight.SIGN)
    steps = _EVIDENCE_STEPS if stubborn else _STEPS
    down = max((steps.get(name, 0) for name in circumstances), default=0)
    floor = Level.NONE
    if stubborn and "addressed" not in circumstances:
        floor = Level.ORANGE
    return Level(max(floor, level - down))


def _circumstances(match: Match, scene: Scene) -> list[str]:
    names = []
    if _addressed(match, scene):
        names.append("addressed")
    if scene.author.helps and match.rule.category not in _SPEECH and _general(match, scene):
        names.append("general")
    if _negated(match, scene):
        names.append("negated")
    if _told(match, scene):
        names.append("story")
    names += _exaggeration(match, scene)
    if match.rule.level is Level.RED and _long_ago(match, scene):
        names.append("past")
    return names


def _addressed(match: Match, scene: Scene) -> bool:
    """A question or an assurance to "kamu" is the talk of somebody who helps."""
    if match.rule.category in _SPEECH or scene.subject(match.span) != "YOU":
        return False
    return scene.author.helps or scene.asks or "OFFERHELP" in scene.found


def _general(match: Match, scene: Scene) -> bool:
    """Teaching about a theme names nobody: no "aku", no "dia", no friend in the sentence."""
    number = scene.words.sentences[match.span[0]]
    return not any(
        scene.words.sentences[start] == number
        for symbol in ("ME", "HE", "FRIEND", "CHARGE", "KIN")
        for start, _ in scene.found.get(symbol, ())
    )


def _negated(match: Match, scene: Scene) -> bool:
    if match.pattern.negating:
        return False
    reach = NEGATION_REACH + (scene.author.helps and 2)
    return scene.before("NEG", match.span[0], reach)


def _told(match: Match, scene: Scene) -> bool:
    return scene.near("FICTION", match.span, STORY_REACH) or scene.near("GAME", match.span, STORY_REACH)


def _exaggeration(match: Match, scene: Scene) -> list[str]:
    names = []
    if "LAUGH" in scene.found:
        names.append("joke")
    themes = [theme for theme in ("SCHOOLWORK", "MUNDANE") if scene.near(theme, match.span, CAUSE_REACH)]
    if themes and scene.near("CAUSE", match.span, CAUSE_REACH):
        names.append("exaggerated")
    elif themes or scene.near("NOTREAL", match.span, CAUSE_REACH):
        names.append("unreal")
    return names


def _long_ago(match: Match, scene: Scene) -> bool:
    fresh = "RIGHTNOW" in scene.found or "SOON" in scene.found
    return not fresh and scene.near("PAST", match.span, CAUSE_REACH)
