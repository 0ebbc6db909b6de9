"""A real server on a loopback port, and requests without one."""

import asyncio
import http.client
import io
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import uvicorn

from sebaya.live.bridge import Bridge
from sebaya.live.lane import Lane
from sebaya.live.protocol import Protocol

PATIENCE = 20.0  # seconds until a test that hangs fails; nothing is measured with it


@dataclass
class Answer:
    status: int
    headers: list[tuple[bytes, bytes]]
    body: bytes
    complete: bool

    def header(self, name: str) -> str | None:
        found = [value.decode() for key, value in self.headers if key.lower() == name.encode()]
        return found[0] if found else None


@dataclass
class Running:
    """A server in a thread, with ways to speak to it."""

    port: int
    server: uvicorn.Server
    thread: threading.Thread

    def connect(self) -> socket.socket:
        return socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE)

    def request(self, method: str, path: str, body: Any = None, headers: dict[str, str] | None = None) -> Any:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, body=body, headers=headers or {})
        response = connection.getresponse()
        response.content = response.read()
        connection.close()
        return response

    def raw(self, data: bytes) -> bytes:
        """Everything the server says to these bytes until it closes."""
        with self.connect() as connection:
            connection.sendall(data)
            return read_all(connection)

    def stop(self) -> None:
        self.server.should_exit = True
        self.thread.join(PATIENCE)
        assert not self.thread.is_alive()


def read_all(connection: socket.socket) -> bytes:
    said = io.BytesIO()
    try:
        while piece := connection.recv(65536):
            said.write(piece)
    except ConnectionResetError:
        pass
    return said.getvalue()


class Impatient(uvicorn.Server):
    """Looks ten times as often whether it should stop."""

    async def main_loop(self) -> None:
        counter = 0
        while not await self.on_tick(counter):
            counter += 1
            await asyncio.sleep(0.01)


def start_server(app: Any) -> Running:
    config = uvicorn.Config(
        app, port=0, http=Protocol, ws="none", lifespan="auto", log_config=None, access_log=False,
        proxy_headers=False, server_header=False, timeout_graceful_shutdown=10,
    )  # fmt: skip
    server = Impatient(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    wait_until(lambda: server.started or not thread.is_alive())
    port = server.servers[0].sockets[0].getsockname()[1]
    return Running(port, server, thread)


def wait_until(condition: Callable[[], Any]) -> None:
    """Wait for something another thread does."""
    pause = threading.Event()
    for _ in range(int(PATIENCE / 0.01)):
        if condition():
            return
        pause.wait(0.01)
    raise AssertionError("it did not happen")


@pytest.fixture(name="wait_until")
def _wait_until() -> Callable[[Callable[[], Any]], None]:
    return wait_until


@pytest.fixture
def run_server() -> Iterator[Callable[[Any], Running]]:
    running: list[Running] = []

    def run(app: Any) -> Running:
        running.append(start_server(app))
        return running[-1]

    yield run
    for one in running:
        one.server.should_exit = True
    for one in running:
        one.stop()


@pytest.fixture
def make_lane() -> Iterator[Callable[..., Lane]]:
    lanes: list[Lane] = []

    def make(threads: int = 2, waiting: int = 100, **more: Any) -> Lane:
        lanes.append(Lane("test", threads, waiting, **more))
        return lanes[-1]

    yield make
    for lane in lanes:
        lane.close()


@pytest.fixture
def make_bridge(make_lane: Callable[..., Lane]) -> Callable[..., Bridge]:
    def make(app: Any, *, threads: int = 2, waiting: int = 100, **more: Any) -> Bridge:
        lane = make_lane(threads, waiting)
        return Bridge(app, **{"lane_of": lambda method, path: lane, **more})

    return make


@dataclass
class Call:
    """One request to an ASGI application without a server."""

    method: str = "GET"
    path: str = "/"
    body: list[bytes] = field(default_factory=lambda: [b""])
    headers: list[tuple[bytes, bytes]] = field(default_factory=list)
    query: bytes = b""
    client: tuple[str, int] = ("192.0.2.7", 4711)
    leaves_before_body: bool = False

    def __post_init__(self) -> None:
        self.sent: list[Any] = []
        self.left = asyncio.Event()
        self.received = 0

    def scope(self) -> dict[str, Any]:
        return {
            "type": "http", "method": self.method, "path": self.path, "raw_path": self.path.encode(),
            "query_string": self.query, "headers": self.headers, "client": self.client,
            "server": ("testserver", 80), "scheme": "http", "http_version": "1.1", "root_path": "",
        }  # fmt: skip

    async def receive(self) -> dict[str, Any]:
        self.received += 1
        if self.leaves_before_body:
            return {"type": "http.disconnect"}
        if self.body:
            return {"type": "http.request", "body": self.body.pop(0), "more_body": bool(self.body)}
        await self.left.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        self.sent.append(message)

    async def to(self, app: Any) -> Answer:
        async with asyncio.timeout(PATIENCE):
            await app(self.scope(), self.receive, self.send)
        return self.answer()

    def answer(self) -> Answer:
        starts = [m for m in self.sent if m["type"] == "http.response.start"]
        bodies = [m for m in self.sent if m["type"] == "http.response.body"]
        return Answer(
            starts[0]["status"] if starts else 0,
            starts[0]["headers"] if starts else [],
            b"".join(m.get("body", b"") for m in bodies),
            bool(bodies) and not bodies[-1].get("more_body", False),
        )


@pytest.fixture
def call() -> type[Call]:
    return Call
