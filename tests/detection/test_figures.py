"""The figures of quality.md, on messages the detector was not made from (blind) and on its own corpus."""

from pathlib import Path

from tests.detection.evaluate import evaluate

CORPUS = Path(__file__).parent / "corpus"
TRAIN = sorted((CORPUS / "train").glob("*.jsonl"))
BLIND = CORPUS / "blind"


def test_figures_on_the_training_corpus_hold_their_floor():
    figures = evaluate(TRAIN, [])
    assert figures["recall_red"] >= 0.95
    assert figures["recall_orange"] >= 0.90
    assert figures["false_alarm_hard_none"] <= 0.06


def test_figures_on_the_blind_corpus_are_reached():
    figures = evaluate([BLIND / "risk.jsonl"], [BLIND / "conversations.jsonl"])
    assert figures["recall_red"] >= 0.90
    assert figures["recall_orange"] >= 0.80
    assert figures["false_alarm_hard_none"] <= 0.12
    assert figures["red_per_1000"] <= 1
    assert figures["orange_or_red_per_1000"] <= 5
    assert figures["conversations_with_alarm"] <= 0.05
