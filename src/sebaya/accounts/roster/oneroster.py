"""OneRoster 1.2 (and 1.1) CSV in a zip: students of users.csv with their first active class.

Read: users, roles, enrollments, classes, demographics. Rows are numbered as in users.csv.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator

from sebaya.accounts.roster import text
from sebaya.accounts.roster.errors import RosterError, damaged

ADDED = ("Class", "birthDate", "sex")
Line = dict[str, str]


def tables(archive: zipfile.ZipFile) -> Iterator[text.Rows]:
    """One table of students. Raises RosterError when a part is damaged or lacks its columns."""
    try:
        rows = list(_rows(archive))
    except RosterError:
        raise
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        csv.Error,
        KeyError,
        TypeError,
        AttributeError,
    ) as error:
        raise damaged() from error
    return iter([iter(rows)])


def _rows(archive: zipfile.ZipFile) -> Iterator[tuple[int, tuple[str, ...]]]:
    users = list(_lines(archive, "users.csv"))
    students = {line["userSourcedId"] for line in _active(archive, "roles.csv") if line.get("role") == "student"}
    classes = _classes(archive)
    facts = {line["userSourcedId"]: line for line in _active(archive, "demographics.csv")}
    columns = tuple(name for name in (users[0] if users else {}) if name)
    yield 1, (*columns, *ADDED)
    for number, user in enumerate(users, start=2):
        own = user["sourcedId"]
        if user.get("status") == "tobedeleted" or not (own in students or user.get("role") == "student"):
            continue
        about = facts.get(own, {})
        added = (classes.get(own, ""), about.get("birthDate", ""), about.get("sex", ""))
        yield number, (*(user[name] or "" for name in columns), *added)


def _classes(archive: zipfile.ZipFile) -> dict[str, str]:
    """User → title of a class; the home room wins over other classes."""
    classes = {line["sourcedId"]: line for line in _active(archive, "classes.csv")}
    found: dict[str, str] = {}
    for line in _active(archive, "enrollments.csv"):
        taught = classes.get(line["classSourcedId"])
        if taught is None or line.get("role", "student") != "student":
            continue
        if taught.get("classType") == "homeroom" or line["userSourcedId"] not in found:
            found[line["userSourcedId"]] = taught["title"]
    return found


def _active(archive: zipfile.ZipFile, name: str) -> Iterator[Line]:
    return (line for line in _lines(archive, name) if line.get("status") != "tobedeleted")


def _lines(archive: zipfile.ZipFile, name: str) -> Iterator[Line]:
    """The lines of a part; none when the zip does not have it."""
    if name not in archive.namelist():
        return iter(())
    content = text.decode(archive.read(name))
    return csv.DictReader(io.StringIO(content, newline=""))
