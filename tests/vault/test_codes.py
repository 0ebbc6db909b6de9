"""Codes on paper: read back whatever way people write them, and never as something else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sebaya.vault import codes, primitives
from sebaya.vault.errors import WrongSecret

SHEETS = [primitives.derive(b"sheet", number) for number in range(8)]  # fixed, so that counts below are too
raw = st.binary(min_size=1, max_size=40)


@given(raw)
def test_read_gives_what_was_written(value):
    assert codes.read(codes.write(value), len(value)) == value


@given(raw, st.data())
def test_read_forgives_case_blanks_and_look_alikes(value, data):
    alike = {"0": "0Oo", "1": "1IiLl"}
    signs = [data.draw(st.sampled_from(alike.get(sign, sign + sign.lower()))) for sign in codes.write(value)]
    gaps = [data.draw(st.sampled_from(["", " ", "-", "–", "\n", "."])) for _sign in signs]

    assert codes.read("".join(a + b for a, b in zip(signs, gaps, strict=True)), len(value)) == value


def test_write_groups_by_four_without_look_alikes():
    assert codes.write(bytes(10)) == "0000-0000-0000-0000"
    assert set("ILOU") & set(codes.SIGNS) == set()


@pytest.mark.parametrize(
    "text", ["", "0000", "0000-0000-0000-000", "0000-0000-0000-00000", "U000-0000-0000-0000", "0000-0000-0000-000é"]
)
def test_read_refuses_what_is_no_code(text):
    with pytest.raises(WrongSecret):
        codes.read(text, 10)


def test_read_refuses_a_second_spelling():
    code = codes.write(bytes(9))  # 72 bits in 15 signs: three bits of the last say nothing
    with pytest.raises(WrongSecret):
        codes.read(code[:-1] + "1", 9)


def test_slip_has_80_bits_and_is_another_each_time():
    slips = {codes.random_slip() for _ in range(200)}

    assert len(slips) == 200
    assert {len(codes.read(slip, codes.SLIP_BYTES)) for slip in slips} == {10}


@given(st.binary(min_size=32, max_size=32))
def test_checked_code_reads_back(value):
    assert codes.read_checked(codes.write_checked(value)) == value


def _is_caught(code: str) -> bool:
    try:
        codes.read_checked(code)
    except WrongSecret:
        return True
    return False


def test_check_catches_a_wrong_sign_but_for_one_in_65536():
    missed = tried = 0
    for sheet in SHEETS:
        signs = codes.write_checked(sheet).replace("-", "")
        for place, right in enumerate(signs):
            for wrong in set(codes.SIGNS) - {right}:
                tried += 1
                missed += not _is_caught(signs[:place] + wrong + signs[place + 1 :])

    assert tried == 8 * 55 * 31
    assert missed <= 2  # 0.2 expected; the sheets are fixed, so the count is too


def test_check_catches_swapped_neighbours_but_for_one_in_65536():
    missed = tried = 0
    for sheet in SHEETS:
        signs = codes.write_checked(sheet).replace("-", "")
        for place in range(len(signs) - 1):
            one, other = signs[place : place + 2]
            if one != other:
                tried += 1
                missed += not _is_caught(signs[:place] + other + one + signs[place + 2 :])

    assert tried > 400
    assert missed == 0


def test_fingerprint_depends_on_code_and_purpose_and_not_on_the_spelling():
    slip = codes.random_slip()
    first = codes.fingerprint(slip, "school")

    assert first == codes.fingerprint(slip.lower().replace("-", " "), "school")
    assert first != codes.fingerprint(slip, "another school")
    assert first != codes.fingerprint(codes.random_slip(), "school")


def test_fingerprint_needs_the_pepper(settings, tmp_path):
    slip = codes.random_slip()
    here = codes.fingerprint(slip, "school")
    settings.PEPPER_FILE = tmp_path / "pepper.key"
    settings.PEPPER_FILE.write_bytes(bytes(32))

    assert codes.fingerprint(slip, "school") != here
