"""Training the weighted clues from labelled messages. Needs numpy and scikit-learn; reading does not.

    python -m sebaya.detection.train CORPUS.jsonl ... [--held-out 5]

Deterministic: same corpus, same weights. Writes ``data/weights.bin``; with ``--held-out`` it writes
nothing and prints how messages that a model has not seen are judged.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from sebaya.detection.decision import Reading, decide
from sebaya.detection.detector import heard_in
from sebaya.detection.features import BUCKETS, all_features
from sebaya.detection.levels import Author, Level
from sebaya.detection.model import HEADER, MAGIC, OUTPUTS, Belief

STRENGTH = 14.0  # inverse regularisation; chosen by cross-validation, flat between 8 and 40
# What a message of each level weighs for each output. Yellow says little about where orange begins.
WEIGHTS = {
    Level.YELLOW: {"none": 1.0, "yellow": 1.5, "orange": 0.7, "red": 0.7},
    Level.ORANGE: {"none": 1.3, "yellow": 0.5, "orange": 1.0, "red": 1.5},
    Level.RED: {"none": 1.0, "yellow": 0.7, "orange": 1.0, "red": 1.5},
}
MADE_WEIGHT = 0.5  # chat put together from parts is plentiful and easy; it must not drown the rest
EVERYDAY_WEIGHT = 3.0  # real everyday chat is what most messages are: an alarm there costs most trust
_HARD_THEMES = frozenset({"hyperbole", "homonym", "quote_fiction", "negated", "supporter_talk"})

Row = dict[str, Any]


def read_rows(paths: list[Path]) -> Iterator[Row]:
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                row = json.loads(line)
                if "text" in row:
                    yield row


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


def fit(found: csr_matrix, rows: list[Row]) -> list[LogisticRegression]:
    levels = [row["level"] for row in rows]
    fitted = []
    for floor, weights in WEIGHTS.items():
        target = np.array([Level.parse(level) >= floor for level in levels])
        trust = np.array([weights[row["level"]] * _trust(row) for row in rows])
        judge = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=7)
        fitted.append(judge.fit(found, target, sample_weight=trust))
    return fitted


def _trust(row: Row) -> float:
    if row.get("category") == "ordinary":
        return MADE_WEIGHT
    return EVERYDAY_WEIGHT if row["level"] == "none" and row.get("category") not in _HARD_THEMES else 1.0


def odds(judges: list[LogisticRegression], found: csr_matrix) -> np.ndarray:
    return np.stack([judge.decision_function(found) for judge in judges], axis=1)


def packed(judges: list[LogisticRegression]) -> bytes:
    """Weights as int8 next to each other per bucket; large ones are clipped, which costs nothing measurable."""
    table = np.stack([judge.coef_[0] for judge in judges], axis=1)
    scales = [max(float(np.abs(table[:, output]).max()) / 127, 1e-9) for output in range(OUTPUTS)]
    small = np.clip(np.rint(table / np.array(scales)), -127, 127).astype(np.int8)
    offsets = [float(judge.intercept_[0]) for judge in judges]
    return HEADER.pack(MAGIC, *scales, *offsets) + bytes(small.tobytes())


def in_a_helpers_voice(rows: list[Row]) -> list[Row]:
    """Everyday chat once more as a helper's, who in the labelled corpus mostly speaks when something is wrong."""
    return [
        {**row, "author": "supporter"}
        for row in rows
        if "author" not in row and _trust(row) == EVERYDAY_WEIGHT
    ]


def held_out(rows: list[Row], folds: int) -> np.ndarray:
    """Log-odds of every message by a model that has not seen it."""
    found = matrix(rows)
    levels = np.array([row["level"] + str(row.get("category") == "ordinary") for row in rows])
    judged = np.zeros((len(rows), OUTPUTS))
    for seen, unseen in StratifiedKFold(folds, shuffle=True, random_state=7).split(found, levels):
        lessons = [rows[i] for i in seen]
        copies = in_a_helpers_voice(lessons)
        judges = fit(vstack([found[seen], matrix(copies)]), lessons + copies)
        judged[unseen] = odds(judges, found[unseen])
    return judged


def judged_unseen(rows: list[Row], folds: int) -> dict[str, float]:
    """Share of each level found at orange or above (and red at red) by models that had not seen it."""
    found: dict[str, list[Level]] = {}
    for row, belief in zip(rows, held_out(rows, folds), strict=True):
        scene, heard = heard_in(row["text"], Author.parse(row.get("author")))
        reading = Reading(
            row["text"], 0, scene, heard, Belief(float(belief[0]), float(belief[1]), float(belief[2]), (0,))
        )
        kind = row["level"] + ("_everyday" if row["level"] == "none" and _trust(row) != 1.0 else "")
        found.setdefault(kind, []).append(decide(reading).level)
    shares = {
        kind: sum(level >= Level.ORANGE for level in levels) / len(levels) for kind, levels in found.items()
    }
    shares["red_called_red"] = sum(level is Level.RED for level in found["red"]) / len(found["red"])
    return {kind: round(share, 4) for kind, share in sorted(shares.items())}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", nargs="+", type=Path)
    parser.add_argument("--held-out", type=int, metavar="FOLDS")
    options = parser.parse_args(arguments)
    rows = list(read_rows(options.corpus))
    if options.held_out:
        print(json.dumps(judged_unseen(rows, options.held_out), indent=1))
        return 0
    rows += in_a_helpers_voice(rows)
    target = Path(str(files("sebaya.detection"))) / "data" / "weights.bin"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(packed(fit(matrix(rows), rows)))
    print(f"{len(rows)} messages, {target.stat().st_size} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
