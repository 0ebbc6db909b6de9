"""The bridge behind a real server: what crosses the network."""

import socket
import threading
from contextlib import suppress
from urllib.parse import parse_qs

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sebaya.live.exchange import BLOCK, WHOLE_MAX

LONG = WHOLE_MAX * 8
FRAGMENTS = [
    b"GET / HTTP/1.1\r\n", b"POST / HTTP/1.1\r\n", b"HEAD /long HTTP/1.1\r\n", b"Host: x\r\n", b"\r\n",
    b"Content-Length: 5\r\n", b"Transfer-Encoding: chunked\r\n", b"5\r\nabcde\r\n", b"0\r\n\r\n",
    b"Expect: 100-continue\r\n", b"Connection: Upgrade\r\nUpgrade: h2c\r\n", b"GET /long HTTP/1.0\r\n\r\n",
]  # fmt: skip


def app(environ, start_response):
    """Answers by path."""
    length = int(environ["CONTENT_LENGTH"])
    body = environ["wsgi.input"].read(length)
    path, query = environ["PATH_INFO"], parse_qs(environ["QUERY_STRING"])
    if path == "/long":
        start_response("200 OK", [("Content-Type", "application/octet-stream")])
        return (bytes([number % 251]) * BLOCK for number in range(LONG // BLOCK))
    if path == "/headers":
        start_response("200 OK", [("Content-Type", "text/plain")])
        return ["\n".join(f"{k}={v!r}" for k, v in sorted(environ.items()) if k.startswith("HTTP_")).encode()]
    if path == "/size":
        start_response("200 OK", [])
        return [b"x" * int(query.get("n", "0")[0])]
    start_response("200 OK", [("X-Length", str(length))])
    return [body]


@pytest.fixture
def server(run_server, make_bridge):
    return run_server(make_bridge(app))


def chunked(*pieces):
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def test_post_comes_back(server):
    response = server.request("POST", "/", body=b"a" * 100_000)
    assert (response.status, response.content) == (200, b"a" * 100_000)


def test_chunked_post_comes_back(server):
    said = server.raw(
        b"POST / HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
        + chunked(b"one ", b"two")
    )
    assert said.startswith(b"HTTP/1.1 200")
    assert said.endswith(b"one two")


def test_long_answer_arrives_whole_in_chunks(server):
    response = server.request("GET", "/long")
    expected = b"".join(bytes([number % 251]) * BLOCK for number in range(LONG // BLOCK))
    assert response.getheader("transfer-encoding") == "chunked"
    assert response.content == expected


def test_head_of_a_long_answer_has_no_body_and_keeps_the_connection(server):
    said = server.raw(
        b"HEAD /long HTTP/1.1\r\nHost: x\r\n\r\nGET /size?n=3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    )
    first, _, rest = said.partition(b"\r\n\r\n")
    assert first.startswith(b"HTTP/1.1 200")
    assert rest.startswith(b"HTTP/1.1 200")
    assert rest.endswith(b"xxx")


def test_declared_large_body_is_refused_although_nothing_was_sent(server):
    said = server.raw(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n")
    assert said.startswith(b"HTTP/1.1 413")
    assert b"connection: close" in said


def test_expecting_client_is_not_told_to_continue_a_large_body(server):
    said = server.raw(b"POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 99999999\r\n\r\n")
    assert b"100 Continue" not in said
    assert said.startswith(b"HTTP/1.1 413")


def test_chunked_large_body_is_refused(server):
    with server.connect() as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n")
        piece = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        answer = b""
        try:
            for _ in range(40):
                connection.sendall(piece)
            answer = connection.recv(1000)
        except (BrokenPipeError, ConnectionResetError):
            return  # refused and closed while it was still sending
    assert answer.startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize(
    "head",
    [
        b"Content-Length: 3\r\nContent-Length: 4\r\n",
        b"Content-Length : 3\r\n",
        b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
        b"Content-Length: +3\r\n",
        b"Host: y\r\n",
        b" X-Folded: 1\r\n",
        b"Transfer-Encoding: xchunked\r\n",
        b"X-A: a\x00b\r\n",
    ],
)
def test_requests_two_servers_could_read_differently_are_refused(server, head):
    said = server.raw(b"POST / HTTP/1.1\r\nHost: x\r\n" + head + b"\r\nabc")
    assert said.startswith(b"HTTP/1.1 400")


def test_header_whitespace_and_underscores_on_the_wire(server):
    said = server.raw(
        b"GET /headers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        b"X-A:  \t a b \t\r\nX_Forwarded_Proto: https\r\nX-Forwarded-Proto: https\r\nX-A: c\r\n\r\n"
    )
    body = said.partition(b"\r\n\r\n")[2]
    assert body == b"HTTP_CONNECTION='close'\nHTTP_HOST='x'\nHTTP_X_A='a b,c'"


def test_websocket_is_refused(server):
    said = server.raw(
        b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n"
        b"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    assert b"101 Switching" not in said


def test_reader_that_leaves_amid_a_long_answer_frees_its_thread(run_server, make_bridge, wait_until):
    closed = threading.Event()

    class Endless:
        def __iter__(self):
            while True:
                yield b"x" * BLOCK

        def close(self):
            closed.set()

    def endless(environ, start_response):
        start_response("200 OK", [])
        return Endless() if environ["PATH_INFO"] == "/endless" else [b"ok"]

    server = run_server(make_bridge(endless, threads=1))
    with server.connect() as connection:
        connection.sendall(b"GET /endless HTTP/1.1\r\nHost: x\r\n\r\n")
        assert connection.recv(1000).startswith(b"HTTP/1.1 200")
    wait_until(closed.is_set)
    assert server.request("GET", "/").content == b"ok"


def test_sender_that_leaves_amid_a_body_starts_nothing(run_server, make_bridge):
    calls = []

    def counting(environ, start_response):
        calls.append(environ["PATH_INFO"])
        start_response("200 OK", [])
        return [b""]

    server = run_server(make_bridge(counting))
    with server.connect() as connection:
        connection.sendall(b"POST /half HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf")
    server.request("GET", "/after")
    assert calls == ["/after"]


def test_slow_readers_of_pages_hold_no_thread(run_server, make_bridge):
    """Ten readers that take nothing, one thread, pages below the limit: the eleventh is served."""
    server = run_server(make_bridge(app, threads=1))
    connections = [slow_reader(server) for _ in range(10)]
    assert server.request("GET", "/size?n=5").content == b"xxxxx"
    for connection in connections:
        connection.close()


def slow_reader(server):
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.connect(("127.0.0.1", server.port))
    connection.sendall(b"GET /size?n=%d HTTP/1.1\r\nHost: x\r\n\r\n" % WHOLE_MAX)
    return connection


def test_connection_that_never_finishes_a_head_is_closed(run_server, make_bridge, monkeypatch):
    monkeypatch.setattr("sebaya.live.protocol.HEAD_PATIENCE", 0.05)
    server = run_server(make_bridge(app))
    assert server.raw(b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ") == b""


def test_connection_with_half_a_second_request_is_closed(run_server, make_bridge, monkeypatch):
    monkeypatch.setattr("sebaya.live.protocol.HEAD_PATIENCE", 0.05)
    server = run_server(make_bridge(app))
    with server.connect() as connection:
        connection.sendall(b"GET /size?n=2 HTTP/1.1\r\nHost: x\r\n\r\n")
        read_exactly(connection, 2)
        connection.sendall(b"GET / HTTP/1.1\r\nX-Slow: ")
        with suppress(ConnectionError):
            assert connection.recv(100) == b""


def test_endless_head_is_cut(server):
    with server.connect() as connection, suppress(ConnectionError):
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nX-Long: ")
        for _ in range(200):
            connection.sendall(b"x" * 65536)
        assert connection.recv(100) == b""


def test_large_bodies_on_one_connection_are_not_taken_for_a_long_head(server):
    post = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 500000\r\n\r\n" + b"x" * 500_000
    with server.connect() as connection:
        for _ in range(5):
            connection.sendall(post)
            read_exactly(connection, 500_000)


def read_exactly(connection, length):
    said = b""
    while len(said.partition(b"\r\n\r\n")[2]) < length:
        piece = connection.recv(65536)
        assert piece, said[:100]
        said += piece


def test_request_that_grows_around_its_body_is_cut(server, monkeypatch):
    monkeypatch.setattr("sebaya.live.protocol.REQUEST_MAX", 100_000)
    with server.connect() as connection, suppress(ConnectionError):
        connection.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;")
        for _ in range(200):
            connection.sendall(b"x" * 65536)
        assert connection.recv(100) == b""


def test_headers_after_the_body_are_dropped(server):
    said = server.raw(
        b"POST /headers HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
        b"X-Before: 1\r\n\r\n3\r\nabc\r\n0\r\nX-After: 1\r\nCookie: sessionid=stolen\r\n\r\n"
    )
    assert b"HTTP_X_BEFORE" in said
    assert b"AFTER" not in said
    assert b"stolen" not in said


@pytest.mark.parametrize(
    "line",
    [
        b"CONNECT x:1 HTTP/1.1",
        b"OPTIONS * HTTP/1.1",
        b"GET http://other/size?n=1 HTTP/1.1",
        b"GET /\xff\xfe HTTP/1.1",
        b"GET /%00%ff HTTP/1.1",
        b"GET //size HTTP/1.1",
        b"GET /" + b"a" * 60_000 + b" HTTP/1.1",
        b"GET / HTTP/9.9",
        b"PRI * HTTP/2.0",
        b"\x16\x03\x01\x02\x00",
    ],
)
def test_odd_request_lines_do_no_harm(server, line):
    said = server.raw(line + b"\r\nHost: x\r\nConnection: close\r\n\r\n")
    assert said == b"" or said.startswith((b"HTTP/1.1 200", b"HTTP/1.1 400"))
    assert server.request("GET", "/size?n=1").content == b"x"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    head=st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.binary(max_size=20)), max_size=12),
    body=st.binary(max_size=50),
)
def test_random_bytes_do_no_harm(server, head, body):
    with server.connect() as connection, suppress(ConnectionError):
        connection.sendall(b"".join(head) + body)
        connection.shutdown(socket.SHUT_WR)
        read_all(connection)
    assert server.request("GET", "/size?n=1").content == b"x"


def read_all(connection):
    while connection.recv(65536):
        pass


def test_running_request_is_answered_when_the_server_stops(run_server, make_bridge, wait_until):
    release, entered = threading.Event(), threading.Event()

    def slow(environ, start_response):
        entered.set()
        release.wait(10)
        start_response("200 OK", [])
        return [b"finished"]

    server = run_server(make_bridge(slow))
    answers = []
    client = threading.Thread(target=lambda: answers.append(server.request("GET", "/").content))
    client.start()
    assert entered.wait(10)
    server.server.should_exit = True
    release.set()
    client.join(10)
    server.thread.join(10)
    assert answers == [b"finished"]
    assert not server.thread.is_alive()
