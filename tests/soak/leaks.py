"""access_leaks: the generated matrix of addresses, roles and objects, as tests/security keeps it."""

import os
import re
import subprocess
import sys

from tests.bench.figures import ROOT, say


def main() -> None:
    command = [sys.executable, "-m", "pytest", "tests/security", "-p", "no:randomly", "--tb=line"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("SEBAYA_", "DJANGO_"))}
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=900,
        check=False,
    )
    counts = {word: int(number) for number, word in re.findall(r"(\d+) (passed|failed|error|errors)\b", done.stdout)}
    leaks = counts.get("failed", 0) + counts.get("error", 0) + counts.get("errors", 0)
    ran = bool(counts.get("passed")) and done.returncode == (1 if leaks else 0)
    say(access_leaks=(leaks if ran or leaks else None, f"{counts or done.stdout[-300:]}"))


if __name__ == "__main__":
    main()
