import pytest

from sebaya.detection import Author, Level


@pytest.mark.parametrize(
    ("value", "author"),
    [
        ("seeker", Author.SEEKER),
        ("member", Author.SEEKER),
        (" Supporter ", Author.SUPPORTER),
        ("adult", Author.COUNSELLOR),
        ("staff", Author.COUNSELLOR),
        ("counsellor", Author.COUNSELLOR),
        ("", Author.UNKNOWN),
        ("wizard", Author.UNKNOWN),
        (None, Author.UNKNOWN),
        (7, Author.UNKNOWN),
    ],
)
def test_author_parse_forgives(value, author):
    assert Author.parse(value) is author


def test_levels_are_ordered_and_named():
    assert [level.code for level in sorted(Level)] == ["none", "yellow", "orange", "red"]


def test_level_parse_reads_its_code():
    assert [Level.parse(level.code) for level in Level] == list(Level)
