"""``sebaya detect``: JSON lines in, JSON lines out, in the same order."""

import json
from typing import Any, TextIO

from sebaya.detection.detector import detect
from sebaya.detection.explain import explain
from sebaya.detection.levels import Author, Finding

OK, SOME_LINES_REFUSED = 0, 1
_QUOTE = 80  # characters of the message that a reason may show


class BadLine(ValueError):
    """A line that is not an object with "id" and "text"."""


def run(stdin: TextIO, stdout: TextIO, stderr: TextIO) -> int:
    """Answers every good line at once; names every bad one and fails in the end."""
    refused = 0
    for number, line in enumerate(stdin, 1):
        if not line.strip():
            continue
        try:
            answer = _answer(line)
        except BadLine as problem:
            refused += 1
            print(f"line {number}: {problem}", file=stderr, flush=True)
            continue
        print(json.dumps(answer, ensure_ascii=False), file=stdout, flush=True)
    return SOME_LINES_REFUSED if refused else OK


def _answer(line: str) -> dict[str, Any]:
    row = _parsed(line)
    finding = detect(row["text"], Author.parse(row.get("author")))
    return {
        "id": row["id"],
        "level": finding.level.code,
        "category": finding.category,
        "why": reasons(finding),
    }


def _parsed(line: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise BadLine(f"not JSON ({problem}); nothing was read from it") from problem
    if not isinstance(row, dict):
        raise BadLine('not an object; expected {"id": …, "text": …}')
    if "id" not in row:
        raise BadLine('"id" is missing')
    if not isinstance(row.get("text"), str):
        raise BadLine('"text" is missing or not a string')
    return row


def reasons(finding: Finding, language: str = "id") -> list[str]:
    """Each clue as a person reads it: its code, what it means, the words it stands on."""
    return [f"{clue.code} ({explain(clue.code, language)}): “{_shortened(clue.text)}”" for clue in finding.clues]


def _shortened(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTE else flat[: _QUOTE - 1] + "…"
