"""detect_ms and detect_resident_mb: ordinary and worrying messages of about 300 characters."""

import random
import time
from pathlib import Path

from tests.bench.figures import say
from tests.bench.percentiles import percentile

SEED, MESSAGES, LONG = 3, 2000, 300
SENTENCES = (
    "tadi ulangan matematika susah banget, aku cuma bisa ngerjain setengahnya.",
    "temen sebangku pindah duduk ke geng lain jadi aku sendirian pas istirahat.",
    "di rumah lagi sering ribut, aku jadi ga betah dan pengen di luar terus.",
    "besok ada lomba futsal antar kelas, deg-degan tapi seneng juga sih kak.",
    "grup kelas ga ngajak aku lagi, mereka bikin grup baru aku taunya dari story.",
    "kadang aku mikir mending ga usah ada aja, capek banget sama semuanya.",
    "guru olahraga suka pegang-pegang pundak aku, aku ga nyaman tapi takut bilang.",
    "semalam ga bisa tidur lagi, kepikiran nilai sama omongan orang terus.",
    "makasih ya kak udah dengerin, lumayan lega sekarang aku mau coba ngomong.",
    "aku lagi suka sama orang tapi malu, dia kakak kelas ekskul gambar hehe.",
)


def main() -> None:
    before = _resident_kb()
    from sebaya.detection import Author, detect

    messages = texts(MESSAGES)
    for text in messages[:50]:
        detect(text, Author.SEEKER)
    spent = []
    for text in messages:
        started = time.thread_time()
        detect(text, Author.SEEKER)
        spent.append((time.thread_time() - started) * 1000)
    grown = (_resident_kb() - before) / 1024
    note = f"median {percentile(spent, 0.5):.3f} ms, {MESSAGES} messages of about {LONG} characters, all different; processor time"
    say(
        detect_ms=(percentile(spent, 0.95), note),
        detect_resident_mb=(grown, "bare Python process before and after, modules included"),
    )


def texts(count: int) -> list[str]:
    chance = random.Random(SEED)
    return [_text(chance) for _ in range(count)]


def _text(chance: random.Random) -> str:
    text = ""
    while len(text) < LONG - 40:
        text += chance.choice(SENTENCES) + " "
    return text + str(chance.randrange(10**6))


def _resident_kb() -> int:
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmRSS:")[2].split()[0])


if __name__ == "__main__":
    main()
