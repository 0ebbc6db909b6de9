"""Emergency contacts: who can open them, and how they get to an adult who asked."""

import pytest
from tests.accounts.helpers import PASSWORD, fresh, make_person

from sebaya.accounts import actions, contacts
from sebaya.accounts.errors import NoSecondKey
from sebaya.accounts.models import ContactKey, EmergencyContact, Person
from sebaya.communities.models import Community
from sebaya.vault import holders, recovery
from sebaya.vault.errors import NoKey, Tampered
from sebaya.vault.keyring import Keyring, keyring_of

pytestmark = pytest.mark.django_db
PAYLOAD = {"trusted": "Tante Rina", "trusted_phone": "0812", "never": "Om Toni", "my_phone": ""}


def ring(person: Person) -> Keyring:
    return keyring_of(person.keyholder, holders.unlock(person.keyholder, PASSWORD))


def test_second_key_holder_opens(member: Person, second_key: Person) -> None:
    contact = contacts.seal_contact(member, "own", PAYLOAD)
    assert contacts.open_contact(ring(second_key), contact) == PAYLOAD


def test_emergency_sheet_opens(community: Community, member: Person, second_key: Person) -> None:
    _number, code = recovery.make_emergency_sheet(community)
    contact = contacts.seal_contact(member, "own", PAYLOAD)
    assert contacts.open_contact(recovery.open_emergency_sheet(community, code), contact) == PAYLOAD


def test_nobody_else_opens_not_even_the_writer(member: Person, counsellor: Person, second_key: Person) -> None:
    contact = contacts.seal_contact(member, "own", PAYLOAD)
    for person in (member, counsellor):
        with pytest.raises(NoKey):
            contacts.open_contact(ring(person), contact)


def test_sheet_alone_is_not_enough(community: Community, member: Person) -> None:
    recovery.make_emergency_sheet(community)
    with pytest.raises(NoSecondKey):
        contacts.seal_contact(member, "own", PAYLOAD)


def test_second_key_holder_who_left_gets_none(member: Person, second_key: Person) -> None:
    actions.suspend(by=None, person=second_key)
    with pytest.raises(NoSecondKey):
        contacts.seal_contact(member, "own", PAYLOAD)


def test_sealing_again_replaces_only_this_source(member: Person, second_key: Person) -> None:
    contacts.seal_contact(member, "roster", {"guardian": "1"})
    for number in (1, 2):
        contacts.seal_contact(member, "own", {"my_phone": str(number)})
    kept = {row.source: contacts.open_contact(ring(second_key), row) for row in EmergencyContact.objects.all()}
    assert kept == {"roster": {"guardian": "1"}, "own": {"my_phone": "2"}}


def test_many_are_sealed_as_one_is(community: Community, member: Person, second_key: Person) -> None:
    """The second time replaces, and the contact of another source stays."""
    others = [make_person(community, f"Siswa {n}", password=None) for n in range(3)]
    contacts.seal_contact(member, contacts.OWN, PAYLOAD)
    payloads = {person.pk: {"guardian_phone": person.name} for person in (member, *others)}
    for _time in (1, 2):
        assert contacts.seal_many(community, contacts.ROSTER, payloads) == 4
    rows = EmergencyContact.objects.filter(source=contacts.ROSTER)
    assert {row.person_id: contacts.open_contact(ring(second_key), row) for row in rows} == payloads
    assert EmergencyContact.objects.count() == 5


def test_rounds_of_many_leave_nobody_out(
    community: Community, second_key: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contacts, "BATCH", 2)
    people = [make_person(community, f"Siswa {n}", password=None) for n in range(5)]
    assert contacts.seal_many(community, contacts.ROSTER, {person.pk: {"phone": "1"} for person in people}) == 5
    assert EmergencyContact.objects.count() == ContactKey.objects.count() == 5


def test_many_need_a_second_key_holder_too(community: Community, member: Person) -> None:
    with pytest.raises(NoSecondKey):
        contacts.seal_many(community, contacts.ROSTER, {member.pk: {"phone": "1"}})


def test_moved_to_another_person_it_does_not_open(member: Person, second_key: Person) -> None:
    other = make_person(member.community, "Dimas")
    contact = contacts.seal_contact(member, "own", PAYLOAD)
    contact.person = other
    with pytest.raises(Tampered):
        contacts.open_contact(ring(second_key), contact)


def test_swapped_content_does_not_open(member: Person, second_key: Person) -> None:
    one = contacts.seal_contact(member, "own", PAYLOAD)
    other = contacts.seal_contact(member, "roster", PAYLOAD)
    one.sealed = other.sealed
    with pytest.raises(Tampered):
        contacts.open_contact(ring(second_key), one)


def test_approval_gives_the_asker_a_box(member: Person, counsellor: Person, second_key: Person) -> None:
    contacts.seal_contact(member, "own", PAYLOAD)
    contacts.seal_contact(member, "roster", {"guardian": "0813"})
    boxes = contacts.reseal_for(ring(second_key), member, counsellor.keyholder)
    opened = [contacts.open_resealed(ring(counsellor), member, box) for box in boxes]
    assert opened == [{"source": "own", **PAYLOAD}, {"source": "roster", "guardian": "0813"}]


def test_box_is_for_one_asker_and_one_person(member: Person, counsellor: Person, second_key: Person) -> None:
    contacts.seal_contact(member, "own", PAYLOAD)
    [box] = contacts.reseal_for(ring(second_key), member, counsellor.keyholder)
    with pytest.raises(Tampered):
        contacts.open_resealed(ring(second_key), member, box)
    with pytest.raises(Tampered):
        contacts.open_resealed(ring(counsellor), second_key, box)


def test_new_second_key_holder_gets_the_keys_from_the_first(member: Person, second_key: Person) -> None:
    contact = contacts.seal_contact(member, "own", PAYLOAD)
    newer = make_person(member.community, "Pak Baso", roles=("second_key",))
    assert contacts.share(ring(second_key), member.community) == 1
    assert contacts.share(ring(second_key), member.community) == 0
    assert contacts.open_contact(ring(fresh(newer)), contact) == PAYLOAD
    assert ContactKey.objects.count() == 2


def test_who_holds_no_key_has_nothing_to_share(member: Person, second_key: Person, counsellor: Person) -> None:
    contacts.seal_contact(member, "own", PAYLOAD)
    make_person(member.community, "Pak Baso", roles=("second_key",))
    assert contacts.share(ring(counsellor), member.community) == 0


def test_former_second_key_holder_loses_what_another_has(member: Person, second_key: Person) -> None:
    newer = make_person(member.community, "Pak Baso", roles=("second_key",))
    contact = contacts.seal_contact(member, "own", PAYLOAD)
    actions.set_roles(by=None, person=second_key, second_key=False)
    with pytest.raises(NoKey):
        contacts.open_contact(ring(second_key), contact)
    assert contacts.open_contact(ring(newer), contact) == PAYLOAD


def test_last_key_is_not_thrown_away(member: Person, second_key: Person) -> None:
    contact = contacts.seal_contact(member, "own", PAYLOAD)
    actions.leave(by=None, person=second_key)
    assert contacts.open_contact(ring(second_key), contact) == PAYLOAD
