"""Row ids say nothing about order or time."""

from itertools import pairwise

from tests.factories import make_community

from sebaya.communities import ids


def test_alphabet_has_32_signs_that_readers_tell_apart():
    assert len(set(ids.ALPHABET)) == len(ids.ALPHABET) == 32
    assert set("ilou") & set(ids.ALPHABET) == set()


def test_ids_have_80_bits_of_the_alphabet():
    made = {ids.new_id() for _ in range(2000)}

    assert len(made) == 2000
    assert {len(each) for each in made} == {16}
    assert set("".join(made)) == set(ids.ALPHABET)


def test_ids_made_one_after_another_are_in_no_order():
    made = [ids.new_id() for _ in range(2000)]
    rising = sum(one < other for one, other in pairwise(made))

    assert 850 < rising < 1150  # half, within seven standard deviations


def test_every_sign_is_as_likely_at_every_place():
    made = [ids.new_id() for _ in range(3200)]
    for place in range(16):
        counts = [sum(each[place] == sign for each in made) for sign in ids.ALPHABET]
        assert max(counts) < 180  # a hundred expected, within eight standard deviations


def test_rows_get_such_an_id(db):
    community = make_community()

    assert len(community.pk) == 16
    assert str(community) == community.name
