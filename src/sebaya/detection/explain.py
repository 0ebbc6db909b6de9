"""Plain words for every clue code, in both languages."""

import json
from functools import cache
from importlib.resources import files


class UnknownClue(KeyError):
    """Asked to explain a clue code that has no explanation."""


def explain(code: str, language: str) -> str:
    """What a clue code means, in ``id`` or ``en`` (anything else is read as Indonesian)."""
    try:
        texts = _explanations()[code]
    except KeyError as missing:
        raise UnknownClue(code) from missing
    return texts["en" if language.lower().startswith("en") else "id"]


def category_words(category: str, language: str) -> str:
    """What a category of clues is called, in ``id`` or ``en``; empty for one that is not known."""
    return _categories().get(category, {}).get("en" if language.lower().startswith("en") else "id", "")


@cache
def _categories() -> dict[str, dict[str, str]]:
    source = files("sebaya.detection").joinpath("data/categories.json")
    names: dict[str, dict[str, str]] = json.loads(source.read_text(encoding="utf-8"))
    return names


@cache
def _explanations() -> dict[str, dict[str, str]]:
    source = files("sebaya.detection").joinpath("data/explanations.json")
    texts: dict[str, dict[str, str]] = json.loads(source.read_text(encoding="utf-8"))
    return texts
