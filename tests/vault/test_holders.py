"""A person's key pair: under a password, a printed key."""

import pytest
from django.db import connection
from tests.factories import PASSWORD, make_person

from sebaya.vault import holders, safes
from sebaya.vault.errors import Tampered, WrongSecret
from sebaya.vault.keyring import keyring_of
from sebaya.vault.models import Keyholder, SafeKey


@pytest.fixture
def holder_and_key(community):
    return holders.create(make_person(community, "Budi"), PASSWORD)


def test_password_opens_the_private_key(holder_and_key):
    holder, private = holder_and_key

    assert holders.unlock(Keyholder.objects.get(pk=holder.pk), PASSWORD) == private


@pytest.mark.parametrize("wrong", ["", "payung", PASSWORD + " ", PASSWORD.upper()])
def test_wrong_password_opens_nothing(holder_and_key, wrong):
    with pytest.raises(WrongSecret):
        holders.unlock(holder_and_key[0], wrong)


def test_wrong_password_and_nobody_cost_the_same(community, holder_and_key, stretched):
    sheet = Keyholder(community=community, public=b"p" * 32)
    for holder in (holder_and_key[0], None, sheet):
        with pytest.raises(WrongSecret):
            holders.unlock(holder, "wrong")

    assert stretched == ["wrong"] * 3


def test_sign_in_takes_one_derivation(holder_and_key, stretched):
    holders.unlock(holder_and_key[0], PASSWORD)

    assert stretched == [PASSWORD]


@pytest.mark.parametrize("field", ["salt", "verifier"])
def test_changed_salt_or_verifier_opens_nothing(holder_and_key, field):
    holder, _private = holder_and_key
    value = bytearray(getattr(holder, field))
    value[0] ^= 1
    setattr(holder, field, bytes(value))
    with pytest.raises(WrongSecret):
        holders.unlock(holder, PASSWORD)


def test_swapped_private_keys_are_noticed(community, holder_and_key):
    holder, _private = holder_and_key
    other, _other_private = holders.create(make_person(community), PASSWORD)
    other.salt, other.verifier, other.wrapped = holder.salt, holder.verifier, holder.wrapped
    with pytest.raises(Tampered):
        holders.unlock(other, PASSWORD)


def test_database_alone_does_not_open_a_key(holder_and_key, settings, tmp_path):
    settings.PEPPER_FILE = tmp_path / "pepper.key"
    settings.PEPPER_FILE.write_bytes(bytes(32))
    with pytest.raises(Tampered):
        holders.unlock(holder_and_key[0], PASSWORD)


def test_create_again_is_another_key_and_ends_what_the_first_opened(community):
    person = make_person(community)
    first, _private = holders.create(person, PASSWORD)
    safes.grant(safes.create(community, "talk"), first)

    second, _private = holders.create(person, PASSWORD)

    assert list(Keyholder.objects.filter(person=person)) == [second]
    assert bytes(second.public) != bytes(first.public)
    assert not SafeKey.objects.exists()


def test_change_password_keeps_the_key(holder_and_key):
    holder, private = holder_and_key

    holders.change_password(holder, private, "another-password")

    holder = Keyholder.objects.get(pk=holder.pk)
    assert holders.unlock(holder, "another-password") == private
    with pytest.raises(WrongSecret):
        holders.unlock(holder, PASSWORD)


def test_printed_key_opens(holder_and_key):
    holder, private = holder_and_key
    code = holders.print_recovery_key(holder, private)

    assert holders.unlock_by_recovery(Keyholder.objects.get(pk=holder.pk), code.lower()) == private


def test_printed_key_outlives_a_new_password(holder_and_key):
    holder, private = holder_and_key
    code = holders.print_recovery_key(holder, private)

    holders.change_password(holder, private, "another-password")

    assert holders.unlock_by_recovery(holder, code) == private


def test_older_printed_key_ends(holder_and_key):
    holder, private = holder_and_key
    older = holders.print_recovery_key(holder, private)
    holders.print_recovery_key(holder, private)
    with pytest.raises(WrongSecret):
        holders.unlock_by_recovery(holder, older)


def test_printed_key_of_someone_else_opens_nothing(community, holder_and_key):
    holder, private = holder_and_key
    holders.print_recovery_key(holder, private)
    other = holders.print_recovery_key(*holders.create(make_person(community), PASSWORD))
    with pytest.raises(WrongSecret):
        holders.unlock_by_recovery(holder, other)


@pytest.mark.parametrize("code", ["", "0000-0000", "bukan kode"])
def test_printed_key_with_a_slip_of_the_pen_opens_nothing(holder_and_key, code):
    holder, private = holder_and_key
    holders.print_recovery_key(holder, private)
    with pytest.raises(WrongSecret):
        holders.unlock_by_recovery(holder, code)


def test_without_a_printed_key_none_opens(holder_and_key):
    holder, private = holder_and_key
    code = holders.print_recovery_key(holder, private)
    holder.recovery_wrapped = None
    with pytest.raises(WrongSecret):
        holders.unlock_by_recovery(holder, code)


def test_nothing_of_a_password_is_stored(holder_and_key):
    holder, private = holder_and_key
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vault_keyholder")
        stored = repr(cursor.fetchall()).encode() + b"".join(map(bytes, [holder.wrapped, holder.verifier]))

    assert holder.pk.encode() in stored  # the search finds what is there
    for secret in (PASSWORD.encode(), private, repr(private)[2:-1].encode()):
        assert secret not in stored


def test_secrets_do_not_show_when_printed(holder_and_key, community):
    holder, private = holder_and_key
    ring = keyring_of(holder, private)
    mailbox = next(iter(ring.mailbox_secrets.values()))
    derived = holders.derive_password(PASSWORD, b"s" * 16)
    safe = safes.create(community, "talk")

    shown = repr([ring, mailbox, derived, safe])

    for secret in (private, mailbox.secret, derived.kek, derived.verifier, safe.key):
        assert repr(secret)[2:-1] not in shown
