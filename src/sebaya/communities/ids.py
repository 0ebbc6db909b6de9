"""Random row ids: they say nothing about order or time (vault.md, Unlinkability)."""

import secrets
from typing import Any

from django.db import models

ALPHABET = "abcdefghjkmnpqrstvwxyz0123456789"  # 32 signs, none that a reader takes for another
LENGTH = 16  # 80 bits: nobody guesses an address


def new_id() -> str:
    return "".join(ALPHABET[b & 31] for b in secrets.token_bytes(LENGTH))


class RandomIdField(models.CharField):
    """Primary key of 16 random signs; also what stands in an address."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("primary_key", True)
        kwargs.setdefault("default", new_id)
        kwargs.update(max_length=LENGTH, editable=False)
        super().__init__(*args, **kwargs)


class RandomIdModel(models.Model):
    id = RandomIdField()

    class Meta:
        abstract = True
