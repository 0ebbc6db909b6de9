"""Signing in is opening one's key: one Argon2 run decides and unwraps (vault.md, Keyholder)."""

from typing import Any

from django.contrib.auth.backends import BaseBackend
from django.db.models import QuerySet
from django.http import HttpRequest

from sebaya.accounts import passwords
from sebaya.accounts.models import Person
from sebaya.communities.prepared import Rows
from sebaya.vault import holders
from sebaya.vault.errors import WrongSecret

_active = Rows(lambda user_id: Person.objects.filter(pk=user_id, is_active=True), "roles")


class KeyholderBackend(BaseBackend):
    def authenticate(  # type: ignore[override]
        self, request: HttpRequest, username: str = "", password: str = "", **_other: Any
    ) -> Person | None:
        """The person whose password this is; their private key waits in `request.unlocked`."""
        person = everyone().filter(login=username).first()
        holder = getattr(person, "keyholder", None)
        try:
            private = holders.unlock(holder, passwords.normal(password))
        except WrongSecret:
            return None
        if person is None or not person.is_active:
            return None
        request.unlocked = private  # type: ignore[attr-defined]
        return person

    def get_user(self, user_id: str) -> Person | None:
        """Without key and community: most pages need neither beyond what sign-in row and address gave."""
        return _active.first(user_id=user_id)


def everyone() -> QuerySet[Person]:
    """People with what every request asks about them, in one query."""
    return Person.objects.select_related("community", "roles", "keyholder")
