"""restore: a backup taken while people write, restored on an empty machine; damaged backups are refused."""

import asyncio
import json
import shutil
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import django
from tests.bench import installation
from tests.bench.figures import say
from tests.bench.installation import Installation
from tests.bench.measuring import stop_on_signal
from tests.bench.messages import signed_in_pairs
from tests.soak.senders import Ledger, lost_and_doubled, read_back, start_all

SENDERS = 16
BEFORE, AFTER = 3.0, 1.0  # seconds of writing around the backup
REFUSED, CLEAN_ENOUGH = 2, 1  # exit codes


@dataclass
class Drill:
    """What went wrong, in words; empty when everything did as promised."""

    faults: list[str] = field(default_factory=list)
    written: int = 0
    waited: float = 0.0

    def check(self, kept: bool, fault: str) -> None:
        if not kept:
            self.faults.append(fault)


def run(senders: int) -> Drill:
    drill = Drill()
    with ExitStack() as stack:
        school = stack.enter_context(installation.empty(installation.FAST))
        place = school.data.parent
        told = school.inside("tests.bench.people", "pairs", str(senders + 1))
        purged, told["pairs"] = told["pairs"][0], told["pairs"][1:]
        with school.serving() as server:
            before, ledger = asyncio.run(_back_up(server, told, place / "cadangan.sebaya", drill))
        drill.written, drill.waited = ledger.count, ledger.longest
        school.inside("tests.soak.restoring", "purge", purged["request"])
        _restore(Installation(place / "restored", installation.FAST), school, told, purged, before, drill)
        for damage, damaged in _damages(place / "cadangan.sebaya"):
            _refused(Installation(place / "refused", installation.FAST), damaged, told["backup_code"], damage, drill)
    return drill


async def _back_up(
    server: installation.Server, told: dict[str, Any], target: Path, drill: Drill
) -> tuple[dict[str, list[str]], Ledger]:
    """(what had been acknowledged when the backup began, everything)"""
    pairs = await signed_in_pairs(server.port, told["slug"], told["pairs"])
    ledger = Ledger()
    tasks = start_all(pairs, told["pairs"], ledger)
    await asyncio.sleep(BEFORE)
    before = ledger.copy()
    done = await asyncio.to_thread(server.installation.command, "backup", str(target))
    drill.check(done.returncode == 0, f"backup: {done.returncode} {done.stderr}")
    await asyncio.sleep(AFTER)
    ledger.stopping = True
    await asyncio.gather(*tasks)
    return before, ledger


def _restore(
    empty: Installation,
    school: Installation,
    told: dict[str, Any],
    purged: dict[str, Any],
    before: dict[str, list[str]],
    drill: Drill,
) -> None:
    backup, log = empty.data.parent / "cadangan.sebaya", school.data / "erased.log"
    done = empty.command("restore", str(backup), "--erased", str(log), stdin=told["backup_code"] + "\n")
    drill.check(done.returncode == 0, f"restore: {done.returncode} {done.stdout} {done.stderr[-500:]}")
    if done.returncode:
        return
    found = read_back(empty, told, empty.data)
    lost, doubled = lost_and_doubled(before, found["texts"])
    drill.check(not lost, f"{lost} acknowledged messages are not in the backup")
    drill.check(not doubled, f"{doubled} messages are there twice")
    drill.check(not found["broken"], f"broken: {found['broken']}")
    left = empty.inside("tests.soak.restoring", "left", json.dumps(purged))
    drill.check(not left, f"purged data came back: {left}")
    doctor = empty.command("doctor")
    drill.check(doctor.returncode <= CLEAN_ENOUGH, f"doctor: {doctor.returncode} {doctor.stdout}")


def _damages(backup: Path) -> Iterator[tuple[str, Path]]:
    """The same backup cut short or changed in one place."""
    whole = backup.read_bytes()
    size = len(whole)
    cuts = {f"cut after {at} of {size} bytes": whole[:at] for at in (0, 1, 100, size // 2, size - 1)}
    flips = {f"byte {at} of {size} changed": _flipped(whole, at) for at in (0, 40, size // 3, size // 2, size - 1)}
    others = {
        "something after the end": whole + b"x",
        "a piece missing in the middle": whole[: size // 3] + whole[size // 2 :],
    }
    for damage, content in {**cuts, **flips, **others}.items():
        path = backup.with_name("rusak.sebaya")
        path.write_bytes(content)
        yield damage, path


def _flipped(content: bytes, at: int) -> bytes:
    return content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :]


def _refused(empty: Installation, damaged: Path, code: str, damage: str, drill: Drill) -> None:
    """Exit code 2, and the folder is as empty as before."""
    done = empty.command("restore", str(damaged), stdin=code + "\n")
    left = [path.name for path in empty.data.rglob("*") if path.is_file()] if empty.data.exists() else []
    drill.check(
        done.returncode == REFUSED and not left, f"{damage}: exit code {done.returncode}, left behind {left[:5]}"
    )
    shutil.rmtree(empty.data, ignore_errors=True)


def purge(request_id: str) -> int:
    """As retention does when the time is over."""
    from sebaya.support import sweeps
    from sebaya.support.models import Request

    return sweeps.forget(Request.objects.get(pk=request_id))


def left(purged: dict[str, Any]) -> list[str]:
    """Rows of the purged request that the restored database still has; the audit's counted row may stay."""
    from sebaya.support.models import Message, Offer, Request, Thread
    from sebaya.vault.models import Safe, SafeKey

    name = purged["request"]
    found = {
        "request": Request.objects.filter(pk=name).count(),
        "threads": Thread.objects.filter(request_id=name).count(),
        "offers": Offer.objects.filter(request_id=name).count(),
        "messages without a thread": Message.objects.exclude(thread__in=Thread.objects.all()).count(),
        "keys without a safe": SafeKey.objects.exclude(safe__in=Safe.objects.all()).count(),
    }
    used = {value for row in Request.objects.values_list("talk_id", "file_id", "match_id") for value in row}
    used |= set(Thread.objects.values_list("safe_id", flat=True))
    found["safes of nothing"] = Safe.objects.exclude(pk__in=[each for each in used if each]).count()
    return [f"{count} {what}" for what, count in found.items() if count]


def main() -> None:
    stop_on_signal()
    senders = 4 if sys.argv[1:] == ["small"] else SENDERS
    drill = run(senders)
    note = "; ".join(drill.faults) or "nothing lost, nothing came back, 12 damaged files refused"
    say(
        restore=(
            len(drill.faults),
            f"{drill.written} messages, longest wait {drill.waited:.1f} s while the backup ran; {note}",
        )
    )


if __name__ == "__main__":
    if sys.argv[1:2] == ["purge"]:
        django.setup()
        print(purge(sys.argv[2]))
    elif sys.argv[1:2] == ["left"]:
        django.setup()
        print(json.dumps(left(json.loads(sys.argv[2]))))
    else:
        main()
