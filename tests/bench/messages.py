"""How fast a message is seen, how many a second go in, and what a listener costs; over the real server.

500 people, in pairs, are signed in and listen. A message counts as seen when the other person's browser has
heard "changed", has fetched the fragment of its conversation, and the text is in it. Every browser whose
conversation changed fetches, as the page's script does; only its 150 ms of gathering are left out here.
"""

import asyncio
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import Any

from tests.bench import durable, installation
from tests.bench.client import FRAGMENT, Browser, Unexpected, say, sign_in, unique_words
from tests.bench.figures import say as report
from tests.bench.measuring import stop_on_signal
from tests.bench.percentiles import percentile

PAIRS = 250  # 500 people listen
A_SECOND = 20
WARM_UP, SECONDS = 4, 25
SENDERS, MOST_WARM_UP, MOST_SECONDS = 16, 2, 8
SEEN_WITHIN = 20.0  # seconds after which a message counts as lost
AT_A_TIME = 8  # browsers that sign in at the same time


@dataclass
class Page:
    """One person with the conversation open."""

    browser: Browser
    path: str
    topic: str = ""
    awaited: dict[str, "asyncio.Future[float]"] = field(default_factory=dict)
    fetching: bool = False
    again: bool = False

    async def open(self) -> None:
        """Looks at the page, which gives the token for sending and the topic to listen to."""
        answer = (await self.browser.get(self.path)).expect(200)
        self.topic = answer.text.partition('data-live="')[2].partition('"')[0]

    async def listen(self, slug: str, ready: "asyncio.Semaphore | None" = None) -> None:
        async for event, topic in self.browser.events(f"/{slug}/events"):
            if ready is not None:
                ready.release()
                ready = None
            if event == "changed" and topic == self.topic:
                self.renew()

    def renew(self) -> None:
        """One fetch at a time; what changes meanwhile is fetched after it."""
        if self.fetching:
            self.again = True
            return
        self.fetching = True
        keep(asyncio.ensure_future(self._fetch()))

    async def _fetch(self) -> None:
        try:
            self.again = True
            while self.again:
                self.again = False
                self._look((await self.browser.get(self.path, FRAGMENT)).expect(200).body)
        finally:
            self.fetching = False

    def _look(self, body: bytes) -> None:
        now = time.perf_counter()
        for text in [text for text in self.awaited if text.encode() in body]:
            future = self.awaited.pop(text)
            if not future.done():
                future.set_result(now)


_tasks: set["asyncio.Future[Any]"] = set()


def keep(task: "asyncio.Future[Any]") -> None:
    """The loop holds tasks weakly; and a failure must not pass unseen."""
    _tasks.add(task)
    task.add_done_callback(_done)


def _done(task: "asyncio.Future[Any]") -> None:
    _tasks.discard(task)
    if not task.cancelled() and task.exception() is not None:
        failures.append(repr(task.exception()))


failures: list[str] = []


@dataclass
class Pair:
    seeker: Page
    supporter: Page

    @property
    def pages(self) -> tuple[Page, Page]:
        return self.seeker, self.supporter


async def signed_in_pairs(port: int, slug: str, told: list[dict[str, Any]]) -> list[Pair]:
    """Everybody signs in through the pages and opens their conversation."""
    gate = asyncio.Semaphore(AT_A_TIME)
    return list(await asyncio.gather(*(_pair(port, slug, each, gate) for each in told)))


async def _pair(port: int, slug: str, told: dict[str, Any], gate: asyncio.Semaphore) -> Pair:
    pages = []
    for side, place in (("seeker", "ruang"), ("supporter", "teman-bicara")):
        async with gate:
            browser = await sign_in(Browser(port), slug, told[side]["username"], told[side]["password"])
            page = Page(browser, f"/{slug}/{place}/{told['request']}/")
            await page.open()
        pages.append(page)
    return Pair(*pages)


async def all_listen(slug: str, pages: list[Page]) -> None:
    """Opens every stream and waits until each has said its first word."""
    ready = asyncio.Semaphore(0)
    for page in pages:
        keep(asyncio.ensure_future(page.listen(slug, ready)))
    async with asyncio.timeout(60):
        for _ in pages:
            await ready.acquire()


async def send_and_see(sender: Page, other: Page) -> float:
    """Milliseconds from the press on "Kirim" to the text in the other person's page."""
    words = unique_words()
    seen: asyncio.Future[float] = asyncio.get_running_loop().create_future()
    other.awaited[words] = seen
    started = time.perf_counter()
    answer = await say(sender.browser, sender.path, f"tadi rame banget di kelas {words}", headers=FRAGMENT)
    if answer.status == 302:
        sender.renew()  # the script follows to the sender's own fragment
    async with asyncio.timeout(SEEN_WITHIN):
        return (await seen - started) * 1000


async def steadily(pairs: list[Pair], a_second: float, seconds: float) -> list[float]:
    """Messages at a steady pace, whatever the server does; pairs and sides in turn. Lost ones fail."""
    began = time.perf_counter()
    tasks = []
    for number in range(int(a_second * seconds)):
        await asyncio.sleep(max(0.0, began + number / a_second - time.perf_counter()))
        pair = pairs[number % len(pairs)]
        one, other = pair.pages if number // len(pairs) % 2 == 0 else reversed(pair.pages)
        tasks.append(asyncio.ensure_future(send_and_see(one, other)))
    return list(await asyncio.gather(*tasks))


async def as_many_as_go(pairs: list[Pair], seconds: float) -> float:
    """Acknowledged messages a second of 16 senders who each wait for the answer."""
    until = time.perf_counter() + seconds
    counts = await asyncio.gather(*(_without_pause(pair.seeker, until) for pair in pairs[:SENDERS]))
    return sum(counts) / seconds


async def _without_pause(page: Page, until: float) -> int:
    count = 0
    while time.perf_counter() < until:
        await say(page.browser, page.path, f"terus gimana dong {unique_words()}", headers=FRAGMENT)
        count += 1
    return count


async def listener_kb(server: installation.Server, slug: str, pages: list[Page]) -> float:
    """Resident memory of one more idle listener, after the first ones have grown what all share."""
    first, rest = pages[: len(pages) // 5], pages[len(pages) // 5 :]
    await all_listen(slug, first)
    await asyncio.sleep(1)
    before = server.resident_kb()
    await all_listen(slug, rest)
    await asyncio.sleep(1.5)
    return (server.resident_kb() - before) / len(rest)


async def measure(server: installation.Server, told: dict[str, Any], suffix: str) -> None:
    slug = told["slug"]
    pairs = await signed_in_pairs(server.port, slug, told["pairs"])
    idle_kb = await listener_kb(server, slug, [page for pair in pairs for page in pair.pages])
    await steadily(pairs, A_SECOND, WARM_UP)
    spent = await steadily(pairs, A_SECOND, SECONDS)
    figures: dict[str, Any] = {f"message_visible_p95_ms{suffix}": (percentile(spent, 0.95), _note(pairs, spent))}
    if not suffix:
        figures["idle_listener_kb"] = (idle_kb, f"{len(pairs) * 2} real sign-ins; growth by the last four fifths")
    await _leave(pairs)
    await as_many_as_go(pairs, MOST_WARM_UP)
    figures[f"message_max_per_s{suffix}"] = (
        await as_many_as_go(pairs, MOST_SECONDS),
        f"{SENDERS} senders, POST to acknowledgement, nobody fetches",
    )
    report(**figures)


def _note(pairs: list[Pair], spent: list[float]) -> str:
    shares = ", ".join(f"p{share * 100:g} {percentile(spent, share):.0f}" for share in (0.5, 0.9, 0.99))
    return f"{len(pairs) * 2} listening, {A_SECOND}/s, {len(spent)} messages, {shares}, 3 requests a message; {len(failures)} fetches failed {failures[:1]}"


async def _leave(pairs: list[Pair]) -> None:
    """Closes the streams, so that the closed loop measures sending alone."""
    for task in list(_tasks):
        task.cancel()
    await asyncio.sleep(1)


@contextmanager
def on_sqlite() -> Iterator[tuple[installation.Installation, tuple[str, ...]]]:
    with installation.demo(installation.FAST) as school:
        yield school, ()


@contextmanager
def on_postgres() -> Iterator[tuple[installation.Installation, tuple[str, ...]]]:
    """The same pairs without the demo school around them: PostgreSQL has no file to copy."""
    with durable.server() as address, installation.empty(installation.FAST, address) as school:
        yield school, ("--processes", "2")


def main() -> None:
    stop_on_signal()
    installation.raise_open_files()
    kind = sys.argv[1] if len(sys.argv) > 1 else "sqlite"
    with ExitStack() as stack:
        school, arguments = stack.enter_context({"sqlite": on_sqlite, "postgres": on_postgres}[kind]())
        told = school.inside("tests.bench.people", "pairs", str(PAIRS))
        server = stack.enter_context(school.serving(*arguments))
        try:
            asyncio.run(measure(server, told, "" if kind == "sqlite" else "_pg"))
        except (Unexpected, TimeoutError):
            sys.stderr.write(f"{failures[:3]}\n{server.log_text[-3000:]}\n")
            raise


if __name__ == "__main__":
    main()
