"""Writing a secret to disk once, readable by its owner alone. Needs no settings: setup uses it first."""

import os
from pathlib import Path


def write_secret(path: Path, value: bytes) -> None:
    """Raises FileExistsError rather than replace: a lost pepper makes every password useless."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(value)
        file.flush()
        os.fsync(file.fileno())
