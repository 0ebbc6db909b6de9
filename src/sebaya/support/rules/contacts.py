"""Finds contact details in a message, spelled out or masked too, so that they do not leave the room.

Numbers that save lives (112, 119 …) pass. Nothing here judges risk: detection has run before.
"""

import re
from dataclasses import dataclass

WORDS = {
    "nol": "0", "kosong": "0", "zero": "0", "satu": "1", "one": "1", "dua": "2", "two": "2", "tiga": "3",
    "three": "3", "empat": "4", "four": "4", "lima": "5", "five": "5", "enam": "6", "six": "6", "tujuh": "7",
    "seven": "7", "delapan": "8", "lapan": "8", "eight": "8", "sembilan": "9", "nine": "9",
}  # fmt: skip
LOOK_ALIKE = str.maketrans({"o": "0", "O": "0", "l": "1", "I": "1", "|": "1"})
MIN_PHONE = 9  # digits of the shortest Indonesian mobile number in use, without the leading zero
MAX_PHONE = 15  # E.164
SEPARATORS = r"[\s.\-_,/*()+•·~=]"
APPS = r"(?:ig|insta(?:gram)?|wa|w\.a|whats?app|line|tele(?:gram)?|tiktok|tt|twt|twitter|x|discord|dc|snap(?:chat)?|fb|facebook|threads|akun|user(?:name)?|id)"
_DIGITS = re.compile(rf"(?:[0-9oOlI|]{SEPARATORS}{{0,3}}){{{MIN_PHONE},40}}")
_MAIL = re.compile(
    r"[\w.+-]{2,40}\s?(?:@|\(at\)|\[at\]| at )\s?[\w-]{2,30}\s?(?:\.|\(dot\)|\[dot\]| dot | titik )\s?[a-z]{2,10}", re.I
)
_LINK = re.compile(r"(?:https?://|www\.|\b(?:wa|t|instagram|discord|line)\.(?:me|com|gg))\S*", re.I)
_HANDLE = re.compile(r"(?<![\w@])@[A-Za-z0-9][\w.]{2,30}")
_NAMED = re.compile(
    rf"\b{APPS}\b(?:\s?(?:ku|gue|gw|saya|aku|nya))?\s*(?:[:=]|\bitu\b|\bnamanya\b|\badalah\b)\s*(?P<handle>[A-Za-z0-9][\w.]{{2,30}})",
    re.I,
)
_MINE = re.compile(
    rf"\b{APPS}\s?(?:ku|gue|gw|gua|saya|aku|q)\b\s+(?=[A-Za-z0-9]*[\d_.]\w)[A-Za-z0-9][\w.]{{2,30}}", re.I
)  # "ig ku melati.putih": only with a sign that ordinary words do not have
_SPACED = re.compile(
    rf"\b{APPS}\b\s?(?:ku|gue|gw|saya|aku)?\s*[:=]?\s*(?:[A-Za-z0-9](?:\s?[._]\s?|\s)){{4,30}}[A-Za-z0-9]\b", re.I
)  # "ig: b u d i . k e r e n"
_TAGGED = re.compile(r"\b\w{2,30}\s?#\s?\d{4}\b")  # "budi#1234"
_FOLLOW = re.compile(
    rf"\b(?:follow|add|cari|search|dm|invite|hubungi|save|chat)\b\s+(?:me\s+)?(?:di\s+)?{APPS}\s?(?:ku|gue|gw|gua|saya|aku|q)\b"
    r"\s+(?!(?:ya|dong|aja|dulu|deh|yuk|kak|nanti|besok|sih|kalo|kalau|buat|untuk|soalnya|karena|biar|itu|yang|yg)\b)\w[\w.]{3,30}",
    re.I,
)  # "follow tiktokku budikeren"
_CALLING = re.compile(r"\b(?:nomor|nomer|no|hp|wa|w\.a|whats?app|telp?|telepon|telpon|call)(?:ku|nya|q)?\b", re.I)
MIN_CALLED = 7  # digits of a number that is named as one
_WORD = re.compile(r"[^\W\d_]+|\d+", re.UNICODE)


PATTERNS = (
    ("mail", _MAIL), ("link", _LINK), ("handle", _HANDLE), ("handle", _NAMED), ("handle", _MINE), ("handle", _SPACED),
    ("handle", _TAGGED), ("handle", _FOLLOW),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Contact:
    """A span of the text that looks like a way to reach someone outside."""

    kind: str
    start: int
    end: int


def find(text: str) -> list[Contact]:
    """All contact details, in order."""
    found = [Contact("phone", *match.span()) for match in _DIGITS.finditer(text) if _is_phone(match.group())]
    found += [Contact("phone", start, end) for start, end in _spelled_numbers(text)]
    for kind, pattern in PATTERNS:
        found += [Contact(kind, *match.span()) for match in pattern.finditer(text)]
    return sorted(found, key=lambda contact: contact.start)


def _is_phone(span: str) -> bool:
    digits = re.sub(r"\D", "", span.translate(LOOK_ALIKE))
    real = sum(sign.isdigit() for sign in span)
    return MIN_PHONE <= len(digits) <= MAX_PHONE and real >= MIN_PHONE - 2 and digits[:1] in "068"


def _spelled_numbers(text: str) -> list[tuple[int, int]]:
    """Runs of number words and digits that make a phone number together ("nol delapan satu 2 …")."""
    spans: list[tuple[int, int]] = []
    run: list[re.Match[str]] = []
    lowered = text.lower()
    for word in _WORD.finditer(lowered):
        if word.group() in WORDS or word.group().isdigit():
            run.append(word)
            continue
        _keep_run(run, lowered, spans)
        run = []
    _keep_run(run, lowered, spans)
    return spans


def _keep_run(run: list[re.Match[str]], text: str, spans: list[tuple[int, int]]) -> None:
    if not any(word.group() in WORDS for word in run):
        return
    digits = "".join(WORDS.get(word.group(), word.group()) for word in run)
    named = len(digits) >= MIN_CALLED and _CALLING.search(text, max(0, run[0].start() - 20), run[0].start())
    if len(digits) <= MAX_PHONE and (named or (len(digits) >= MIN_PHONE and digits[:1] in "068")):
        spans.append((run[0].start(), run[-1].end()))
