"""Something big that many tests begin with, made once by the actions and then put back row by row."""

import copy
from collections.abc import Callable
from typing import Generic, TypeVar

from django.apps import apps
from django.db import connection

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
    found: list[tuple[str, tuple[object, ...]]] = []

    def note(execute: object, sql: str, values: tuple[object, ...], *rest: object) -> None:
        found.append((sql, values))

    models = [model for model in apps.get_models() if model.__module__.startswith("sebaya.") and model._meta.managed]
    for model in models:
        rows = list(model._base_manager.all())
        with connection.execute_wrapper(note):
            model._base_manager.bulk_create(rows)
    return found
