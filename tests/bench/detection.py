"""The safety of children: recall, false alarms and alarms per 1,000, as tests/detection/evaluate.py measures them.

On messages that the authors of the detector have not seen; an older blind corpus serves while there is no newer.
"""

from pathlib import Path

from tests.bench.figures import ROOT, say

CORPUS = ROOT / "tests" / "detection" / "corpus"
PLACES = ("blind", "third_blind")
NAMES = {
    "detect_recall_red": "recall_red",
    "detect_recall_orange": "recall_orange",
    "detect_false_alarms": "false_alarm_hard_none",
    "alarms_per_1000_red": "red_per_1000",
    "alarms_per_1000_orange": "orange_or_red_per_1000",
    "conversations_with_alarm": "conversations_with_alarm",
}


def main() -> None:
    from tests.detection.evaluate import evaluate

    place = blind()
    found = evaluate([place / "risk.jsonl"], [place / "conversations.jsonl"])
    note = f"{place.name}: {found['messages']} messages, {found.get('conversations')} conversations with {found.get('ordinary_messages')} messages"
    say(**{name: (found.get(key), note) for name, key in NAMES.items()})


def blind() -> Path:
    wanted = ("risk.jsonl", "conversations.jsonl")
    found = [CORPUS / name for name in PLACES if all((CORPUS / name / file).exists() for file in wanted)]
    if not found:
        raise FileNotFoundError("no blind corpus")
    return found[0]


if __name__ == "__main__":
    main()
