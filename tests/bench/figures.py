"""Figures, their limits, the file and the table they are written to."""

import json
import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build"
NOTE_COLUMN = 44  # characters of a note in the table; the file has all of it


@dataclass(frozen=True, slots=True)
class Limit:
    """What a figure may be at most, or must be at least. Without a number it is only told."""

    unit: str
    number: float | None = None
    least: bool = False

    def kept(self, value: float | None) -> bool:
        if self.number is None:
            return True
        if value is None:
            return False
        return value >= self.number if self.least else value <= self.number

    @property
    def words(self) -> str:
        return "" if self.number is None else f"{'≥' if self.least else '≤'} {self.number:g}"


def at_most(number: float, unit: str) -> Limit:
    return Limit(unit, number)


def at_least(number: float, unit: str) -> Limit:
    return Limit(unit, number, least=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured number; None when it could not be measured, and the note says why."""

    name: str
    value: float | None
    limit: Limit
    note: str = ""

    @property
    def kept(self) -> bool:
        return self.limit.kept(self.value)

    def as_json(self) -> dict[str, Any]:
        rule = {"rule": "at least"} if self.limit.least else {}
        return {"value": self.value, "unit": self.limit.unit, "limit": self.limit.number, **rule, "note": self.note}


def say(**figures: float | None | tuple[float | None, str]) -> None:
    """The last line of a measuring process: name → value or (value, note)."""
    said = {name: value if isinstance(value, tuple) else (value, "") for name, value in figures.items()}
    print(json.dumps({name: [_rounded(value), note] for name, (value, note) in said.items()}), flush=True)


def _rounded(value: float | None) -> float | None:
    return None if value is None else float(f"{value:.4g}")


def heard(output: str, limits: Mapping[str, Limit], why: str) -> list[Figure]:
    """The figures of one process; those it did not say are missing, with the reason."""
    said = _last_json(output)
    return [_figure(name, limit, said, why) for name, limit in limits.items()]


def _figure(name: str, limit: Limit, said: dict[str, Any], why: str) -> Figure:
    if name not in said:
        return Figure(name, None, limit, why)
    value, note = said[name]
    return Figure(name, value, limit, note)


def _last_json(output: str) -> dict[str, Any]:
    for line in reversed(output.splitlines()):
        if line.startswith("{"):
            found: dict[str, Any] = json.loads(line)
            return found
    return {}


def write(path: Path, figures: list[Figure], *, keep: bool) -> None:
    """Writes the file; `keep` leaves the figures of an earlier run that were not measured now."""
    path.parent.mkdir(parents=True, exist_ok=True)
    earlier = json.loads(path.read_text())["figures"] if keep and path.exists() else {}
    known = earlier | {figure.name: figure.as_json() for figure in figures}
    path.write_text(json.dumps({"figures": known, "machine": machine()}, indent=1, ensure_ascii=False) + "\n")


def machine() -> dict[str, Any]:
    """How busy the machine was at the end: above one per core, wall-clock figures say little."""
    load = os.getloadavg() if hasattr(os, "getloadavg") else ()
    return {"cores": os.cpu_count(), "load": [round(each, 1) for each in load], "python": platform.python_version()}


def table(figures: list[Figure]) -> str:
    rows = [("", "figure", "value", "limit", "unit", "note")]
    rows += [_row(figure) for figure in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    return "\n".join(
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]]).rstrip()
        for row in rows
    )


def _row(figure: Figure) -> tuple[str, ...]:
    mark = "ok" if figure.kept else "XX"
    shown = "-" if figure.value is None else f"{figure.value:g}"
    note = figure.note if len(figure.note) <= NOTE_COLUMN else figure.note[: NOTE_COLUMN - 1] + "…"
    return (mark, figure.name, shown, figure.limit.words, figure.limit.unit, note)


def finish(path: Path, figures: list[Figure], *, keep: bool) -> int:
    """Writes file and table; the exit code says whether every limit was kept."""
    write(path, figures, keep=keep)
    missed = [figure for figure in figures if not figure.kept]
    sys.stdout.write(
        f"\n{table(figures)}\n\n{path.relative_to(ROOT)}: {len(figures) - len(missed)} of {len(figures)} kept; {machine()}\n"
    )
    for figure in missed:
        sys.stdout.write(f"XX {figure.name}: {figure.note}\n")
    return int(bool(missed))
