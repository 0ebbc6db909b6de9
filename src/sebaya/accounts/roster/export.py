"""The roster as CSV: what the next import of it would leave unchanged."""

import csv
import io
from collections import defaultdict

from sebaya.accounts.models import GroupKind, Membership, Person
from sebaya.accounts.roster.cells import QUOTED
from sebaya.communities.models import Community

HEADER = ("kode_sebaya", "nama", "nisn", "nipd", "jk", "tanggal_lahir", "kelas", "kamar", "bagian", "ekskul")
KINDS = (GroupKind.CLASS, GroupKind.ROOM, GroupKind.DEPARTMENT, GroupKind.CLUB)
FORMULA = "=+-@"  # a spreadsheet would run a cell that begins so


def export_roster(community: Community) -> bytes:
    """Members by class and name, as UTF-8 with the mark that Excel wants. No contacts: those are sealed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    groups = _groups(community)
    people = Person.objects.filter(community=community, staff=False).order_by("name", "pk")
    rows = people.values_list("pk", "name", "nisn", "nipd", "sex", "born")
    lines = [
        [
            pk,
            name,
            nisn,
            nipd,
            sex,
            born.isoformat() if born else "",
            *(";".join(groups[pk, kind]) for kind in KINDS),
        ]
        for pk, name, nisn, nipd, sex, born in rows
    ]
    lines.sort(key=lambda line: line[HEADER.index("kelas")])
    writer.writerows([_harmless(cell) for cell in line] for line in lines)
    return out.getvalue().encode("utf-8-sig")


def _groups(community: Community) -> dict[tuple[str, str], list[str]]:
    """(person, kind) → names of groups; of classes the first one only."""
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    rows = Membership.objects.filter(group__community=community).order_by("group__name")
    for person, kind, name in rows.values_list("person_id", "group__kind", "group__name"):
        first_class = kind == GroupKind.CLASS and not found[person, kind]
        if first_class or (kind != GroupKind.CLASS and ";" not in name):
            found[person, kind].append(name)
    return found


def _harmless(cell: str) -> str:
    """An apostrophe before what a spreadsheet would run, and before one that the import would take away."""
    quoted = cell[:1] == "'" and cell[1:2] and cell[1] in QUOTED
    return f"'{cell}" if quoted or (cell and cell[0] in FORMULA) else cell
