"""Figures of the server front; ratios and memory, each run in processes of its own.

DJANGO_SETTINGS_MODULE=… python tests/live/bench_bridge.py
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

CLIENTS = 16
WARM_UP, REQUESTS = 200, 3000
BODY = b"teks=" + b"x" * 400
LISTENERS = 500
TOPICS = 33  # a member listens to its own person and 32 mailboxes
POST = (
    b"POST /kirim/ HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    b"Cookie: a=1; b=2\r\nAccept: text/html\r\nUser-Agent: bench\r\nContent-Length: %d\r\n\r\n" % len(BODY)
) + BODY


def light_app(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """Costs nothing itself, so that the bridge is what is measured."""
    environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"]))
    start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", "2000")])
    return [b"x" * 2000]


def busy_app(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """About a millisecond of Python, as a message costs in Django."""
    sum(number * number for number in range(12_000))
    return light_app(environ, start_response)


APPS = {"light": light_app, "busy": busy_app}


def compare_with_a2wsgi(threads: int = 4) -> dict[str, dict[str, float]]:
    """Requests a second of both bridges and their ratio, per application."""
    figures = {}
    for kind in APPS:
        own = max(_measure("own", kind, threads) for _ in range(3))
        other = max(_measure("a2wsgi", kind, threads) for _ in range(3))
        figures[kind] = {"own_per_s": own, "a2wsgi_per_s": other, "ratio": round(other / own, 3)}
    return figures


def memory_per_listener(count: int = LISTENERS) -> float:
    """Kilobytes of resident memory one idle stream costs, over `count` real connections."""
    with _Server("stream", "light", 2) as server:
        return asyncio.run(_listen(server, count))


def _measure(bridge: str, kind: str, threads: int) -> float:
    with _Server(bridge, kind, threads) as server:
        asyncio.run(_load(server.port, WARM_UP))
        started = time.perf_counter()
        asyncio.run(_load(server.port, REQUESTS))
        return round(REQUESTS / (time.perf_counter() - started), 1)


async def _load(port: int, requests: int) -> None:
    share = requests // CLIENTS
    await asyncio.gather(*(_client(port, share) for _ in range(CLIENTS)))


async def _client(port: int, requests: int) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for _ in range(requests):
        writer.write(POST)
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode("latin-1"))
        await _skip_body(reader, head)
    writer.close()


async def _skip_body(reader: asyncio.StreamReader, head: bytes) -> None:
    """a2wsgi answers with a length too; chunks would be another comparison."""
    length = head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]
    await reader.readexactly(int(length))


async def _listen(server: "_Server", count: int) -> float:
    connections = [await _open_stream(server.port) for _ in range(20)]  # what only the first ones cost
    before = server.resident_kb()
    connections += [await _open_stream(server.port) for _ in range(count)]
    await asyncio.sleep(1)
    after = server.resident_kb()
    for _, writer in connections:
        writer.close()
    return round((after - before) / count, 2)


async def _open_stream(port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    cookies = b"Cookie: sessionid=" + b"s" * 32 + b"; __Host-kunci=" + b"k" * 64 + b"\r\n"
    writer.write(
        b"GET /sma1/events HTTP/1.1\r\nHost: localhost\r\n" + cookies + b"User-Agent: " + b"u" * 120 + b"\r\n\r\n"
    )
    await reader.readuntil(b"event: refresh")
    return reader, writer


class _Server:
    """This file, run as a server in a process of its own."""

    def __init__(self, bridge: str, kind: str, threads: int) -> None:
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        self._process = subprocess.Popen(
            [sys.executable, __file__, "serve", bridge, kind, str(threads)],
            stdout=subprocess.PIPE, text=True, env=environment,
        )  # fmt: skip

    def __enter__(self) -> "_Server":
        assert self._process.stdout is not None
        self.port = int(self._process.stdout.readline())
        return self

    def __exit__(self, *failure: object) -> None:
        self._process.terminate()
        self._process.wait(20)

    def resident_kb(self) -> int:
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.partition("VmRSS:")[2].split()[0])


def _application(bridge: str, kind: str, threads: int) -> Callable[..., Awaitable[None]]:
    if bridge == "a2wsgi":
        from a2wsgi import WSGIMiddleware

        return WSGIMiddleware(APPS[kind], workers=threads)  # type: ignore[arg-type, return-value]
    from sebaya.live.broker import LocalBroker
    from sebaya.live.front import Front, Options
    from sebaya.live.hub import Subscription

    numbers = iter(range(10**6))

    def everyone(cookies: dict[str, str], slug: str) -> Subscription:
        number = next(numbers)
        topics = frozenset(f"{number:05}{topic:011}" for topic in range(TOPICS))
        return Subscription(f"key {number}", topics)

    return Front(APPS[kind], everyone, LocalBroker(), Options(threads=threads))


def _serve(bridge: str, kind: str, threads: int) -> None:
    import uvicorn

    from sebaya.live.protocol import Protocol

    config = uvicorn.Config(
        _application(bridge, kind, threads), port=0, http=Protocol, ws="none", log_config=None,
        access_log=False, proxy_headers=False, server_header=False,
    )  # fmt: skip
    server = uvicorn.Server(config)

    async def run() -> None:
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        print(server.servers[0].sockets[0].getsockname()[1], flush=True)
        await serving

    with asyncio.Runner(loop_factory=config.get_loop_factory()) as runner:
        runner.run(run())


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        _serve(sys.argv[2], sys.argv[3], int(sys.argv[4]))
    else:
        print(json.dumps({"a2wsgi": compare_with_a2wsgi(), "idle_listener_kb": memory_per_listener()}, indent=1))
