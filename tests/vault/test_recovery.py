"""Paper that opens: two sheets together, and the envelope in the school's safe."""

import pytest
from tests.factories import make_community

from sebaya.vault import codes, primitives, recovery, safes
from sebaya.vault.errors import NoKey, WrongSecret
from sebaya.vault.models import HolderKind, Keyholder


def test_two_sheets_together_open_what_stands_sealed_to_them(community):
    sheets = recovery.make_sheets(community)
    safe = safes.create(community, "talk")
    safes.grant_all(safe, safes.standing_readers(community))

    assert recovery.open_sheets(community, sheets.a, sheets.b).open_safe(safe.id) == safe
    assert recovery.open_sheets(community, sheets.b, sheets.a).open_safe(safe.id) == safe


def test_one_sheet_alone_is_no_key(community):
    sheets = recovery.make_sheets(community)
    zero = codes.write_checked(bytes(32))
    for alone in (sheets.a, sheets.b):
        for second in (alone, zero):
            with pytest.raises(WrongSecret):
                recovery.open_sheets(community, alone, second)


def test_sheets_of_two_pairs_do_not_belong_together(community):
    first, second = recovery.make_sheets(community), recovery.make_sheets(community)
    for a, b in ((first.a, second.b), (second.a, first.b), (first.a, second.a), (first.b, second.b)):
        with pytest.raises(WrongSecret):
            recovery.open_sheets(community, a, b)


def test_sheets_of_another_community_open_nothing_here(community):
    sheets = recovery.make_sheets(make_community())
    recovery.make_sheets(community)
    with pytest.raises(WrongSecret):
        recovery.open_sheets(community, sheets.a, sheets.b)


def test_slip_of_the_pen_is_noticed(community):
    sheets = recovery.make_sheets(community)
    wrong = ("1" if sheets.a[0] != "1" else "2") + sheets.a[1:]
    with pytest.raises(WrongSecret):
        recovery.open_sheets(community, wrong, sheets.b)


def test_retired_sheets_open_only_what_was_sealed_to_them(community):
    earlier = recovery.make_sheets(community)
    old, new = safes.create(community, "talk"), safes.create(community, "talk")
    safes.grant_all(old, safes.standing_readers(community))
    recovery.make_sheets(community)
    safes.grant_all(new, safes.standing_readers(community))

    ring = recovery.open_sheets(community, earlier.a, earlier.b)

    assert ring.open_safe(old.id) == old
    with pytest.raises(NoKey):
        ring.open_safe(new.id)


def test_no_private_half_is_stored(community):
    sheets = recovery.make_sheets(community)
    private = primitives.xor(codes.read_checked(sheets.a), codes.read_checked(sheets.b))
    [row] = Keyholder.objects.values_list()

    assert primitives.public_of(private) in [bytes(value) for value in row if isinstance(value, bytes | memoryview)]
    assert private not in [bytes(value) for value in row if isinstance(value, bytes | memoryview)]


def test_sheets_do_not_show_when_printed(community):
    sheets = recovery.make_sheets(community)

    assert sheets.a[:9] not in repr(sheets)
    assert sheets.b[:9] not in repr(sheets)


def test_emergency_sheets_are_numbered_by_community(community):
    other = make_community()
    numbers = [recovery.make_emergency_sheet(each)[0] for each in (community, community, other, community)]

    assert numbers == [1, 2, 1, 3]


def test_the_emergency_sheet_before_is_retired(community):
    for _time in range(3):
        recovery.make_emergency_sheet(community)
    sheets = Keyholder.objects.filter(kind=HolderKind.SHEET)

    assert list(sheets.order_by("number").values_list("number", "retired")) == [(1, True), (2, True), (3, False)]


def test_emergency_sheet_opens_its_own_keyring(community):
    number, code = recovery.make_emergency_sheet(community)
    ring = recovery.open_emergency_sheet(community, code.lower())
    holder = Keyholder.objects.get(pk=ring.holder_id)

    assert (holder.number, ring.unseal(primitives.seal_to(holder.public, b"k2"))) == (number, b"k2")


def test_emergency_sheet_is_no_recovery_sheet_and_the_other_way_round(community):
    _number, code = recovery.make_emergency_sheet(community)
    sheets = recovery.make_sheets(community)
    private = primitives.xor(codes.read_checked(sheets.a), codes.read_checked(sheets.b))
    with pytest.raises(WrongSecret):
        recovery.open_sheets(community, code, codes.write_checked(bytes(32)))
    with pytest.raises(WrongSecret):
        recovery.open_emergency_sheet(community, codes.write_checked(private))


def test_emergency_sheet_of_another_community_opens_nothing_here(community):
    _number, code = recovery.make_emergency_sheet(make_community())
    with pytest.raises(WrongSecret):
        recovery.open_emergency_sheet(community, code)
