"""What waits for one person: every room answers `todo(person, now)` with such items, the desk gathers them.

An item never carries a word of anyone: a display name, a topic, a level, a state and a clock.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.flags import queries
from sebaya.flags.models import RANK


class Group(StrEnum):
    """The order of a staff page: who needs me now, what is due today, what can wait."""

    NOW = "kini"
    TODAY = "hari"
    LATER = "nanti"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the desk. `act` says that pressing does something at once, instead of opening a page."""

    group: Group
    kind: str
    title: str
    detail: str
    url_name: str
    url_kwargs: Mapping[str, str] = field(default_factory=dict)
    action: str = ""
    level: str = ""
    due: datetime | None = None
    act: bool = False
    ring: bool = False  # rings on a desk whose sound is on


def in_order(item: Item) -> tuple[int, bool, float, str]:
    """Worst level first, then the earliest clock; what has no clock comes last."""
    due = item.due.timestamp() if item.due else 0.0
    return -RANK[item.level], item.due is None, due, item.title


def todo(person: Person, now: datetime) -> list[Item]:
    """Whoever is called must be reachable: channels of one's own that are missing, unproved or failing."""
    roles = person.role_set
    if not (roles.reads or roles.second_key):
        return []
    reach = queries.reach_of(person)
    if reach.failing:
        return [
            _channel(
                _("Saluran peringatan gagal"), _("Peringatan terakhir tidak sampai. Perbaiki dan uji lagi."), Group.NOW
            )
        ]
    if reach.proved:
        return []
    why = _("Kode uji belum diketik balik.") if reach.waiting else _missed(person)
    return [_channel(_("Saluran peringatan belum teruji"), why, Group.TODAY)]


def _missed(person: Person) -> str:
    """What nobody tells them without a channel; second key holders see no flags."""
    if person.role_set.reads:
        return _("Belum ada. Tanda merah hanya terlihat di halaman ini.")
    return _("Belum ada. Permintaan membuka nama hanya terlihat di halaman ini.")


def _channel(title: str, detail: str, group: Group) -> Item:
    return Item(group, _("Saluran"), title, detail, "notices:channels", action=_("Buka"))
