"""What somebody else does between two statements of a request."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection


@contextmanager
def meanwhile(looked_up: str, act: Callable[[], Any]) -> Iterator[list[Any]]:
    """Right after the first SELECT with these words in it, `act` happens once; gives what came of it."""
    done: list[Any] = []
    acting: list[bool] = []

    def wrapper(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        found = execute(sql, params, many, context)
        if sql.startswith("SELECT") and looked_up in sql and not acting:
            acting.append(True)
            done.append(act())
        return found

    with connection.execute_wrapper(wrapper):
        yield done
    assert acting, f"nobody looked up {looked_up}"
