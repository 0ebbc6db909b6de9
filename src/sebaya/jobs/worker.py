"""One thread in the serving process that runs due sweeps; woken early when something is urgent."""

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections, connection

from sebaya.jobs.sweeps import run_due

BEAT = 5.0  # seconds between looks; a red clock is five minutes, so this is precise enough
logger = logging.getLogger(__name__)
_wake = threading.Event()


def wake() -> None:
    """Asks the worker of this process to look now."""
    _wake.set()


def start() -> Callable[[], None]:
    """Starts the worker of a serving process; returns how to stop it."""
    worker = Worker()
    worker.start()
    return worker.stop


class Worker:
    def __init__(self) -> None:
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._loop, name="sweeps", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        _wake.set()
        self._thread.join(timeout=10)

    def _loop(self) -> None:
        while not self._stop.is_set():
            close_old_connections()
            try:
                run_due()
            except Exception:
                logger.exception("the worker could not reach the database")
            _wake.wait(BEAT)
            _wake.clear()
        connection.close()
