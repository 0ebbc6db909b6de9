"""Backup and restore: one sealed file with the database, the pepper and the server key.

The database goes row by row, so that a backup of SQLite restores into PostgreSQL and the other way round.
It is read in one transaction: every write acknowledged before it is in it, none by half. Sign-ins and the PINs of
phones are left out. `erased.log` beside the data holds marks of purged rows and is applied before serving.
"""

import base64
import json
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from django.apps import apps
from django.conf import settings
from django.core import serializers
from django.db import connection, models, transaction
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from sebaya.accounts.models import SignIn
from sebaya.audit import erased
from sebaya.audit.models import Digest
from sebaya.vault import parcels
from sebaya.vault.errors import Tampered
from sebaya.vault.models import DeviceCopy

LEFT_OUT = {SignIn, DeviceCopy}  # a restored PIN could be one that its owner has ended since
ROWS_A_PIECE = 500
VERSION = 1


class NotRestored(Exception):
    """The backup cannot be restored here; nothing was changed."""


def kept_models() -> list[type[models.Model]]:
    """Every table of the product in an order in which foreign keys are satisfied late (constraints deferred)."""
    wanted = [model for model in apps.get_models() if model not in LEFT_OUT]
    return [model for model in wanted if model._meta.managed and not model._meta.proxy]


def write(public: bytes, file: BinaryIO) -> int:
    """Writes the backup; returns the number of rows."""
    count = 0

    def pieces() -> Iterator[bytes]:
        nonlocal count
        yield _pack({"head": head()})
        for model in kept_models():
            for rows in _rows(model):
                count += len(rows)
                yield _pack({"model": model._meta.label, "rows": rows})

    with transaction.atomic():
        _one_moment()
        for part in parcels.seal_stream(public, pieces()):
            file.write(part)
    return count


def _one_moment() -> None:
    """PostgreSQL sees one snapshot only when told so; SQLite's write lock gives it."""
    if connection.vendor == "postgresql" and not connection.savepoint_ids:  # inside another it is too late
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")


def head() -> dict[str, Any]:
    last = Digest.objects.order_by("-day").first()
    return {
        "version": VERSION,
        "migrations": sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations()),
        "digest": last.value if last else "",
        "secrets": {
            path.name: base64.b64encode(path.read_bytes()).decode()
            for path in (settings.PEPPER_FILE, settings.SECRET_FILE)
        },
    }


def _pack(content: dict[str, Any]) -> bytes:
    return zlib.compress(json.dumps(content, separators=(",", ":")).encode(), 6)


def _rows(model: type[models.Model]) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    objects = model._base_manager.order_by("pk").iterator(chunk_size=ROWS_A_PIECE)
    for plain in serializers.serialize("python", objects):
        rows.append({"pk": _plain(plain["pk"]), **{name: _plain(value) for name, value in plain["fields"].items()}})
        if len(rows) == ROWS_A_PIECE:
            yield rows
            rows = []
    if rows:
        yield rows


def _plain(value: Any) -> Any:
    if isinstance(value, bytes | memoryview):
        return {"b": base64.b64encode(bytes(value)).decode()}
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value


def read(private: bytes, file: BinaryIO) -> Iterator[dict[str, Any]]:
    """The contents piece by piece. Raises NotRestored for a file that is not whole."""
    try:
        for piece in parcels.unseal_stream(private, file):
            yield json.loads(zlib.decompress(piece))
    except (Tampered, zlib.error, ValueError) as error:
        raise NotRestored from error


def check_whole(private: bytes, path: Path) -> dict[str, Any]:
    """Reads the whole file once and writes nothing; returns its head."""
    first: dict[str, Any] | None = None
    with path.open("rb") as file:
        for content in read(private, file):
            first = first or content["head"]
    if first is None or first["version"] != VERSION:
        raise NotRestored
    return first


def fits(head: dict[str, Any]) -> bool:
    """Whether this version knows every table as the backup has it; one of an older version fits."""
    known = {f"{app}.{name}" for app, name in MigrationLoader(None).disk_migrations}
    return set(head["migrations"]) <= known


@dataclass
class Gone:
    """What was purged since the backup: known by its marks, and by its ids as they turn up."""

    marks: set[str]
    met: set[str] = field(default_factory=set)

    def has(self, identifier: str) -> bool:
        if self.marks and erased.mark(identifier) in self.marks:
            self.met.add(identifier)
        return identifier in self.met


def restore_rows(private: bytes, path: Path, purged: Iterable[str]) -> int:
    """Fills an empty, migrated database, without what was `purged` since (marks). Returns the number of rows."""
    gone = Gone(set(purged))
    with transaction.atomic(), path.open("rb") as file:
        _empty()
        with connection.constraint_checks_disabled() if connection.vendor == "sqlite" else _deferred():
            count = sum(_load(content, gone) for content in read(private, file) if "model" in content)
        _drop_orphans(gone.met)
        connection.check_constraints()
    return count


def _deferred() -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    from contextlib import nullcontext

    return nullcontext()


def _empty() -> None:
    """What migrations put into a fresh database (content types, permissions) comes from the backup instead."""
    for model in reversed(kept_models()):
        model._base_manager.all()._raw_delete(model._base_manager.db)


def _load(content: dict[str, Any], gone: Gone) -> int:
    model = apps.get_model(content["model"])
    if model in LEFT_OUT:  # older backups hold copies for phones that named their holder
        return 0
    rows = [row for row in content["rows"] if not gone.has(str(row["pk"]))]
    model._base_manager.bulk_create([_instance(model, row) for row in rows])
    return len(rows)


def _instance(model: type[models.Model], row: dict[str, Any]) -> models.Model:
    values: dict[str, Any] = {}
    for name, value in row.items():
        field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        assert field is not None
        plain = base64.b64decode(value["b"]) if isinstance(value, dict) and set(value) == {"b"} else value
        values[field.attname] = plain if isinstance(plain, bytes) else _typed(field, plain)  # type: ignore[union-attr]
    return model(**values)


def _typed(field: Any, value: Any) -> Any:
    return field.target_field.to_python(value) if field.is_relation else field.to_python(value)


def _drop_orphans(gone: set[str]) -> None:
    """Rows that belonged to something purged go with it; those that only named it forget the name."""
    for model in kept_models() if gone else ():
        for column in model._meta.concrete_fields:
            if not _names_ids(column):
                continue
            rows = model._base_manager.filter(**{f"{column.attname}__in": gone})
            if column.remote_field.on_delete is models.SET_NULL:  # type: ignore[union-attr]
                rows.update(**{column.attname: None})
            else:
                rows.delete()


def _names_ids(field: Any) -> bool:
    """A relation to one of our tables: only those have random ids, which is what the log of purges holds."""
    return bool(field.is_relation and field.remote_field) and isinstance(field.target_field, models.CharField)
