"""Something big that many tests begin with, made once by the actions and then put back row by row."""

import copy
from collections.abc import Callable
from typing import Generic, TypeVar

from django.apps import apps
from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Model
from django.db.models.sql import InsertQuery

T = TypeVar("T")


class Snapshot(Generic[T]):
    """`again()` gives what `make()` gave the first time, and its rows, into tables that are empty of them.

    Within a transaction that is rolled back: each test has its own.
    """

    def __init__(self, make: Callable[[], T]) -> None:
        self._make = make
        self._made: T | None = None
        self._inserts: list[tuple[str, tuple[object, ...]]] = []

    def again(self) -> T:
        if self._made is None:
            made = self._make()
            self._inserts = _inserts()
            self._made = copy.deepcopy(made)
            return made
        with connection.cursor() as cursor:
            for sql, values in self._inserts:
                cursor.execute(sql, values)
        return copy.deepcopy(self._made)


def _inserts() -> list[tuple[str, tuple[object, ...]]]:
    """What would write all rows of the rooms again; keys are checked when the transaction ends, so in any order."""
    models = [model for model in apps.get_models() if model.__module__.startswith("sebaya.") and model._meta.managed]
    return [each for model in models for each in _insert(model)]


def _insert(model: type[Model]) -> list[tuple[str, tuple[object, ...]]]:
    rows = list(model._base_manager.all())
    if not rows:
        return []
    query = InsertQuery(model)
    query.insert_values(model._meta.local_concrete_fields, rows)
    compiler = query.get_compiler(DEFAULT_DB_ALIAS)
    compiler.returning_fields = None
    return list(compiler.as_sql())
