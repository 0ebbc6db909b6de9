"""The one file that speaks to libsodium; its keyed BLAKE2b comes from the standard library, which is faster.

Sealed content: format byte ‖ 24-byte nonce ‖ XChaCha20-Poly1305 over text padded to 256-byte steps
(ISO/IEC 7816-4 padding, so that length says little). Sealed boxes: X25519 + XSalsa20-Poly1305, anonymous.
Keys and seeds are 32 bytes.
"""

import hashlib
import hmac
import secrets
from typing import TypeAlias

from nacl import bindings as sodium
from nacl.exceptions import CryptoError

from sebaya.vault.errors import Tampered

KEY_BYTES = 32
SALT_BYTES = 16
FORMAT = b"\x01"
STEP = 256  # sealed text grows in steps of this many bytes
Blob: TypeAlias = "bytes | memoryview[int]"  # what a BinaryField gives: SQLite bytes, PostgreSQL a view
_NONCE = sodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES


def random_key() -> bytes:
    return secrets.token_bytes(KEY_BYTES)


def random_salt() -> bytes:
    return secrets.token_bytes(SALT_BYTES)


def stretch(password: str, salt: bytes, *, memory: int, passes: int) -> bytes:
    """Argon2id of a password: 32 bytes. `memory` in bytes, `passes` over it."""
    return sodium.crypto_pwhash_alg(
        KEY_BYTES, password.encode(), salt, passes, memory, sodium.crypto_pwhash_ALG_ARGON2ID13
    )


def derive(key: bytes, *parts: bytes | str | int) -> bytes:
    """Keyed BLAKE2b over length-prefixed parts: 32 bytes, another for every list of parts."""
    return hashlib.blake2b(context(*parts), digest_size=KEY_BYTES, key=key, person=b"sebaya").digest()


def context(*parts: bytes | str | int) -> bytes:
    """Joins parts so that no two lists give the same bytes."""
    raw = [part if isinstance(part, bytes) else str(part).encode() for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in raw)


def same(one: bytes, other: bytes) -> bool:
    """Constant-time comparison."""
    return hmac.compare_digest(one, other)


def xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def seal(plain: bytes, key: bytes, place: bytes) -> bytes:
    """Seals `plain` for exactly one `place` (associated data)."""
    nonce = secrets.token_bytes(_NONCE)
    body = sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(_pad(plain), place, nonce, key)
    return FORMAT + nonce + body


def unseal(blob: Blob, key: bytes, place: bytes) -> bytes:
    """Raises Tampered unless `blob` was sealed with this key for this place."""
    blob = bytes(blob)
    if blob[:1] != FORMAT or len(blob) < 1 + _NONCE + sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES:
        raise Tampered
    nonce, body = blob[1 : 1 + _NONCE], blob[1 + _NONCE :]
    try:
        return _unpad(sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(body, place, nonce, key))
    except (CryptoError, ValueError) as error:
        raise Tampered from error


def key_pair(seed: bytes | None = None) -> tuple[bytes, bytes]:
    """(public, private) X25519 keys, from a seed or fresh."""
    return sodium.crypto_box_seed_keypair(seed or random_key())


def public_of(private: bytes) -> bytes:
    return sodium.crypto_scalarmult_base(private)


def seal_to(public: Blob, plain: bytes) -> bytes:
    """Anonymous sealed box to one public key."""
    return FORMAT + sodium.crypto_box_seal(plain, bytes(public))


def unseal_from(private: bytes, blob: Blob) -> bytes:
    blob = bytes(blob)
    if blob[:1] != FORMAT:
        raise Tampered
    try:
        return sodium.crypto_box_seal_open(blob[1:], public_of(private), private)
    except (CryptoError, ValueError, TypeError) as error:
        raise Tampered from error


def _pad(plain: bytes) -> bytes:
    padded = plain + b"\x80"
    return padded + b"\x00" * (-len(padded) % STEP)


def _unpad(padded: bytes) -> bytes:
    plain = padded.rstrip(b"\x00")
    if plain[-1:] != b"\x80":
        raise Tampered
    return plain[:-1]
