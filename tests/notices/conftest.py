"""A proved channel, and a receiver on loopback that says what it is told to say."""

import http.server
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.core import mail

from sebaya.notices import actions
from sebaya.notices.models import Channel, ChannelKind


@dataclass
class Receiver:
    """A webhook: `answers` are statuses in order, the last one for all that follow; 0 never answers."""

    port: int = 0
    answers: list[int] = field(default_factory=lambda: [200])
    posts: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/kirim?kunci=rahasia"

    def next_answer(self) -> int:
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def _handler(receiver: Receiver) -> type[http.server.BaseHTTPRequestHandler]:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            receiver.posts.append((self.path, self.headers["Content-Type"], json.loads(body)))
            status = receiver.next_answer()
            if not status:
                receiver.over.wait()
                return
            self.send_response(status)
            self.send_header("Location", f"http://127.0.0.1:{receiver.port}/elsewhere")
            self.send_header("Content-Length", "0")
            self.end_headers()

        do_GET = do_POST

        def log_message(self, *_args: Any) -> None:
            """Quiet."""

    return Handler


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    one = Receiver()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _handler(one))
    one.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield one
    one.over.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def proved() -> Callable[..., Channel]:
    """`proved(person, target, kind)`: a channel whose test was answered; nothing waits in the outbox."""

    def make(person: Any, target: str = "ratih@contoh.invalid", kind: str = ChannelKind.MAIL) -> Channel:
        channel = actions.add_channel(by=person, kind=kind, target=target)
        actions.prove(by=person, channel=channel, code=channel.notices.get().extra)
        channel.notices.all().delete()
        mail.outbox.clear()
        return channel

    return make
