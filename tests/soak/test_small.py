"""Small versions of the faults and attacks; `make soak` has the whole ones. Nothing here looks at a clock."""

import secrets
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.soak import canaries, kills, restoring, unlinking
from tests.soak.tricks import TRICKS, Evidence, rank

from sebaya.vault import primitives

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


def test_tricks_find_phones_that_name_their_holder(told):
    """As copies for phones once did: whose they are, and by their end the day on which the PIN was set."""
    phones = [
        {"rowid": place, "id": f"{place:016}", "holder_id": member, "ends": _day_after(told, request, 30)}
        for place, (request, member) in enumerate(_in_order(told))
    ]
    seen = _evidence(told, vault_devicecopy=phones)

    days = [rank(TRICKS["days of phones"](seen, request), member) for request, member in told["asked"].items()]
    order = [rank(TRICKS["row order of phones"](seen, request), member) for request, member in told["asked"].items()]

    assert max(days) < 0.05
    assert max(order) == 0


def _in_order(told):
    """(request, member) in the order of their rows."""
    return [(row["id"], told["asked"][row["id"]]) for row in told["dumps"][-1]["support_request"]]


def _day_after(told, request, days):
    asked = _evidence(told).value(request, "opened_at")
    return (datetime.fromisoformat(asked[:10]) + timedelta(days=days)).date().isoformat()


def test_tricks_find_sign_ins_under_the_server_key_alone(told):
    """As their rows once were: whoever has the file beside the database reads who signed in when."""
    rows = [_careless_sign_in(told, request, member) for request, member in told["asked"].items()]
    seen = _evidence(told, accounts_signin=rows)
    trick = TRICKS["sign-ins opened with the server key"]

    ranks = [rank(trick(seen, request), member) for request, member in told["asked"].items()]

    assert max(ranks) < 0.05
    assert {rank(trick(_without_keys(seen), request), member) for request, member in told["asked"].items()} == {0.5}


def _careless_sign_in(told, request, member):
    mark = secrets.token_hex(32)
    key = primitives.derive(told["secrets"][0], "server", "sign-in", mark)
    content = primitives.seal(f'{{"_auth_user_id":"{member}"}}'.encode(), key, primitives.context("sign-in", mark))
    begun = datetime.fromisoformat(_evidence(told).value(request, "opened_at")[:19])
    return {"rowid": 1, "mark": mark, "content": content, "ends": (begun + timedelta(hours=12)).isoformat(" ")}


def _without_keys(seen):
    return Evidence(seen.new, seen.old, seen.keys, seen.members)


def test_phones_and_sign_ins_are_there_to_be_looked_at(told):
    newest = told["dumps"][-1]
    assert len(newest["vault_devicecopy"]) > 5
    assert len(newest["accounts_signin"]) > 1
    assert len(set(told["secrets"])) == 2


@pytest.mark.parametrize(
    "trick",
    [
        "foreign keys",
        "equal bytes",
        "moments",
        "row order of phones",
        "days of phones",
        "sign-ins opened with the server key",
    ],
)
def test_exact_tricks_learn_nothing_at_all(told, trick):
    """Those that need a trace find none, so everybody is as likely as everybody else."""
    seen = _evidence(told)

    ranks = {rank(TRICKS[trick](seen, request), member) for request, member in told["asked"].items()}
    assert ranks == {0.5}


def _evidence(told, **more) -> Evidence:
    dumps = told["dumps"]
    new = {table: [dict(row) for row in rows] for table, rows in dumps[-1].items()} | more
    return Evidence(new, dumps[-2], told["keys"], told["members"], told["secrets"])
