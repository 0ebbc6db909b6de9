"""Code of others in a folder of ours: known by name, version and hash, and unchanged since it was taken in."""

import hashlib
import json
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[1] / "vendor"  # for tests alone: no page serves code of others
LOCK = "vendor.lock.json"


def check(folder: Path = FOLDER) -> list[str]:
    """What is wrong with a vendored folder, in words; an empty list when it is as locked."""
    locked = {
        name: digest
        for package in json.loads((folder / LOCK).read_text("utf-8"))["packages"]
        for name, digest in package["files"].items()
    }
    present = {path.name for path in folder.iterdir() if path.name != LOCK}
    missing = [f"{name} is locked but missing" for name in sorted(locked.keys() - present)]
    unknown = [f"{name} is not in the lock" for name in sorted(present - locked.keys())]
    changed = [
        f"{name} differs from the lock"
        for name in sorted(locked.keys() & present)
        if sha256(folder / name) != locked[name]
    ]
    return missing + unknown + changed


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
