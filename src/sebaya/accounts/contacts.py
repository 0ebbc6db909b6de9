"""Emergency contacts: sealed to the second key holders and the emergency sheet, to nobody else.

They are opened only together with a name (vault.md, Reveal): a second key holder's approval seals them again
to the adult who asked.
"""

import json
from collections.abc import Mapping
from itertools import islice
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from sebaya.accounts.errors import NoSecondKey
from sebaya.accounts.models import ContactKey, EmergencyContact, Person
from sebaya.audit.guard import may_write
from sebaya.communities.models import Community
from sebaya.vault import primitives
from sebaya.vault.errors import NoKey, Tampered
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import HolderKind, Keyholder

OWN, ROSTER = "own", "roster"
BATCH = 500  # people in one round of `seal_many`: bounds memory and the length of a statement


def holders_of(community: Community) -> list[Keyholder]:
    """Activated second key holders, and the emergency sheet if there is one."""
    people = Q(kind=HolderKind.PERSON, person__is_active=True, person__roles__second_key=True)
    return list(Keyholder.objects.filter(people | Q(kind=HolderKind.SHEET), community=community, retired=False))


def readers_of(community: Community) -> list[Keyholder]:
    """To whom a contact would be sealed now; empty before the first second key holder is activated."""
    found = holders_of(community)
    return found if any(reader.kind == HolderKind.PERSON for reader in found) else []


@transaction.atomic
def seal_contact(person: Person, source: str, payload: dict[str, Any]) -> EmergencyContact:
    """Replaces the contact of this source. Raises NoSecondKey when nobody could open it."""
    readers = readers_of(person.community)
    if not readers:
        raise NoSecondKey
    EmergencyContact.objects.filter(person=person, source=source).delete()
    contact, keys = _sealed(person, source, payload, readers)
    contact.save(force_insert=True)
    ContactKey.objects.bulk_create(keys)
    return contact


@transaction.atomic
def seal_many(community: Community, source: str, payloads: Mapping[str, Mapping[str, Any]]) -> int:
    """What `seal_contact` does for one, for many (person id → payload) in few statements; returns how many.

    The ids must be of this community. Raises NoSecondKey when nobody could open them.
    """
    readers = readers_of(community)
    if not readers:
        raise NoSecondKey
    items = iter(payloads.items())
    while batch := dict(islice(items, BATCH)):
        EmergencyContact.objects.filter(person_id__in=list(batch), source=source).delete()
        made = [_sealed(Person(pk=pk, community=community), source, payload, readers) for pk, payload in batch.items()]
        EmergencyContact.objects.bulk_create([contact for contact, _keys in made])
        ContactKey.objects.bulk_create([key for _contact, keys in made for key in keys])
    return len(payloads)


def open_contact(keyring: Keyring, contact: EmergencyContact) -> dict[str, Any]:
    """Raises NoKey for someone who is no second key holder, Tampered for what was changed or moved."""
    payload: dict[str, Any] = json.loads(
        primitives.unseal(contact.sealed, _open_key(keyring, contact), _place(contact))
    )
    return payload


def reseal_for(keyring: Keyring, person: Person, to: Keyholder) -> list[bytes]:
    """A second key holder's approval: each contact of the person as a box that only `to` opens."""
    boxes = []
    for contact in person.emergency_contacts.select_related("person").order_by("source"):
        content = {"source": contact.source, **open_contact(keyring, contact)}
        label = primitives.context("contact for", person.community_id, person.pk, to.pk)
        boxes.append(primitives.seal_to(to.public, label + json.dumps(content).encode()))
    return boxes


def open_resealed(keyring: Keyring, person: Person, box: bytes) -> dict[str, Any]:
    """What `reseal_for` made for this keyring: the payload and its `source`."""
    label = primitives.context("contact for", person.community_id, person.pk, keyring.holder_id)
    plain = keyring.unseal(box)
    if not plain.startswith(label):
        raise Tampered
    payload: dict[str, Any] = json.loads(plain.removeprefix(label))
    return payload


def share(keyring: Keyring, community: Community) -> int:
    """Gives second key holders and sheets who came later the keys that this one has; at most a batch for each.

    Called from the pages of a signed-in second key holder; returns how many keys were new.
    """
    later = [to for to in holders_of(community) if to.pk != keyring.holder_id and _lacking(keyring, to).exists()]
    if not later:
        return 0
    with may_write("pending grants"), transaction.atomic():
        return sum(_pass_on(keyring, to) for to in later)


def _lacking(keyring: Keyring, to: Keyholder) -> "QuerySet[EmergencyContact]":
    return EmergencyContact.objects.filter(keys__holder_id=keyring.holder_id).exclude(keys__holder=to)


def _pass_on(keyring: Keyring, to: Keyholder) -> int:
    contacts = _lacking(keyring, to).select_related("person")[:BATCH]
    rows = [_key_for(contact, to, _open_key(keyring, contact)) for contact in contacts]
    return len(ContactKey.objects.bulk_create(rows))


@transaction.atomic
def withdraw(person: Person, even_the_last: bool = False) -> int:
    """Takes the keys from someone who is no second key holder any more, where another one has them.

    The last key stays sealed to them: in an emergency a contact that opens late is better than none. Not so for
    someone who may ask for names themselves now (`even_the_last`).
    """
    if even_the_last:
        return ContactKey.objects.filter(holder__person=person).delete()[0]
    others = [holder for holder in holders_of(person.community) if holder.person_id not in (None, person.pk)]
    shared = ContactKey.objects.filter(holder__in=others, contact=OuterRef("contact"))
    return ContactKey.objects.filter(Exists(shared), holder__person=person).delete()[0]


def _sealed(
    person: Person, source: str, payload: Mapping[str, Any], readers: list[Keyholder]
) -> tuple[EmergencyContact, list[ContactKey]]:
    """A contact under a fresh key, and that key for each reader; nothing is written."""
    key = primitives.random_key()
    contact = EmergencyContact(person=person, source=source)
    contact.sealed = primitives.seal(json.dumps(payload).encode(), key, _place(contact))
    return contact, [_key_for(contact, reader, key) for reader in readers]


def _key_for(contact: EmergencyContact, reader: Keyholder, key: bytes) -> ContactKey:
    return ContactKey(contact=contact, holder=reader, sealed=primitives.seal_to(reader.public, _place(contact) + key))


def _open_key(keyring: Keyring, contact: EmergencyContact) -> bytes:
    row = contact.keys.filter(holder_id=keyring.holder_id).first()
    if row is None:
        raise NoKey
    boxed = keyring.unseal(row.sealed)
    if boxed[: -primitives.KEY_BYTES] != _place(contact):
        raise Tampered
    return boxed[-primitives.KEY_BYTES :]


def _place(contact: EmergencyContact) -> bytes:
    return primitives.context(contact.person.community_id, "contact", contact.person_id, contact.source, contact.pk)
