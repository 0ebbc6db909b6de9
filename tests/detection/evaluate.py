"""How well the detector does on labelled messages it may not have seen: aggregate figures only.

    python -m tests.detection.evaluate risk.jsonl [more.jsonl ...] [--conversations conversations.jsonl]

Prints one JSON object. Never prints a message: the blind corpus stays blind.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sebaya.detection import Author, Level, detect

Row = dict[str, Any]


def rows(paths: Iterable[Path]) -> Iterator[Row]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def level_of(row: Row) -> Level:
    return detect(row["text"], Author.parse(row.get("author"))).level


def share(flags: list[bool]) -> float | None:
    return round(sum(flags) / len(flags), 4) if flags else None


def risk_figures(found: list[tuple[str, Level, Row]]) -> dict[str, float | int | None]:
    """Recall, false alarms and exactness over single labelled messages."""

    def at_least(label: str, floor: Level) -> list[bool]:
        return [level >= floor for truth, level, _ in found if truth == label]

    return {
        "messages": len(found),
        "recall_red": share(at_least("red", Level.ORANGE)),
        "recall_orange": share(at_least("orange", Level.ORANGE)),
        "red_called_red": share(at_least("red", Level.RED)),
        "orange_called_red": share(at_least("orange", Level.RED)),
        "yellow_called_yellow_or_more": share(at_least("yellow", Level.YELLOW)),
        "yellow_called_orange_or_more": share(at_least("yellow", Level.ORANGE)),
        "false_alarm_hard_none": share(at_least("none", Level.ORANGE)),
        "false_red_hard_none": share(at_least("none", Level.RED)),
        "exact": share([level.code == truth for truth, level, _ in found]),
    }


def conversation_figures(conversations: list[Row]) -> dict[str, float | int | None]:
    """Alarms over whole ordinary conversations and their single messages."""
    alarmed: list[bool] = []
    levels: list[Level] = []
    for conversation in conversations:
        here = [level_of(message) for message in conversation["messages"]]
        alarmed.append(max(here) >= Level.ORANGE)
        levels += here
    return {"conversations": len(conversations), "conversations_with_alarm": share(alarmed), **alarms(levels)}


def alarms(levels: list[Level]) -> dict[str, float | int | None]:
    count = len(levels) or 1
    red = sum(level is Level.RED for level in levels)
    alarmed = sum(level >= Level.ORANGE for level in levels)
    return {
        "ordinary_messages": len(levels),
        "red_per_1000": round(1000 * red / count, 2),
        "orange_or_red_per_1000": round(1000 * alarmed / count, 2),
    }


def evaluate(risk: list[Path], conversations: list[Path]) -> dict[str, float | int | None]:
    labelled = [(row["level"], level_of(row), row) for row in rows(risk) if "level" in row]
    figures = risk_figures(labelled)
    whole = [row for row in rows(conversations) if "messages" in row]
    if whole:
        figures |= conversation_figures(whole)
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("risk", nargs="+", type=Path)
    parser.add_argument("--conversations", nargs="*", type=Path, default=[])
    options = parser.parse_args()
    print(json.dumps(evaluate(options.risk, options.conversations), indent=1))


if __name__ == "__main__":
    main()
