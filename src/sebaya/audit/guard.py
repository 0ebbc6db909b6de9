"""A GET changes nothing: while a safe request runs, the database refuses everything but reading.

Two named exemptions exist: reading events (a seeker sees that staff read) and pending grants (a signed-in
holder passes a key on). Both open the guard with `may_write`.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connections
from django.http import HttpRequest, HttpResponse

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
HIDDEN_WRITE = re.compile(r"\b(?:INSERT|UPDATE|DELETE|MERGE|REPLACE)\b", re.IGNORECASE)
READS = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "SHOW", "BEGIN", "COMMIT", "SET")
EXEMPTIONS = frozenset({"reading events", "pending grants"})
_open: ContextVar[str] = ContextVar("guard_open", default="")


class WriteDuringGet(RuntimeError):
    """Something tried to change the database while a page was only being looked at."""


@contextmanager
def may_write(exemption: str) -> Iterator[None]:
    if exemption not in EXEMPTIONS:
        raise ValueError(f"no such exemption: {exemption}")
    mark = _open.set(exemption)
    try:
        yield
    finally:
        _open.reset(mark)


def refuse_writes(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
    if not _open.get() and not only_reads(sql):
        raise WriteDuringGet(sql.split("(", 1)[0][:80])
    return execute(sql, params, many, context)


def only_reads(sql: str) -> bool:
    """Whether a statement leaves the data as it is; WITH and EXPLAIN ANALYZE can carry a write inside."""
    begin = sql.lstrip("( \n\t")[:10].upper()  # a union begins with a bracket
    if begin.startswith(("WITH", "EXPLAIN")):
        return HIDDEN_WRITE.search(sql) is None
    return begin.startswith(READS)


class SelectOnlyGuard:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in SAFE:
            return self.get_response(request)
        with ExitStack() as stack:
            for connection in connections.all():
                stack.enter_context(connection.execute_wrapper(refuse_writes))
            return self.get_response(request)
