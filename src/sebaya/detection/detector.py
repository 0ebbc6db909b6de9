"""Reading one text: words, concepts, rules and model become a finding."""

from collections.abc import Iterator

from sebaya.detection.context import Scene, lowered
from sebaya.detection.decision import MOST_CLUES, Heard, Reading, decide
from sebaya.detection.levels import NOTHING, Author, Finding
from sebaya.detection.lexicon import lexicon
from sebaya.detection.model import model
from sebaya.detection.normaliser import normalise
from sebaya.detection.rules import Match, RuleBook, conduct_book, rule_book

WINDOW = 3_000  # characters read at once, so that a pasted book costs time in proportion, not more
OVERLAP = 300
_AGAINST_OTHERS = frozenset({"violence_threat"})


def detect(text: str, author: Author = Author.UNKNOWN) -> Finding:
    """What ``text`` shows about danger. Never raises for any string; linear in its length."""
    if not text.strip():
        return NOTHING
    if len(text) <= WINDOW:
        return _read(text, 0, author)
    return _merged([_read(part, offset, author) for offset, part in _windows(text)])


def _windows(text: str) -> Iterator[tuple[int, str]]:
    for offset in range(0, len(text), WINDOW - OVERLAP):
        yield offset, text[offset : offset + WINDOW]


def _read(text: str, offset: int, author: Author) -> Finding:
    scene, heard = heard_in(text, author)
    if not len(scene.words):
        return NOTHING
    weights = model()
    belief = weights.read(scene, heard) if weights else None
    return decide(Reading(text, offset, scene, heard, belief))


def heard_in(text: str, author: Author) -> tuple[Scene, list[Heard]]:
    """The words of a text in their scene, and every rule that matched with its level in context."""
    rule_book()  # names the phrases of the patterns before the lexicon looks for them
    words = normalise(text)
    scene = Scene.of(words, lexicon().find(words), author, "?" in text)
    books: list[RuleBook] = [rule_book(), conduct_book()] if author.helps else [rule_book()]
    matches = (match for book in books for match in book.matches(words, scene.found))
    return scene, [(match, lowered(match, scene)) for match in matches if not _aims_at_self(match, scene)]


def _aims_at_self(match: Match, scene: Scene) -> bool:
    """ "bunuh diri" is no threat and no insult to another, whoever else the sentence names."""
    if match.rule.category not in _AGAINST_OTHERS:
        return False
    start, end = match.span
    killing = [span for span in scene.found.get("KILLS", ()) if start <= span[0] < end]
    own = scene.found.get("SUICIDE", ())
    return bool(killing) and all(any(s <= left < e for s, e in own) for left, _ in killing)


def _merged(findings: list[Finding]) -> Finding:
    top = max(findings, key=lambda finding: finding.level)
    clues = {(clue.code, clue.start, clue.end): clue for finding in findings for clue in finding.clues}
    ordered = sorted(clues.values(), key=lambda clue: (-clue.level, clue.start))
    adults_only = any(finding.adults_only for finding in findings)
    return Finding(top.level, top.category, tuple(ordered[:MOST_CLUES]), adults_only)
