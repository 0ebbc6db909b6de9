"""roster_import_s: `sebaya roster import` of 10,000 people with their emergency contacts."""

import os
import subprocess
import sys
import time
from pathlib import Path

from tests.bench import installation
from tests.bench.figures import BUILD, ROOT, say

PEOPLE = 10_000


def main() -> None:
    with installation.empty() as school:
        school.inside("tests.bench.people", "slips", "0")  # second key holders are active: contacts are sealed
        _, idle, _ = _command(school, "slip", "tidak-ada")  # starts Django, asks the database, writes nothing
        seconds, peak, output = _command(school, "roster", "import", str(_file()))
    over = (peak - idle) / 1024
    say(
        roster_import_s=(seconds, f"process start included; {output.strip()[:160]}"),
        roster_import_mb=(over, f"peak {peak / 1024:.0f} MB, a command that does nothing {idle / 1024:.0f} MB"),
    )


def _file() -> Path:
    """Kept between runs: writing it takes longer than reading it."""
    path = BUILD / f"roster-{PEOPLE}.xlsx"
    if not path.exists():
        from sebaya.demo.roster import dapodik

        part = path.with_suffix(".part")
        part.write_bytes(dapodik(PEOPLE))
        part.replace(path)
    return path


def _command(school: installation.Installation, *arguments: str) -> tuple[float, int, str]:
    """(seconds, peak resident KB, what it said); Linux counts the peak for each child that is waited for."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "sebaya.config.cli", *arguments], cwd=ROOT, env=school.environment,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    output = process.stdout.read()
    _pid, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if arguments[0] == "roster" and process.returncode:
        raise RuntimeError(output[-2000:])
    return time.perf_counter() - started, usage.ru_maxrss, output


if __name__ == "__main__":
    main()
