"""The bridge, without a server: what the application sees, and what never reaches it."""

import asyncio
import io
import sys
import threading

import pytest

from sebaya.live import bridge as bridge_module
from sebaya.live import exchange as exchange_module


def echo(environ, start_response):
    """Answers with the body, the seen environment in headers."""
    body = environ["wsgi.input"].read()
    start_response("200 OK", [("X-Seen", f"{environ['REQUEST_METHOD']} {environ['PATH_INFO']}")])
    return [body]


class Seen:
    """Keeps the environments it was called with."""

    def __init__(self):
        self.environs = []

    def __call__(self, environ, start_response):
        self.environs.append(environ)
        start_response("200 OK", [])
        return [b"ok"]


class Closable:
    """A response that remembers whether it was closed."""

    def __init__(self, *chunks, fails=None):
        self.chunks, self.fails, self.closed = chunks, fails, 0

    def __iter__(self):
        yield from self.chunks
        if self.fails:
            raise self.fails

    def close(self):
        self.closed += 1


def app_of(response, status="200 OK", headers=()):
    def app(environ, start_response):
        start_response(status, list(headers))
        return response

    return app


def ask(request, app):
    return asyncio.run(request.to(app))


def test_body_and_path_reach_the_application(make_bridge, call):
    answer = ask(call("POST", "/a%20b", body=[b"one ", b"two"]), make_bridge(echo))
    assert (answer.status, answer.body, answer.header("x-seen")) == (200, b"one two", "POST /a b")


def test_answer_without_length_gets_one(make_bridge, call):
    answer = ask(call(), make_bridge(app_of([b"abc", b"de"])))
    assert answer.header("content-length") == "5"


def test_path_that_is_not_utf8_keeps_its_bytes(make_bridge, call):
    seen = Seen()
    ask(call(path="/%ff%C3%A9"), make_bridge(seen))
    assert seen.environs[0]["PATH_INFO"] == b"/\xff\xc3\xa9".decode("latin-1")


def test_declared_large_body_is_refused_before_reading(make_bridge, call):
    seen = Seen()
    request = call("POST", headers=[(b"content-length", b"11")], body=[b"x" * 11])
    answer = ask(request, make_bridge(seen, cap_of=lambda path: 10))
    assert (answer.status, request.received, seen.environs) == (413, 0, [])


def test_chunked_large_body_is_refused_while_reading(make_bridge, call):
    seen = Seen()
    request = call("POST", body=[b"x" * 6, b"x" * 6, b"x" * 6])
    answer = ask(request, make_bridge(seen, cap_of=lambda path: 10))
    assert (answer.status, request.received, seen.environs) == (413, 2, [])


def test_too_long_a_text_gets_a_page_in_both_languages(make_bridge, call):
    request = call("POST", headers=[(b"content-length", b"11")], body=[b"x" * 11])
    answer = ask(request, make_bridge(echo, cap_of=lambda path: 10))
    text = answer.body.decode()
    assert (answer.status, answer.header("content-type")) == (413, "text/html; charset=utf-8")
    assert answer.header("content-length") == str(len(answer.body))
    for words in ("Tidak ada yang terkirim.", "tulisannya masih ada di sana", 'lang="en"', "Nothing was sent."):
        assert words in text
    assert len(answer.body) < 2000


def test_other_refusals_stay_short(make_bridge, call):
    answer = ask(call("POST", headers=[(b"content-length", b"x")]), make_bridge(echo))
    assert (answer.status, answer.body) == (400, b"400 Bad Request\n")


def test_body_of_exactly_the_cap_passes(make_bridge, call):
    request = call("POST", headers=[(b"content-length", b"10")], body=[b"x" * 10])
    assert ask(request, make_bridge(echo, cap_of=lambda path: 10)).status == 200


def test_cap_depends_on_the_path(make_bridge, call):
    bridge = make_bridge(echo, cap_of=lambda path: 100 if path.endswith(b"/impor/") else 10)
    assert ask(call("POST", "/x/impor/", body=[b"x" * 50]), bridge).status == 200
    assert ask(call("POST", "/x/", body=[b"x" * 50]), bridge).status == 413


def test_too_many_bodies_at_once_are_refused_and_then_forgotten(make_bridge, call, monkeypatch):
    monkeypatch.setattr(bridge_module, "BODIES_MAX", 10)
    bridge = make_bridge(echo)
    assert ask(call("POST", body=[b"x" * 8, b"x" * 8]), bridge).status == 503
    assert ask(call("POST", body=[b"x" * 8]), bridge).status == 200


def test_slow_sender_is_given_up_without_holding_a_thread(make_bridge, call, monkeypatch):
    monkeypatch.setattr(bridge_module, "SENDER_PATIENCE", 0.01)
    seen = Seen()
    request = call("POST", body=[])
    assert (ask(request, make_bridge(seen)).status, seen.environs) == (408, [])


def test_client_gone_before_the_body_starts_nothing(make_bridge, call):
    seen = Seen()
    answer = ask(call("POST", leaves_before_body=True), make_bridge(seen))
    assert (answer.status, seen.environs) == (0, [])


def test_client_gone_while_waiting_is_not_run(make_bridge, call):
    release, entered, runs = threading.Event(), threading.Event(), []

    def app(environ, start_response):
        runs.append(environ["PATH_INFO"])
        entered.set()
        release.wait(10)
        start_response("200 OK", [])
        return [b""]

    async def scene():
        bridge = make_bridge(app, threads=1)
        first, second = call(path="/first"), call(path="/second")
        running = asyncio.create_task(first.to(bridge))
        await asyncio.to_thread(entered.wait, 10)
        waiting = asyncio.create_task(second.to(bridge))
        await asyncio.sleep(0)
        second.left.set()
        await waiting
        release.set()
        await running
        return await call(path="/third").to(bridge)

    asyncio.run(scene())
    assert runs == ["/first", "/third"]


def test_client_gone_while_running_lets_the_application_finish_and_close(make_bridge, call, wait_until):
    release, entered = threading.Event(), threading.Event()
    response = Closable(b"done")

    def app(environ, start_response):
        entered.set()
        release.wait(10)
        start_response("200 OK", [])
        return response

    async def scene():
        request = call("POST")
        running = asyncio.create_task(request.to(make_bridge(app)))
        await asyncio.to_thread(entered.wait, 10)
        request.left.set()
        answer = await running
        release.set()
        return answer

    assert asyncio.run(scene()).status == 0
    wait_until(lambda: response.closed == 1)


@pytest.mark.parametrize("size", [0, 1, exchange_module.WHOLE_MAX, exchange_module.WHOLE_MAX * 3])
def test_response_is_closed_once_whatever_its_size(make_bridge, call, wait_until, size):
    response = Closable(*[b"x" * 4096] * (size // 4096), b"end")
    answer = ask(call(), make_bridge(app_of(response)))
    assert (len(answer.body), answer.complete) == (size // 4096 * 4096 + 3, True)
    wait_until(lambda: response.closed == 1)


def test_one_large_chunk_is_sent_whole_without_holding_the_thread(make_bridge, call):
    answer = ask(call(), make_bridge(app_of([b"x" * (exchange_module.WHOLE_MAX * 2)])))
    assert answer.header("content-length") == str(exchange_module.WHOLE_MAX * 2)


def test_failure_before_the_answer_is_a_plain_500_and_closes(make_bridge, call, caplog):
    response = Closable(fails=ValueError("words of a student"))
    answer = ask(call(query=b"secret=1"), make_bridge(app_of(response)))
    assert (answer.status, response.closed) == (500, 1)
    assert "ValueError" in caplog.text
    assert "words" not in caplog.text
    assert "secret" not in caplog.text


def test_failure_amid_a_stream_does_not_look_complete(make_bridge, call):
    chunks = [b"x" * exchange_module.WHOLE_MAX, b"y" * exchange_module.BLOCK, b"z" * exchange_module.BLOCK]
    response = Closable(*chunks, fails=ValueError())
    answer = ask(call(), make_bridge(app_of(response)))
    assert (answer.status, answer.complete, response.closed) == (200, False, 1)


def test_application_that_never_starts_a_response_is_a_500(make_bridge, call):
    assert ask(call(), make_bridge(lambda environ, start_response: [b"x"])).status == 500


def test_generator_may_start_the_response_late(make_bridge, call):
    def app(environ, start_response):
        start_response("201 Created", [])
        yield b"late"

    assert ask(call(), make_bridge(app)).status == 201


def test_head_sends_headers_only_and_does_not_exhaust_a_stream(make_bridge, call):
    made = []

    def chunks():
        for number in range(1000):
            made.append(number)
            yield b"x" * exchange_module.BLOCK

    answer = ask(call("HEAD"), make_bridge(app_of(chunks())))
    assert (answer.body, answer.header("content-length"), answer.complete) == (b"", None, True)
    assert len(made) < 20


def test_head_keeps_the_length_of_get(make_bridge, call):
    assert ask(call("HEAD"), make_bridge(app_of([b"12345"]))).header("content-length") == "5"


@pytest.mark.parametrize("status", ["204 No Content", "304 Not Modified"])
def test_status_without_body_drops_it(make_bridge, call, status):
    answer = ask(call(), make_bridge(app_of([b"oops"], status)))
    assert (answer.body, answer.header("content-length")) == (b"", None)


def test_full_queue_is_refused_with_a_time_to_come_back(make_bridge, call):
    release, entered = threading.Event(), threading.Event()

    def app(environ, start_response):
        entered.set()
        release.wait(10)
        start_response("200 OK", [])
        return [b""]

    async def scene():
        bridge = make_bridge(app, threads=1, waiting=1)
        running = asyncio.create_task(call().to(bridge))
        await asyncio.to_thread(entered.wait, 10)
        waiting = asyncio.create_task(call().to(bridge))
        await asyncio.sleep(0.05)
        refused = await call().to(bridge)
        release.set()
        await asyncio.gather(running, waiting)
        return refused

    refused = asyncio.run(scene())
    assert (refused.status, refused.header("retry-after")) == (503, "2")


def test_slow_reader_is_given_up_and_its_thread_freed(make_bridge, call, monkeypatch, wait_until):
    monkeypatch.setattr(bridge_module, "READER_PATIENCE", 0.05)
    response = Closable(*[b"x" * exchange_module.WHOLE_MAX] * 50)

    class Stuck(call):
        async def send(self, message):
            await super().send(message)
            if message.get("more_body"):
                await asyncio.Event().wait()

    async def scene():
        bridge = make_bridge(app_of(response), threads=1)
        answer = await Stuck().to(bridge)
        return answer, await call("HEAD").to(bridge)

    answer, after = asyncio.run(scene())
    assert (answer.complete, after.status) == (False, 200)
    wait_until(lambda: response.closed == 2)


def test_long_answers_leave_one_thread_free(make_bridge, call):
    """With two threads one download at a time; the next one is told to come back."""
    reading = threading.Event()

    def app(environ, start_response):
        start_response("200 OK", [])
        if environ["PATH_INFO"] == "/page":
            return [b"page"]
        return iter([b"x" * exchange_module.WHOLE_MAX] * 50)

    class Slow(call):
        async def send(self, message):
            await super().send(message)
            if message.get("more_body"):
                reading.set()
                await self.left.wait()

    async def scene():
        bridge = make_bridge(app, threads=2)
        slow = Slow(path="/download")
        running = asyncio.create_task(slow.to(bridge))
        await asyncio.to_thread(reading.wait, 10)
        second = await call(path="/download").to(bridge)
        page = await call(path="/page").to(bridge)
        slow.left.set()
        await running
        third = await call(path="/download").to(bridge)
        return second.status, page.status, third.complete

    second, page, third = asyncio.run(scene())
    assert (second, page, third) == (503, 200, True)


def test_application_may_replace_an_answer_that_has_not_begun(make_bridge, call):
    def app(environ, start_response):
        start_response("200 OK", [])
        try:
            raise ValueError
        except ValueError:
            start_response("418 Teapot", [], sys.exc_info())
        return [b""]

    assert ask(call(), make_bridge(app)).status == 418


def test_application_cannot_replace_an_answer_that_has_begun(make_bridge, call):
    def app(environ, start_response):
        start_response("200 OK", [])
        yield b"x" * exchange_module.WHOLE_MAX
        yield b"y"
        try:
            raise ValueError
        except ValueError:
            start_response("500 Oops", [], sys.exc_info())

    answer = ask(call(), make_bridge(app))
    assert (answer.status, answer.complete) == (200, False)


def test_server_that_stopped_without_waiting_does_not_end_the_thread(make_bridge, make_lane, call):
    release, entered = threading.Event(), threading.Event()
    lane = make_lane(threads=1)

    def app(environ, start_response):
        entered.set()
        release.wait(10)
        start_response("200 OK", [])
        return [b""]

    async def ask_and_stop():
        bridge = make_bridge(app, lane_of=lambda method, path: lane)
        asking = asyncio.create_task(call().to(bridge))
        await asyncio.to_thread(entered.wait, 10)
        return asking

    asyncio.run(ask_and_stop())
    release.set()
    assert asyncio.run(lane.call(lambda: "alive")) == "alive"


def test_write_of_old_frameworks_is_refused(make_bridge, call):
    def app(environ, start_response):
        start_response("200 OK", [])(b"old")
        return []

    assert ask(call(), make_bridge(app)).status == 500


def test_thread_survives_a_loop_that_is_closed():
    async def make():
        environ = {"REQUEST_METHOD": "GET", "wsgi.input": io.BytesIO(), "PATH_INFO": "/"}
        return exchange_module.Exchange(echo, environ, threading.BoundedSemaphore(1))

    exchange = asyncio.run(make())
    exchange.run()
    assert exchange.outbox.empty()
