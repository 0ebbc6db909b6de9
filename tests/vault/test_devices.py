"""Copies of a private key for one's own phone: under a PIN, and leading to nobody."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import connection
from tests.factories import PASSWORD, make_person

from sebaya.vault import devices, files, holders, primitives
from sebaya.vault.errors import Tampered, WrongSecret
from sebaya.vault.models import DeviceCopy, Keyholder

TODAY = date(2026, 8, 4)
PIN = "418265"


@pytest.fixture
def holder_and_key(community):
    return holders.create(make_person(community, "Budi"), PASSWORD)


@pytest.fixture
def secret(holder_and_key):
    """What the cookie of one phone holds."""
    return devices.remember(*holder_and_key, PIN, TODAY)


def refused(secret: bytes, pin: str = PIN, today: date = TODAY) -> bool:
    with pytest.raises(WrongSecret):
        devices.unlock(secret, pin, today)
    return True


def test_pin_opens_on_the_phone_that_was_remembered(holder_and_key, secret):
    assert devices.unlock(secret, PIN, TODAY) == holder_and_key
    assert refused(b"x" * 32)
    assert DeviceCopy.objects.count() == 1


def test_phone_shows_whose_it_is_before_the_pin(holder_and_key, secret):
    phone = devices.find(secret, TODAY)
    assert (phone.holder, phone.copy.tries_left) == (holder_and_key[0], 5)
    assert devices.find(b"x" * 32, TODAY) is None


def test_copies_of_two_phones_do_not_open_each_other(holder_and_key, secret):
    other_secret = devices.remember(*holder_and_key, "731904", TODAY)
    row, other = (devices.find(each, TODAY).copy for each in (secret, other_secret))
    DeviceCopy.objects.filter(pk=row.pk).update(salt=other.salt, wrapped=other.wrapped)
    assert refused(secret, "731904")


def test_phone_does_not_take_the_owner_of_another(community, secret):
    other_secret = devices.remember(*holders.create(make_person(community), PASSWORD), "731904", TODAY)
    owner = devices.find(other_secret, TODAY).copy.owner
    mine = devices.find(secret, TODAY).copy
    DeviceCopy.objects.filter(pk=mine.pk).update(owner=owner)

    assert devices.find(secret, TODAY) is None
    assert refused(secret)


# tries and days


def test_five_wrong_pins_end_the_copy(secret):
    assert all(refused(secret, "000000") for _try in range(5))

    assert not DeviceCopy.objects.exists()
    assert refused(secret)


def test_right_pin_gives_five_tries_again(secret):
    for _round in range(2):
        assert all(refused(secret, "000000") for _try in range(4))
        devices.unlock(secret, PIN, TODAY)

    assert DeviceCopy.objects.get().tries_left == 5


def test_last_try_taken_by_another_is_no_try(secret):
    DeviceCopy.objects.update(tries_left=0)
    assert refused(secret)


def test_right_pin_writes_nothing(secret, django_assert_num_queries):
    with django_assert_num_queries(2) as asked:
        devices.unlock(secret, PIN, TODAY)
    assert [query["sql"][:6] for query in asked] == ["SELECT"] * 2


def test_setting_a_pin_writes_only_the_copy(holder_and_key, django_assert_num_queries):
    with django_assert_num_queries(1) as asked:
        devices.remember(*holder_and_key, PIN, TODAY)
    assert asked[0]["sql"].startswith('INSERT INTO "vault_devicecopy"')


def test_lapsed_copy_opens_nothing(secret):
    last_day = TODAY + timedelta(days=30)

    devices.unlock(secret, PIN, last_day)
    assert refused(secret, today=last_day + timedelta(days=1))


def test_lapsed_copies_are_deleted(holder_and_key, secret):
    devices.remember(*holder_and_key, PIN, TODAY + timedelta(days=2))

    gone = devices.forget_lapsed(datetime(2026, 9, 4, 3, tzinfo=UTC))

    assert (gone, DeviceCopy.objects.count()) == (1, 1)


# ending copies


def test_forgotten_phone_is_gone_at_once_and_others_stay(holder_and_key, secret):
    other = devices.remember(*holder_and_key, "731904", TODAY)

    devices.forget(secret)

    assert DeviceCopy.objects.count() == 1
    assert devices.unlock(other, "731904", TODAY) == holder_and_key


def _end_all(holder, _private):
    devices.forget_everywhere(holder.person)


def _change_password(holder, private):
    holders.change_password(holder, private, "another-password")


def _new_key_pair(holder, _private):
    holders.create(holder.person, PASSWORD)


def _erase(holder, _private):
    holder.delete()


@pytest.mark.parametrize("end", [_end_all, _change_password, _new_key_pair, _erase])
def test_ended_copies_are_refused_and_deleted_on_use(holder_and_key, secret, stretched, end):
    other = devices.remember(*holder_and_key, "731904", TODAY)
    end(*holder_and_key)
    stretched.clear()

    assert devices.find(secret, TODAY) is None
    assert refused(secret)
    assert DeviceCopy.objects.count() == 1
    assert refused(other, "731904")
    assert not DeviceCopy.objects.exists()
    assert stretched == []


def test_ending_all_leaves_other_people_alone(community, secret):
    other = holders.create(make_person(community), PASSWORD)
    theirs = devices.remember(*other, "731904", TODAY)

    devices.forget_everywhere(other[0].person)

    assert refused(theirs, "731904")
    devices.unlock(secret, PIN, TODAY)


def test_phone_is_remembered_again_after_the_end_of_all(holder_and_key, secret):
    holder, private = holder_and_key
    devices.forget_everywhere(holder.person)
    holder = Keyholder.objects.get(pk=holder.pk)

    again = devices.remember(holder, private, PIN, TODAY)

    assert devices.unlock(again, PIN, TODAY) == (holder, private)


def test_row_left_behind_opens_nothing_even_with_cookie_pin_and_all_keys(holder_and_key, secret):
    """Whoever reads the phone's cookie and knows the PIN lacks the epoch, which is nowhere any more."""
    holder, private = holder_and_key
    before, copy = bytes(holder.device_epoch), DeviceCopy.objects.get()
    devices.forget_everywhere(holder.person)
    now = Keyholder.objects.get(pk=holder.pk)

    assert _opened(copy, holder, secret) == private  # with the epoch of then it would
    with pytest.raises(Tampered):
        _opened(copy, now, secret)
    owner = primitives.unseal(copy.owner, devices._owner_key(secret), devices._place(copy, "owner"))
    assert before not in owner


def _opened(copy, holder, secret):
    key = devices._pin_key(holder, PIN, bytes(copy.salt), secret)
    return primitives.unseal(copy.wrapped, key, devices._place(copy, "key", holder.pk))


# what a copy of the database shows


def _stored() -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM vault_devicecopy")
        values = [value for row in cursor.fetchall() for value in row]
    return b"\n".join(bytes(v) if isinstance(v, bytes | memoryview) else str(v).encode() for v in values)


def test_row_names_neither_holder_nor_person_nor_epoch(holder_and_key, secret):
    holder, private = holder_and_key
    stored = _stored()

    assert DeviceCopy.objects.get().pk.encode() in stored  # the search finds what is there
    traces = [holder.pk, holder.person.pk, holder.community_id, PIN]
    blobs = [private, secret, bytes(holder.device_epoch), bytes(holder.public), bytes(holder.salt)]
    for trace in [*(text.encode() for text in traces), *blobs]:
        assert trace not in stored


def test_two_phones_of_one_person_have_nothing_in_common(holder_and_key, secret):
    devices.remember(*holder_and_key, PIN, TODAY)
    one, other = DeviceCopy.objects.all()
    for field in ("mark", "owner", "salt", "wrapped"):
        mine, theirs = (bytes(getattr(row, field)) for row in (one, other))
        chunks = {mine[at : at + 8] for at in range(len(mine) - 7)}
        assert not chunks & {theirs[at : at + 8] for at in range(len(theirs) - 7)}


def test_rows_have_one_length(community, secret):
    devices.remember(*holders.create(make_person(community, "Nama Yang Panjang Sekali"), PASSWORD), PIN, TODAY)
    assert len({(len(row.owner), len(row.wrapped)) for row in DeviceCopy.objects.all()}) == 1


def test_server_key_does_not_open_whose_it_is(secret):
    copy = DeviceCopy.objects.get()
    place = devices._place(copy, "owner")
    for key in (files.server_key(), files.pepper(), devices._owner_key(files.server_key()), bytes(copy.mark)):
        with pytest.raises(Tampered):
            primitives.unseal(copy.owner, key, place)
    assert primitives.unseal(copy.owner, devices._owner_key(secret), place)


def test_nothing_in_the_schema_leads_from_a_copy_to_anybody():
    assert [field.name for field in DeviceCopy._meta.get_fields() if field.is_relation] == []


def test_epochs_are_of_their_own_and_carry_no_clock(community):
    made = [holders.create(make_person(community), PASSWORD)[0] for _person in range(3)]
    epochs = {bytes(Keyholder.objects.get(pk=holder.pk).device_epoch) for holder in made}
    assert ({len(epoch) for epoch in epochs}, len(epochs)) == ({16}, 3)
