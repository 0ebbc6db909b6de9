"""Classes: "7 a", "VII-A" and "Kelas VII A" are one class, in one spelling."""

import re
from collections import Counter
from collections.abc import Iterable

GRADES = range(1, 14)
LONGEST = 60
ROMAN = {
    "XIII": 13, "XII": 12, "XI": 11, "X": 10, "IX": 9, "VIII": 8, "VII": 7,
    "VI": 6, "V": 5, "IV": 4, "III": 3, "II": 2, "I": 1,
}  # fmt: skip
MAJORS = "IPA|IPS|MIPA|MIA|IIS|IBB|BAHASA|BHS|AGAMA|TKJ|TJKT|RPL|PPLG|DKV|AKL|OTKP|MPLB|BDP|TKR|TKRO|TBSM|TSM|MM"
_PREFIX = re.compile(r"^(KELAS|KLS|ROMBEL|CLASS|GRADE|TINGKAT)\b[\s.:-]*")
_TOKENS = re.compile(r"[^\W\d_]+|\d+")
_JOINED = re.compile(rf"({'|'.join(ROMAN)})([A-Z]|{MAJORS})")

Key = tuple[str, ...]


def key(name: str) -> Key:
    """Equal for all spellings of one class."""
    plain = _PREFIX.sub("", name.upper().strip()) or name.upper()
    tokens = _TOKENS.findall(plain)
    if not tokens:
        return (plain,)
    return (*_first(tokens[0]), *(token.lstrip("0") or token for token in tokens[1:]))


def _first(token: str) -> Key:
    """The grade as a number, with what is written onto it."""
    if token in ROMAN:
        return (str(ROMAN[token]),)
    joined = _JOINED.fullmatch(token)
    if joined is None:
        return (token.lstrip("0") or token,)
    return str(ROMAN[joined[1]]), joined[2]


def grade(name: str) -> int | None:
    """ "VII-A" is 7, "X IPA 1" is 10, "Kelas 3" is 3, "Mawar" has none."""
    first = key(name)[0]
    if not first.isascii() or not first.isdigit() or len(first) > 2 or int(first) not in GRADES:
        return None
    return int(first)


def spellings(names: Iterable[str]) -> dict[Key, str]:
    """The spelling of each class that most rows have; the earlier one when two are as frequent."""
    counts = Counter(name for name in names if name)
    chosen: dict[Key, str] = {}
    for name, count in counts.items():
        own = key(name)
        if own not in chosen or count > counts[chosen[own]]:
            chosen[own] = name
    return chosen
