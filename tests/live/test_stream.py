"""The address of the stream: who may open it, what it says, when it ends."""

import asyncio
import threading

import pytest

from sebaya.live import broker as brokers
from sebaya.live import hub as hubs
from sebaya.live import stream as streams
from sebaya.live.broker import LocalBroker, hidden
from sebaya.live.front import Front, Options
from sebaya.live.hub import PENDING_MAX, STREAMS_PER_KEY, Subscription
from sebaya.live.topics import topic

TOPIC = topic("talk", 1)


def page(environ, start_response):
    start_response("404 Not Found" if "events" in environ["PATH_INFO"] else "200 OK", [])
    return [b"django"]


class Rights:
    """Sign-ins by the cookie `who`, and the questions that were asked."""

    def __init__(self, **subscriptions):
        self.subscriptions = subscriptions
        self.asked = []

    def __call__(self, cookies, slug):
        self.asked.append((cookies, slug, threading.current_thread().name))
        return self.subscriptions.get(cookies.get("who"))


@pytest.fixture
def rights():
    return Rights(ani=Subscription("key of ani", frozenset({TOPIC})), budi=Subscription("key of budi", frozenset()))


@pytest.fixture
def broker():
    return LocalBroker()


@pytest.fixture
def front(rights, broker):
    made = Front(page, rights, broker, Options(threads=2))
    yield made
    made._close()


@pytest.fixture
def server(front, run_server):
    return run_server(front)


class Stream:
    """The browser's side of one stream."""

    def __init__(self, server, who="ani", path="/events", headers=""):
        self.connection = server.connect()
        self.connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nCookie: who={who}\r\n{headers}\r\n".encode())
        self.said = b""

    def until(self, words):
        """Read until these bytes were said; everything up to and with them."""
        while words not in self.said:
            piece = self.connection.recv(65536)
            assert piece, f"closed before {words!r}: {self.said!r}"
            self.said += piece
        before, _, self.said = self.said.partition(words)
        return before + words

    def until_true(self, condition):
        while not condition(self.said):
            piece = self.connection.recv(65536)
            assert piece, f"closed: {self.said!r}"
            self.said += piece

    def rest(self):
        """What is said until the answer is complete."""
        return self.until(b"0\r\n\r\n")

    def close(self):
        self.connection.close()


def head_of(stream):
    return stream.until(b"\r\n\r\n").decode()


def test_stream_begins_with_headers_retry_and_refresh(server):
    stream = Stream(server)
    head = head_of(stream).lower()
    assert head.startswith("http/1.1 200")
    for line in ("content-type: text/event-stream", "cache-control: no-store", "x-accel-buffering: no"):
        assert line in head
    assert b"retry: " in stream.until(b"event: refresh\ndata: all\n\n")


def test_community_and_cookies_are_asked_for_in_a_worker_thread(server, rights):
    Stream(server, path="/sma-1/events").until(b"refresh")
    cookies, slug, thread = rights.asked[0]
    assert (cookies, slug) == ({"who": "ani"}, "sma-1")
    assert thread.startswith("pages")


@pytest.mark.parametrize("who", ["nobody", "", "ani2"])
def test_unauthorised_is_the_same_404(server, who):
    assert head_of(Stream(server, who)).startswith("HTTP/1.1 404")


def test_other_sites_cannot_open_it(server, rights):
    assert head_of(Stream(server, headers="Sec-Fetch-Site: cross-site\r\n")).startswith("HTTP/1.1 404")
    assert rights.asked == []


@pytest.mark.parametrize("path", ["/a/b/events", "/events/", "/eventsx", "/%2e/events"])
def test_other_addresses_are_django_s(server, rights, path):
    assert server.request("GET", path, headers={"Cookie": "who=ani"}).content == b"django"
    assert rights.asked == []


@pytest.mark.parametrize("method", ["POST", "HEAD", "DELETE"])
def test_other_methods_are_django_s(server, method):
    assert server.request(method, "/events", headers={"Cookie": "who=ani"}).status == 404


def test_failure_of_the_rights_is_logged_without_words_and_asks_to_come_back(server, rights, caplog):
    rights.subscriptions = None
    head = head_of(Stream(server))
    assert head.startswith("HTTP/1.1 503")
    assert "retry-after" in head
    assert "AttributeError" in caplog.text
    assert "NoneType" not in caplog.text


@pytest.mark.django_db(transaction=True)
def test_change_reaches_those_who_subscribe_and_nobody_else(server, broker):
    mine, other = Stream(server, "ani"), Stream(server, "budi")
    mine.until(b"refresh\ndata: all\n\n")
    other.until(b"refresh\ndata: all\n\n")
    broker.publish([TOPIC])
    mine.until(b"event: changed\ndata: " + TOPIC.encode() + b"\n\n")
    broker.revoke(hidden("key of budi"))
    assert b"changed" not in other.rest()


@pytest.mark.django_db(transaction=True)
def test_revocation_ends_the_stream_at_once(server, broker, front):
    stream = Stream(server)
    stream.until(b"refresh")
    broker.revoke(hidden("key of ani"))
    assert b"event:" not in stream.rest()


@pytest.mark.django_db(transaction=True)
def test_revocation_while_rights_are_checked_asks_again(run_server, broker):
    """Rights are read, then revoked before the stream joins: the stream must not live."""
    answers = [Subscription("key of ani", frozenset()), None]

    def rights(cookies, slug):
        answer = answers.pop(0)
        if answer:
            broker.revoke(hidden("key of ani"))
        return answer

    front = Front(page, rights, broker, Options(threads=2))
    assert head_of(Stream(run_server(front))).startswith("HTTP/1.1 404")
    assert answers == []


@pytest.mark.django_db(transaction=True)
def test_revocations_without_end_do_not_hold_the_client(run_server, broker):
    def rights(cookies, slug):
        broker.revoke(hidden("someone else"))
        return Subscription("key", frozenset())

    front = Front(page, rights, broker, Options(threads=2))
    assert head_of(Stream(run_server(front))).startswith("HTTP/1.1 503")


def test_silence_is_broken_by_heartbeats(server, monkeypatch):
    monkeypatch.setattr(streams, "HEARTBEAT", (0.01, 0.02))
    stream = Stream(server)
    stream.until(b"refresh\ndata: all\n\n")
    stream.until(b": \n\n")
    stream.until(b": \n\n")


def test_stream_ends_after_its_lifetime_so_that_rights_are_checked_again(server, monkeypatch):
    monkeypatch.setattr(streams, "LIFETIME", (0.05, 0.05))
    stream = Stream(server)
    stream.until(b"refresh")
    stream.rest()
    stream.connection.sendall(b"GET /events HTTP/1.1\r\nHost: x\r\nCookie: who=nobody\r\n\r\n")
    assert head_of(stream).startswith("HTTP/1.1 404")


def test_oldest_stream_of_a_sign_in_is_told_that_it_moved(server):
    oldest = Stream(server)
    oldest.until(b"refresh")
    newer = [Stream(server) for _ in range(STREAMS_PER_KEY)]
    for stream in newer:
        stream.until(b"refresh")
    assert b"event: moved" in oldest.rest()


def test_number_of_streams_is_limited(server, monkeypatch, front, wait_until):
    monkeypatch.setattr(streams, "STREAMS_MAX", 1)
    first = Stream(server)
    first.until(b"refresh")
    assert head_of(Stream(server, "budi")).startswith("HTTP/1.1 503")
    first.close()
    wait_until(lambda: front.broker.hub.count == 0)
    Stream(server, "budi").until(b"refresh")


def test_client_that_leaves_is_forgotten(server, front, wait_until):
    stream = Stream(server)
    stream.until(b"refresh")
    assert front.broker.hub.count == 1
    stream.close()
    wait_until(lambda: front.broker.hub.count == 0)


@pytest.mark.django_db(transaction=True)
def test_burst_is_heard_completely_or_as_a_refresh(run_server, broker):
    names = [topic("talk", number) for number in range(PENDING_MAX * 3)]
    rights = Rights(ani=Subscription("a", frozenset(names)))
    stream = Stream(run_server(Front(page, rights, broker, Options(threads=2))))
    stream.until(b"refresh\ndata: all\n\n")
    broker.publish(names)
    stream.until_true(lambda said: b"refresh" in said or all(name.encode() in said for name in names))


def test_reader_that_takes_nothing_is_let_go_after_its_lifetime(front, call, monkeypatch):
    monkeypatch.setattr(streams, "LIFETIME", (0.01, 0.01))
    monkeypatch.setattr(streams, "FINISH_WITHIN", 0.01)

    class Stuck(call):
        async def send(self, message):
            await super().send(message)
            if b"refresh" in message.get("body", b""):
                await asyncio.Event().wait()

    request = Stuck(path="/events", headers=[(b"cookie", b"who=ani")])
    answer = asyncio.run(request.to(front))
    assert (answer.complete, front.broker.hub.count) == (False, 0)


def test_streams_end_and_new_ones_are_refused_when_the_server_stops(server, front):
    stream = Stream(server)
    stream.until(b"refresh")
    server.stop()
    stream.rest()
    refused = asyncio.run(_open_after_stop(front))
    assert refused == 503


async def _open_after_stop(front):
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/events", "headers": []}
    await front(scope, None, send)
    return sent[0]["status"]


def test_without_a_rule_nobody_hears_anything():
    assert streams.nobody({"who": "ani"}, "") is None


def test_figures_that_browsers_and_proxies_rely_on():
    assert streams.HEARTBEAT[1] < 30
    assert 500 <= streams.LIFETIME[0] < streams.LIFETIME[1] <= 700
    assert hubs.STREAMS_PER_KEY < 6
    assert brokers.hidden("key") != "key"
