"""Which branches the suite has walked: a short table, and a failure below the figures of quality.md.

Counting is coverage.py's work. With its tracer in C the suite takes about a quarter longer.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
LEAST = 95.0  # per cent of lines and branches, overall
EVERY = (  # of these files every line and every branch
    "*/vault/*",
    "*/access.py",
    "*/actions.py",
    "*/actions/*",
    "*/rules.py",
    "*/rules/*",
    "*/matching.py",
    "*/figures/*",
)
SHOWN = 12  # files with the most missing lines and branches

Report = Mapping[str, Any]


class File(NamedTuple):
    name: str
    missing: int  # lines and branches
    where: str
    every: bool


def counted(folder: Path) -> dict[str, str]:
    """The environment in which a run of the suite counts into this folder."""
    return {"COVERAGE_FILE": str(folder / "data")}


def judge(folder: Path) -> int:
    """Puts the processes' counts together, prints the table; 1 when too little was walked."""
    environment = {**os.environ, **counted(folder)}
    for command in (["combine", "-q"], ["json", "-q", "-o", str(folder / "report.json")]):
        subprocess.run([sys.executable, "-m", "coverage", *command], cwd=ROOT, env=environment, check=False)
    report = folder / "report.json"
    if not report.exists():
        sys.stderr.write("\n*** Nothing was counted.\n")
        return 1
    words, failed = verdict(json.loads(report.read_text(encoding="utf-8")))
    sys.stdout.write(f"\n{words}\n")
    return int(failed)


def verdict(report: Report) -> tuple[str, bool]:
    """The table in words, and whether it fails."""
    share = float(report["totals"]["percent_covered"])
    lacking = sorted(files(report), key=lambda file: (not file.every, -file.missing, file.name))
    holes = [file for file in lacking if file.every]
    lines = [f"Lines and branches walked: {share:.1f} % (at least {LEAST:.0f} %)"]
    lines += [
        f"{'!!' if file.every else '  '} {file.missing:4} {file.name} {file.where}"
        for file in lacking[: max(SHOWN, len(holes))]
    ]
    if holes:
        lines.append(f"!! {len(holes)} files in which every branch is to be walked")
    return "\n".join(lines), share < LEAST or bool(holes)


def files(report: Report) -> Iterable[File]:
    """Those that miss something."""
    for name, found in report["files"].items():
        lines, branches = found["missing_lines"], found["missing_branches"]
        if lines or branches:
            short = name.removeprefix("src/sebaya/")
            where = [str(line) for line in lines] + [f"{start}→{end}" for start, end in branches if start not in lines]
            every = any(fnmatch(f"/{short}", pattern) for pattern in EVERY)
            yield File(short, len(lines) + len(branches), _brief(where), every)


def _brief(where: list[str], most: int = 8) -> str:
    more = f" +{len(where) - most}" if len(where) > most else ""
    return ", ".join(where[:most]) + more
