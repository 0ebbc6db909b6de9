"""class_signs_in_s: a class of 32 activates and signs in at once with the real Argon2, while others talk."""

import asyncio
import time
from typing import Any

from tests.bench import installation
from tests.bench.client import Browser, unique_words
from tests.bench.figures import say
from tests.bench.measuring import stop_on_signal
from tests.bench.messages import Pair, all_listen, signed_in_pairs, steadily
from tests.bench.percentiles import percentile

STUDENTS, PAIRS, A_SECOND = 32, 5, 5
SECONDS = 15.0  # as long as the lesson may take; the messages go on at least that long


def main() -> None:
    stop_on_signal()
    installation.raise_open_files()
    with installation.demo() as school:
        told = school.inside("tests.bench.people", "pairs", str(PAIRS)) | school.inside(
            "tests.bench.people", "slips", str(STUDENTS)
        )
        with school.serving() as server:
            asyncio.run(_measure(server.port, told))


async def _measure(port: int, told: dict[str, Any]) -> None:
    slug = told["slug"]
    pairs = await signed_in_pairs(port, slug, told["pairs"])
    await all_listen(slug, [page for pair in pairs for page in pair.pages])
    before = await steadily(pairs, A_SECOND, 4)
    talking = asyncio.ensure_future(_talk(pairs))
    await asyncio.sleep(0.5)
    started = time.perf_counter()
    spent = await asyncio.gather(*(_comes_in(port, slug, code) for code in told["slips"]))
    all_in = time.perf_counter() - started
    messages = await talking
    during = [ms for at, ms in messages if at <= started + all_in]
    note = f"{STUDENTS} activate and reach their home; median {percentile(spent, 0.5):.1f} s; real Argon2"
    other = f"{len(during)} messages seen meanwhile; p95 before {percentile(before, 0.95):.0f} ms"
    say(class_signs_in_s=(all_in, note), class_message_p95_ms=(percentile(during, 0.95), other))


async def _talk(pairs: list[Pair]) -> list[tuple[float, float]]:
    """(when sent, milliseconds until seen)"""
    seen = []
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        at = time.perf_counter()
        seen += [(at, ms) for ms in await steadily(pairs, A_SECOND, 1)]
    return seen


async def _comes_in(port: int, slug: str, code: str) -> float:
    """The slip, a password of one's own, the home page: seconds."""
    started = time.perf_counter()
    browser = Browser(port)
    password = f"payung {unique_words(3)}"
    (await browser.get(f"/{slug}/aktivasi/")).expect(200)
    (await browser.post(f"/{slug}/aktivasi/", {"code": code})).expect(200)
    made = await browser.post(f"/{slug}/aktivasi/", {"code": code, "password": password, "again": password})
    home = (await browser.follow(made.expect(302))).expect(200)
    if "cerita/" not in home.text:
        raise RuntimeError(home.text[:500])
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
