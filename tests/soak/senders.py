"""People who write without pause and keep a ledger of what was acknowledged."""

import asyncio
import json
import secrets
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.client import Unexpected, say, unique_words
from tests.bench.installation import Installation
from tests.bench.messages import Page, Pair

BROKEN = (OSError, asyncio.IncompleteReadError, Unexpected)
RETRY_AFTER = 0.1  # seconds; a phone waits longer


@dataclass
class Ledger:
    """request → texts that the server acknowledged, and how it went."""

    acknowledged: dict[str, list[str]] = field(default_factory=dict)
    retried: int = 0
    longest: float = 0.0  # seconds that somebody waited for an answer
    stopping: bool = False

    @property
    def count(self) -> int:
        return sum(map(len, self.acknowledged.values()))

    def copy(self) -> dict[str, list[str]]:
        return {request: list(texts) for request, texts in self.acknowledged.items()}


async def write_on(page: Page, request: str, ledger: Ledger) -> None:
    """One message after another; the same key again for one whose answer did not come."""
    texts = ledger.acknowledged.setdefault(request, [])
    while not ledger.stopping:
        text, key = f"terus gimana dong {unique_words()}", secrets.token_urlsafe(12)
        while not await _try(page, text, key, ledger):
            if ledger.stopping:
                return
            ledger.retried += 1
            await asyncio.sleep(RETRY_AFTER)
        texts.append(text)


async def _try(page: Page, text: str, key: str, ledger: Ledger) -> bool:
    started = time.perf_counter()
    try:
        await say(page.browser, page.path, text, key)
    except BROKEN:
        return False
    ledger.longest = max(ledger.longest, time.perf_counter() - started)
    return True


def start_all(pairs: list[Pair], told: list[dict[str, Any]], ledger: Ledger) -> "list[asyncio.Task[None]]":
    """The seeker of every pair writes."""
    return [
        asyncio.create_task(write_on(pair.seeker, each["request"], ledger))
        for pair, each in zip(pairs, told, strict=True)
    ]


def read_back(school: Installation, told: dict[str, Any], place: Path) -> dict[str, Any]:
    """What tests.soak.readback finds in that installation."""
    file = place / "told.json"
    file.write_text(json.dumps(told))
    found: dict[str, Any] = school.inside("tests.soak.readback", str(file))
    return found


def lost_and_doubled(acknowledged: dict[str, list[str]], found: dict[str, list[str]]) -> tuple[int, int]:
    lost = sum(text not in set(found.get(request, [])) for request, texts in acknowledged.items() for text in texts)
    doubled = sum(count - 1 for texts in found.values() for count in Counter(texts).values())
    return lost, doubled
