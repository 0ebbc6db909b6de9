"""What an import would do: read, nothing written. The preview shows it, `actions` carries it out."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from sebaya.accounts.models import Group, GroupKind, Membership, Person
from sebaya.accounts.roster import classes
from sebaya.accounts.roster.matching import Known, is_stranger, match
from sebaya.accounts.roster.report import Entry, Kind, Note, Report
from sebaya.accounts.roster.rows import heal_name
from sebaya.communities.models import Community

FIELDS = ("name", "sex", "born", "nisn", "nipd", "email")
GroupName = tuple[str, str]  # kind, name


@dataclass(slots=True)
class Change:
    """What a row means for one person. `person_id` is empty for somebody new."""

    entry: Entry
    person_id: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    joins: list[GroupName] = field(default_factory=list)
    leaves: list[str] = field(default_factory=list)  # ids of memberships in other classes

    @property
    def anything(self) -> bool:
        return bool(self.values or self.joins or self.leaves)


@dataclass(slots=True)
class Plan:
    new: list[Change] = field(default_factory=list)
    changed: list[Change] = field(default_factory=list)
    unchanged: list[Change] = field(default_factory=list)
    problems: list[Note] = field(default_factory=list)
    skipped: int = 0

    @property
    def all(self) -> list[Change]:
        return [*self.new, *self.changed, *self.unchanged]


@dataclass(slots=True)
class Standing:
    """Somebody's memberships: (membership id, kind, group name)."""

    known: Known
    groups: list[tuple[str, str, str]]


def plan(community: Community, report: Report) -> Plan:
    """Rows with a problem are left out and counted; the plan may find more of them against the database."""
    standing = _standing(community, report.kind)
    entries = list(report.good())
    matched = match(entries, [one.known for one in standing.values()])
    made = Plan(problems=list(report.problems))
    owners = _numbers_after(community, standing, entries, matched)
    for entry in entries:
        known = matched.get(entry.row)
        wrong = _wrong(entry, known, owners)
        if wrong:
            column = report.titles.get("nisn" if entry.nisn else "nipd", "")
            made.problems.append(Note(entry.row, column, wrong))
            continue
        change = _change(entry, standing[known.pk] if known else None)
        _file(made, change)
    made.skipped = report.people - len(made.all)
    return made


def _file(made: Plan, change: Change) -> None:
    if not change.person_id:
        made.new.append(change)
    elif change.anything:
        made.changed.append(change)
    else:
        made.unchanged.append(change)


def _standing(community: Community, kind: str) -> dict[str, Standing]:
    """Everybody of this kind with their groups, in two queries."""
    groups: defaultdict[str, list[tuple[str, str, str]]] = defaultdict(list)
    rows = Membership.objects.filter(group__community=community).order_by("group__name")
    for person_id, *membership in rows.values_list("person_id", "pk", "group__kind", "group__name"):
        groups[person_id].append(tuple(membership))  # type: ignore[arg-type]
    people = Person.objects.filter(community=community, staff=kind == Kind.STAFF)
    return {
        values["pk"]: Standing(_known(values, groups[values["pk"]]), groups[values["pk"]])
        for values in people.values("pk", *FIELDS)
    }


def _known(values: dict[str, Any], groups: Iterable[tuple[str, str, str]]) -> Known:
    own_classes = tuple(name for _id, kind, name in groups if kind == GroupKind.CLASS)
    others = frozenset(name.casefold() for _id, kind, name in groups if kind != GroupKind.CLASS)
    return Known(**values, classes=own_classes, groups=others)


def _numbers_after(
    community: Community, standing: dict[str, Standing], entries: list[Entry], matched: dict[int, Known]
) -> dict[str, str]:
    """NISN → id of who keeps it, of people whose number this import does not change."""
    moving = {known.pk for entry in entries if (known := matched.get(entry.row)) and entry.nisn not in ("", known.nisn)}
    rows = Person.objects.filter(community=community).exclude(nisn="").values_list("nisn", "pk")
    return {nisn: pk for nisn, pk in rows if pk not in moving}


def _wrong(entry: Entry, known: Known | None, owners: dict[str, str]) -> str:
    """Why this row must not be written, or nothing."""
    owner = owners.get(entry.nisn, "") if entry.nisn else ""
    if owner and (known is None or known.pk != owner):
        return _("NISN ini sudah dipakai orang lain di sini")
    named = known is not None and known.pk == entry.code  # somebody edits our own export: a new name is meant
    if known is not None and not named and not entry.email and is_stranger(entry, known):
        return _("nomor ini milik orang dengan nama dan tanggal lahir lain; periksa nomornya")
    return ""


def _change(entry: Entry, standing: Standing | None) -> Change:
    change = Change(entry)
    if standing is not None:
        change.person_id = standing.known.pk
        change.values = _new_values(entry, standing.known)
    else:
        change.values = {name: getattr(entry, name) for name in FIELDS}
    _regroup(change, standing.groups if standing else [])
    return change


def _new_values(entry: Entry, known: Known) -> dict[str, Any]:
    """Filled cells that differ. A name that heals to the file's is left as it is written here."""
    values = {name: getattr(entry, name) for name in FIELDS}
    different = {name: value for name, value in values.items() if value and value != getattr(known, name)}
    if "name" in different and heal_name(known.name) == entry.name:
        del different["name"]
    return different


def _regroup(change: Change, groups: list[tuple[str, str, str]]) -> None:
    """Another class replaces the class; groups of other kinds are only added to."""
    entry = change.entry
    own_classes = [(pk, name) for pk, kind, name in groups if kind == GroupKind.CLASS]
    if entry.group and classes.key(entry.group) not in {classes.key(name) for _pk, name in own_classes}:
        change.leaves = [pk for pk, _name in own_classes]
        change.joins.append((GroupKind.CLASS, entry.group))
    has = {(kind, name.casefold()) for _pk, kind, name in groups}
    others = {
        GroupKind.ROOM: entry.rooms,
        GroupKind.DEPARTMENT: entry.departments,
        GroupKind.CLUB: entry.clubs,
    }
    for kind, names in others.items():
        change.joins += [(kind, name) for name in names if (kind.value, name.casefold()) not in has]


def group_key(kind: str, name: str) -> tuple[Any, ...]:
    """Equal for spellings of one group."""
    return (kind, *classes.key(name)) if kind == GroupKind.CLASS else (kind, name.casefold())


def groups_by_key(community: Community) -> dict[tuple[Any, ...], str]:
    """Key → id of the group, the first by name where two are spelled alike."""
    found: dict[tuple[Any, ...], str] = {}
    for pk, kind, name in Group.objects.filter(community=community).order_by("name").values_list("pk", "kind", "name"):
        found.setdefault(group_key(kind, name), pk)
    return found
