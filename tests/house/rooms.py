"""The rooms from the top of the house down (architecture.md). Imports go only downwards."""

import ast
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
HOUSE = TOP / "src" / "sebaya"

ORDER = (
    "config", "demo", "desk", "evaluation", "safeguarding", "supervision", "groups", "support", "outreach",
    "training", "recruitment", "needs", "surveys", "programmes", "flags", "accounts", "notices", "detection",
    "vault", "audit", "communities", "live", "jobs", "papers", "figures", "ui",
)  # fmt: skip


def room_of(path: Path) -> str:
    """The room that a file of the house stands in."""
    return path.relative_to(HOUSE).parts[0]


def is_above(one: str, other: str) -> bool:
    return ORDER.index(one) < ORDER.index(other)


@cache
def files(pattern: str) -> tuple[Path, ...]:
    """Our own files in the rooms, without what we did not write or what is generated."""
    found = (path for path in HOUSE.rglob(pattern) if path.is_file() and path.parent != HOUSE)
    return tuple(sorted(path for path in found if not {"vendor", "__pycache__", "_data"} & set(path.parts)))


@cache
def sources() -> tuple[Path, ...]:
    """Python that people read: everything but migrations."""
    return tuple(path for path in files("*.py") if "migrations" not in path.parts)


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def short(path: Path) -> str:
    return str(path.relative_to(TOP))
