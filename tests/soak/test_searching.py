"""The search for words that must not lie open, and the figures' own bookkeeping."""

import base64
import os

import pytest
from tests.bench import figures
from tests.bench.percentiles import percentile
from tests.soak.canary import Cage, Hit, Searcher


@pytest.mark.parametrize(
    "write",
    [str.encode, lambda word: f"aku {word} kamu".encode("utf-16"), lambda word: b"%" + word.encode().hex().encode()],
)
def test_search_finds_a_word_in_a_file(tmp_path, write):
    cage = Cage()
    (tmp_path / "log").write_bytes(b"\x00\xff" + write(cage.word("secret")))

    found = Searcher(cage.words).in_places([tmp_path])

    assert {hit.canary for hit in found} == {"secret"}


@pytest.mark.parametrize("before", ["", "x", "xx"])
def test_search_finds_a_word_inside_base64(before):
    cage = Cage()
    written = base64.b64encode(f"{before}{cage.word('secret')} dan lain-lain".encode())

    assert {hit.canary for hit in Searcher(cage.words).in_bytes(written, "mail")} == {"secret"}


def test_search_finds_nothing_where_nothing_is(tmp_path):
    (tmp_path / "log").write_bytes(os.urandom(4096))

    assert Searcher(Cage({"secret": "moratilunesoki"}).words).in_places([tmp_path]) == []


def test_figure_over_its_limit_is_missed():
    assert not figures.Figure("wait", 61, figures.at_most(60, "ms")).kept
    assert not figures.Figure("pace", 199, figures.at_least(200, "per s")).kept


def test_figure_that_was_not_measured_is_missed():
    [figure] = figures.heard("nothing\n", {"wait": figures.at_most(60, "ms")}, "not measured: exit code 1")

    assert (figure.value, figure.kept, figure.note) == (None, False, "not measured: exit code 1")


def test_hit_says_what_was_found_where():
    assert str(Hit("story", "hex", "server.log")) == "story as hex in server.log"


@pytest.mark.parametrize(("share", "expected"), [(0.5, 10), (0.95, 19), (1, 20)])
def test_percentile_is_the_nearest_rank(share, expected):
    assert percentile(list(range(20, 0, -1)), share) == expected
