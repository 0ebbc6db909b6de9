"""Sweeps: functions that look for due rows and handle them, safe to repeat and on two machines.

A sweep holds no key, so it never needs one: it moves states, clocks and notices, never words.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from sebaya.jobs.models import Schedule

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sweep:
    name: str
    every: timedelta
    run: Callable[[datetime], object]


_sweeps: dict[str, Sweep] = {}


def register(name: str, every: timedelta, run: Callable[[datetime], object]) -> None:
    _sweeps[name] = Sweep(name, every, run)


def registered() -> list[Sweep]:
    return list(_sweeps.values())


def run_due(now: datetime | None = None) -> list[str]:
    """Runs every sweep whose time has come; returns their names. One that fails does not stop the rest."""
    now = now or timezone.now()
    return [sweep.name for sweep in registered() if _claim(sweep, now) and _run(sweep, now)]


def _claim(sweep: Sweep, now: datetime) -> bool:
    """Moves the sweep's time on, in a transaction of its own, so that only one process takes it."""
    with transaction.atomic():
        rows = Schedule.objects.filter(pk=sweep.name)
        if connection.features.has_select_for_update_skip_locked:
            rows = rows.select_for_update(skip_locked=True)
        row = rows.first()
        if row is None:
            _row, made = Schedule.objects.get_or_create(pk=sweep.name, defaults={"next_at": now + sweep.every})
            return made
        if row.next_at > now:
            return False
        row.next_at = now + sweep.every
        row.save(update_fields=["next_at"])
        return True


def _run(sweep: Sweep, now: datetime) -> bool:
    try:
        sweep.run(now)
    except Exception:
        logger.exception("sweep %s failed", sweep.name)
        return False
    return True
