"""`make soak`: faults and attacks, in under an hour. Figures go to build/soak.json; 1 when a limit is missed.

SEBAYA_SOAK=small takes about three minutes. --only NAME runs one figure; --list says which there are.
"""

import os
import sys
from pathlib import Path

sys.path[:0] = [str(Path(__file__).resolve().parents[2]), str(Path(__file__).resolve().parents[2] / "src")]

from tests.bench.figures import BUILD, at_most  # noqa: E402
from tests.bench.measuring import Measure, main  # noqa: E402

SIZE = ("small",) if os.environ.get("SEBAYA_SOAK") == "small" else ()
HERE = "tests.soak"
MEASURES = [
    Measure(f"{HERE}.kills", {"kill_loss": at_most(0, "messages")}, SIZE, seconds=1200),
    Measure(f"{HERE}.restoring", {"restore": at_most(0, "faults")}, SIZE, seconds=300),
    Measure(f"{HERE}.canaries", {"canary_hits": at_most(0, "hits")}, SIZE, seconds=300),
    Measure(f"{HERE}.leaks", {"access_leaks": at_most(0, "leaks")}, SIZE, seconds=900),
    Measure(f"{HERE}.unlinking", {"unlink_rank": at_most(25 if SIZE else 5, "% from chance")}, SIZE, seconds=1500),
]

if __name__ == "__main__":
    sys.exit(main(MEASURES, BUILD / "soak.json", __doc__ or ""))
