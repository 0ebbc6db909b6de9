"""Emergency contacts of a whole roster: what `contacts.seal_contact` does for one, in few statements."""

import json
from collections.abc import Iterator, Mapping
from itertools import islice

from sebaya.accounts import contacts
from sebaya.accounts.models import ContactKey, EmergencyContact, Person
from sebaya.communities.models import Community
from sebaya.vault import primitives
from sebaya.vault.models import HolderKind, Keyholder

BATCH = 500  # people in one round: bounds memory and the length of a statement


def readers(community: Community) -> list[Keyholder]:
    """Who would be able to open a contact; empty before the first second key holder is activated."""
    found = contacts.holders_of(community)
    return found if any(reader.kind == HolderKind.PERSON for reader in found) else []


def seal_all(community: Community, to: list[Keyholder], payloads: Mapping[str, dict[str, str]]) -> int:
    """Replaces the roster's contact of each person (id → payload); returns how many were sealed."""
    items = iter(payloads.items())
    while batch := dict(islice(items, BATCH)):
        EmergencyContact.objects.filter(person_id__in=list(batch), source=contacts.ROSTER).delete()
        _insert(community, to, batch)
    return len(payloads)


def _insert(community: Community, to: list[Keyholder], batch: dict[str, dict[str, str]]) -> None:
    made = list(_sealed(community, to, batch))
    EmergencyContact.objects.bulk_create([contact for contact, _keys in made])
    ContactKey.objects.bulk_create([key for _contact, keys in made for key in keys])


def _sealed(
    community: Community, to: list[Keyholder], batch: dict[str, dict[str, str]]
) -> Iterator[tuple[EmergencyContact, list[ContactKey]]]:
    for person_id, payload in batch.items():
        key = primitives.random_key()
        contact = EmergencyContact(person=Person(pk=person_id, community=community), source=contacts.ROSTER)
        contact.sealed = primitives.seal(json.dumps(payload).encode(), key, contacts._place(contact))
        yield contact, [contacts._key_for(contact, reader, key) for reader in to]
