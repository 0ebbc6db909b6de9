"""User names made from real names: no nickname to invent, nothing to be teased with, easy to remember."""

import re
import unicodedata
from collections.abc import Container

LONGEST = 24
TITLES = frozenset({"h", "hj", "dr", "drs", "dra", "ir", "st", "spd", "mpd", "ssi", "ag", "muh", "moh", "m"})


def propose(name: str, taken: Container[str]) -> str:
    """ "Budi Santoso" → "budi.santoso", then "budi.santoso2" … Always a name that is not in `taken`."""
    base = _base(name)
    if base not in taken:
        return base
    number = 2
    while f"{base}{number}" in taken:
        number += 1
    return f"{base}{number}"


def _base(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.partition(",")[0]).encode("ascii", "ignore").decode().lower()
    words = [word for word in re.findall(r"[a-z0-9]+", plain.replace("'", "")) if word not in TITLES]
    joined = ".".join(words[:2])[:LONGEST].rstrip(".")
    return joined or "warga"
