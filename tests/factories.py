"""People and communities for tests, made by the same actions that people use."""

from collections.abc import Iterable
from datetime import date, time
from itertools import count
from typing import Any

from sebaya.accounts import actions as accounts
from sebaya.accounts.actions.people import FOR_ADULTS
from sebaya.accounts.backend import everyone
from sebaya.accounts.models import Group, GroupKind, Person
from sebaya.accounts.passwords import normal
from sebaya.communities.models import Community
from sebaya.programmes import actions as programmes
from sebaya.programmes.models import ConsentKind, DutySlot, Evidence, HoldReason
from sebaya.training import actions as training
from sebaya.training.rules import GUIDED_HOURS, ITEMS, PASS_LEVEL
from sebaya.vault import holders
from sebaya.vault.keyring import Keyring, keyring_of

PASSWORD = "payung-biru-di-halaman"  # long enough for staff
EVERY_DAY = range(1, 8)
BORN = date(2012, 5, 17)  # fourteen on the frozen day of conftest
_number = count(1)


def make_community(**values: Any) -> Community:
    """A school in Jakarta with the default windows; `values` are its fields."""
    number = next(_number)
    return Community.objects.create(**{"slug": f"smp-{number}", "name": f"SMP Contoh {number}", **values})


def make_group(
    community: Community, name: str = "VII-A", kind: str = GroupKind.CLASS, grade: int | None = None
) -> Group:
    return Group.objects.get_or_create(community=community, name=name, kind=kind, defaults={"grade": grade})[0]


def make_person(
    community: Community,
    name: str = "",
    *,
    roles: Iterable[str] = (),
    password: str | None = None,
    klass: str | None = None,
    sex: str = "P",
    born: date | None = None,
    staff: bool | None = None,
    username: str = "",
    email: str = "",
) -> Person:
    """Somebody new; activated, with a key pair, when there is a password.

    Roles of adults make staff of them; students are of `klass` "VII-A" and fourteen years old unless told.
    """
    roles = tuple(roles)
    adult = bool(FOR_ADULTS & set(roles)) if staff is None else staff
    groups = [] if adult and klass is None else [make_group(community, klass or "VII-A")]
    person = accounts.create_person(
        by=None,
        community=community,
        name=name or f"Orang {next(_number)}",
        username=username,
        staff=adult,
        sex=sex,
        born=born or (None if adult else BORN),
        email=email,
        groups=groups,
        **dict.fromkeys(roles, True),
    )
    if password is not None:
        activate(person, password)
    return fresh(person)


def activate(person: Person, password: str = PASSWORD) -> Keyring:
    """With a slip, as everybody does it."""
    [(_person, code)] = accounts.make_slips(by=None, people=[person], kind="aktivasi")
    redeemed, private = accounts.redeem(community=person.community, code=code, password=password)
    return keyring_of(redeemed.keyholder, private)


def fresh(person: Person) -> Person:
    """As the next request finds them."""
    return everyone().get(pk=person.pk)


def keyring_for(person: Person, password: str = PASSWORD) -> Keyring:
    """What signing in with this password gives."""
    return keyring_of(person.keyholder, holders.unlock(person.keyholder, normal(password)))


def make_duty(
    person: Person,
    *,
    days: Iterable[int] = EVERY_DAY,
    starts: time = time(6),
    ends: time = time(22),
    place: int | None = None,
) -> list[DutySlot]:
    """Puts an adult on the duty list on these weekdays."""
    return [
        programmes.add_duty(by=person, person=person, weekday=day, starts=starts, ends=ends, place=place)
        for day in days
    ]


def make_supporter(community: Community, name: str = "", *, password: str | None = PASSWORD, **values: Any) -> Person:
    """A supporter with everything that the gate asks: consents, ethics, two raters' sheets."""
    person = make_person(community, name, roles=["supporter"], password=password, **values)
    by = make_person(community, staff=True)
    for kind in ConsentKind:
        programmes.record_consent(
            by=by, person=person, kind=kind, evidence=Evidence.PAPER, given_on=date(2026, 2, 2), reference="map 1"
        )
    pass_gate(person, by=by)
    return fresh(person)


def pass_gate(person: Person, *, by: Person) -> None:
    """Two raters who found every item competent."""
    sheet = dict.fromkeys(ITEMS, PASS_LEVEL)
    training.record_paper(
        by=by,
        person=person,
        assessed_on=date(2026, 6, 5),
        raters=("Ibu Ratih", "Pak Yosafat"),
        levels=(sheet, dict(sheet)),
        hours=GUIDED_HOURS,
    )


def hold(person: Person, reason: str = HoldReason.REST, until: date | None = None) -> None:
    programmes.hold(by=None, person=person, reason=reason, until=until)
