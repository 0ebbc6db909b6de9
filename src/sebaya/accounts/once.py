"""Rows made from the hidden key of a form: sent twice, the second press finds what the first one made."""

from sebaya.communities.ids import ALPHABET, LENGTH, new_id
from sebaya.vault import files, primitives


def row_id(key: str, *place: str) -> str:
    """The same for the same key and place; random to whoever lacks the server key, and without a key."""
    if not key:
        return new_id()
    digest = primitives.derive(files.server_key(), "once", key, *place)
    return "".join(ALPHABET[byte & 31] for byte in digest[:LENGTH])
