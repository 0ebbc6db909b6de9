"""How far a programme is, read in one query: its adults, one row each, and whether there are students."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from sebaya.accounts.models import Person, Slip
from sebaya.notices.models import Channel
from sebaya.programmes.models import DutySlot
from sebaya.vault.models import Keyholder

KEY_HOLDERS = 2  # of whom one is not in the asker's line of command (product.md, People)


class Adult(NamedTuple):
    """Their name, roles, and what they have. `called` may be needed at night."""

    name: str
    coordinator: bool
    counsellor: bool
    duty: bool
    second_key: bool
    awake: bool
    slip: bool
    slot: bool
    reached: bool
    members: bool  # of the whole community: it travels with every row
    member_slips: bool

    @property
    def called(self) -> bool:
        return self.counsellor or self.duty or self.second_key


@dataclass(frozen=True)
class State:
    adults: list[Adult]

    @property
    def coordinators(self) -> list[str]:
        return [adult.name for adult in self.adults if adult.coordinator]

    @property
    def counsellors(self) -> list[Adult]:
        return [adult for adult in self.adults if adult.counsellor]

    @property
    def duty(self) -> list[Adult]:
        return [adult for adult in self.adults if adult.duty]

    @property
    def second_keys(self) -> list[Adult]:
        return [adult for adult in self.adults if adult.second_key]

    @property
    def called(self) -> list[Adult]:
        return [adult for adult in self.adults if adult.called]

    @property
    def members(self) -> bool:
        return any(adult.members for adult in self.adults)

    @property
    def member_slips(self) -> bool:
        """Somebody has a slip, or used one."""
        return any(adult.member_slips for adult in self.adults)


def state_of(community_id: str) -> State:
    mine = OuterRef("pk")
    here = Person.objects.filter(community=community_id, is_active=True)
    members = here.filter(staff=False)
    rows = here.filter(staff=True).annotate(
        awake=Exists(Keyholder.objects.filter(person=mine)),
        has_slip=Exists(_slips().filter(person=mine)),
        slot=Exists(DutySlot.objects.filter(person=mine)),
        reached=Exists(Channel.objects.filter(person=mine, proved_on__isnull=False, failing=False)),
        members=Exists(members),
        member_slips=Exists(members.filter(slip__in=_slips())) | Exists(members.filter(keyholder__isnull=False)),
    )
    names = ("name", "roles__coordinator", "roles__counsellor", "roles__duty", "roles__second_key")
    has = ("awake", "has_slip", "slot", "reached", "members", "member_slips")
    found = rows.order_by("name", "pk").values_list(*names, *has)
    return State([Adult(name, *map(bool, cells)) for name, *cells in found])


def _slips() -> "QuerySet[Slip]":
    """Those that still open the way in."""
    return Slip.objects.filter(used=False, ends__gte=timezone.localdate())
