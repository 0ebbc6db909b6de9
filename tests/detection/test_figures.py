"""Floors under what the detector does, so that a change cannot make it worse unnoticed.

The blind limits are the ones to reach, as in `make bench` (tests/bench/detection.py): the newest set judges, and
nobody who changes the detector reads it.
"""

from pathlib import Path

import pytest
from tests.detection.evaluate import evaluate

CORPUS = Path(__file__).parent / "corpus"
TRAIN = sorted((CORPUS / "train").glob("*.jsonl"))
LEARNED = tuple(CORPUS / f"{which}_blind" for which in ("first", "second", "third"))  # blind once, learned from since
BLIND = CORPUS / "blind"

AT_LEAST = {
    "blind": {"recall_red": 0.90, "recall_orange": 0.80},
    "train": {"recall_red": 0.95, "recall_orange": 0.90},
    "learned": {"recall_red": 0.95, "recall_orange": 0.90},
}
_EVERYDAY = {"red_per_1000": 1.0, "orange_or_red_per_1000": 5.0, "conversations_with_alarm": 0.05}
AT_MOST = {
    "blind": {
        "false_alarm_hard_none": 0.12,
        **_EVERYDAY,
    },
    "train": {"false_alarm_hard_none": 0.06},
    "learned": {"false_alarm_hard_none": 0.06, **_EVERYDAY},
}


def misses(corpus: str, risk: list[Path], conversations: list[Path]) -> dict[str, float]:
    """Figures outside their limit."""
    figures = evaluate(risk, conversations)
    low = {name: figures[name] for name, limit in AT_LEAST[corpus].items() if figures[name] < limit}
    high = {name: figures[name] for name, limit in AT_MOST[corpus].items() if figures[name] > limit}
    return low | high


@pytest.mark.slow
def test_figures_on_the_training_corpus_hold_their_floor():
    assert misses("train", TRAIN, []) == {}


@pytest.mark.slow
@pytest.mark.parametrize("place", LEARNED, ids=lambda place: place.name)
def test_figures_on_the_learned_conversations_hold_their_floor(place):
    assert misses("learned", [place / "risk.jsonl"], [place / "conversations.jsonl"]) == {}


def test_figures_on_the_blind_corpus_hold_their_floor():
    assert misses("blind", [BLIND / "risk.jsonl"], [BLIND / "conversations.jsonl"]) == {}
