"""Safes: one key, one list of readers, one place for every sealed text."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.factories import make_community

from sebaya.vault import recovery, safes
from sebaya.vault.errors import NoKey, Tampered
from sebaya.vault.models import KeyState, PendingGrant, Purpose, Safe, SafeKey


@pytest.fixture
def safe(community):
    return safes.create(community, Purpose.TALK)


def test_unseal_gives_the_text(safe):
    blob = safe.seal("halo, aku Siti 😊", "message", "row", 3, 2)

    assert safe.unseal(blob, "message", "row", 3, 2) == "halo, aku Siti 😊"


@pytest.mark.parametrize(
    "place",
    [("note", "row", 3, 2), ("message", "other", 3, 2), ("message", "row", 4, 2), ("message", "row", 3, 3)],
    ids=["model", "row", "seq", "version"],
)
def test_text_of_another_place_is_tampered(safe, place):
    blob = safe.seal("halo", "message", "row", 3, 2)
    with pytest.raises(Tampered):
        safe.unseal(blob, *place)


def test_old_text_under_the_current_version_is_tampered(safe):
    old, new = (safe.seal(text, "plan", "row", version=version) for version, text in ((1, "lama"), (2, "baru")))

    assert safe.unseal(new, "plan", "row", version=2) == "baru"
    with pytest.raises(Tampered):
        safe.unseal(old, "plan", "row", version=2)


def test_text_of_another_safe_is_tampered(safe, community):
    other = safes.create(community, Purpose.TALK)
    same_key = safes.OpenSafe(other.id, community.pk, Purpose.TALK, safe.key)
    for foreign in (other, same_key):
        with pytest.raises(Tampered):
            foreign.unseal(safe.seal("halo", "message", "row"), "message", "row")


def test_text_of_another_community_is_tampered(safe):
    elsewhere = safes.OpenSafe(safe.id, make_community().pk, safe.purpose, safe.key)
    with pytest.raises(Tampered):
        elsewhere.unseal(safe.seal("halo", "message", "row"), "message", "row")


def test_tag_depends_on_safe_name_and_value(safe, community):
    other = safes.create(community, Purpose.TALK)
    tags = {each.tag(name, value) for each in (safe, other) for name in ("away", "b") for value in ("siti", "budi")}

    assert len(tags) == 8
    assert {len(tag) for tag in tags} == {safes.KEY_TAG_BYTES}
    assert safe.tag("away", "siti") == safe.tag("away", "siti")


def test_safes_have_different_keys(community):
    assert len({safes.create(community, Purpose.FILE).key for _ in range(20)}) == 20


def test_safe_key_is_stored_nowhere_in_the_open(safe, reader):
    holder, _ring = reader()
    row = safes.grant(safe, holder)

    assert safe.key not in bytes(row.sealed)
    assert {field.name for field in Safe._meta.get_fields() if field.concrete} == {"id", "community", "purpose"}


def test_grant_again_changes_state_and_end_only(safe, reader, frozen):
    holder, ring = reader()
    first = safes.grant(safe, holder, state=KeyState.OFFERED)
    frozen.shift(timedelta(days=3))
    until = timezone.now() + timedelta(days=1)

    again = safes.grant(safe, holder, state=KeyState.ACTIVE, until=until)

    row = SafeKey.objects.get()
    assert (again.pk, row.pk) == (first.pk, first.pk)
    assert (row.state, row.until, row.since) == (KeyState.ACTIVE, until, date(2026, 8, 4))
    assert bytes(row.sealed) == bytes(first.sealed)
    assert ring.open_safe(safe.id) == safe


def test_grant_to_mailbox_and_holder_are_two_readers(safe, reader):
    holder, ring = reader()
    box, _secret = ring.new_mailbox()
    safes.grant(safe, holder)
    safes.grant(safe, box)

    assert ring.open_safe(safe.id) == ring.open_safe_as_seeker(safe.id, box) == safe


def test_grant_all_seals_to_each_alone(safe, reader, frozen, django_assert_num_queries):
    (holder, ring), (other, other_ring), (_third, third_ring) = reader(), reader(), reader()
    box, _secret = third_ring.new_mailbox()

    with django_assert_num_queries(1):
        safes.grant_all(safe, [holder, other, box])

    assert [each.open_safe(safe.id) for each in (ring, other_ring)] == [safe, safe]
    assert third_ring.open_safe_as_seeker(safe.id, box) == safe
    assert set(SafeKey.objects.values_list("state", "since", "until")) == {("active", date(2026, 8, 4), None)}
    with pytest.raises(NoKey):
        third_ring.open_safe(safe.id)


@pytest.mark.parametrize("first_state", list(KeyState))
def test_revoke_takes_key_and_pending_grant(safe, reader, first_state):
    (holder, ring), (other, other_ring) = reader(), reader()
    safes.grant_all(safe, [other])
    safes.grant(safe, holder, state=first_state)
    safes.ask_grant(safe.id, holder)

    safes.revoke(safe.id, holder)

    assert not PendingGrant.objects.exists()
    assert other_ring.open_safe(safe.id) == safe
    with pytest.raises(NoKey):
        ring.open_safe(safe.id)


def test_ask_grant_twice_is_one_note(safe, reader):
    holder, _ring = reader()
    safes.ask_grant(safe.id, holder, confirmed=False)
    safes.ask_grant(safe.id, holder)

    note = PendingGrant.objects.get()
    assert (note.holder, note.confirmed) == (holder, False)


def test_standing_readers_are_the_sheets_in_use(community):
    recovery.make_sheets(make_community())
    recovery.make_sheets(community)
    recovery.make_emergency_sheet(community)
    sheets = recovery.make_sheets(community)

    [standing] = safes.standing_readers(community)

    assert recovery.open_sheets(community, sheets.a, sheets.b).holder_id == standing.pk


def test_without_sheets_nobody_stands(community):
    assert safes.standing_readers(community) == []


@pytest.fixture
def two_keys(community, reader):
    """Two safes of one reader: (rows, keyring)."""
    holder, ring = reader()
    rows = [safes.grant(safes.create(community, Purpose.TALK), holder) for _ in range(2)]
    return rows, ring


def test_swapped_sealed_boxes_are_tampered(two_keys):
    (one, other), ring = two_keys
    assert ring.open_safe(one.safe_id)  # there is something to swap

    SafeKey.objects.filter(pk=one.pk).update(sealed=other.sealed)

    with pytest.raises(Tampered):
        ring.open_safe(one.safe_id)


def test_swapped_safes_are_tampered(two_keys):
    (one, other), ring = two_keys
    SafeKey.objects.filter(pk=one.pk).delete()
    SafeKey.objects.filter(pk=other.pk).update(safe_id=one.safe_id)
    with pytest.raises(Tampered):
        ring.open_safe(one.safe_id)


def test_box_of_another_reader_is_tampered(two_keys, community, reader):
    (one, _other), ring = two_keys
    holder, _ring = reader()
    theirs = safes.grant(ring.open_safe(one.safe_id), holder)
    SafeKey.objects.filter(pk=one.pk).update(sealed=theirs.sealed)
    with pytest.raises(Tampered):
        ring.open_safe(one.safe_id)


@pytest.mark.parametrize("change", ["community", "purpose"])
def test_safe_that_changed_is_tampered(two_keys, change):
    (one, _other), ring = two_keys
    value = {"community": make_community(), "purpose": Purpose.FILE}[change]
    Safe.objects.filter(pk=one.safe_id).update(**{change: value})
    with pytest.raises(Tampered):
        ring.open_safe(one.safe_id)


def test_truncated_box_is_tampered(two_keys):
    (one, _other), ring = two_keys
    SafeKey.objects.filter(pk=one.pk).update(sealed=bytes(one.sealed)[:-1])
    with pytest.raises(Tampered):
        ring.open_safe(one.safe_id)


def test_deleting_the_keys_destroys_the_content(two_keys):
    (one, _other), ring = two_keys
    SafeKey.objects.filter(safe_id=one.safe_id).delete()
    with pytest.raises(NoKey):
        ring.open_safe(one.safe_id)
