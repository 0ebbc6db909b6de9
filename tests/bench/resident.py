"""resident_mb and start_s: the demo school with the real Argon2, after people have walked through it."""

import asyncio
import time
from typing import Any

from tests.bench import installation
from tests.bench.client import FRAGMENT, Browser, say, sign_in, unique_words
from tests.bench.figures import say as report
from tests.bench.measuring import stop_on_signal

PUBLIC = ("tentang/", "kerahasiaan/", "bantuan/", "orang-tua/", "belajar/", "masuk/", "aktivasi/")
DESK = ("hari-ini/", "percakapan/", "tim/", "orang/", "akun-saya/")
WALKS = 3  # everybody goes their way so many times
REST = 5.0  # seconds without anybody
STARTS = 3


def main() -> None:
    stop_on_signal()
    with installation.demo() as school:
        told = school.inside("tests.bench.people", "adults", "0") | school.inside("tests.bench.people", "pairs", "2")
        server = installation.Server(school)
        try:
            starts = [_start(server) for _ in range(STARTS)]
            fresh = server.resident_kb() / 1024
            asyncio.run(_walk(server.port, told))
            time.sleep(REST)
            resident = server.resident_kb() / 1024
        finally:
            server.stop()
    report(
        resident_mb=(resident, f"{fresh:.0f} MB after the start; 4 people, {WALKS} walks each"),
        start_s=(
            sorted(starts)[len(starts) // 2],
            f"to the first page; of {STARTS} starts " + ", ".join(f"{s:.1f}" for s in starts),
        ),
    )


def _start(server: installation.Server) -> float:
    server.stop()
    return server.start()


async def _walk(port: int, told: dict[str, Any]) -> None:
    slug, adult = told["slug"], told["counsellor"]
    desk = await sign_in(Browser(port), slug, adult["username"], adult["password"], adult["second"])
    for _ in range(WALKS):
        await asyncio.gather(
            *(_talks(port, slug, pair) for pair in told["pairs"]), _works(desk, slug), _visits(port, slug)
        )


async def _visits(port: int, slug: str) -> None:
    browser = Browser(port)
    for page in PUBLIC:
        (await browser.get(f"/{slug}/{page}")).expect(200)


async def _talks(port: int, slug: str, pair: dict[str, Any]) -> None:
    """Both sides read, write, look who reads; the seeker opens the asking page."""
    for side, place in (("seeker", "ruang"), ("supporter", "teman-bicara")):
        browser = await sign_in(Browser(port), slug, pair[side]["username"], pair[side]["password"])
        path = f"/{slug}/{place}/{pair['request']}/"
        await browser.follow(await browser.get(f"/{slug}/"))
        for _ in range(5):
            (await browser.get(path)).expect(200)
            await say(browser, path, f"tadi rame banget {unique_words()}", headers=FRAGMENT)
        if side == "seeker":
            (await browser.get(f"{path}pembaca/")).expect(200)
            (await browser.get(f"/{slug}/cerita/")).expect(200)
        (await browser.get(f"/{slug}/akun-saya/")).expect(200)
        (await browser.post(f"/{slug}/keluar/", {})).expect(302, 303)


async def _works(desk: Browser, slug: str) -> None:
    for page in DESK:
        (await desk.get(f"/{slug}/{page}")).expect(200)


if __name__ == "__main__":
    main()
