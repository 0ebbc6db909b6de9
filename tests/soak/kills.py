"""kill_loss: the server is killed again and again while people write. What was acknowledged is there, once."""

import asyncio
import random
import sys
from dataclasses import dataclass
from typing import Any

from tests.bench import installation
from tests.bench.figures import say
from tests.bench.measuring import stop_on_signal
from tests.bench.messages import signed_in_pairs
from tests.soak.senders import Ledger, lost_and_doubled, read_back, start_all

KILLS, SENDERS = 50, 16
LIVES = (0.3, 1.5)  # seconds between a start and the next kill


@dataclass(frozen=True, slots=True)
class Outcome:
    written: int
    retried: int
    lost: int
    doubled: int
    broken: list[str]


def run(kills: int, senders: int) -> Outcome:
    with installation.empty(installation.FAST) as school:
        told = school.inside("tests.bench.people", "pairs", str(senders))
        with school.serving() as server:
            ledger = asyncio.run(_write_and_kill(server, told, kills))
        found = read_back(school, told, school.data)
    lost, doubled = lost_and_doubled(ledger.acknowledged, found["texts"])
    return Outcome(ledger.count, ledger.retried, lost, doubled, found["broken"])


async def _write_and_kill(server: installation.Server, told: dict[str, Any], kills: int) -> Ledger:
    """The sign-ins outlive the server, so people go on where they were."""
    pairs = await signed_in_pairs(server.port, told["slug"], told["pairs"])
    ledger = Ledger()
    tasks = start_all(pairs, told["pairs"], ledger)
    for _ in range(kills):
        await asyncio.sleep(random.uniform(*LIVES))  # noqa: S311  any moment will do
        await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
    await asyncio.sleep(LIVES[1])
    ledger.stopping = True
    await asyncio.gather(*tasks)
    return ledger


def main() -> None:
    stop_on_signal()
    small = sys.argv[1:] == ["small"]
    kills, senders = (4, 4) if small else (KILLS, SENDERS)
    found = run(kills, senders)
    note = f"{kills} kills, {found.written} acknowledged, {found.retried} sent again, {found.lost} lost, {found.doubled} doubled, broken: {found.broken}"
    say(kill_loss=(found.lost + found.doubled + len(found.broken), note))


if __name__ == "__main__":
    main()
