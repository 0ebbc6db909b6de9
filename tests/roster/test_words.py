"""Every word of the roster and of the papers is Indonesian in the code and has its English."""

import json
import re
from pathlib import Path

import pytest

import sebaya

HOUSE = Path(sebaya.__file__).parent
ROSTER, PAPERS = HOUSE / "accounts" / "roster", HOUSE / "papers"
SOURCES = {
    ROSTER: [*ROSTER.glob("*.py"), *(HOUSE / "accounts/templates/accounts/roster").glob("*.html")],
    PAPERS: [*PAPERS.glob("*.py")],
}
IN_PYTHON = re.compile(r'\b_\(\s*((?:"(?:[^"\\]|\\.)+"\s*)+)')
IN_TEMPLATES = re.compile(r"""{% translate\s+(["'])(.+?)\1""")
IN_BLOCKS = re.compile(r"{% blocktranslate[^%]*%}(.*?){% endblocktranslate %}", re.DOTALL)


def catalogue(room: Path) -> dict[str, str]:
    return json.loads((room / "messages_en.json").read_text("utf-8"))


def used(room: Path) -> set[str]:
    text = "\n".join(path.read_text("utf-8") for path in SOURCES[room])
    found = {"".join(re.findall(r'"((?:[^"\\]|\\.)+)"', parts)) for parts in IN_PYTHON.findall(text)}
    found |= {match[1] for match in IN_TEMPLATES.findall(text)}
    return found | {re.sub(r"{{ (\w+) }}", r"%(\1)s", block) for block in IN_BLOCKS.findall(text)}


@pytest.mark.parametrize("room", SOURCES, ids=lambda room: room.name)
def test_catalogue_has_exactly_the_words_in_use(room):
    assert used(room) == set(catalogue(room))


@pytest.mark.parametrize("room", SOURCES, ids=lambda room: room.name)
def test_translation_keeps_places_and_tone(room):
    for indonesian, english in catalogue(room).items():
        assert english
        assert sorted(re.findall(r"%\(\w+\)s", english)) == sorted(re.findall(r"%\(\w+\)s", indonesian))
        assert "!" not in english + indonesian
