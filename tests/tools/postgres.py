"""A PostgreSQL of its own for one run: made from the binaries, on loopback, thrown away after."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

NOBODY = "postgres"  # initdb refuses to run as root


@contextmanager
def throw_away() -> Iterator[str | None]:
    """Yields an address for SEBAYA_DATABASE, or None when there is no server to be had."""
    named = os.environ.get("SEBAYA_TEST_POSTGRES")
    folder = None if named else (_binaries() or _debian())
    if named or folder is None:
        yield named
        return
    with tempfile.TemporaryDirectory(prefix="sebaya-pg-") as place:
        yield from _serve(folder, Path(place))


def _serve(folder: Path, place: Path) -> Iterator[str]:
    port = _free_port()
    user = _user()
    if user:
        os.chown(place, *user)
    run = {"check": True, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if user:
        run |= {"user": user[0], "group": user[1]}
    data = str(place / "data")
    subprocess.run(
        [str(folder / "initdb"), "-D", data, "-U", "sebaya", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
        cwd=place,
        **run,
    )  # type: ignore[call-overload]
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={place} -c fsync=off -c max_connections=200"
    subprocess.run(
        [str(folder / "pg_ctl"), "-D", data, "-o", options, "-l", str(place / "log"), "-w", "start"], cwd=place, **run
    )  # type: ignore[call-overload]
    try:
        yield f"postgres://sebaya@127.0.0.1:{port}/postgres"
    finally:
        subprocess.run(
            [str(folder / "pg_ctl"), "-D", data, "-m", "immediate", "stop"], cwd=place, **{**run, "check": False}
        )  # type: ignore[call-overload]


def _binaries() -> Path | None:
    """The folder with initdb and pg_ctl, the newest first."""
    found = shutil.which("initdb")
    if found:
        return Path(found).resolve().parent
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    return folders[0].parent if folders else None


def _debian() -> Path | None:
    if shutil.which("apt-get") is None or os.geteuid() != 0:
        return None
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "postgresql"]):
        subprocess.run(command, env=environment, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return _binaries()


def _user() -> tuple[int, int] | None:
    """Root hands the server to somebody else: the server's own user where there is one, else nobody."""
    if os.geteuid() != 0:
        return None
    for name in (NOBODY, "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return entry.pw_uid, entry.pw_gid
    return None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
