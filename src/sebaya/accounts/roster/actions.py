"""Writing a roster: atomic, and the same file again changes nothing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sebaya.accounts import contacts, usernames
from sebaya.accounts.actions.people import set_roles
from sebaya.accounts.errors import NoSecondKey
from sebaya.accounts.models import Group, GroupKind, Membership, Person
from sebaya.accounts.models.people import login_of
from sebaya.accounts.roster import classes, container
from sebaya.accounts.roster.errors import RosterError
from sebaya.accounts.roster.export import export_roster
from sebaya.accounts.roster.planning import Change, Plan, group_key, groups_by_key, plan
from sebaya.accounts.roster.reader import check
from sebaya.accounts.roster.report import Kind, Note, Report
from sebaya.audit.record import record
from sebaya.communities.models import Community

__all__ = ["HasProblems", "Outcome", "export_roster", "import_roster", "skipped_reason"]

BATCH = 500  # rows of one statement


class HasProblems(RosterError):
    """Nothing was written because rows have problems; `problems` says which."""

    def __init__(self, problems: Sequence[Note]) -> None:
        super().__init__(
            _("Belum ada yang diimpor: %(count)s baris perlu diperbaiki lebih dulu.")
            % {"count": len({note.row for note in problems})}
        )
        self.problems = list(problems)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import did, in people. `contacts_skipped_reason` is empty unless contacts were left out."""

    created: int
    updated: int
    unchanged: int
    skipped: int
    contacts_sealed: int
    contacts_skipped_reason: str

    def in_words(self) -> str:
        """One line, for the page and the command line."""
        return _(
            "Selesai: %(created)s baru, %(updated)s berubah, %(unchanged)s tetap, %(skipped)s dilewati, "
            "%(contacts)s kontak darurat disegel."
        ) % {
            "created": self.created,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "skipped": self.skipped,
            "contacts": self.contacts_sealed,
        }


@transaction.atomic
def import_roster(
    *,
    by: Person | None,
    community: Community,
    file: container.Source | Report,
    skip_bad: bool = False,
    today: date | None = None,
) -> Outcome:
    """Creates and updates people; removes nobody who is missing from the file.

    Raises RosterError for an unusable file and HasProblems unless `skip_bad`; then nothing is written.
    """
    Community.objects.select_for_update().get(pk=community.pk)  # two clicks at once: the second finds it done
    report = file if isinstance(file, Report) else check(file, today)
    made = plan(community, report)
    if made.problems and not skip_bad:
        raise HasProblems(made.problems)
    _write_people(by, community, report.kind, made)
    _write_groups(community, made)
    sealed, reason = _write_contacts(community, made)
    outcome = Outcome(len(made.new), len(made.changed), len(made.unchanged), made.skipped, sealed, reason)
    _record(by, community, report, outcome)
    return outcome


def _write_people(by: Person | None, community: Community, kind: Kind, made: Plan) -> None:
    _create(community, kind, made.new)
    _update(made.changed)
    for change in made.new:
        if change.entry.roles:
            person = Person.objects.get(pk=change.person_id)
            set_roles(by=by, person=person, **dict.fromkeys(change.entry.roles, True))


def _create(community: Community, kind: Kind, changes: list[Change]) -> None:
    taken = set(Person.objects.filter(community=community).values_list("username", flat=True))
    people = []
    for change in changes:
        person = Person(community=community, staff=kind == Kind.STAFF, **change.values)
        person.username = usernames.propose(re.sub(r"\d", "", person.name), taken)
        taken.add(person.username)
        person.login = login_of(community.slug, person.username)
        person.set_unusable_password()
        change.person_id = person.pk
        people.append(person)
    Person.objects.bulk_create(people, batch_size=BATCH)


def _update(changes: list[Change]) -> None:
    """Numbers that change are cleared first, so that two people may swap theirs."""
    renumbered = [change.person_id for change in changes if change.values.get("nisn")]
    for batch in _batches(renumbered):
        Person.objects.filter(pk__in=batch).update(nisn="")
    for batch in _batches([change for change in changes if change.values]):
        people = Person.objects.in_bulk([change.person_id for change in batch])
        for change in batch:
            for name, value in change.values.items():
                setattr(people[change.person_id], name, value)
        touched = sorted({name for change in batch for name in change.values})
        Person.objects.bulk_update(people.values(), touched)


def _write_groups(community: Community, made: Plan) -> None:
    changes = [*made.new, *made.changed]
    for batch in _batches([pk for change in changes for pk in change.leaves]):
        Membership.objects.filter(pk__in=batch).delete()
    known = groups_by_key(community)
    wanted = dict.fromkeys(name for change in changes for name in change.joins)
    groups = []
    for kind, name in wanted:
        if group_key(kind, name) not in known:
            group = Group(community=community, kind=kind, name=name, grade=_grade(kind, name))
            known[group_key(kind, name)] = group.pk
            groups.append(group)
    Group.objects.bulk_create(groups, batch_size=BATCH)
    pairs = {(change.person_id, known[group_key(*name)]) for change in changes for name in change.joins}
    rows = [Membership(person_id=person, group_id=group) for person, group in sorted(pairs)]
    Membership.objects.bulk_create(rows, batch_size=BATCH)


def _grade(kind: str, name: str) -> int | None:
    return classes.grade(name) if kind == GroupKind.CLASS else None


def _write_contacts(community: Community, made: Plan) -> tuple[int, str]:
    """(sealed, why not). Contacts cannot be compared without opening them, so each import seals them anew."""
    payloads = {change.person_id: change.entry.contact for change in made.all if change.entry.contact}
    if not payloads:
        return 0, ""
    try:
        return contacts.seal_many(community, contacts.ROSTER, payloads), ""
    except NoSecondKey:
        return 0, skipped_reason()


def skipped_reason() -> str:
    return _(
        "Kontak darurat tidak disimpan: belum ada pemegang kunci kedua yang aktif. "
        "Impor lagi berkas yang sama setelah mereka aktif."
    )


def _record(by: Person | None, community: Community, report: Report, outcome: Outcome) -> None:
    record(
        "roster.import",
        community=community,
        by=by,
        staff=report.kind == Kind.STAFF,
        created=outcome.created,
        updated=outcome.updated,
        unchanged=outcome.unchanged,
        skipped=outcome.skipped,
        contacts=outcome.contacts_sealed,
    )


def _batches(items: Sequence[Any]) -> list[Sequence[Any]]:
    return [items[at : at + BATCH] for at in range(0, len(items), BATCH)]
