"""What one signed-in person can open, and what not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from tests.factories import make_community

from sebaya.vault import primitives, safes
from sebaya.vault.errors import NoKey, NoMailboxLeft, Tampered
from sebaya.vault.models import KeyState, Mailbox


def test_mailboxes_are_32_and_all_different(reader):
    _holder, ring = reader()
    _holder, other = reader()
    every = [secret for each in (ring, other) for secret in each.mailbox_secrets.values()]

    assert len(ring.mailbox_secrets) == 32
    for name in ("secret", "lookup", "public", "private"):
        assert len({getattr(secret, name) for secret in every}) == 64


def test_mailboxes_are_the_same_at_the_next_sign_in(reader):
    holder, ring = reader()

    again = type(ring)(holder.pk, holder.community_id, ring.private)

    assert list(again.mailbox_secrets) == list(ring.mailbox_secrets)


def test_halves_differ_by_name_and_mailbox(reader):
    _holder, ring = reader()
    halves = {secret.half(name) for secret in ring.mailbox_secrets.values() for name in ("k1", "k2")}

    assert len(halves) == 64


def test_new_mailbox_stores_lookup_and_public_half_and_no_link(reader):
    _holder, ring = reader()
    box, secret = ring.new_mailbox()
    stored = Mailbox.objects.get(pk=box.pk)

    assert (bytes(stored.lookup), bytes(stored.public)) == (secret.lookup, secret.public)
    assert {field.name for field in Mailbox._meta.get_fields() if field.concrete} == {
        "id", "community", "lookup", "public",
    }  # fmt: skip


def test_mailboxes_in_use_are_passed_over_until_none_is_left(reader):
    _holder, ring = reader()

    lookups = [bytes(ring.new_mailbox()[0].lookup) for _ in range(32)]

    assert lookups == list(ring.mailbox_secrets)
    with pytest.raises(NoMailboxLeft):
        ring.new_mailbox()


def test_freed_mailbox_is_used_again(reader):
    _holder, ring = reader()
    first, _secret = ring.new_mailbox()
    ring.new_mailbox()
    first.delete()

    box, _secret = ring.new_mailbox()

    assert bytes(box.lookup) == bytes(first.lookup)


def test_collision_with_a_second_tab_goes_on_to_the_next(reader, community):
    _holder, ring = reader()
    first, second, *_more = ring.mailbox_secrets.values()

    def faster_tab(execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT") and not taken:
            taken.append(first.lookup)
            Mailbox.objects.create(community=community, lookup=first.lookup, public=first.public)
        return execute(sql, params, many, context)

    taken: list[bytes] = []
    with connection.execute_wrapper(faster_tab):
        box, secret = ring.new_mailbox()

    assert bytes(box.lookup) == second.lookup == secret.lookup
    assert Mailbox.objects.count() == 2


def test_my_mailboxes_are_mine_alone(reader):
    _holder, ring = reader()
    _holder, other = reader()
    box, _secret = ring.new_mailbox()
    other.new_mailbox()

    assert list(Mailbox.objects.filter(ring.my_mailboxes())) == [box]


def test_mailbox_of_another_member_cannot_be_opened(reader, community):
    _holder, ring = reader()
    _holder, other = reader()
    box, _secret = other.new_mailbox()
    safe = safes.create(community, "talk")
    safes.grant(safe, box)

    assert other.open_safe_as_seeker(safe.id, box) == safe
    with pytest.raises(NoKey):
        ring.open_safe_as_seeker(safe.id, box)
    with pytest.raises(NoKey):
        ring.secret_of(box)


def test_mailbox_moved_to_another_community_cannot_be_opened(reader):
    _holder, ring = reader()
    box, _secret = ring.new_mailbox()
    box.community = make_community()
    box.save()
    with pytest.raises(NoKey):
        ring.secret_of(box)


def test_mailbox_whose_lookup_was_overwritten_opens_nothing_of_its_old_owner(reader, community):
    """A forged lookup makes the row look like mine; the key was sealed to another."""
    _holder, ring = reader()
    _holder, other = reader()
    box, _secret = other.new_mailbox()
    safe = safes.create(community, "talk")
    safes.grant(safe, box)
    box.lookup = next(iter(ring.mailbox_secrets))
    box.save()
    with pytest.raises(Tampered):
        ring.open_safe_as_seeker(safe.id, box)


def test_safe_without_a_key_for_the_mailbox_stays_closed(reader, community):
    _holder, ring = reader()
    box, _secret = ring.new_mailbox()
    with pytest.raises(NoKey):
        ring.open_safe_as_seeker(safes.create(community, "file").id, box)


def test_holder_opens_what_was_sealed_to_them(reader, community):
    holder, ring = reader()
    safe = safes.create(community, "talk")
    safes.grant(safe, holder)

    assert ring.open_safe(safe.id) == safe


def test_safe_sealed_to_another_stays_closed(reader, community):
    holder, _ring = reader()
    _holder, other = reader()
    safe = safes.create(community, "talk")
    safes.grant(safe, holder)
    with pytest.raises(NoKey):
        other.open_safe(safe.id)


def test_offered_key_opens_nothing_until_accepted(reader, community):
    holder, ring = reader()
    safe = safes.create(community, "talk")
    safes.grant(safe, holder, state=KeyState.OFFERED)
    with pytest.raises(NoKey):
        ring.open_safe(safe.id)

    safes.grant(safe, holder, state=KeyState.ACTIVE)

    assert ring.open_safe(safe.id) == safe


def test_key_ends_at_its_time(reader, community, frozen):
    holder, ring = reader()
    safe = safes.create(community, "talk")
    safes.grant(safe, holder, until=timezone.now() + timedelta(hours=72))

    frozen.shift(timedelta(hours=72, seconds=-1))
    assert ring.open_safe(safe.id) == safe

    frozen.shift(timedelta(seconds=1))
    with pytest.raises(NoKey):
        ring.open_safe(safe.id)


def test_box_made_for_this_person_opens(reader):
    holder, ring = reader()
    _holder, other = reader()
    box = primitives.seal_to(holder.public, b"for you")

    assert ring.unseal(box) == b"for you"
    with pytest.raises(Tampered):
        other.unseal(box)
