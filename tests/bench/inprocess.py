"""Pages without a server: the whole middleware, called as the server's threads call it. Run with Django set up."""

import io
import time
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any
from urllib.parse import urlencode

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.test import Client
from tests.bench.client import code_of

ROUNDS = 40


@dataclass
class Visitor:
    """A signed-in browser that calls the application itself."""

    cookies: str

    def get(self, path: str, **headers: str) -> int:
        return self._call("GET", path, b"", headers)

    def post(self, path: str, data: dict[str, str], **headers: str) -> int:
        return self._call("POST", path, urlencode(data).encode(), headers)

    def _call(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> int:
        path, _, query = path.partition("?")
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method, "PATH_INFO": path, "QUERY_STRING": query, "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "8000", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1", "SCRIPT_NAME": "",
            "HTTP_HOST": "127.0.0.1:8000", "HTTP_COOKIE": self.cookies, "HTTP_ACCEPT_LANGUAGE": "id",
            "HTTP_ACCEPT_ENCODING": "gzip, deflate, br", "wsgi.input": io.BytesIO(body), "wsgi.errors": io.StringIO(),
            "wsgi.url_scheme": "http", "wsgi.version": (1, 0), "wsgi.multithread": True, "wsgi.multiprocess": True,
            "wsgi.run_once": False, "CONTENT_LENGTH": str(len(body)),
            "CONTENT_TYPE": "application/x-www-form-urlencoded", **headers,
        }  # fmt: skip
        status: list[int] = []
        answer = application(environ, lambda line, *_: status.append(int(line.split()[0])))
        try:
            b"".join(answer)
        finally:
            getattr(answer, "close", lambda: None)()
        return status[0]


application = get_wsgi_application()


def visitor(slug: str, username: str, password: str, second: str = "") -> Visitor:
    """Signs in through the pages with Django's own client, and keeps only its cookies."""
    client = Client()
    answer = client.post(f"/{slug}/masuk/", {"username": username, "password": password})
    assert answer.status_code == 302, answer.content[:500]
    if answer["Location"] == "/akun/kode/":
        answer = client.post("/akun/kode/", {"code": code_of(second)})
        assert answer.status_code == 302, answer.content[:500]
    return Visitor("; ".join(f"{name}={morsel.value}" for name, morsel in client.cookies.items()))


def cpu_ms(*works: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Median processor time of each, in turn, so that a busy machine disturbs all alike."""
    spent: list[list[float]] = [[] for _ in works]
    for work in works:
        work()
    for _ in range(rounds):
        for number, work in enumerate(works):
            started = time.thread_time()
            work()
            spent[number].append((time.thread_time() - started) * 1000)
    return [median(each) for each in spent]


@contextmanager
def counting() -> Any:
    """The statements that the database is asked meanwhile."""
    asked: list[str] = []

    def note(execute: Any, sql: str, *rest: Any) -> Any:
        asked.append(sql)
        return execute(sql, *rest)

    with connection.execute_wrapper(note):
        yield asked


def queries(work: Callable[[], object]) -> list[str]:
    work()  # what only a first visit asks
    with counting() as asked:
        work()
    return [sql for sql in asked if sql.split(None, 1)[0] in {"SELECT", "INSERT", "UPDATE", "DELETE"}]
