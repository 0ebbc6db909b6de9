"""Where concepts occur in a text: single words and fixed phrases, looked up in tables."""

from functools import cache

from sebaya.detection.normaliser import Words
from sebaya.detection.vocabulary import vocabulary, written_forms
from sebaya.detection.words.concepts import CONCEPTS

Span = tuple[int, int]  # word positions, the second one excluded
Occurrences = dict[str, list[Span]]  # concept or word → where


class Lexicon:
    """Concepts by canonical word, and phrases by their first word."""

    def __init__(self) -> None:
        self.words: dict[str, tuple[str, ...]] = {}
        self._named: set[str] = set()
        self.phrases: dict[str, dict[str, list[tuple[tuple[str, ...], str]]]] = {}  # first word, second word
        canon = vocabulary().canon
        for concept, entries in CONCEPTS.items():
            for entry in entries.split():
                for form in written_forms(entry):
                    self._learn(concept, [canon.get(word, word) for word in form.split("_")])

    def _learn(self, concept: str, words: list[str]) -> None:
        if len(words) == 1:
            known = self.words.get(words[0], ())
            if concept not in known:
                self.words[words[0]] = (*known, concept)
            return
        followers = self.phrases.setdefault(words[0], {})
        followers.setdefault(words[1], []).append((tuple(words[1:]), concept))

    def name(self, literal: str) -> str:
        """The symbol of a literal word or ``word_word`` phrase in a pattern, made known if it is new."""
        canon = vocabulary().canon
        if "_" not in literal:
            return canon.setdefault(literal, literal)
        words = [canon.setdefault(word, word) for word in literal.split("_")]
        symbol = "_".join(words)
        if symbol not in self._named:
            self._named.add(symbol)
            self._learn(symbol, words)
        return symbol

    def find(self, words: Words) -> Occurrences:
        """Every word and concept of the text with its positions, in order."""
        found: Occurrences = {}
        norms = words.norms
        concepts, phrases = self.words, self.phrases
        for position, norm in enumerate(norms):
            span = (position, position + 1)
            found.setdefault(norm, []).append(span)
            if norm in concepts:
                for concept in concepts[norm]:
                    found.setdefault(concept, []).append(span)
            if norm in phrases:
                following = norms[position + 1] if position + 1 < len(norms) else ""
                for rest, concept in phrases[norm].get(following, ()):
                    end = position + 1 + len(rest)
                    if tuple(norms[position + 1 : end]) == rest:
                        found.setdefault(concept, []).append((position, end))
        return found


@cache
def lexicon() -> Lexicon:
    return Lexicon()
