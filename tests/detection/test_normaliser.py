import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sebaya.detection import Author, detect
from sebaya.detection.normaliser import normalise

EVIL = st.text(
    alphabet=st.one_of(
        st.characters(codec="utf-8"),
        st.sampled_from("\u200b\u200d\ufeff\u0301\u202eаеор*@$!._-0134 \n💊🔪"),
        st.sampled_from("pengen mati bunuh diri aku gw"),
    ),
    max_size=200,
)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("gw pgn m4ti", ["aku", "ingin", "mati"]),
        ("b*ndir", ["bundir"]),
        ("b*nuh dir1", ["bunuh", "diri"]),
        ("matiiii", ["mati"]),
        ("p e n g e n  m a t i", ["ingin", "mati"]),
        ("b.u.n.d.i.r", ["bundir"]),
        ("pengenmati", ["ingin", "mati"]),
        ("gapengenbgtadadiduniaini", ["tidak", "ingin", "sangat", "ada", "di", "dunia", "ini"]),
        ("m\u200ba\u200bti", ["mati"]),
        ("mаti", ["mati"]),
        ("bunuh-diri", ["bunuh", "diri"]),
        ("MATI", ["mati"]),
        ("ｍａｔｉ", ["mati"]),
        ("kill myself", ["bunuh", "diri"]),
        ("ora", ["tidak"]),
        ("teu", ["tidak"]),
        ("Bagas", ["bagas"]),
    ],
)
def test_normalise_reads_disguises(written, words):
    assert normalise(written).norms == words


def test_normalise_keeps_places_behind_invisible_signs():
    text = "aku p\u200bengen \u200bm\u200bati"
    words = normalise(text)
    last = text[words.starts[-1] : words.ends[-1]]
    assert last.replace("\u200b", "") == "mati"


def test_normalise_numbers_sentences():
    words = normalise("aku capek. tugas banyak")
    assert words.sentences == [0, 0, 1, 1]


@given(EVIL)
@settings(max_examples=300, deadline=None)
def test_normalise_spans_lie_within_the_text(text):
    words = normalise(text)
    spans = list(zip(words.starts, words.ends, strict=True))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)


@given(EVIL, st.sampled_from(list(Author)))
@settings(max_examples=300, deadline=None)
def test_detect_never_raises_and_quotes_the_original(text, author):
    finding = detect(text, author)
    assert finding == detect(text, author)
    assert all(clue.text == text[clue.start : clue.end] for clue in finding.clues)
    assert finding.level == max((clue.level for clue in finding.clues), default=0)


def test_detect_quotes_the_original_in_long_text():
    text = "cerita biasa soal sekolah. " * 400 + "udah nyiapin talinya, malam ini gw gantung diri"
    finding = detect(text)
    assert finding.level.code == "red"
    assert all(clue.text == text[clue.start : clue.end] for clue in finding.clues)


@pytest.mark.parametrize("piece", ["a", "mati ", "p e ", "*", "pengenmati", "aaaa.", "di" * 50, "\u200b", "🔪"])
def test_detect_stays_bounded_on_repeated_text(piece):
    finding = detect((piece * (200_000 // len(piece)))[:200_000])
    assert len(finding.clues) <= 12
