"""Runs the suite: on SQLite, in a browser, and again on PostgreSQL; says loudly what it had to skip.

The run on SQLite counts branches and fails when too few were walked (branches.py). With SEBAYA_NO_SKIP=1 (as
.ci/run sets it) a missing browser or server is a failure.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.tools import branches, browser, postgres  # noqa: E402

WORKERS = os.environ.get("SEBAYA_TEST_WORKERS", "2")
STRICT = os.environ.get("SEBAYA_NO_SKIP") == "1"


def pytest(*arguments: str, runner: tuple[str, ...] = ("-m",), **environment: str) -> int:
    command = [sys.executable, *runner, "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **environment}, check=False).returncode


def counted(*arguments: str, **environment: str) -> int:
    """The same, counting branches in every process of it."""
    with tempfile.TemporaryDirectory(prefix="sebaya-branches-") as folder:
        counting = environment | branches.counted(Path(folder))
        failed = pytest(*arguments, runner=("-m", "coverage", "run", "-m"), **counting)
        return failed | branches.judge(Path(folder))


def missing(what: str, how: str) -> bool:
    """Says what is skipped. Returns whether that is a failure."""
    sys.stderr.write(f"\n*** SKIPPED: {what}. {how}\n\n")
    return STRICT


def quick() -> int:
    return pytest("-n", WORKERS, "-m", "not journey and not soak and not slow")


def everything() -> int:
    failed = 0
    chromium = browser.find_or_install()
    failed |= counted("-n", WORKERS, "-m", "not journey and not soak", CHROMIUM=chromium or "")
    print(
        "\nFaults and attacks one after the other, then journeys, each file of them on a server of its own:", flush=True
    )
    failed |= pytest("-m", "soak")
    if chromium is None:
        failed |= missing("browser journeys", "Install Chromium (package chromium) or set CHROMIUM=/path")
    else:
        failed |= pytest("-n", WORKERS, "--dist", "loadfile", "-m", "journey", CHROMIUM=chromium)
    with postgres.throw_away() as address:
        if address is None:
            failed |= missing("PostgreSQL", "Install the package postgresql or set SEBAYA_TEST_POSTGRES=postgres://…")
        else:
            print("\nAgain on PostgreSQL:", flush=True)
            failed |= pytest("-n", WORKERS, "-m", "not journey and not sqlite and not soak", SEBAYA_DATABASE=address)
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(quick() if sys.argv[1:] == ["quick"] else everything())
