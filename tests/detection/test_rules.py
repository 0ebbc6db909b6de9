import json
from importlib.resources import files

import pytest

from sebaya.detection import explain
from sebaya.detection.explain import UnknownClue
from sebaya.detection.patterns import parse
from sebaya.detection.rules import conduct_book, rule_book
from sebaya.detection.words.concepts import CONCEPTS
from sebaya.detection.words.forms import active_forms, passive_forms

RULES = [*rule_book().rules, *conduct_book().rules]
CODES = {rule.code for rule in RULES} | {"weighted_words"}


def test_explanations_are_complete_and_hold_nothing_else():
    source = files("sebaya.detection").joinpath("data/explanations.json").read_text(encoding="utf-8")
    assert set(json.loads(source)) == CODES


@pytest.mark.parametrize("code", sorted(CODES))
def test_explain_speaks_both_languages(code):
    indonesian, english = explain(code, "id"), explain(code, "en-GB")
    assert len({indonesian, english, ""}) == 3


def test_explain_unknown_code_is_an_error():
    with pytest.raises(UnknownClue):
        explain("no_such_clue", "id")


def test_rule_codes_are_unique():
    assert len({rule.code for rule in RULES}) == len(RULES)


def test_patterns_name_only_known_concepts():
    named = {
        symbol
        for rule in RULES
        for pattern in rule.patterns
        for symbols in [
            *(alternatives for part in pattern.parts for _, alternatives in part),
            pattern.near,
            pattern.anywhere,
        ]
        for symbol in symbols
        if symbol.isupper()
    }
    assert named - set(CONCEPTS) == set()


def test_parse_reads_gaps_guards_and_joins():
    pattern = parse("WISH ~3 DIE !THING & aku !!FICTION")
    gaps = [gap for part in pattern.parts for gap, _ in part]
    assert gaps == [2, 3, 2]
    assert (pattern.near, pattern.anywhere) == ({"THING"}, {"FICTION"})


@pytest.mark.parametrize(
    ("root", "form"),
    [
        ("pukul", "memukul"),
        ("pukul", "mukulin"),
        ("tampar", "nampar"),
        ("kunci", "ngunci"),
        ("siksa", "menyiksa"),
        ("bunuh", "membunuh"),
        ("ancam", "mengancam"),
        ("lempar", "melempar"),
    ],
)
def test_active_forms_follow_the_nasal(root, form):
    assert form in active_forms(root)


def test_passive_forms_hold_spoken_endings():
    assert {"dipukul", "dipukulin", "kepukul"} <= set(passive_forms("pukul"))
