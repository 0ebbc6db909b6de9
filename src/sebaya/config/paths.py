"""Where things lie: the data folder of an installation, and the files that travel with the code."""

import os
from functools import cache
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def shipped(name: str) -> Path:
    """The folder `policy`, `content` or `locale`: inside the wheel, or at the top of a checkout."""
    packed = PACKAGE / "_data" / name
    return packed if packed.is_dir() else PACKAGE.parent.parent / name


def data_dir() -> Path:
    """The one folder that holds an installation: database, keys, logs. `SEBAYA_DATA`, else ./data."""
    return Path(os.environ.get("SEBAYA_DATA", "data")).resolve()


def make_data_dir() -> Path:
    """The data folder, for its owner alone; one that holds something already keeps the rights it was given."""
    folder = data_dir()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if not any(folder.iterdir()):
        folder.chmod(0o700)
    return folder
