"""The trained weights: a file that is not theirs is refused, and training sees all that reading sees."""

import pytest

from sebaya.detection.detector import heard_in
from sebaya.detection.features import BUCKETS, Side, all_groups, meanings
from sebaya.detection.levels import Author
from sebaya.detection.model import COLUMNS, HEADER, MAGIC, Model

NUMBERS = [1.0] * (2 * COLUMNS)  # scales and offsets


def test_file_of_another_version_is_refused():
    with pytest.raises(ValueError, match="not a weight file"):
        Model(HEADER.pack(b"lain"[: len(MAGIC)].ljust(len(MAGIC)), *NUMBERS) + bytes(BUCKETS * COLUMNS))


def test_file_that_was_cut_is_refused():
    with pytest.raises(ValueError, match="wrong length"):
        Model(HEADER.pack(MAGIC, *NUMBERS) + bytes(BUCKETS * COLUMNS - 1))


def test_reading_adds_up_what_training_sees():
    """Weights of one on a single bucket: a judge that hears it moves, whatever path the sum took."""
    scene, heard = heard_in("aku capek banget, pengen hilang saja", Author.SEEKER)
    sides = all_groups(scene, heard)
    for side in Side:
        value, places = next(group for group in sides[side] if group[1])
        columns = bytearray(BUCKETS * COLUMNS)
        columns[places[0]] = 1  # yellow, as everything says
        belief = Model(HEADER.pack(MAGIC, *[1.0] * COLUMNS, *[0.0] * COLUMNS) + bytes(columns)).read(scene, heard)
        squares = sum(v * v * len(found) for groups in sides.values() for v, found in groups)
        assert belief.yellow == pytest.approx(value / squares**0.5, rel=0.01)


@pytest.mark.parametrize(("known", "other"), [("pundak", "shoulder"), ("nyanyi", "choir"), ("tidur", "nap")])
def test_meanings_cross_languages(known, other):
    heard = meanings()
    assert set(heard[known]) & set(heard[other])
