"""How long one message takes and how much memory the detector holds.

python -m tests.detection.bench_detect
"""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus" / "train"
LENGTH = 300  # characters of a message; a long chat message or a short request
ROUNDS = 1500

_RESIDENT = """
import resource
def kb(): return int(open('/proc/self/statm').read().split()[1]) * resource.getpagesize() // 1024
before = kb()
from sebaya.detection import detect
detect("aku capek banget hari ini, tugas numpuk")
print((kb() - before) / 1024)
"""


def messages(count: int) -> list[str]:
    """Messages of ``LENGTH`` characters, joined from the training corpus."""
    texts = [
        json.loads(line)["text"]
        for path in sorted(CORPUS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    ]
    chooser = random.Random(3)
    return [" ".join(chooser.choices(texts, k=8))[:LENGTH] for _ in range(count)]


def p95_ms() -> float:
    from sebaya.detection import detect

    texts = messages(ROUNDS)
    for text in texts[:100]:
        detect(text)
    taken = []
    for text in texts:
        start = time.process_time()
        detect(text)
        taken.append((time.process_time() - start) * 1000)
    return sorted(taken)[int(len(taken) * 0.95)]


def resident_mb() -> float:
    """Growth of a fresh process by importing the detector and reading one message."""
    done = subprocess.run([sys.executable, "-c", _RESIDENT], capture_output=True, text=True, check=True)
    return float(done.stdout)


def bench() -> dict[str, float]:
    return {"detect_ms": round(p95_ms(), 3), "detect_resident_mb": round(resident_mb(), 1)}


if __name__ == "__main__":
    print(json.dumps(bench()))
