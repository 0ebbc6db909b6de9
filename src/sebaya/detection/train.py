"""Training the weighted clues from labelled messages. Needs numpy and scikit-learn; reading does not.

    python -m sebaya.detection.train CORPUS.jsonl ... [--held-out 5 | --leave-out FOLDER ...]

A line is a labelled message or a whole ordinary conversation, whose messages are all "none".
Deterministic: same corpus, same weights. Writes ``data/weights.bin``; with ``--held-out`` or ``--leave-out``
it writes nothing and prints the quality figures on messages that a model has not seen. Messages of one
conversation, one file or one examiner are held out together, so that near neighbours do not help.
A whole folder left out is the nearest thing to messages by somebody unknown: decide by that.
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
from sebaya.detection.features import BUCKETS, Group, Side, all_groups
from sebaya.detection.levels import Author, Level
from sebaya.detection.model import HEADER, MAGIC, OUTPUTS, SIDED, Belief

STRENGTH = 20.0  # inverse regularisation; chosen by cross-validation, flat between 10 and 40
SMOOTH = 0.5  # added to the count of every bucket before its ratio is taken; flat between 0.2 and 0.5
SEEN_IN = 2  # messages a feature has to be in before it may speak
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
    "signs_6": 1.5,
    "signs_7": 1.5,
    "explicit_2": 1.5,
    "short_answers": 8.0,
    "requests_2": 1.5,
    "staff_none": 1.5,
    "hard_none_3": 1.5,
    "talks_school": 8.0,
    "talks_people": 8.0,
    "talks_more": 8.0,
}
# A file whose author had read an examiner's messages is held out with them.
_WRITTEN_AFTER = {"signs_3": "first_blind", "signs_4": "first_blind"}
_EXAMINERS = "_blind"  # folders that hold one examiner's messages

Row = dict[str, Any]


def read_rows(paths: list[Path]) -> Iterator[Row]:
    """Labelled messages, each with the file (``source``), its ``folder`` and the ``group`` it is held out with."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                for row in _messages(json.loads(line), path):
                    yield {**row, "source": path.stem, "folder": path.parent.name}


def _messages(row: Row, path: Path) -> Iterator[Row]:
    if "messages" in row:
        for message in row["messages"]:
            yield {**message, "level": "none", "group": f"{path.parent.name}/{path.stem}/{row['id']}"}
    elif "text" in row:
        examiner = path.parent.name if path.parent.name.endswith(_EXAMINERS) else path.stem
        yield {**row, "group": _WRITTEN_AFTER.get(path.stem, examiner)}


class Sight(NamedTuple):
    """What one side sees of every message: the features, and the squared length as reading adds it up.

    A piece that two words share counts twice, yet lengthens the message as two features do.
    """

    found: csr_matrix
    squares: np.ndarray


Sighted = dict[Side, Sight]


def matrix(rows: list[Row]) -> Sighted:
    """The features of all messages; lengths are evened out per judge, not here."""
    heard = (heard_in(row["text"], Author.parse(row.get("author"))) for row in rows)
    groups = [all_groups(scene, matches) for scene, matches in heard]
    return {side: _sight([sides[side] for sides in groups]) for side in Side}


def _sight(messages: list[list[Group]]) -> Sight:
    columns = [place for groups in messages for _, places in groups for place in places]
    values = [value for groups in messages for value, places in groups for _ in places]
    sizes = [sum(len(places) for _, places in groups) for groups in messages]
    squares = [sum(value * value * len(places) for value, places in groups) for groups in messages]
    found = csr_matrix((values, columns, np.cumsum([0, *sizes])), shape=(len(messages), BUCKETS))
    found.sum_duplicates()
    return Sight(found, np.array(squares))


def views(sighted: Sighted, chosen: np.ndarray) -> list[csr_matrix]:
    """What each judge sees of the chosen messages, at even length: everything, then side by side."""
    sides = [Sight(found[chosen], squares[chosen]) for found, squares in sighted.values()]
    everything = Sight(sum(side.found for side in sides), sum(side.squares for side in sides))
    return [_evened(view) for view in (everything, *sides)]


def _evened(view: Sight) -> csr_matrix:
    return csr_matrix(diags(1 / np.sqrt(np.maximum(view.squares, 1e-9))) @ view.found)


class Judge(NamedTuple):
    """One column: a weight for every bucket, and what everything begins from."""

    weights: np.ndarray
    offset: float


def fit(sighted: Sighted, rows: list[Row], seen: np.ndarray) -> list[Judge]:
    """A judge for every column of the weight file, from the messages ``seen``."""
    chosen = [rows[i] for i in seen]
    everything, *sides = views(sighted, seen)
    judges = [_judge(everything, chosen, floor) for floor in WEIGHTS]
    return judges + [_judge(side, chosen, floor) for side in sides for floor in list(WEIGHTS)[-SIDED:]]


def _judge(view: csr_matrix, rows: list[Row], floor: Level) -> Judge:
    """A logistic regression over features scaled by how unevenly they fall on the two sides.

    Scaling by naive Bayes log-count ratios: Wang and Manning, "Baselines and Bigrams", ACL 2012. It is still
    one weight a bucket: the ratio is multiplied into it. What only one message holds says nothing of others.
    """
    target = np.array([Level.parse(row["level"]) >= floor for row in rows])
    weights = WEIGHTS[floor]
    trust = np.array([weights[row["level"]] * TRUST.get(row["source"], 1.0) for row in rows])
    ratio = _ratio(view, target, trust) * (np.bincount(view.indices, minlength=BUCKETS) >= SEEN_IN)
    judge = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=7)
    judge.fit(view @ diags(ratio), target, sample_weight=trust)
    return Judge(judge.coef_[0] * ratio, float(judge.intercept_[0]))


def _ratio(found: csr_matrix, target: np.ndarray, trust: np.ndarray) -> np.ndarray:
    sums = [np.asarray(found[side].T @ trust[side]).ravel() + SMOOTH for side in (target, ~target)]
    inside, outside = (counts / counts.sum() for counts in sums)
    ratio: np.ndarray = np.abs(np.log(inside / outside))
    return ratio


def odds(judges: list[Judge], sighted: Sighted, chosen: np.ndarray) -> np.ndarray:
    """Log-odds of yellow, orange and red, as the model reads them."""
    everything, *sides = views(sighted, chosen)
    own = [view for view in sides for _ in range(SIDED)]
    judged = [
        view @ judge.weights + judge.offset for view, judge in zip([everything] * OUTPUTS + own, judges, strict=True)
    ]
    alarms = [judged[OUTPUTS - SIDED + number :: SIDED] for number in range(SIDED)]
    return np.stack([*judged[: OUTPUTS - SIDED], *(np.mean(each, axis=0) for each in alarms)], axis=1)


def packed(judges: list[Judge]) -> bytes:
    """Weights as int8, a column per judge and output; rounding costs nothing measurable."""
    scales = [max(float(np.abs(judge.weights).max()) / 127, 1e-9) for judge in judges]
    small = [np.rint(judge.weights / scale).astype(np.int8) for judge, scale in zip(judges, scales, strict=True)]
    return HEADER.pack(MAGIC, *scales, *(judge.offset for judge in judges)) + b"".join(
        column.tobytes() for column in small
    )


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
    sighted, fold = matrix(rows), fold_of(rows, folds)
    judged = np.zeros((len(rows), OUTPUTS))
    for number in range(folds):
        judges = fit(sighted, rows, np.flatnonzero(fold != number))
        unseen = np.flatnonzero(fold == number)
        judged[unseen] = odds(judges, sighted, unseen)
    return judged


def left_out(rows: list[Row], folder: str) -> tuple[list[Row], np.ndarray]:
    """The messages of a folder and their log-odds by a model that has seen nothing of its author."""
    sighted = matrix(rows)
    unseen = np.flatnonzero([row["folder"] == folder for row in rows])
    seen = np.flatnonzero([folder not in (row["folder"], row["group"]) for row in rows])
    return [rows[i] for i in unseen], odds(fit(sighted, rows, seen), sighted, unseen)


def levels_unseen(rows: list[Row], judged: np.ndarray) -> list[Level]:
    """The level each message gets from its rules and from a model that had not seen it."""
    levels = []
    for row, (yellow, orange, red) in zip(rows, judged.tolist(), strict=True):
        scene, heard = heard_in(row["text"], Author.parse(row.get("author")))
        belief = Belief(yellow, orange, red, lambda: (0,))
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
    parser.add_argument("--leave-out", action="append", default=[], metavar="FOLDER")
    options = parser.parse_args(arguments)
    rows = list(read_rows(options.corpus))
    for folder in options.leave_out:
        unseen, judged = left_out(rows, folder)
        print(json.dumps({folder: figures(unseen, levels_unseen(unseen, judged))}, indent=1))
    if options.leave_out:
        return 0
    if options.held_out:
        levels = levels_unseen(rows, held_out(rows, options.held_out))
        print(json.dumps(figures(rows, levels), indent=1))
        return 0
    target = Path(str(files("sebaya.detection"))) / "data" / "weights.bin"
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(packed(fit(matrix(rows), rows, np.arange(len(rows)))))
    print(f"{len(rows)} messages, {target.stat().st_size} bytes", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
