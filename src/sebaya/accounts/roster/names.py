"""Names written in one case become names again, the way they are written in Indonesia."""

import re

LOWER = frozenset({"bin", "binti", "van", "von", "de", "der", "den", "dari"})  # inside a name only
NUMERALS = frozenset({"II", "III", "IV", "VI", "VII", "VIII", "IX"})
UPPER_TITLES = frozenset({"ST", "SE", "SH", "MM", "MT", "MH", "MA", "SS", "SI"})  # after a comma
_PARTS = re.compile(r"([.\-/(,])")


def heal(name: str) -> str:
    """Title case for a name in capitals or in small letters; any other name stays as it is."""
    if not (name.isupper() or name.islower()):
        return name
    before, comma, after = name.partition(",")
    words = [_word(word, first=at == 0) for at, word in enumerate(before.split(" "))]
    titles = [_title(word) for word in after.split(" ")]
    return " ".join(words) + comma + " ".join(titles)


def _word(word: str, *, first: bool) -> str:
    if word.upper() in NUMERALS and not first:
        return word.upper()
    if word.casefold() in LOWER and not first:
        return word.lower()
    return "".join(_capital(part) for part in _PARTS.split(word))


def _title(word: str) -> str:
    return word.upper() if word.strip(".,").upper() in UPPER_TITLES else _word(word, first=True)


def _capital(part: str) -> str:
    """First letter large: "NUR'AINI" is Nur'aini; an apostrophe starts no new name."""
    at = next((at for at, sign in enumerate(part) if sign.lower() != sign.upper()), 0)
    return part[: at + 1].title() + part[at + 1 :].lower()
