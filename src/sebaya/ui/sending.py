"""The key that makes a form count once, however often a bad network sends it."""

import secrets

KEY_BYTES = 16  # random ids do not meet; 22 characters


def new_key() -> str:
    return secrets.token_urlsafe(KEY_BYTES)
