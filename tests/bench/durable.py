"""PostgreSQL for figures: as in tests/tools/postgres.py, but with fsync as in a real installation."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.tools import postgres


class NoPostgres(RuntimeError):
    """There is no PostgreSQL on this machine."""


@contextmanager
def server() -> Iterator[str]:
    """Yields an address for SEBAYA_DATABASE."""
    folder = postgres._binaries()
    if folder is None:
        raise NoPostgres("install the package postgresql")
    with tempfile.TemporaryDirectory(prefix="sebaya-bench-pg-") as name:
        place, port, run = Path(name), postgres._free_port(), _as_whom(Path(name))
        subprocess.run(
            [folder / "initdb", "--no-sync", "-D", place / "data", "-U", "sebaya", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
            cwd=place, **run,
        )  # fmt: skip
        options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={place} -c max_connections=100"
        control = [folder / "pg_ctl", "-D", place / "data", "-w"]
        subprocess.run([*control, "-o", options, "-l", place / "log", "start"], cwd=place, **run)
        try:
            yield f"postgres://sebaya@127.0.0.1:{port}/postgres"
        finally:
            subprocess.run([*control, "-m", "immediate", "stop"], cwd=place, **{**run, "check": False})


def _as_whom(place: Path) -> dict[str, Any]:
    """Root may not run it: another user gets the folder."""
    run: dict[str, Any] = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    user = postgres._user()
    if user:
        os.chown(place, *user)
        run |= {"user": user[0], "group": user[1]}
    return run
