"""Marks of what was purged, beside the data: an older backup cannot bring it back (vault.md, Backup).

A mark is a keyed hash of a random id, and the marks stand in their own order, not in that of the purges: who
gets hold of the log, even with an older copy of the database, learns neither what was purged nor what was
purged together. It is copied along with backups and read by `restore`, which has the key from the backup.
"""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path
from threading import Lock

from django.conf import settings
from django.db import transaction

try:
    import fcntl
except ImportError:  # Windows serves with one process
    fcntl = None  # type: ignore[assignment]

NAME = "erased.log"
_one_thread = Lock()


def path() -> Path:
    return Path(settings.DATA) / NAME


def mark(identifier: str) -> str:
    """32 hexadecimal signs that only this installation, or whoever restores its backup, can compute."""
    key = Path(settings.SECRET_FILE).read_bytes()
    return blake2b(identifier.encode(), key=key, digest_size=16, person=b"erased").hexdigest()


def note(ids: Iterable[str]) -> None:
    """Marks them once the transaction that purges has committed."""
    gone = [each for each in ids if each]
    transaction.on_commit(lambda: add(map(mark, gone)))


def add(marks: Iterable[str]) -> None:
    """Writes the whole log anew in the order of the marks; a half of it is never there."""
    with _alone():
        found = read(path()) | set(marks)
        fresh = path().with_suffix(".new")
        with fresh.open("w", encoding="ascii") as file:
            file.writelines(f"{each}\n" for each in sorted(found))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path())


@contextmanager
def _alone() -> Iterator[None]:
    """No other thread and no other process writes meanwhile."""
    with _one_thread, path().with_suffix(".lock").open("w") as lock:
        if fcntl is not None:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def read(*places: Path) -> set[str]:
    found: set[str] = set()
    for place in places:
        if place.exists():
            found.update(place.read_text(encoding="ascii").split())
    return found
