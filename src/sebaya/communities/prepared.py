"""Queries whose statement is built once a process: for pages on which writing the SQL costs more than running it.

The builder gets stand-ins for the values, so it may not look at them; everything that changes from one call to
the next (who, which community, what time it is) has to come in as a named value.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Generic, TypeVar

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import Model, QuerySet
from django.db.models.fields.related import RelatedField

M = TypeVar("M", bound=Model)
Value = str | bytes | int | datetime | date | time
Values = Value | Sequence[str] | Sequence[bytes]

FIRST_NUMBER = 7_013  # whole numbers that stand in: like no constant of a query, and small enough for every column


class Prepared:
    """`rows(…)` gives what `build(…).values_list(…)` would. A list may be of any length, a value may be left out."""

    def __init__(self, build: "Callable[..., QuerySet[Any, Any]]") -> None:
        self._build = build
        self._ready: dict[tuple[tuple[str, int], ...], _Statement] = {}

    def rows(self, **values: Values) -> list[tuple[Any, ...]]:
        full: dict[str, Any] = {name: _padded(value) if _is_list(value) else value for name, value in values.items()}
        shape = tuple((name, len(value) if _is_list(value) else 0) for name, value in full.items())
        statement = self._ready.get(shape)
        if statement is None:
            statement = self._ready[shape] = _Statement(self._build, full)
        return statement.rows(full)


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _padded(value: Any) -> list[Any]:
    """Filled up to 1, 2, 4, 8 … with its last, so that few statements serve all lengths; never empty."""
    found = list(value) or [""]
    return found + found[-1:] * ((1 << (len(found) - 1).bit_length()) - len(found))


class _Statement:
    """One statement with the places of its values, and how what it gives is read."""

    def __init__(self, build: "Callable[..., QuerySet[Any, Any]]", values: dict[str, Any]) -> None:
        stand_ins = _stand_ins(values)
        compiler = build(**stand_ins).query.get_compiler(DEFAULT_DB_ALIAS)
        self._sql, parameters = compiler.as_sql()
        converters = compiler.get_converters([column for column, *_ in compiler.select])
        self._converters = [(place, list(how), column) for place, (how, column) in converters.items()]
        places = {_raw(stored): place for place, stored in enumerate(self._flat(stand_ins))}
        self._parameters = [(places.get(_raw(each)), each) for each in parameters]

    def rows(self, values: dict[str, Any]) -> list[tuple[Any, ...]]:
        connection = connections[DEFAULT_DB_ALIAS]
        stored = self._flat(values)
        given = [each if place is None else stored[place] for place, each in self._parameters]
        with connection.cursor() as cursor:
            cursor.execute(self._sql, given)
            found = cursor.fetchall()
        return [self._converted(row, connection) for row in found] if self._converters else found

    def _converted(self, row: Sequence[Any], connection: Any) -> tuple[Any, ...]:
        cells = list(row)
        for place, how, column in self._converters:
            value = cells[place]
            for convert in how:
                value = convert(value, column, connection)
            cells[place] = value
        return tuple(cells)

    def _flat(self, values: dict[str, Any]) -> list[Any]:
        """All values behind one another, as the database takes them."""
        connection = connections[DEFAULT_DB_ALIAS]
        found: list[Any] = []
        for value in values.values():
            found += [_stored(each, connection) for each in (value if _is_list(value) else [value])]
        return found


def _stored(value: Any, connection: Any) -> Any:
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, time):
        return connection.ops.adapt_timefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return connection.Database.Binary(value) if isinstance(value, bytes) else value


def _raw(stored: Any) -> Any:
    """What can be compared: drivers wrap bytes, each in its own way."""
    wrapped = getattr(stored, "obj", stored)
    return bytes(wrapped) if isinstance(wrapped, bytes | memoryview) else wrapped


def _stand_ins(values: dict[str, Any]) -> dict[str, Any]:
    made: dict[str, Any] = {}
    number = 0
    for name, value in values.items():
        count = len(value) if _is_list(value) else 1
        stand_ins = [_stand_in((value if _is_list(value) else [value])[0], number + each) for each in range(count)]
        made[name] = stand_ins if _is_list(value) else stand_ins[0]
        number += count
    return made


def _stand_in(value: Any, number: int) -> Value:
    """Of the same type, and equal to nothing that a query contains."""
    if isinstance(value, datetime):
        return datetime(1901, 1, 1, tzinfo=UTC) + timedelta(days=number)
    if isinstance(value, time):
        return time(3, 17, 29, 1 + number)
    if isinstance(value, date):
        return date(1901, 1, 1) + timedelta(days=number)
    if isinstance(value, bytes):
        return b"\0%d" % number
    return FIRST_NUMBER + number if isinstance(value, int) else f"\0{number}"


class Rows(Generic[M]):
    """Rows as models with some of their relations, as `select_related` would bring them.

    `related` are paths, each after the one it hangs on. `also` are columns that the builder annotates. Where `only`
    names columns of a model ("alias", "holder__kind"), its others wait until somebody asks, as with `QuerySet.only`.
    """

    def __init__(
        self,
        build: "Callable[..., QuerySet[M]]",
        *related: str,
        only: Sequence[str] = (),
        also: Sequence[str] = (),
    ) -> None:
        self._build, self._related, self._only, self._also = build, related, only, also
        self._prepared = Prepared(self._columns)
        self._parts: list[_Part] = []

    def first(self, **values: Values) -> M | None:
        """The first row, or None. The builder limits what is fetched, where more than one can be found."""
        rows = self._prepared.rows(**values)
        return self._made(rows[0]) if rows else None

    def all(self, **values: Values) -> list[M]:
        return [self._made(row) for row in self._prepared.rows(**values)]

    def _columns(self, **values: Any) -> "QuerySet[Any, Any]":
        rows = self._build(**values)
        parts = [_Part(rows.model, path, self._only) for path in ("", *self._related)]
        names = [f"{part.path}__{name}" if part.path else name for part in parts for name in part.names]
        self._parts = parts
        return rows.values_list(*names, *self._also)

    def _made(self, row: tuple[Any, ...]) -> M:
        made: dict[str, Any] = {}
        at = 0
        for part in self._parts:
            end = at + len(part.names)
            made[part.path] = part.made(row[at:end])
            if part.path and made[part.above] is not None:
                part.hang(made[part.above], made[part.path])
            at = end
        found: M = made[""]
        for name, value in zip(self._also, row[at:], strict=True):
            setattr(found, name, value)
        return found


class _Part:
    """The columns of one model in a row, and where it hangs."""

    def __init__(self, root: type[Model], path: str, only: Sequence[str]) -> None:
        self.path = path
        self.above, _, name = path.rpartition("__")
        self._model = root
        for step in path.split("__") if path else ():
            parent, self._model = self._model, self._model._meta.get_field(step).related_model  # type: ignore[assignment]
        columns = [field.attname for field in self._model._meta.concrete_fields]
        wanted = {name.rpartition("__")[2] for name in only if name.rpartition("__")[0] == path}
        self.names = [name for name in columns if not wanted or name in wanted]
        self._key = self.names.index(self._model._meta.pk.attname)
        self._relation: Any = parent._meta.get_field(name) if path else None

    def made(self, cells: Sequence[Any]) -> Model | None:
        """None where the outer join found nothing."""
        return None if cells[self._key] is None else self._model.from_db(DEFAULT_DB_ALIAS, self.names, cells)

    def hang(self, above: Model, made: Model | None) -> None:
        """Puts a relation where Django looks for it, from both sides where it is one to one."""
        self._relation.set_cached_value(above, made)
        back = self._relation.remote_field
        if made is not None and isinstance(self._relation, RelatedField) and not back.multiple:
            back.set_cached_value(made, above)
