"""Whatever a roster holds: the same again changes nothing, the export changes nothing, what is dropped is nowhere."""

import csv
import io
import json
import sqlite3
import string
from datetime import date

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories import make_community
from tests.roster.files import TODAY

from sebaya.accounts.roster.actions import HasProblems, export_roster, import_roster
from sebaya.accounts.roster.reader import check

pytestmark = pytest.mark.django_db
few = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])

letters = st.text(alphabet=string.ascii_letters + "éñ'.- \u200b\u00a0", min_size=1, max_size=14)
name = st.tuples(letters, st.sampled_from(["Budi", "SITI", "nur", "Agus"])).map(" ".join)
row = st.fixed_dictionaries(
    {
        "nama": name,
        "nisn": st.one_of(st.just(""), st.just("null"), st.integers(1, 10**10 - 1).map(str)),
        "nipd": st.one_of(st.just(""), st.integers(1, 40).map(str)),
        "jk": st.sampled_from(["L", "P", "", "perempuan", "male"]),
        "tanggal lahir": st.one_of(
            st.just(""),
            st.dates(date(2008, 1, 1), date(2015, 1, 1)).map(date.isoformat),
            st.dates(date(2008, 1, 1), date(2015, 1, 1)).map(lambda day: day.strftime("%d/%m/%Y")),
        ),
        "kelas": st.sampled_from(["", "7A", "VII-A", "7 a", "X IPA 1", "Mawar", "=1"]),
        "ekskul": st.lists(st.sampled_from(["Pramuka", "PMR", "pmr", "Rohis"]), max_size=3).map(";".join),
        "NIK": st.integers(0, 9999).map(lambda n: f"CANARY-{n}"),
        "Nama Bank": st.just("CANARY-BANK"),
    }
)


def as_csv(rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0])
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def load(community, data):
    return import_roster(by=None, community=community, file=data, skip_bad=True, today=TODAY)


@few
@given(st.lists(row, min_size=1, max_size=8))
def test_same_file_again_changes_nothing(community, rows):
    school = make_community()
    first = load(school, as_csv(rows))
    second = load(school, as_csv(rows))
    assert (second.created, second.updated) == (0, 0)
    assert second.unchanged == first.created + first.updated + first.unchanged
    assert first.skipped == second.skipped


@few
@given(st.lists(row, min_size=1, max_size=8))
def test_import_of_the_export_changes_nothing(community, rows):
    school = make_community()
    done = load(school, as_csv(rows))
    if not done.created:
        return
    exported = export_roster(school)
    again = import_roster(by=None, community=school, file=exported, today=TODAY)
    assert (again.created, again.updated, again.unchanged, again.skipped) == (0, 0, done.created, 0)
    assert export_roster(school) == exported


@few
@given(st.lists(row, min_size=1, max_size=6))
def test_dropped_values_are_in_no_report_and_no_error(rows):
    data = as_csv(rows)
    assert b"CANARY" in data
    report = check(data, TODAY)
    assert "CANARY" not in json.dumps(report.as_json()) + repr(report)


def test_dropped_values_are_nowhere_in_the_database(community):
    rows = [
        {
            "nama": "Budi KEPT",
            "nisn": "17",
            "kelas": "7A",
            "HP": "0811000CANARY",
            "NIK": "CANARY-1",
            "Bank": "CANARY-2",
        },
        {"nama": "Rani KEPT", "nisn": "x", "kelas": "7A", "HP": "", "NIK": "CANARY-3", "Bank": "CANARY-4"},
    ]
    load(community, as_csv(rows))
    with pytest.raises(HasProblems) as caught:
        import_roster(by=None, community=community, file=as_csv(rows), today=TODAY)

    content = dumped()
    assert "Budi KEPT" in content  # the search finds what is there
    assert "CANARY" not in content + str(caught.value) + repr(caught.value.problems)


def dumped() -> str:
    """Every value of every table as text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows += cursor.fetchall()
    return repr([[bytes(v) if isinstance(v, memoryview | sqlite3.Binary) else v for v in line] for line in rows])
