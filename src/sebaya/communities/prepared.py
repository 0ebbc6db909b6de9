"""Queries whose statement is built once a thread: for pages on which writing the SQL costs more than running it.

The builder gets stand-ins for the values, so it may not look at them; everything that changes from one call to
the next (who, which community, what time it is) has to come in as a named value.
"""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet

M = TypeVar("M", bound=Model)


class Prepared:
    """`rows(…)` gives what `build(…).values_list(…)` would."""

    def __init__(self, build: Callable[..., "QuerySet[Any, Any]"]) -> None:
        self._build = build
        self._local = threading.local()

    def rows(self, **values: str | datetime) -> list[tuple[Any, ...]]:
        ready = getattr(self._local, "ready", None)
        if ready is None or ready.connection is not connections[DEFAULT_DB_ALIAS]:
            ready = self._local.ready = _Ready(self._build, values)
        return ready.rows(values)


class _Ready:
    """One statement with the places of its values."""

    def __init__(self, build: Callable[..., "QuerySet[Any, Any]"], values: dict[str, Any]) -> None:
        stand_ins = {name: _stand_in(value, number) for number, (name, value) in enumerate(values.items(), start=1)}
        self._compiler = build(**stand_ins).query.get_compiler(DEFAULT_DB_ALIAS)
        self.connection = self._compiler.connection
        self._sql, parameters = self._compiler.as_sql()
        columns = [column for column, *_ in self._compiler.select]
        self._converters = self._compiler.get_converters(columns)
        stored = {name: self._stored(stand_in) for name, stand_in in stand_ins.items()}
        self._parameters = [
            (next((name for name, value in stored.items() if value == each), None), each) for each in parameters
        ]

    def rows(self, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        stored = {name: self._stored(value) for name, value in values.items()}
        with self.connection.cursor() as cursor:
            cursor.execute(self._sql, [stored[name] if name else fixed for name, fixed in self._parameters])
            found = cursor.fetchall()
        return [tuple(row) for row in self._compiler.apply_converters(found, self._converters)]

    def _stored(self, value: Any) -> Any:
        return self.connection.ops.adapt_datetimefield_value(value) if isinstance(value, datetime) else value


def _stand_in(value: Any, number: int) -> Any:
    """Of the same type, and equal to nothing that a query contains."""
    if isinstance(value, datetime):
        return datetime(1901, 1, number, tzinfo=UTC)
    return f"\0{number}"


class One(Generic[M]):
    """A look-up by something unique, as a model with some of its relations: for what every request asks.

    `related` are paths as for `select_related`, each after the one it hangs on.
    """

    def __init__(self, build: Callable[..., "QuerySet[M]"], *related: str) -> None:
        self._build, self._related = build, related
        self._prepared = Prepared(self._columns)
        self._parts: list[tuple[str, type[Model], list[str]]] = []

    def get(self, **values: str | datetime) -> M | None:
        """The row, or None."""
        rows = self._prepared.rows(**values)
        return self._made(rows[0]) if rows else None

    def _columns(self, **values: Any) -> "QuerySet[Any, Any]":
        rows = self._build(**values)
        parts = [(path, _model_at(rows.model, path)) for path in ("", *self._related)]
        self._parts = [(path, model, [field.attname for field in model._meta.concrete_fields]) for path, model in parts]
        return rows.values_list(
            *(f"{path}__{name}" if path else name for path, _, names in self._parts for name in names)
        )

    def _made(self, row: tuple[Any, ...]) -> M:
        made: dict[str, Any] = {}
        at = 0
        for path, model, names in self._parts:
            part = row[at : at + len(names)]
            at += len(names)
            key = part[names.index(model._meta.pk.attname)]
            made[path] = None if key is None else model.from_db(DEFAULT_DB_ALIAS, names, part)
            if path:
                _hang(made, path)
        found: M = made[""]
        return found


def _model_at(model: type[Model], path: str) -> type[Model]:
    for name in path.split("__") if path else ():
        model = model._meta.get_field(name).related_model  # type: ignore[assignment]
    return model


def _hang(made: dict[str, Any], path: str) -> None:
    """Puts a relation where Django looks for it; None where the outer join found nothing."""
    above, _, name = path.rpartition("__")
    parent = made[above]
    if parent is not None:
        parent._meta.get_field(name).set_cached_value(parent, made[path])
