"""Training the weighted clues from labelled messages. Needs numpy and scikit-learn; reading does not.

    python -m sebaya.detection.train CORPUS.jsonl ... [--held-out 5]

A line is a labelled message or a whole ordinary conversation, whose messages are all "none".
Deterministic: same corpus, same weights. Writes ``data/weights.bin``; with ``--held-out`` it writes
nothing and prints the quality figures on messages that a model has not seen. Messages of one
conversation or one file are held out together, so that near neighbours do not help.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from sebaya.detection.decision import Reading, decide
from sebaya.detection.detector import heard_in
from sebaya.detection.features import BUCKETS, all_features
from sebaya.detection.levels import Author, Level
from sebaya.detection.model import HEADER, MAGIC, OUTPUTS, Belief

STRENGTH = 20.0  # inverse regularisation; chosen by cross-validation, flat between 10 and 40
SMOOTH = 0.5  # added to the count of every bucket before its ratio is taken; flat between 0.2 and 0.5
# What a message of each level weighs for each output. Yellow says little about where orange begins.
WEIGHTS = {
    Level.YELLOW: {"none": 1.0, "yellow": 1.5, "orange": 0.7, "red": 0.7},
    Level.ORANGE: {"none": 1.3, "yellow": 0.5, "orange": 1.0, "red": 1.5},
    Level.RED: {"none": 1.0, "yellow": 0.7, "orange": 1.0, "red": 1.5},
}
# How far a source is believed. Real everyday chat is what most messages are: an alarm there costs most
# trust. Chat put together from parts is plentiful and easy. The rules were written beside the first
# corpus, so messages they were not written for say more about them.
TRUST = {
    "conversations": 16.0,
    "everyday": 16.0,
    "everyday_2": 2.0,
    "hard_none_2": 1.5,
    "ordinary_made": 0.5,
    "risk": 1.5,
    "risk_dev": 1.5,
    "signs_3": 1.5,
    "signs_4": 1.5,
    "signs_5": 1.5,
}
_WRITTEN_AFTER = {"signs_3": "risk", "signs_4": "risk"}  # a file whose author had read another one is held out with it

Row = dict[str, Any]


def read_rows(paths: list[Path]) -> Iterator[Row]:
    """Labelled messages, each with the file (``source``) and the ``group`` it is held out with."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield from _messages(json.loads(line), path.stem)


def _messages(row: Row, source: str) -> Iterator[Row]:
    if "messages" in row:
        for message in row["messages"]:
            yield {**message, "level": "none", "source": source, "group": row["id"]}
    elif "text" in row:
        yield {**row, "source": source, "group": _WRITTEN_AFTER.get(source, source)}


def matrix(rows: list[Row]) -> csr_matrix:
    """One row of unit length per message."""
    values, columns, starts = [], [], [0]
    for row in rows:
        scene, heard = heard_in(row["text"], Author.parse(row.get("author")))
        features = all_features(scene, heard) or [(0, 1.0)]
        length = float(np.sqrt(sum(value * value for _, value in features)))
        columns += [place for place, _ in features]
        values += [value / length for _, value in features]
        starts.append(len(columns))
    found = csr_matrix((values, columns, starts), shape=(len(rows), BUCKETS))
    found.sum_duplicates()
    return found


class Judge(NamedTuple):
    """One output: a weight for every bucket, and what everything begins from."""

    weights: np.ndarray
    offset: float


def fit(found: csr_matrix, rows: list[Row]) -> list[Judge]:
    """A logistic regression over features scaled by how unevenly they fall on the two sides.

    Scaling by naive Bayes log-count ratios: Wang and Manning, "Baselines and Bigrams", ACL 2012. It is still
    one weight a bucket: the ratio is multiplied into it.
    """
    levels = [Level.parse(row["level"]) for row in rows]
    fitted = []
    for floor, weights in WEIGHTS.items():
        target = np.array([level >= floor for level in levels])
        trust = np.array([weights[row["level"]] * TRUST.get(row["source"], 1.0) for row in rows])
        ratio = _ratio(found, target, trust)
        judge = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=7)
        judge.fit(found @ diags(ratio), target, sample_weight=trust)
        fitted.append(Judge(judge.coef_[0] * ratio, float(judge.intercept_[0])))
    return fitted


def _ratio(found: csr_matrix, target: np.ndarray, trust: np.ndarray) -> np.ndarray:
    sums = [np.asarray(found[side].T @ trust[side]).ravel() + SMOOTH for side in (target, ~target)]
    inside, outside = (counts / counts.sum() for counts in sums)
    ratio: np.ndarray = np.abs(np.log(inside / outside))
    return ratio


def odds(judges: list[Judge], found: csr_matrix) -> np.ndarray:
    return np.stack([found @ judge.weights + judge.offset for judge in judges], axis=1)


def packed(judges: list[Judge]) -> bytes:
    """Weights as int8 next to each other per bucket; large ones are clipped, which costs nothing measurable."""
    table = np.stack([judge.weights for judge in judges], axis=1)
    scales = [max(float(np.abs(table[:, output]).max()) / 127, 1e-9) for output in range(OUTPUTS)]
    small = np.clip(np.rint(table / np.array(scales)), -127, 127).astype(np.int8)
    offsets = [judge.offset for judge in judges]
    return HEADER.pack(MAGIC, *scales, *offsets) + bytes(small.tobytes())


def fold_of(rows: list[Row], folds: int) -> np.ndarray:
    """Groups dealt out largest first, each to the fold that holds the fewest messages of its kind."""
    sizes: dict[tuple[str, str], int] = {}
    for row in rows:
        key = "conversations" if row["source"] == "conversations" else "labelled", row["group"]
        sizes[key] = sizes.get(key, 0) + 1
    held: dict[str, list[int]] = {}
    place: dict[str, int] = {}
    for (kind, group), size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        counts = held.setdefault(kind, [0] * folds)
        place[group] = counts.index(min(counts))
        counts[place[group]] += size
    return np.array([place[row["group"]] for row in rows])


def held_out(rows: list[Row], folds: int) -> np.ndarray:
    """Log-odds of every message by a model that has seen nothing of its group."""
    found, fold = matrix(rows), fold_of(rows, folds)
    judged = np.zeros((len(rows), OUTPUTS))
    for number in range(folds):
        seen = np.flatnonzero(fold != number)
        judges = fit(found[seen], [rows[i] for i in seen])
        judged[fold == number] = odds(judges, found[fold == number])
    return judged


def levels_unseen(rows: list[Row], judged: np.ndarray) -> list[Level]:
    """The level each message gets from its rules and from a model that had not seen it."""
    levels = []
    for row, (yellow, orange, red) in zip(rows, judged.tolist(), strict=True):
        scene, heard = heard_in(row["text"], Author.parse(row.get("author")))
        belief = Belief(yellow, orange, red, (0,))
        levels.append(decide(Reading(row["text"], 0, scene, heard, belief)).level)
    return levels


def figures(rows: list[Row], levels: list[Level]) -> dict[str, dict[str, float]]:
    """The quality figures per source: labelled files apart from ordinary conversations."""
    kinds: dict[str, dict[str, list[Level]]] = {}
    alarmed: dict[str, bool] = {}
    for row, level in zip(rows, levels, strict=True):
        kinds.setdefault(row["source"], {}).setdefault(row["level"], []).append(level)
        if row["source"] == "conversations":
            alarmed[row["group"]] = alarmed.get(row["group"], False) or level >= Level.ORANGE
    shares = {source: _shares(found) for source, found in sorted(kinds.items())}
    if alarmed:
        shares["conversations"]["with_alarm"] = round(sum(alarmed.values()) / len(alarmed), 4)
    return shares


def _shares(found: dict[str, list[Level]]) -> dict[str, float]:
    shares = {}
    for label, levels in sorted(found.items()):
        for floor in (Level.ORANGE, Level.RED):
            name = f"{label}_at_{floor.code}"
            shares[name] = round(sum(level >= floor for level in levels) / len(levels), 4)
    return shares


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--held-out", type=int, metavar="FOLDS")
    options = parser.parse_args(arguments)
    rows = list(read_rows(options.corpus))
    if options.held_out:
        levels = levels_unseen(rows, held_out(rows, options.held_out))
        print(json.dumps(figures(rows, levels), indent=1))
        return 0
    target = Path(str(files("sebaya.detection"))) / "data" / "weights.bin"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(packed(fit(matrix(rows), rows)))
    print(f"{len(rows)} messages, {target.stat().st_size} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
