"""Safes and readers of one community, without the rooms above."""

from collections.abc import Callable
from typing import Any

import pytest
from tests.factories import PASSWORD, make_person

from sebaya.vault import holders, primitives
from sebaya.vault.keyring import Keyring, keyring_of
from sebaya.vault.models import Keyholder


@pytest.fixture
def reader(community: Any) -> Callable[..., tuple[Keyholder, Keyring]]:
    """`holder, keyring = reader()`: another activated person."""

    def make(name: str = "") -> tuple[Keyholder, Keyring]:
        person = make_person(community, name, staff=True)
        holder, private = holders.create(person, PASSWORD)
        return holder, keyring_of(holder, private)

    return make


@pytest.fixture
def stretched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The passwords on which Argon2 ran, in order."""
    seen: list[str] = []
    real = primitives.stretch

    def counted(password: str, *args: Any, **kwargs: Any) -> bytes:
        seen.append(password)
        return real(password, *args, **kwargs)

    monkeypatch.setattr(primitives, "stretch", counted)
    return seen
