"""unlink_rank: the best trick's mean rank of the true member, in percent away from chance.

Five schools of their own, because with 60 requests alone the rank of a coin would stray by four percent.
"""

import pickle
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.bench import installation
from tests.bench.figures import say
from tests.bench.measuring import stop_on_signal
from tests.soak.tricks import BETWEEN_COPIES, TRICKS, Evidence, rank

SCHOOLS, MEMBERS, ASKERS = 5, 600, 60
COIN = 28.87  # percent: standard deviation of one rank by chance
Ranks = dict[str, list[float]]


def run(schools: int, members: int, askers: int) -> Ranks:
    ranks: Ranks = defaultdict(list)
    for seed in range(1, schools + 1):
        told = two_days(members, askers, seed)
        for name, found in attack(told).items():
            ranks[name] += found
        sys.stderr.write(f"  school {seed}: {summary(ranks)}\n")
    return ranks


def two_days(members: int, askers: int, seed: int) -> dict[str, Any]:
    """Simulates a school and returns the copies of its database with the truth beside them."""
    with installation.empty(installation.FAST) as school:
        place = school.data.parent
        school.inside("tests.bench.people", "slips", "0")
        school.inside("tests.soak.two_days", str(place), str(members), str(askers), str(seed))
        told: dict[str, Any] = pickle.loads((Path(place) / "two-days.pickle").read_bytes())
    return told


def attack(told: dict[str, Any]) -> Ranks:
    """Each trick on each request of the last copy; the one on differences on those of the last day."""
    dumps = told["dumps"]
    seen = Evidence(dumps[-1], dumps[-2], told["keys"], told["members"], told["secrets"])
    last_day = max(told["days"].values())
    ranks: Ranks = defaultdict(list)
    for request, member in told["asked"].items():
        for name, trick in TRICKS.items():
            if name not in BETWEEN_COPIES or told["days"][request] == last_day:
                ranks[name].append(rank(trick(seen, request), member))
    return ranks


def away(found: list[float]) -> float:
    """Percent away from chance; positive finds the member, negative avoids them, which tells as much."""
    return (0.5 - sum(found) / len(found)) * 100


def summary(ranks: Ranks) -> str:
    lines = sorted(ranks.items(), key=lambda item: -abs(away(item[1])))
    return ", ".join(f"{name} {away(found):+.1f} (±{COIN / len(found) ** 0.5:.1f})" for name, found in lines)


def main() -> None:
    stop_on_signal()
    small = sys.argv[1:] == ["small"]
    ranks = run(1, 150, 20) if small else run(SCHOOLS, MEMBERS, ASKERS)
    asked = len(ranks["foreign keys"])
    say(unlink_rank=(max(abs(away(found)) for found in ranks.values()), f"{asked} requests; {summary(ranks)}"))


if __name__ == "__main__":
    main()
