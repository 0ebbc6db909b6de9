"""What a staff list calls a role → the column of accounts.Roles."""

import re
from typing import Any

from django.utils.translation import gettext as _

from sebaya.accounts.roster import cells

SPELLINGS = {
    "counsellor": "konselor, guru bk, bk, guru bimbingan dan konseling, psikolog, counsellor, counselor",
    "duty": "petugas jaga, jaga, duty adult, duty",
    "coordinator": "koordinator program, koordinator, coordinator",
    "second_key": "pemegang kunci kedua, kunci kedua, second key holder, second key",
    "leader": "kepala sekolah, kepala, leader, principal",
    "companion": "guru wali, wali kelas, pengasuh asrama, pengasuh, companion teacher, companion",
    "network": "dinas, yayasan, network viewer, network",
    "discipline": "kesiswaan, guru piket, tata tertib, discipline",
}
PLAIN = frozenset({"guru", "staf", "pegawai", "tenaga kependidikan", "teacher", "staff"})  # no role of their own
FIELD_OF = {word: role for role, words in SPELLINGS.items() for word in words.split(", ")}
ADULT_OF_CHILD = frozenset({"counsellor", "duty"})
_SEPARATORS = re.compile(r"[;,/+]")


def read(value: Any) -> tuple[tuple[str, ...], list[str]]:
    """(columns of Roles, notes). Raises Unusable for an unknown role and for two that may not meet."""
    given, notes = cells.text(value)
    words = [word.strip().casefold() for word in _SEPARATORS.split(given)]
    unknown = [word for word in words if word and word not in FIELD_OF and word not in PLAIN]
    if unknown:
        raise cells.Unusable(_("peran tidak dikenal: %(names)s") % {"names": ", ".join(unknown)})
    found = tuple(role for role in SPELLINGS if any(FIELD_OF.get(word) == role for word in words))
    if _clash(set(found)):
        raise cells.Unusable(_("peran ini tidak boleh dipegang satu orang"))
    return found, notes


def _clash(found: set[str]) -> bool:
    """Second key holders and discipline staff stand apart from those who read (product.md, People)."""
    apart = found & {"second_key", "discipline"}
    return bool(apart) and (bool(found & ADULT_OF_CHILD) or len(apart) == 2)
