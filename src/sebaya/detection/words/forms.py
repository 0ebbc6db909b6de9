"""Indonesian verb forms, formal and spoken: who does it (me-, ng-) and who suffers it (di-, ke-)."""

_ENDINGS = ("", "i", "in", "kan", "nya", "inya", "innya", "ku", "iku", "inku", "ne", "ake", "an", "keun", "kanku")
_NASAL = {"p": "m", "t": "n", "k": "ng", "s": "ny"}
_VOICED = {"b": "m", "d": "n", "g": "ng", "j": "n", "c": "n", "z": "n"}


def active_forms(root: str) -> list[str]:
    """pukul → memukul, mukulin, ngemukulin, pukulin …"""
    first = root[0]
    if first in _NASAL:
        spoken = [_NASAL[first] + root[1:]]
    elif first in "aeiou":
        spoken = ["ng" + root]
    elif first in _VOICED:
        spoken = [_VOICED[first] + root, "nge" + root]
    else:
        spoken = ["nge" + root]
    formal = [_formal(root, spoken[0])]
    stems = [root, *spoken, *formal]
    return [stem + ending for stem in stems for ending in _ENDINGS]


def _formal(root: str, spoken: str) -> str:
    if root[0] in "lrmnwy":
        return "me" + root
    if spoken.startswith("nge"):
        return "me" + root
    return "me" + spoken


def passive_forms(root: str) -> list[str]:
    """pukul → dipukul, dipukulin, kepukul …"""
    return [prefix + root + ending for prefix in ("di", "ke", "ter", "ti") for ending in _ENDINGS]
