"""Finds words that must never lie open: in files of any kind, in the usual spellings, and in every database row."""

import base64
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.client import unique_words


@dataclass(frozen=True, slots=True)
class Hit:
    """A canary that was found, how it was written, and where."""

    canary: str
    spelling: str
    place: str

    def __str__(self) -> str:
        return f"{self.canary} as {self.spelling} in {self.place}"


@dataclass
class Cage:
    """Named canaries; each name gives a word that occurs nowhere else."""

    words: dict[str, str] = field(default_factory=dict)

    def word(self, name: str) -> str:
        return self.words.setdefault(name, unique_words())

    def keep(self, name: str, secret: str) -> str:
        """Something made elsewhere that must not be found either: a password, a code."""
        self.words[name] = secret
        return secret


def spellings(word: str) -> dict[str, bytes]:
    """How a word may lie in a file: plain, wide, as hex, and as base64 wherever it begins."""
    raw = word.encode()
    found = {
        "text": raw,
        "capitals": raw.upper(),
        "utf-16": word.encode("utf-16-le"),
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
        "json": json.dumps(word)[1:-1].encode(),
    }
    for shift in range(3):
        whole = base64.b64encode(b"\0" * shift + raw)
        inner = whole[4 if shift else 0 : len(whole) // 4 * 4 - 4]  # the ends depend on what stands beside it
        found[f"base64+{shift}"] = inner
        found[f"base64url+{shift}"] = inner.translate(bytes.maketrans(b"+/", b"-_"))
    return found


class Searcher:
    """All canaries in all spellings as one expression."""

    def __init__(self, words: Mapping[str, str]) -> None:
        self._names: dict[bytes, tuple[str, str]] = {}
        for name, word in words.items():
            for spelling, pattern in spellings(word).items():
                self._names.setdefault(pattern, (name, spelling))
        longest_first = sorted(self._names, key=len, reverse=True)
        self._expression = re.compile(b"|".join(map(re.escape, longest_first)))

    def in_bytes(self, content: bytes, place: str) -> list[Hit]:
        return list({Hit(*self._names[match], place): None for match in self._expression.findall(content)})

    def in_places(self, places: Iterable[Path]) -> list[Hit]:
        """Every file below; names of files count too."""
        return [
            hit
            for path in _files(places)
            for hit in [
                *self.in_bytes(path.read_bytes(), str(path)),
                *self.in_bytes(str(path).encode(), f"the name {path}"),
            ]
        ]


def _files(places: Iterable[Path]) -> Iterator[Path]:
    for place in places:
        if place.is_file():
            yield place
        for path in sorted(place.rglob("*")) if place.is_dir() else ():
            if path.is_file() and not path.is_symlink():
                yield path


def all_values() -> Iterator[tuple[str, bytes]]:
    """(table.column, value) of the whole database, for what a page of the file cuts in two; run with Django set up.

    Rows of sign-ins that the server's key opens are searched too: that key lies on the same disk. None should.
    """
    from django.db import connection

    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')  # noqa: S608
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                yield from (
                    (f"{table}.{name}", _raw(value))
                    for name, value in zip(names, row, strict=True)
                    if value is not None
                )
    yield from _opened_sign_ins()


def _raw(value: Any) -> bytes:
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()


def _opened_sign_ins() -> Iterator[tuple[str, bytes]]:
    from sebaya.accounts.models import SignIn
    from sebaya.vault import files
    from sebaya.vault.errors import Tampered

    for row in SignIn.objects.all():
        try:
            yield "a sign-in, opened with the server's key", files.server_unseal(row.content, "sign-in", row.mark)
        except Tampered:
            continue
