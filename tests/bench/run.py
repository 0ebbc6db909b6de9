"""`make bench`: speed and size, in under ten minutes. Figures go to build/bench.json; 1 when a limit is missed.

--only NAME measures one figure; --list says which there are. Ratios and medians say more than absolutes when
the machine is busy with something else.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[2] / "src")]

from tests.bench import installation  # noqa: E402
from tests.bench.figures import BUILD, Limit, at_least, at_most  # noqa: E402
from tests.bench.measuring import Measure, main  # noqa: E402

PAGES = ("desk", "conversation", "home", "supporter", "staff")
HERE = "tests.bench"
MEASURES = [
    Measure(f"{HERE}.vault", {"vault_message_ms": at_most(0.1, "ms")}),
    Measure(f"{HERE}.detect", {"detect_ms": at_most(1, "ms"), "detect_resident_mb": at_most(30, "MB")}),
    Measure(
        f"{HERE}.detection",
        {
            "detect_recall_red": at_least(0.90, "share"),
            "detect_recall_orange": at_least(0.80, "share"),
            "detect_false_alarms": at_most(0.12, "share"),
            "alarms_per_1000_red": at_most(1, "per 1000"),
            "alarms_per_1000_orange": at_most(5, "per 1000"),
            "conversations_with_alarm": at_most(0.05, "share"),
        },
    ),
    Measure(
        f"{HERE}.pages",
        {
            "page_ratio_desk": at_most(8, "×"),
            "page_ratio_conversation": at_most(6, "×"),
            "page_ratio_home": at_most(4, "×"),
            "page_ratio_supporter": at_most(6, "×"),
            "page_ratio_staff": at_most(8, "×"),
            **{f"queries_{name}": at_most(12, "queries") for name in PAGES},
            **{f"queries_{name}_more": at_most(0, "queries") for name in PAGES},
            "message_cpu_ms": Limit("ms"),
        },
    ),
    Measure(
        f"{HERE}.weight",
        {"public_page_kb": at_most(14, "KB"), "any_page_kb": at_most(50, "KB"), "public_page_wire_kb": Limit("KB")},
    ),
    Measure(f"{HERE}.resident", {"resident_mb": at_most(130, "MB"), "start_s": at_most(3, "s")}),
    Measure(f"{HERE}.roster", {"roster_import_s": at_most(20, "s"), "roster_import_mb": at_most(150, "MB")}),
    Measure(f"{HERE}.lesson", {"class_signs_in_s": at_most(15, "s"), "class_message_p95_ms": at_most(150, "ms")}),
    Measure(
        f"{HERE}.messages",
        {
            "message_visible_p95_ms": at_most(60, "ms"),
            "message_max_per_s": at_least(200, "per s"),
            "idle_listener_kb": at_most(25, "KB"),
        },
        seconds=300,
    ),
    Measure(
        f"{HERE}.messages",
        {"message_visible_p95_ms_pg": at_most(80, "ms"), "message_max_per_s_pg": at_least(200, "per s")},
        arguments=("postgres",),
        seconds=300,
    ),
    Measure(
        f"{HERE}.phone",
        {"slow3g_public_s": at_most(4.5, "s"), "slow3g_asking_s": at_most(5, "s"), "slow3g_warm_s": at_most(2.5, "s")},
    ),
    Measure(f"{HERE}.bridge", {"bridge_vs_a2wsgi": Limit("ratio")}),
]


def _with_demo() -> int:
    """The demo school is made once and copied for every measure that needs it."""
    if "--list" in sys.argv or os.environ.get("SEBAYA_BENCH_DEMO"):
        return main(MEASURES, BUILD / "bench.json", __doc__ or "")
    BUILD.mkdir(exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="bench-demo-", dir=BUILD))
    try:
        installation.make_demo(place / "data")
        os.environ["SEBAYA_BENCH_DEMO"] = str(place / "data")
        return main(MEASURES, BUILD / "bench.json", __doc__ or "")
    finally:
        shutil.rmtree(place, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(_with_demo())
