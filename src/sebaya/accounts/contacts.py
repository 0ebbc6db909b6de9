"""Emergency contacts: sealed to the second key holders and the emergency sheet, to nobody else.

They are opened only together with a name (vault.md, Reveal): a second key holder's approval seals them again
to the adult who asked.
"""

import json
from typing import Any

from django.db import transaction
from django.db.models import Exists, OuterRef

from sebaya.accounts.errors import NoSecondKey
from sebaya.accounts.models import ContactKey, EmergencyContact, Person
from sebaya.communities.models import Community
from sebaya.vault import primitives
from sebaya.vault.errors import NoKey, Tampered
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import HolderKind, Keyholder

OWN, ROSTER = "own", "roster"


def holders_of(community: Community) -> list[Keyholder]:
    """Activated second key holders, and the emergency sheet if there is one."""
    alive = Keyholder.objects.filter(community=community, retired=False)
    people = alive.filter(kind=HolderKind.PERSON, person__is_active=True, person__roles__second_key=True)
    return [*people, *alive.filter(kind=HolderKind.SHEET)]


@transaction.atomic
def seal_contact(person: Person, source: str, payload: dict[str, Any]) -> EmergencyContact:
    """Replaces the contact of this source. Raises NoSecondKey when nobody could open it."""
    readers = holders_of(person.community)
    if not any(reader.kind == HolderKind.PERSON for reader in readers):
        raise NoSecondKey
    EmergencyContact.objects.filter(person=person, source=source).delete()
    key = primitives.random_key()
    contact = EmergencyContact(person=person, source=source)
    contact.sealed = primitives.seal(json.dumps(payload).encode(), key, _place(contact))
    contact.save(force_insert=True)
    ContactKey.objects.bulk_create([_key_for(contact, reader, key) for reader in readers])
    return contact


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


@transaction.atomic
def pass_on(keyring: Keyring, to: Keyholder) -> int:
    """Gives a new second key holder or sheet the keys that this one has; returns how many were new."""
    contacts = EmergencyContact.objects.filter(keys__holder_id=keyring.holder_id).exclude(keys__holder=to)
    rows = [_key_for(contact, to, _open_key(keyring, contact)) for contact in contacts.select_related("person")]
    return len(ContactKey.objects.bulk_create(rows))


@transaction.atomic
def withdraw(person: Person) -> int:
    """Takes the keys from someone who is no second key holder any more, where another one has them.

    The last key stays sealed to them: in an emergency a contact that opens late is better than none.
    """
    others = [holder for holder in holders_of(person.community) if holder.person_id not in (None, person.pk)]
    shared = ContactKey.objects.filter(holder__in=others, contact=OuterRef("contact"))
    return ContactKey.objects.filter(Exists(shared), holder__person=person).delete()[0]


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
