"""Which written forms exist and which canonical word each one means."""

import re
from functools import cache

from sebaya.detection.words.concepts import CONCEPTS
from sebaya.detection.words.everyday import EVERYDAY
from sebaya.detection.words.forms import active_forms, passive_forms
from sebaya.detection.words.slang import SPELLINGS

# Only tokens that hold one of these are worth taking apart; the rest are names and links.
RUN_TOGETHER_CORE = re.compile(
    r"mati|bunuh|bundir|hidup|idup|pen?gen|pgn|dunia|pergi|ilang|hilang|capek|cape|lelah|silet|die|kill|"
    r"dead|suicide|nyerah|tidur|sakit|takut|mukul|pukul|tolong|help|gantung|diri|obat"
)
_MASKABLE = [
    "bundir",
    "bunuh",
    "mati",
    "suicide",
    "kill",
    "die",
    "silet",
    "perkosa",
    "diperkosa",
    "memperkosa",
    "cutting",
    "ngentot",
    "kontol",
    "memek",
    "anjing",
    "bugil",
    "telanjang",
    "hamil",
    "aborsi",
    "gantung",
    "narkoba",
    "sabu",
    "ganja",
    "porn",
    "bokep",
    "sange",
    "coli",
    "colmek",
    "seks",
    "sex",
    "rape",
    "raped",
    "darah",
    "pisau",
    "overdosis",
    "mampus",
    "dipukul",
    "dipukulin",
    "pukul",
    "hidup",
    "setan",
    "bangsat",
    "goblok",
    "tolol",
]


class Vocabulary:
    """``canon``: written form → canonical word; ``pieces``: forms allowed inside a run-together word."""

    def __init__(self) -> None:
        self.canon: dict[str, str] = {}
        self._learn_concepts()
        for word in EVERYDAY.split():
            self.canon.setdefault(word, word)
        for canonical, spellings in SPELLINGS.items():
            self.canon[canonical] = canonical
            for spelling in spellings.split():
                self.canon[spelling] = canonical
        self.pieces = frozenset(form for form in self.canon if len(form) > 1)
        self._masked = {form: self.canon.get(form, form) for form in _MASKABLE}

    def _learn_concepts(self) -> None:
        for entries in CONCEPTS.values():
            for entry in entries.split():
                for form in written_forms(entry):
                    for word in form.split("_"):
                        self.canon.setdefault(word, word)

    def unmask(self, raw: str) -> str | None:
        """ "b*ndir": the first word of weight that fits the visible letters."""
        if not any(char.isalnum() for char in raw):
            return None
        shape = re.compile(re.escape(raw).replace(r"\*", "."))
        for form, canonical in self._masked.items():
            if shape.fullmatch(form):
                return canonical
        return None


def written_forms(entry: str) -> list[str]:
    """A lexicon entry is a word, a phrase with ``_``, or a root: ``>pukul`` does it, ``<pukul`` suffers it."""
    if entry[0] == ">":
        return active_forms(entry[1:])
    if entry[0] == "<":
        return passive_forms(entry[1:])
    return [entry]


@cache
def vocabulary() -> Vocabulary:
    return Vocabulary()
