"""Every word that a person sees is Indonesian in the code and has its English in the catalogue."""

import json
import re

import pytest

from sebaya.ui.assets import HERE

CATALOGUE = json.loads((HERE / "messages_en.json").read_text("utf-8"))
IN_PYTHON = re.compile(r'(?:\b_|gettext_lazy)\(\s*"((?:[^"\\]|\\.)+)"')
IN_TEMPLATES = re.compile(r"""translate\s+(["'])(.+?)\1""")
IN_TAGS = re.compile(r'_\("(.+?)"\)')
IN_BLOCKS = re.compile(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)


def used():
    """All message ids of this room."""
    found = set()
    for path in HERE.rglob("*.py"):
        found |= set(IN_PYTHON.findall(path.read_text("utf-8")))
    for path in HERE.rglob("*.html"):
        text = path.read_text("utf-8")
        found |= {match[1] for match in IN_TEMPLATES.findall(text)} | set(IN_TAGS.findall(text))
        found |= {re.sub(r"{{ (\w+) }}", r"%(\1)s", block) for block in IN_BLOCKS.findall(text)}
    return found


def test_catalogue_has_exactly_the_words_in_use():
    assert used() == set(CATALOGUE)


@pytest.mark.parametrize("indonesian", sorted(CATALOGUE))
def test_translation_keeps_places_and_tone(indonesian):
    english = CATALOGUE[indonesian]

    assert english
    assert re.findall(r"%\(\w+\)s", english).sort() == re.findall(r"%\(\w+\)s", indonesian).sort()
    assert "!" not in english + indonesian


def test_scripts_carry_no_words_of_their_own():
    for name in ("app.js", "live.js", "sound.js"):
        code = (HERE / "static" / "ui" / name).read_text("utf-8")
        strings = re.findall(r'"([^"\n]*)"', re.sub(r"//.*", "", code))
        assert not [s for s in strings if re.fullmatch(r"[A-Z][a-z]+( [a-z]+)+.*", s)], name


@pytest.mark.parametrize("path", sorted(HERE.rglob("*.html")), ids=lambda path: path.name)
def test_template_has_no_inline_style_or_script(path):
    text = path.read_text("utf-8")

    assert not re.search(r'\sstyle="|<style|\son\w+="|<script(?![^>]*src=)', text)
