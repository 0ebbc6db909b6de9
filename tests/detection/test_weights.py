"""The trained weights: a file that is not theirs is refused, and training sees all that reading sees."""

import pytest

from sebaya.detection.detector import heard_in
from sebaya.detection.features import all_features, text_features
from sebaya.detection.levels import Author
from sebaya.detection.model import BUCKETS, HEADER, MAGIC, OUTPUTS, Model

NUMBERS = [1.0] * (2 * OUTPUTS)  # scales and offsets


def test_file_of_another_version_is_refused():
    with pytest.raises(ValueError, match="not a weight file"):
        Model(HEADER.pack(b"lain"[: len(MAGIC)].ljust(len(MAGIC)), *NUMBERS) + bytes(BUCKETS * OUTPUTS))


def test_file_that_was_cut_is_refused():
    with pytest.raises(ValueError, match="wrong length"):
        Model(HEADER.pack(MAGIC, *NUMBERS) + bytes(BUCKETS * OUTPUTS - 1))


def test_training_sees_words_and_pairs_beside_what_the_whole_text_says():
    scene, heard = heard_in("aku capek banget, pengen hilang saja", Author.SEEKER)
    everything, whole = all_features(scene, heard), text_features(scene, heard)

    assert everything[len(everything) - len(whole) :] == whole
    assert len(everything) > len(whole) + len(scene.words.norms)
