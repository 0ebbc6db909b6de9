"""Templates: no inline style or script, no word outside translation."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.house.rooms import files, short

TEMPLATES = tuple(
    path for path in files("*.html") if "gallery" not in path.parts
)  # examples of parts, with invented names
INLINE = {
    "style attribute": re.compile(r"<[^>]*\sstyle\s*="),
    "style element": re.compile(r"<style\b"),
    "script without src": re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*type=\"application/json\")"),
    "event attribute": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "address elsewhere": re.compile(r"(?:src|href|action)=\"(?:https?:)?//"),
}
TRANSLATED = re.compile(r"{%-?\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*-?%}", re.DOTALL)
COMMENTS = re.compile(r"{%\s*comment\b.*?endcomment\s*%}|{#.*?#}|<!--.*?-->", re.DOTALL)
TAGS = re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL)
SHOWN_ATTRIBUTE = re.compile(r"\b(?:title|alt|placeholder|aria-label|aria-description)=\"([^\"]*)\"")
ELEMENTS = re.compile(r"<[^>]*>|&#?\w+;", re.DOTALL)
LETTERS = re.compile(r"[^\W\d_]{2,}")
CODE = re.compile(r"<(script|style|svg|code)\b.*?</\1>", re.DOTALL)
NAMES = {"Sebaya", "Bahasa", "Indonesia", "English", "WhatsApp", "PIN", "NISN", "CSV", "XLSX", "PDF"}
SAID = re.compile(r"_\((?:\"[^\"]*\"|'[^']*')\)")
LITERAL = re.compile(r"\"([^\"]*)\"|'([^']*)'")
SENTENCE = re.compile(r"[^\W\d_]{2,} [^\W\d_]{2,}")
ELEMENT = re.compile(r"<\w[^<>]*>")
QUOTED_BLOCK = re.compile(r"=\"[^\"<>]*{%\s*block (\w+)")
BLOCK = re.compile(r"{%\s*block (\w+)")
WITHOUT_TRANSLATION = {
    "src/sebaya/ui/templates/ui/errors/413.html",
    "src/sebaya/ui/templates/ui/errors/500.html",
}  # shown when nothing works, or before anything does: both languages in one page
SPEAKING_TAGS = re.compile(
    r"{%-?\s*(?!translate|trans\b|blocktrans|url|static|include|extends|load|if|elif|with|for|block|cycle|now)(\w+)(.*?)%}"
)


def lines_of(path: Path, found: Iterator[re.Match[str]], text: str) -> list[str]:
    return [f"{short(path)}:{text.count(chr(10), 0, match.start()) + 1} {match[0].strip()[:60]}" for match in found]


@pytest.mark.parametrize("what", INLINE)
def test_nothing_inline(what):
    found = []
    for path in TEMPLATES:
        text = path.read_text(encoding="utf-8")
        found += lines_of(path, INLINE[what].finditer(text), text)

    assert found == []


@cache
def attribute_block() -> re.Pattern[str]:
    """Blocks that stand inside an element's tag hold attributes and names of styles, not words."""
    texts = [path.read_text(encoding="utf-8") for path in TEMPLATES]
    names = {name for text in texts for inside in ELEMENT.findall(text) for name in BLOCK.findall(inside)}
    names |= {name for text in texts for name in QUOTED_BLOCK.findall(text)}
    inner = r"(?:(?!{%\s*block ).)*?"
    return re.compile(r"{%\s*block (?:" + "|".join(sorted(names)) + r")\s*%}" + inner + r"endblock\s*%}", re.DOTALL)


def without_attributes(text: str) -> str:
    """From the innermost block outwards."""
    while (less := attribute_block().sub(" ", text)) != text:
        text = less
    return text


def untranslated(text: str) -> list[str]:
    """Words that stand in a template as they are. A heuristic: letters outside tags and variables."""
    text = without_attributes(text)
    for pattern in (COMMENTS, TRANSLATED, CODE, TAGS):
        text = pattern.sub(" ", text)
    shown = [*SHOWN_ATTRIBUTE.findall(text), ELEMENTS.sub(" ", text)]
    return [word for part in shown for word in LETTERS.findall(part) if word not in NAMES]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<p>Halo dunia</p>", ["Halo", "dunia"]),
        ('<p title="Halo">{{ name }}</p>', ["Halo"]),
        ('{% translate "Halo" %} {{ name|default:"x" }} &nbsp; <b class="x">–</b>', []),
        ("{% blocktranslate %}Halo <b>{{ x }}</b>{% endblocktranslate %}{# Halo #}<!-- Halo -->", []),
        ("Sebaya", []),
    ],
)
def test_search_finds_words_outside_translation(text, words):
    assert untranslated(text) == words


def test_no_word_outside_translation():
    found = {short(path): words for path in TEMPLATES if (words := untranslated(path.read_text(encoding="utf-8")))}

    assert {name: words for name, words in found.items() if name not in WITHOUT_TRANSLATION} == {}
    assert found.keys() >= WITHOUT_TRANSLATION


def spoken_literals(text: str) -> list[str]:
    """Literal sentences handed to a tag without `_()`: they would reach the page untranslated."""
    tags = [SAID.sub(" ", tag[2]) for tag in SPEAKING_TAGS.finditer(COMMENTS.sub(" ", text))]
    literals = [one or other for tag in tags for one, other in LITERAL.findall(tag)]
    return [literal for literal in literals if SENTENCE.search(literal)]


def test_search_finds_sentences_handed_to_tags():
    assert spoken_literals('{% button "Kirim pesan" %}{% button _("Kirim pesan") %}{% icon "arrow" %}') == [
        "Kirim pesan"
    ]


def test_no_sentence_is_handed_to_a_tag_untranslated():
    found = {short(path): words for path in TEMPLATES if (words := spoken_literals(path.read_text(encoding="utf-8")))}

    assert found == {}


TO_STUDENTS = re.compile(r"\b(?:[Kk]amu|[Aa]ku|(?:[Tt]ulisan|[Nn]ama|[Cc]erita|[Aa]kun|[Ss]andi)mu)\b")
TO_ADULTS = re.compile(r"Bapak/Ibu|\b[Aa]nda\b")


@pytest.mark.parametrize(("layout", "wrong"), [("ui/staff.html", TO_STUDENTS), ("ui/seeker.html", TO_ADULTS)])
def test_pages_address_their_reader(layout, wrong):
    """ "Kamu" to students, "Bapak/Ibu" to staff, also in what a page includes."""
    pages = [path for path in TEMPLATES if f'{{% extends "{layout}" %}}' in path.read_text("utf-8")]

    assert pages
    assert [short(path) for path in pages if wrong.search(path.read_text("utf-8"))] == []
