"""A parcel opens whole or not at all."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sebaya.vault import parcels, primitives
from sebaya.vault.errors import Tampered

PUBLIC, PRIVATE = primitives.key_pair(b"b" * 32)
CONTENT = [b"first piece", b"second piece", b"third piece"]


def packed(pieces=CONTENT):
    return b"".join(parcels.seal_stream(PUBLIC, pieces))


def opened(blob, private=PRIVATE):
    return b"".join(parcels.unseal_stream(private, io.BytesIO(blob)))


def cut(blob):
    """(head, pieces) of a parcel."""
    file = io.BytesIO(blob)
    head = file.read(len(parcels.MAGIC) + parcels._BOX)
    pieces = []
    while length := file.read(4):
        pieces.append(length + file.read(int.from_bytes(length, "big")))
    return head, pieces


@given(st.lists(st.binary(max_size=600), max_size=5))
def test_parcel_gives_what_was_packed(pieces):
    assert opened(packed(pieces)) == b"".join(pieces)


def test_pieces_come_out_as_they_went_in():
    assert list(parcels.unseal_stream(PRIVATE, io.BytesIO(packed()))) == CONTENT


def test_longest_piece_comes_back():
    piece = bytes(parcels.PIECE)

    assert opened(packed([piece, b"end"])) == piece + b"end"


def test_piece_that_could_not_be_read_back_is_refused_when_packing():
    with pytest.raises(ValueError, match="longer than"):
        packed([bytes(parcels.PIECE + 1)])


def test_another_key_opens_nothing():
    _public, other = primitives.key_pair()
    with pytest.raises(Tampered):
        opened(packed(), other)


def test_every_truncation_is_noticed():
    blob = packed()
    for length in range(len(blob)):
        with pytest.raises(Tampered):
            opened(blob[:length])


def test_every_flipped_byte_is_noticed():
    blob = packed([b"one", b"two"])
    for position in range(len(blob)):
        flipped = bytearray(blob)
        flipped[position] ^= 1
        with pytest.raises(Tampered):
            opened(bytes(flipped))


@given(st.binary(min_size=1, max_size=64))
def test_anything_appended_is_noticed(tail):
    with pytest.raises(Tampered):
        opened(packed() + tail)


@pytest.mark.parametrize("order", [(1, 0, 2), (0, 1), (0, 2), (1, 2), (0, 0, 1, 2), (0, 1, 2, 2), ()])
def test_pieces_swapped_missing_or_doubled_are_noticed(order):
    head, pieces = cut(packed())
    with pytest.raises(Tampered):
        opened(head + b"".join(pieces[number] for number in order))


def test_piece_of_another_parcel_is_noticed():
    (head, mine), (_head, theirs) = cut(packed()), cut(packed())
    with pytest.raises(Tampered):
        opened(head + mine[0] + theirs[1] + mine[2])


@pytest.mark.parametrize("length", [0, parcels.LONGEST_PIECE + 1, 2**32 - 1])
def test_length_that_cannot_be_is_not_read(length):
    head, _pieces = cut(packed())
    with pytest.raises(Tampered):
        opened(head + length.to_bytes(4, "big"))
