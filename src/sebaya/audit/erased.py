"""Ids of what was purged, beside the data: an older backup cannot bring it back (vault.md, Backup).

The log holds random ids and nothing else. It is copied along with backups and read by `restore`.
"""

import os
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import transaction

NAME = "erased.log"


def path() -> Path:
    return Path(settings.DATA) / NAME


def note(ids: Iterable[str]) -> None:
    """Appends once the transaction that purges has committed."""
    gone = [each for each in ids if each]
    transaction.on_commit(lambda: append(gone))


def append(ids: Iterable[str]) -> None:
    with path().open("a", encoding="ascii") as file:
        file.writelines(f"{each}\n" for each in ids)
        file.flush()
        os.fsync(file.fileno())


def read(*places: Path) -> set[str]:
    found: set[str] = set()
    for place in places:
        if place.exists():
            found.update(place.read_text(encoding="ascii").split())
    return found
