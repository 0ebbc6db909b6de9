"""Concepts: what a word stands for in the rules.

An entry is a canonical word, a phrase joined by ``_``, a root somebody does (``>pukul``: memukul,
mukulin …) or a root somebody suffers (``<pukul``: dipukul, kepukul …).
"""

from sebaya.detection.words.concepts_acts import ACTS
from sebaya.detection.words.concepts_context import CONTEXT
from sebaya.detection.words.concepts_people import PEOPLE
from sebaya.detection.words.concepts_signs import SIGNS

CONCEPTS: dict[str, str] = {**PEOPLE, **ACTS, **CONTEXT, **SIGNS}
