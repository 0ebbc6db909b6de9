"""A parcel: one long sealed stream for a backup, cut into pieces so that truncation and swaps are noticed.

Layout: magic ‖ sealed box of the parcel's key to the backup public key ‖ pieces. A piece is a 4-byte length
and the sealed bytes; its place names the parcel, its number and whether it is the last.
"""

import secrets
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from sebaya.vault import primitives
from sebaya.vault.errors import Tampered

MAGIC = b"SEBAYA-PARCEL-1\n"
PIECE = 32 * 1024 * 1024  # bytes of content in one piece: 500 of the longest messages are 22 MiB
LONGEST_PIECE = 2 * PIECE
_BOX = 1 + 48 + primitives.KEY_BYTES + 16  # format, sealed-box overhead, key, id of the parcel


def seal_stream(public: bytes, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yields the parcel. `pieces` may have any size up to PIECE."""
    key, name = primitives.random_key(), secrets.token_bytes(16)
    yield MAGIC + primitives.seal_to(public, key + name)
    number, held = 0, b""
    for piece in pieces:
        if len(piece) > PIECE:  # it could not be read back
            raise ValueError(f"a piece is longer than {PIECE} bytes")
        if held:
            yield _piece(key, name, number, held, last=False)
            number += 1
        held = piece
    yield _piece(key, name, number, held, last=True)


def _piece(key: bytes, name: bytes, number: int, content: bytes, *, last: bool) -> bytes:
    sealed = primitives.seal(content, key, _place(name, number, last))
    return len(sealed).to_bytes(4, "big") + sealed


def unseal_stream(private: bytes, file: BinaryIO) -> Iterator[bytes]:
    """Yields the content piece by piece. Raises Tampered for anything altered, cut off or appended."""
    if file.read(len(MAGIC)) != MAGIC:
        raise Tampered
    opened = primitives.unseal_from(private, file.read(_BOX))
    key, name = opened[: primitives.KEY_BYTES], opened[primitives.KEY_BYTES :]
    number, sealed = 0, _next(file)
    while sealed is not None:
        following = _next(file)
        yield primitives.unseal(sealed, key, _place(name, number, following is None))
        number, sealed = number + 1, following
    if number == 0:
        raise Tampered


def _next(file: BinaryIO) -> bytes | None:
    head = file.read(4)
    if not head:
        return None
    length = int.from_bytes(head, "big")
    sealed = file.read(length) if len(head) == 4 and length <= LONGEST_PIECE else b""
    if not sealed or len(sealed) != length:
        raise Tampered
    return sealed


def _place(name: bytes, number: int, last: bool) -> bytes:
    return primitives.context("parcel", name, number, int(last))
