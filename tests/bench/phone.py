"""slow3g_interactive_s: Chromium as on a cheap phone far from the mast: 400 kbps, 2 s round trip, a quarter of the CPU.

Interactive: everything that the page needs to be used has come, its scripts have run, and the first picture stands.
"""

import asyncio
from typing import Any

from playwright.async_api import Browser as Chromium
from playwright.async_api import BrowserContext, Page, async_playwright
from tests.bench import installation
from tests.bench.client import Browser, sign_in
from tests.bench.figures import say
from tests.bench.measuring import stop_on_signal
from tests.tools import browser as chromiums

KBPS, LATENCY_MS, CPU = 400, 2000, 4
LOOKS = 3  # the middle one counts
PATIENCE = 60_000  # ms
READY = """() => new Promise(done => {
  const timing = performance.getEntriesByType('navigation')[0];
  const painted = () => (performance.getEntriesByName('first-contentful-paint')[0] || {startTime: 0}).startTime;
  setTimeout(() => done(Math.max(timing.domContentLoadedEventEnd, painted())), 200);
})"""


def main() -> None:
    stop_on_signal()
    path = chromiums.find()
    if path is None:
        raise RuntimeError("no Chromium on this machine")
    with installation.demo(installation.FAST) as school:
        told = school.inside("tests.bench.people", "pairs", "1")
        with school.serving() as server:
            asyncio.run(_measure(server.port, told, path))


async def _measure(port: int, told: dict[str, Any], path: str) -> None:
    seeker = told["pairs"][0]["seeker"]
    signed_in = await sign_in(Browser(port), told["slug"], seeker["username"], seeker["password"])
    public, asking = (
        f"http://127.0.0.1:{port}/{told['slug']}/tentang/",
        f"http://127.0.0.1:{port}/{told['slug']}/cerita/",
    )
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        cold_public = [await _look(chromium, public, {}, warm=False) for _ in range(LOOKS)]
        cold_asking = [await _look(chromium, asking, signed_in.cookies, warm=False) for _ in range(LOOKS)]
        warm = [await _look(chromium, asking, signed_in.cookies, warm=True) for _ in range(LOOKS)]
        await chromium.close()
    say(
        slow3g_public_s=_middle(cold_public),
        slow3g_asking_s=_middle(cold_asking),
        slow3g_warm_s=_middle(warm, "asking page, static files in the cache; "),
    )


def _middle(looks: list[float], note: str = "") -> tuple[float, str]:
    return sorted(looks)[len(looks) // 2], note + "looks " + ", ".join(f"{look:.2f}" for look in looks)


async def _look(chromium: Chromium, url: str, cookies: dict[str, str], *, warm: bool) -> float:
    context = await chromium.new_context(viewport={"width": 360, "height": 640})
    try:
        await context.add_cookies([{"name": name, "value": value, "url": url} for name, value in cookies.items()])
        if warm:
            await (await context.new_page()).goto(url)
        page = await context.new_page()
        await _slow_down(context, page)
        await page.goto(url, wait_until="load", timeout=PATIENCE)
        if page.url != url:
            raise RuntimeError(f"{url} led to {page.url}")
        return float(await page.evaluate(READY)) / 1000
    finally:
        await context.close()


async def _slow_down(context: BrowserContext, page: Page) -> None:
    session = await context.new_cdp_session(page)
    speed = KBPS * 1000 / 8
    conditions = {"offline": False, "latency": LATENCY_MS, "downloadThroughput": speed, "uploadThroughput": speed}
    await session.send("Network.enable")
    await session.send("Network.emulateNetworkConditions", conditions)
    await session.send("Emulation.setCPUThrottlingRate", {"rate": CPU})


if __name__ == "__main__":
    main()
