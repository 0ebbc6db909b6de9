"""Characters as people type them: look-alikes, invisible signs, fancy fonts, leet."""

import unicodedata

# Letters of other scripts that look like Latin ones; Unicode normalisation leaves them apart.
_LOOKALIKE = str.maketrans(
    "авеёкмнпорстухіјѕԁցһӏтƅƖαβεικνορτυχγωѵɑɡıℓøđłⱥ",
    "abeekmhnopctyxijsdghltblabeiknoptuxywvagilodla",
)
_INVISIBLE = frozenset(
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\ufeff\ufe0e\ufe0f"
)
_QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"'})

LEET = str.maketrans("013456789@$!+", "oleasgtbgasit")
LEET_SECOND = str.maketrans("013456789@$!+", "oieasgtbgasit")


def fold(text: str) -> tuple[str, list[int] | None]:
    """Lower-case text without accents and invisible signs, and where each character came from.

    The map is ``None`` when nothing moved, which is nearly every message.
    """
    if text.isascii():
        return text.lower(), None
    folded: list[str] = []
    origin: list[int] = []
    for index, char in enumerate(text):
        for piece in _fold_char(char):
            folded.append(piece)
            origin.append(index)
    return "".join(folded), origin


def _fold_char(char: str) -> str:
    if char.isascii():
        return char.lower()
    if char in _INVISIBLE:
        return ""
    plain = unicodedata.normalize("NFKD", char.translate(_QUOTES)).lower()
    kept = "".join(c for c in plain if not unicodedata.combining(c) and c not in _INVISIBLE)
    return kept.translate(_LOOKALIKE)[:4]
