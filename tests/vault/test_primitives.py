"""Sealing opens for the right key and place, and for nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nacl import bindings as sodium

from sebaya.vault import primitives
from sebaya.vault.errors import Tampered

KEY = b"k" * 32
PLACE = b"here"
parts = st.lists(st.one_of(st.binary(max_size=8), st.text(max_size=8), st.integers(0, 2**40)), max_size=5)


@given(st.binary(max_size=3000), st.binary(max_size=100))
def test_unseal_gives_what_was_sealed(plain, place):
    assert primitives.unseal(primitives.seal(plain, KEY, place), KEY, place) == plain


def test_unseal_takes_what_postgresql_gives():
    assert primitives.unseal(memoryview(primitives.seal(b"text", KEY, PLACE)), KEY, PLACE) == b"text"


def test_every_flipped_bit_is_noticed():
    blob = primitives.seal(b"jangan bilang siapa-siapa", KEY, PLACE)
    for position in range(len(blob) * 8):
        flipped = bytearray(blob)
        flipped[position // 8] ^= 1 << position % 8
        with pytest.raises(Tampered):
            primitives.unseal(bytes(flipped), KEY, PLACE)


def test_every_truncation_is_noticed():
    blob = primitives.seal(b"text", KEY, PLACE)
    for length in range(len(blob)):
        with pytest.raises(Tampered):
            primitives.unseal(blob[:length], KEY, PLACE)


@given(st.binary(min_size=1, max_size=300))
def test_anything_appended_is_noticed(tail):
    with pytest.raises(Tampered):
        primitives.unseal(primitives.seal(b"text", KEY, PLACE) + tail, KEY, PLACE)


@given(st.binary(max_size=300))
def test_bytes_that_nobody_sealed_are_refused(blob):
    with pytest.raises(Tampered):
        primitives.unseal(primitives.FORMAT + blob, KEY, PLACE)


@given(st.binary(max_size=40), st.binary(max_size=40))
def test_another_place_is_noticed(one, other):
    if one != other:
        with pytest.raises(Tampered):
            primitives.unseal(primitives.seal(b"text", KEY, one), KEY, other)


def test_another_key_is_noticed():
    with pytest.raises(Tampered):
        primitives.unseal(primitives.seal(b"text", KEY, PLACE), b"K" * 32, PLACE)


@given(st.integers(0, 2000))
def test_length_says_only_the_step(length):
    overhead = 1 + 24 + 16  # format, nonce, authenticator

    blob = primitives.seal(b"x" * length, KEY, PLACE)

    assert len(blob) == overhead + (length // 256 + 1) * 256


def test_the_same_text_never_looks_the_same():
    assert primitives.seal(b"text", KEY, PLACE) != primitives.seal(b"text", KEY, PLACE)


def test_padding_that_is_none_is_noticed(monkeypatch):
    monkeypatch.setattr(primitives, "_pad", lambda plain: plain)
    for plain in (b"", b"no mark", b"\0" * 256):
        with pytest.raises(Tampered):
            primitives.unseal(primitives.seal(plain, KEY, PLACE), KEY, PLACE)


@given(parts, parts)
def test_context_differs_for_different_lists(one, other):
    raw = [[part if isinstance(part, bytes) else str(part).encode() for part in each] for each in (one, other)]

    assert (primitives.context(*one) == primitives.context(*other)) == (raw[0] == raw[1])


@given(parts, st.binary(min_size=32, max_size=32))
def test_derive_is_the_same_again_and_depends_on_the_key(names, key):
    derived = primitives.derive(KEY, *names)

    assert len(derived) == 32
    assert derived == primitives.derive(KEY, *names)
    assert (derived == primitives.derive(key, *names)) == (key == KEY)


@given(parts)
def test_derive_is_what_libsodium_derives(names):
    raw = primitives.context(*names)

    assert primitives.derive(KEY, *names) == sodium.crypto_generichash_blake2b_salt_personal(
        raw, digest_size=32, key=KEY, person=b"sebaya"
    )


@given(st.binary(max_size=64), st.binary(max_size=64))
def test_same_compares(one, other):
    assert primitives.same(one, other) == (one == other)


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_xor_takes_itself_back(one, other):
    assert primitives.xor(primitives.xor(one, other), other) == one


def test_xor_of_unequal_lengths_is_an_error():
    with pytest.raises(ValueError, match="shorter"):
        primitives.xor(b"aa", b"a")


@given(st.binary(max_size=500))
def test_box_opens_for_its_owner(plain):
    public, private = primitives.key_pair()

    assert primitives.unseal_from(private, primitives.seal_to(public, plain)) == plain


def test_box_for_another_is_refused():
    public, _private = primitives.key_pair()
    _other_public, other = primitives.key_pair()
    with pytest.raises(Tampered):
        primitives.unseal_from(other, primitives.seal_to(public, b"text"))


def test_every_flipped_byte_of_a_box_is_noticed():
    public, private = primitives.key_pair()
    box = primitives.seal_to(public, b"a key")
    for position in range(len(box)):
        flipped = bytearray(box)
        flipped[position] ^= 0x40
        with pytest.raises(Tampered):
            primitives.unseal_from(private, bytes(flipped))


@pytest.mark.parametrize("length", [0, 1, 2, 32, 48])
def test_short_box_is_refused(length):
    public, private = primitives.key_pair()
    with pytest.raises(Tampered):
        primitives.unseal_from(private, primitives.seal_to(public, b"a key")[:length])


def test_key_pair_from_a_seed_is_the_same_again():
    assert primitives.key_pair(KEY) == primitives.key_pair(KEY)
    assert primitives.key_pair() != primitives.key_pair()


def test_public_half_follows_from_the_private():
    public, private = primitives.key_pair()

    assert primitives.public_of(private) == public


def test_stretch_depends_on_everything_it_is_given():
    salts = (b"s" * 16, b"t" * 16)
    costs = ({"memory": 8192, "passes": 1}, {"memory": 16384, "passes": 1}, {"memory": 8192, "passes": 2})
    roots = {primitives.stretch(word, salt, **cost) for word in ("satu", "dua") for salt in salts for cost in costs}

    assert len(roots) == 12


def test_random_things_have_their_lengths():
    assert (len(primitives.random_key()), len(primitives.random_salt())) == (32, 16)
    assert primitives.random_key() != primitives.random_key()
