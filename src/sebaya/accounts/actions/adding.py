"""One person or one group at a time, by hand: what an import does for many."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sebaya.accounts.actions.people import ROLE_FIELDS, create_person
from sebaya.accounts.backend import everyone
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import Group, Membership, Person
from sebaya.accounts.once import row_id
from sebaya.audit.record import record, token
from sebaya.communities.models import Community


@transaction.atomic
def add_person(
    *,
    by: Person,
    key: str,
    name: str,
    username: str = "",
    staff: bool = False,
    sex: str = "",
    born: date | None = None,
    groups: Iterable[Group] = (),
    roles: Iterable[str] = (),
) -> Person:
    """Somebody new; the same person again for the same `key` of a form. Raises Refused in words."""
    _one_at_a_time(by)
    there = added_person(by=by, key=key)
    if there is not None:
        return there
    given: dict[str, Any] = dict.fromkeys(roles, True)
    try:
        with transaction.atomic():
            return create_person(
                by=by, community=by.community, person_id=row_id(key, "person", by.pk), name=name, username=username,
                staff=staff, sex=sex, born=born, groups=groups, **given,
            )  # fmt: skip
    except IntegrityError as error:
        raise Refused(_("Nama pengguna ini sudah dipakai orang lain.")) from error


def added_person(*, by: Person, key: str) -> Person | None:
    """Whom the first press of this form added, if there was one."""
    return everyone().filter(community=by.community_id, pk=row_id(key, "person", by.pk)).first() if key else None


@transaction.atomic
def correct_person(*, by: Person, person: Person, groups: Iterable[Group], **values: str | bool | date | None) -> None:
    """What was typed wrongly, and the groups they are in now.

    Whether somebody is an adult, and their user name, are settled once they have activated: rules, roles and
    what they know by heart hang on them.
    """
    changed = sorted(name for name, value in values.items() if getattr(person, name) != value)
    _may_be_corrected(person, changed)
    for name in changed:
        setattr(person, name, values[name])
    try:
        with transaction.atomic():
            person.save(update_fields=[*changed, "login"])
    except IntegrityError as error:
        raise Refused(_("Nama pengguna ini sudah dipakai orang lain.")) from error
    moved = _regroup(person, groups)
    if changed or moved:
        fields = " ".join(changed)
        record("person.corrected", community=person.community, by=by, about=token(person), fields=fields, moved=moved)


def _may_be_corrected(person: Person, changed: list[str]) -> None:
    if person.activated and {"staff", "username"} & set(changed):
        raise Refused(_("Nama pengguna, dan dewasa atau siswa, tidak bisa diubah lagi setelah akunnya aktif."))
    if "staff" in changed and any(getattr(person.role_set, code) for code in ROLE_FIELDS):
        raise Refused(_("Cabut dulu perannya, baru ubah dewasa atau siswa."))


def _regroup(person: Person, groups: Iterable[Group]) -> bool:
    """Leaves the groups that are not named, joins those that are new; whether anything changed."""
    wanted = {group.pk for group in groups}
    has = set(Membership.objects.filter(person=person).values_list("group_id", flat=True))
    Membership.objects.filter(person=person, group__in=has - wanted).delete()
    Membership.objects.bulk_create([Membership(person=person, group_id=group) for group in sorted(wanted - has)])
    return has != wanted


@transaction.atomic
def add_group(*, by: Person, key: str, kind: str, name: str, grade: int | None = None) -> Group:
    """A class, room, department or club; the same again for the same `key` of a form."""
    _one_at_a_time(by)
    there = added_group(by=by, key=key)
    if there is not None:
        return there
    group = Group(pk=row_id(key, "group", by.pk), community=by.community, kind=kind, name=name, grade=grade)
    _save_group(group, new=True)
    record("group.new", community=by.community, by=by, about=group.pk, kind=kind)
    return group


def added_group(*, by: Person, key: str) -> Group | None:
    return Group.objects.filter(community=by.community_id, pk=row_id(key, "group", by.pk)).first() if key else None


@transaction.atomic
def change_group(*, by: Person, group: Group, kind: str, name: str, grade: int | None = None) -> None:
    """Another name or grade; everybody in it stays in it."""
    group.kind, group.name, group.grade = kind, name, grade
    _save_group(group, new=False)
    record("group.changed", community=by.community, by=by, about=group.pk, kind=kind)


def _save_group(group: Group, new: bool) -> None:
    try:
        with transaction.atomic():
            group.save(force_insert=new)
    except IntegrityError as error:
        raise Refused(_("Kelompok dengan nama ini sudah ada.")) from error


def _one_at_a_time(by: Person) -> None:
    """Two presses at once: the second waits here, then finds what the first one made."""
    Community.objects.select_for_update().get(pk=by.community_id)
