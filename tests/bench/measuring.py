"""Runs measures: each in a process of its own with a time limit, so that none disturbs another."""

import argparse
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.figures import ROOT, Figure, Limit, finish, heard

STOP_WITHIN = 20.0  # seconds a measure has to end its own servers


@dataclass(frozen=True, slots=True)
class Measure:
    """A module that prints its figures as one line of JSON."""

    module: str
    limits: dict[str, Limit]
    arguments: tuple[str, ...] = ()
    seconds: float = 120.0
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return " ".join([self.module.rpartition(".")[2], *self.arguments])

    def is_meant(self, only: Sequence[str]) -> bool:
        return not only or self.name in only or any(name in self.limits for name in only)

    def run(self) -> list[Figure]:
        sys.stderr.write(f"… {self.name}\n")
        started = time.monotonic()
        output, why = self._output()
        sys.stderr.write(f"  {time.monotonic() - started:.0f} s\n")
        return heard(output, self.limits, why)

    def _output(self) -> tuple[str, str]:
        environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}", **self.environment}
        process = subprocess.Popen(
            [sys.executable, "-m", self.module, *self.arguments], cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True,
            start_new_session=True,
        )  # fmt: skip
        try:
            output, _ = process.communicate(timeout=self.seconds)
        except subprocess.TimeoutExpired:
            return _ended(process), f"not measured: more than {self.seconds:g} s"
        except BaseException:
            _ended(process)
            raise
        return output, f"not measured: exit code {process.returncode}"


def _ended(process: "subprocess.Popen[str]") -> str:
    """Asks first, so that it stops its own servers; then ends its whole session."""
    process.terminate()
    try:
        output, _ = process.communicate(timeout=STOP_WITHIN)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        output, _ = process.communicate()
    return output


def main(measures: Sequence[Measure], target: Path, description: str) -> int:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--only", action="append", default=[], metavar="NAME", help="a figure or a measure; may be repeated"
    )
    parser.add_argument("--list", action="store_true", help="only say what there is")
    options = parser.parse_args()
    meant = [measure for measure in measures if measure.is_meant(options.only)]
    if options.list or not meant:
        for measure in measures:
            sys.stdout.write(f"{measure.name}: {', '.join(measure.limits)}\n")
        return 0 if options.list else 2
    figures = [figure for measure in meant for figure in measure.run()]
    return finish(target, figures, keep=bool(options.only))


def stop_on_signal() -> None:
    """SIGTERM ends a measure as Ctrl+C does: through its `finally`s."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
