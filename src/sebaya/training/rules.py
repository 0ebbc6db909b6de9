"""The competence gate as rules. Item names follow the public structure of role-play competence scales
(EQUIP family: observed behaviour, levels 1 harmful to 4 advanced); wording is ours.
"""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

ITEMS = {
    "menyimak": _("Menyimak dengan sikap tubuh dan kata"),
    "rahasia": _("Menjelaskan rahasia dan batasnya"),
    "perasaan": _("Menggali dan menerima perasaan"),
    "empati": _("Empati dan kehangatan"),
    "tidak_menghakimi": _("Tidak menghakimi, tidak menasihati"),
    "bahaya": _("Mengenali tanda bahaya dan menyerahkan"),
    "cara_lama": _("Menggali cara yang pernah menolong"),
    "batas": _("Menjaga batas diri"),
}
PASS_LEVEL = 3  # all items 3 or more, none at 1 (product.md, Training)
HARMFUL = 1
GUIDED_HOURS = 24  # at least


def passes(first: Mapping[str, int], second: Mapping[str, int], hours: int) -> bool:
    """Whether two raters' sheets open the gate: every item rated 3 or more by both."""
    if hours < GUIDED_HOURS or set(first) != set(ITEMS) or set(second) != set(ITEMS):
        return False
    return all(min(first[item], second[item]) >= PASS_LEVEL for item in ITEMS)


def missing(first: Mapping[str, int], second: Mapping[str, int], hours: int) -> list[str]:
    """Item codes below the pass level, and "hours" when there are too few."""
    low = [item for item in ITEMS if min(first.get(item, 0), second.get(item, 0)) < PASS_LEVEL]
    return low if hours >= GUIDED_HOURS else [*low, "hours"]
