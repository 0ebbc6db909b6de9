"""The only way a view gets a reveal: as its asker, as its decider, or as a reviewer of an envelope; else 404."""

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from sebaya.accounts import access
from sebaya.accounts.models import Person
from sebaya.safeguarding import queries
from sebaya.safeguarding.models import Reveal
from sebaya.vault.keyring import Keyring

KEY_ROLES = ("counsellor", "duty", "second_key")


def keeper(http: HttpRequest) -> Person:
    """An adult who has anything to do with names."""
    return access.staff(http, *KEY_ROLES)


def second(http: HttpRequest) -> Person:
    return access.staff(http, "second_key")


def to_decide_or_404(http: HttpRequest, id: str) -> tuple[Person, Reveal]:
    person = second(http)
    return person, _one(queries.to_decide(person), id)


def asked_or_404(http: HttpRequest, id: str) -> tuple[Person, Reveal]:
    person = keeper(http)
    return person, _one(queries.asked_by(person), id)


def envelope_or_404(http: HttpRequest, id: str) -> tuple[Person, Reveal]:
    person = access.staff(http, "counsellor", "second_key")
    return person, _one(queries.envelopes(person), id)


def keyring(http: HttpRequest) -> Keyring:
    return access.keyring(http)


def reviews(person: Person) -> bool:
    """Opened envelopes are everybody's business who knows what they are."""
    return person.role_set.counsellor or person.role_set.second_key


def _one(rows: "QuerySet[Reveal]", id: str) -> Reveal:
    found = rows.filter(pk=id).first()
    if found is None:
        raise Http404
    return found
