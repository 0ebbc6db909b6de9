"""Writing a secret to disk once, readable by its owner alone. Needs no settings: setup uses it first."""

import os
from pathlib import Path


def write_secret(path: Path, value: bytes) -> None:
    """Raises FileExistsError rather than replace: a lost pepper makes every password useless.

    Whole or not at all: half a secret on a full disk would be taken for one.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(value)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
