"""Reading one text: words, concepts, rules and model become a finding."""

from collections.abc import Iterator

from sebaya.detection.context import Scene, lowered
from sebaya.detection.decision import decide
from sebaya.detection.levels import NOTHING, Author, Clue, Finding, Level
from sebaya.detection.lexicon import lexicon
from sebaya.detection.normaliser import Words, normalise
from sebaya.detection.rules import Match, RuleBook, conduct_book, rule_book

WINDOW = 3_000  # characters read at once, so that a pasted book costs time in proportion, not more
OVERLAP = 300


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
    rule_book()  # names the phrases of the patterns before the lexicon looks for them
    words = normalise(text)
    if not len(words):
        return NOTHING
    found = lexicon().find(words)
    scene = Scene.of(words, found, author, "?" in text)
    heard = [(match, lowered(match, scene)) for match in _matches(words, scene)]
    clues = [_clue(match, level, text, offset, words) for match, level in heard if level > Level.NONE]
    return decide(words, scene, clues, [match for match, _ in heard], text, offset)


def _matches(words: Words, scene: Scene) -> Iterator[Match]:
    books: list[RuleBook] = [rule_book()]
    if scene.author.helps:
        books.append(conduct_book())
    for book in books:
        yield from book.matches(words, scene.found)


def _clue(match: Match, level: Level, text: str, offset: int, words: Words) -> Clue:
    start, end = words.starts[match.span[0]], words.ends[match.span[1] - 1]
    return Clue(match.rule.code, match.rule.category, level, offset + start, offset + end, text[start:end])


def _merged(findings: list[Finding]) -> Finding:
    top = max(findings, key=lambda finding: finding.level)
    clues = {(clue.code, clue.start, clue.end): clue for finding in findings for clue in finding.clues}
    ordered = sorted(clues.values(), key=lambda clue: (-clue.level, clue.start))
    adults_only = any(finding.adults_only for finding in findings)
    return Finding(top.level, top.category, tuple(ordered[:MOST_CLUES]), adults_only)


MOST_CLUES = 12  # an adult reads reasons, not an index
