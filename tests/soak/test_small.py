"""Small versions of the faults and attacks; `make soak` has the whole ones. Nothing here looks at a clock."""

from pathlib import Path

import pytest
from tests.soak import canaries, kills, restoring, unlinking
from tests.soak.tricks import TRICKS, Evidence, rank

pytestmark = [pytest.mark.soak, pytest.mark.slow, pytest.mark.sqlite]
LINK = {"id": "l" * 16, "event": "careless", "at": "2026-08-04 10:00:00"}


@pytest.fixture(autouse=True)
def own_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Installations of their own, gone with the test."""
    monkeypatch.setattr("tests.bench.installation.BUILD", tmp_path)


def test_killed_while_people_write_loses_and_doubles_nothing():
    found = kills.run(kills=2, senders=3)

    assert found.written > 0
    assert (found.lost, found.doubled, found.broken) == (0, 0, [])


def test_backup_under_load_restores_and_damaged_ones_are_refused():
    drill = restoring.run(senders=3)

    assert drill.written > 0
    assert drill.faults == []


def test_journey_leaves_no_sealed_word_in_the_open():
    hits, cage = canaries.run()

    assert len(cage.words) > 25
    assert hits == []


@pytest.fixture(scope="module")
def told(tmp_path_factory):
    """One small school; the attack itself is the same as in the whole version."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("tests.bench.installation.BUILD", tmp_path_factory.mktemp("school"))
        return unlinking.two_days(members=90, askers=8, seed=3)


def test_tricks_find_what_a_careless_row_gives_away(told):
    """First there must be something to find: a row that names member and request at the moment of asking."""
    links = [
        {**LINK, "id": f"{number:016}", "person_id": member, "about": request}
        for number, (request, member) in enumerate(told["asked"].items())
    ]
    seen = _evidence(told, careless=links)

    ranks = [rank(TRICKS["foreign keys, no hubs"](seen, request), member) for request, member in told["asked"].items()]

    assert max(ranks) < 0.05


def test_tricks_find_bytes_that_stand_on_both_sides(told):
    seen = _evidence(told)
    request, member = next(iter(told["asked"].items()))
    seen.row[("accounts_person", member)]["name"] = bytes(seen.value(request, "once"))

    assert rank(TRICKS["equal bytes"](seen, request), member) == 0


@pytest.mark.parametrize("trick", ["foreign keys", "equal bytes", "moments"])
def test_exact_tricks_learn_nothing_at_all(told, trick):
    """Those that need a trace find none, so everybody is as likely as everybody else."""
    seen = _evidence(told)

    ranks = {rank(TRICKS[trick](seen, request), member) for request, member in told["asked"].items()}
    assert ranks == {0.5}


def _evidence(told, **more) -> Evidence:
    dumps = told["dumps"]
    new = {table: [dict(row) for row in rows] for table, rows in dumps[-1].items()} | more
    return Evidence(new=new, old=dumps[-2], keys=told["keys"], members=told["members"])
