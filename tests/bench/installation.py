"""An installation in a folder of its own: commands, the real server, its memory and its logs."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.figures import BUILD, ROOT

FAST = "tests.bench.settings_fast"  # as served, with the smallest Argon2
START_WITHIN = 60.0  # seconds
STOP_WITHIN = 35.0
COMMAND_WITHIN = 1200.0  # the longest makes a school and lets two days pass
DEMO_SLUG = "smpn-8-contoh"


class NotStarted(RuntimeError):
    """The server did not answer; the message is what it said."""


@dataclass
class Installation:
    """A data folder with everything that runs on it. Nothing of the caller's environment decides."""

    data: Path
    settings: str = "sebaya.config.settings"
    database: str = ""
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        ours = {
            "SEBAYA_DATA": str(self.data),
            "SEBAYA_DATABASE": self.database,
            "DJANGO_SETTINGS_MODULE": self.settings,
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
            "PYTHONUNBUFFERED": "1",
        }
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("SEBAYA_", "COVERAGE"))}
        return {**kept, **ours, **self.more}

    def command(self, *arguments: str, **how: Any) -> "subprocess.CompletedProcess[str]":
        """`sebaya …`"""
        return self._run("sebaya.config.cli", *arguments, **how)

    def inside(self, module: str, *arguments: str) -> Any:
        """Runs a module of the tests with this installation's Django; its last line is JSON."""
        done = self._run(module, *arguments, check=True)
        return json.loads(done.stdout.splitlines()[-1])

    def _run(
        self, module: str, *arguments: str, check: bool = False, stdin: str = ""
    ) -> "subprocess.CompletedProcess[str]":
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments], cwd=ROOT, env=self.environment, text=True, input=stdin,
            capture_output=True, timeout=COMMAND_WITHIN, check=False,
        )  # fmt: skip
        if check and done.returncode:
            raise RuntimeError(f"{module} {arguments}: {done.returncode}\n{done.stdout[-800:]}\n{done.stderr[-3000:]}")
        return done

    @contextmanager
    def serving(self, *arguments: str, log: Path | None = None) -> Iterator["Server"]:
        server = Server(self, arguments, log)
        try:
            server.start()
            yield server
        finally:
            server.stop()


class Server:
    """`sebaya serve` in a process of its own; starts again on the same port."""

    def __init__(self, installation: Installation, arguments: tuple[str, ...] = (), log: Path | None = None) -> None:
        self.installation = installation
        self.port = free_port()
        self._arguments = arguments
        self._log = log or installation.data / "server.log"
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self) -> float:
        """Returns the seconds until the first page was there."""
        command = [sys.executable, "-m", "sebaya.config.cli", "serve", "--port", str(self.port), *self._arguments]
        started = time.perf_counter()
        with self._log.open("ab") as log:
            self._process = subprocess.Popen(
                command, cwd=ROOT, env=self.installation.environment, stdout=log, stderr=log, start_new_session=True
            )
        while not self._answers():
            if self._process.poll() is not None or time.perf_counter() - started > START_WITHIN:
                raise NotStarted(self._log.read_text(errors="replace")[-3000:])
            time.sleep(0.02)
        return time.perf_counter() - started

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/tentang/", timeout=5):
                return True
        except (urllib.error.URLError, OSError):
            return False

    def kill(self) -> None:
        """As a power cut ends it: no goodbye."""
        os.killpg(self.pid, signal.SIGKILL)
        assert self._process is not None
        self._process.wait(STOP_WITHIN)

    def stop(self) -> None:
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(STOP_WITHIN)
        except subprocess.TimeoutExpired:
            self.kill()

    def resident_kb(self) -> int:
        """Of the server and its worker processes."""
        return sum(_resident_kb(pid) for pid in _family(self.pid))

    @property
    def log_text(self) -> str:
        return self._log.read_text(errors="replace")


def _family(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return [pid, *(each for child in children for each in _family(int(child)))]


def _resident_kb(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def empty(settings: str = "sebaya.config.settings", database: str = "") -> Iterator[Installation]:
    """A folder that is gone afterwards."""
    BUILD.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=BUILD) as place:
        yield Installation(Path(place) / "data", settings, database)


@contextmanager
def demo(settings: str = "sebaya.config.settings") -> Iterator[Installation]:
    """The demo school, copied from one that the run has made already, if it has."""
    with empty(settings) as made:
        ready = os.environ.get("SEBAYA_BENCH_DEMO")
        if ready:
            shutil.copytree(ready, made.data)
        else:
            make_demo(made.data)
        yield made


def make_demo(data: Path) -> None:
    """With the real Argon2: whoever signs in later does so at the real price."""
    done = Installation(data).command("demo", "--no-serve")
    if done.returncode:
        raise RuntimeError(done.stderr[-3000:])
    (data / "demo.txt").write_text(done.stdout)


def raise_open_files() -> None:
    """500 listeners need more than the usual 1,024."""
    import resource

    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
