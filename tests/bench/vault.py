"""vault_message_ms: sealing and opening 1 KB in its safe, as every message does."""

import os
import secrets
import time
from collections.abc import Callable
from statistics import median
from typing import Any

import django
from tests.bench.figures import say

ROUNDS, CALLS = 60, 100
TEXT = "aku capek banget hari ini. " * 38  # 1,026 bytes


def main() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "sebaya.config.settings_test"
    django.setup()
    from sebaya.vault.safes import OpenSafe

    safe = OpenSafe("0123456789abcdef", "fedcba9876543210", "talk", secrets.token_bytes(32))
    blob = safe.seal(TEXT, "message", "row", 1)
    sealing = _ms(lambda: safe.seal(TEXT, "message", "row", 1))
    opening = _ms(lambda: safe.unseal(blob, "message", "row", 1))
    say(vault_message_ms=(max(sealing, opening), f"seal {sealing:.4f} ms, open {opening:.4f} ms, of {len(TEXT)} bytes"))


def _ms(work: Callable[[], Any]) -> float:
    """Median round, per call."""
    rounds = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for _ in range(CALLS):
            work()
        rounds.append((time.perf_counter() - started) / CALLS * 1000)
    return median(rounds)


if __name__ == "__main__":
    main()
