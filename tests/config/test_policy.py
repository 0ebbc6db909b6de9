"""The policy files as data: whole, in both languages, and the same codes as the programme's."""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import pytest

from sebaya.config.checks import CLASSES, policy
from sebaya.detection import words
from sebaya.detection.decision import ADULTS_ONLY
from sebaya.flags.models import Level


@pytest.fixture(scope="module")
def safeguarding() -> dict[str, Any]:
    return policy("safeguarding")


def detected() -> set[tuple[str, str]]:
    """(level, category) of every rule of the detector."""
    modules = [import_module(f"{words.__name__}.{module.name}") for module in iter_modules(words.__path__)]
    return {(rule[2], rule[1]) for module in modules for rule in getattr(module, "RULES", [])}


def test_levels_are_those_of_flags(safeguarding):
    assert set(safeguarding["levels"]) == set(Level.values)
    assert {level["clock"] for level in safeguarding["levels"].values()} <= set(safeguarding["clocks"])


def test_levels_lead_to_known_targets(safeguarding):
    first = {target for level in safeguarding["levels"].values() for target in level["first"]}

    assert first <= set(safeguarding["routing"]["targets"])


def test_orange_ends_with_the_school_day(safeguarding):
    assert safeguarding["clocks"]["orange"]["until"] == "end_of_school_day"


def test_routing_bears_today_s_name_and_finds_the_old(safeguarding):
    assert safeguarding["routing"]["default"]["id"] == "Sekolah / Pokja BSAN"
    assert safeguarding["routing"]["aliases"] == ["TPPK"]


def test_own_rule_breach_is_never_routed(safeguarding):
    assert safeguarding["never_route"]["own_rule_breach"]["to"] == "everybody"


def test_hand_over_list_knows_whatever_the_detector_finds(safeguarding):
    written = {(level, code) for level in Level.values for code in safeguarding["hand_over"][level]}

    assert detected() - written == set()


def test_topics_for_adults_only_are_the_detector_s(safeguarding):
    assert set(safeguarding["hand_over"]["adults_only"]) >= ADULTS_ONLY


def test_no_line_is_promised_around_the_clock(safeguarding):
    assert "24 jam" not in str(safeguarding["routing"])
    assert "500-454" not in str(safeguarding)


def said(value: Any, path: str = "") -> Iterator[tuple[str, dict[str, str]]]:
    """Everything that is said in some language, with where."""
    if not isinstance(value, dict):
        return
    if {"id", "en"} & value.keys() and all(isinstance(value.get(code, ""), str) for code in ("id", "en")):
        yield path, value
    for key, inner in value.items():
        yield from said(inner, f"{path}/{key}")


@pytest.mark.parametrize("name", ["data", "safeguarding"])
def test_everything_is_said_in_both_languages(name):
    texts = dict(said(policy(name)))

    assert len(texts) > 30
    assert [path for path, text in texts.items() if not (text.get("id") and text.get("en"))] == []


def test_classes_are_explained():
    assert tuple(policy("data")["classes"]) == CLASSES


def test_every_retention_is_used_or_says_when_keys_end():
    data = policy("data")
    used = {
        kept for model in data["models"].values() for kept in [model["kept"], *model.get("kept_otherwise", {}).values()]
    }

    assert set(data["retention"]) - used == {"unanswered", "supporter_key", "duty_key", "reset_slip"}
