"""Codes that people copy from paper: Crockford's base 32 in groups of four, forgiving when read back."""

import secrets

from sebaya.vault import files, primitives
from sebaya.vault.errors import WrongSecret

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford: no I, L, O, U
_READ = {sign: value for value, sign in enumerate(SIGNS)} | {"O": 0, "I": 1, "L": 1}
SLIP_BYTES = 10  # 80 bits: may be stored hashed without Argon2 (vault.md, Activation)
CHECK_BYTES = 2  # a slip of the pen on a 32-byte sheet is noticed before anything is tried


def random_slip() -> str:
    return write(secrets.token_bytes(SLIP_BYTES))


def write(raw: bytes) -> str:
    """Groups of four signs; the length must be a multiple of five bytes or is padded with zero bits."""
    bits = int.from_bytes(raw, "big") << (-len(raw) * 8 % 5)
    count = -(-len(raw) * 8 // 5)
    signs = "".join(SIGNS[bits >> 5 * (count - 1 - i) & 31] for i in range(count))
    return "-".join(signs[i : i + 4] for i in range(0, count, 4))


def read(text: str, length: int) -> bytes:
    """The bytes behind a code, forgiving case, spaces, dashes and look-alikes. Raises WrongSecret."""
    values = []
    for sign in text.upper():
        if sign in " -–—\t\n\r.":
            continue
        if sign not in _READ:
            raise WrongSecret
        values.append(_READ[sign])
    if len(values) != -(-length * 8 // 5):
        raise WrongSecret
    bits = 0
    for value in values:
        bits = bits << 5 | value
    filling = -length * 8 % 5
    if bits & ((1 << filling) - 1):  # one code for one value: the last sign is checked too
        raise WrongSecret
    return (bits >> filling).to_bytes(length, "big")


def write_checked(raw: bytes) -> str:
    return write(raw + primitives.derive(b"check" * 4, raw)[:CHECK_BYTES])


def read_checked(text: str, length: int = primitives.KEY_BYTES) -> bytes:
    raw = read(text, length + CHECK_BYTES)
    value, check = raw[:length], raw[length:]
    if primitives.derive(b"check" * 4, value)[:CHECK_BYTES] != check:
        raise WrongSecret
    return value


def fingerprint(code: str, purpose: str, length: int = SLIP_BYTES) -> bytes:
    """What the database keeps of a slip: keyed with the pepper, so a stolen database cannot try codes."""
    return primitives.derive(files.pepper(), "slip", purpose, read(code, length))
