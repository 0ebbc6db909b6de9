"""A small browser for load: cookies, kept connections, server-sent events. Cheap, so that it does not measure itself."""

import asyncio
import html
import re
import secrets
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from urllib.parse import urlencode

Connection = tuple[asyncio.StreamReader, asyncio.StreamWriter]
HOST = "127.0.0.1"
AGENT = "Mozilla/5.0 (X11; Linux x86_64) Sebaya-bench"
FRAGMENT = {"HX-Request": "true"}
SYLLABLES = ("mo", "ra", "ti", "lu", "ne", "so", "ki", "da", "ro", "me", "li", "nu", "sa", "to", "ri", "la")
_TOKEN = re.compile(rb'name="csrfmiddlewaretoken" value="([^"]+)"')


class Unexpected(RuntimeError):
    """The server answered with something else than a person would get."""


@dataclass(slots=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes
    path: str = ""

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key == name), "")

    @property
    def text(self) -> str:
        return html.unescape(self.body.decode())

    @property
    def location(self) -> str:
        return self.header("location")

    def expect(self, *statuses: int) -> "Answer":
        if self.status not in statuses:
            raise Unexpected(f"{self.path}: {self.status} {self.location} {self.body[-900:]!r}")
        return self


def unique_words(count: int = 12) -> str:
    """A word that occurs nowhere else and that neither detection nor the guard against numbers takes amiss."""
    return "".join(secrets.choice(SYLLABLES) for _ in range(count))


@dataclass
class Browser:
    """One browser. Redirects are not followed unless asked, forms are filled as a person does."""

    port: int
    agent: str = AGENT
    cookies: dict[str, str] = field(default_factory=dict)
    csrf: str = ""
    _idle: "list[Connection]" = field(default_factory=list)

    async def get(self, path: str, headers: dict[str, str] | None = None) -> Answer:
        answer = await self.request("GET", path, headers=headers)
        found = _TOKEN.search(answer.body)
        if found:
            self.csrf = found[1].decode()
        return answer

    async def post(
        self, path: str, data: dict[str, object] | list[tuple[str, object]], headers: dict[str, str] | None = None
    ) -> Answer:
        """A form with the forgery token of the last page that had one."""
        pairs = [*(data.items() if isinstance(data, dict) else data), ("csrfmiddlewaretoken", self.csrf)]
        form = {"Content-Type": "application/x-www-form-urlencoded", **(headers or {})}
        return await self.request("POST", path, urlencode(pairs).encode(), form)

    async def follow(self, answer: Answer, headers: dict[str, str] | None = None) -> Answer:
        while answer.status in {301, 302, 303}:
            answer = await self.get(answer.location, headers)
        return answer

    async def request(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Answer:
        """A kept connection that the server has closed meanwhile is replaced, as browsers do."""
        data = self._head(method, path, body, headers or {}) + body
        while self._idle:
            try:
                return await self._exchange(self._idle.pop(), data, path)
            except (asyncio.IncompleteReadError, ConnectionError):
                continue
        return await self._exchange(await asyncio.open_connection(HOST, self.port), data, path)

    def close(self) -> None:
        for _reader, writer in self._idle:
            writer.close()
        self._idle.clear()

    async def events(self, path: str) -> AsyncIterator[tuple[str, str]]:
        """(event, data) until the stream ends; a connection of its own."""
        reader, writer = await asyncio.open_connection(HOST, self.port)
        try:
            writer.write(self._head("GET", path, b"", {"Accept": "text/event-stream"}))
            status = int((await reader.readuntil(b"\r\n\r\n"))[9:12])
            if status != 200:
                raise Unexpected(f"{path}: {status}")
            event = ""
            while line := await reader.readline():
                if line.startswith(b"event: "):
                    event = line[7:].strip().decode()
                elif line.startswith(b"data: "):
                    yield event, line[6:].strip().decode()
        finally:
            writer.close()

    def _head(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> bytes:
        lines = [
            f"{method} {path} HTTP/1.1",
            f"Host: {HOST}:{self.port}",
            f"User-Agent: {self.agent}",
            "Accept-Language: id",
        ]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in self.cookies.items()))
        if method == "POST":
            lines.append(f"Content-Length: {len(body)}")
        lines += [f"{name}: {value}" for name, value in headers.items()]
        return "\r\n".join([*lines, "", ""]).encode()

    async def _exchange(self, connection: "Connection", data: bytes, path: str) -> Answer:
        reader, writer = connection
        writer.write(data)
        try:
            answer = await _answer(reader)
            answer.path = path
        except BaseException:
            writer.close()
            raise
        for name, value in answer.headers:
            if name == "set-cookie":
                self._keep_cookie(value)
        if answer.header("connection") == "close":
            writer.close()
        else:
            self._idle.append(connection)
        return answer

    def _keep_cookie(self, said: str) -> None:
        pair, _, rest = said.partition(";")
        name, _, value = pair.partition("=")
        if "max-age=0" in rest.lower().replace(" ", ""):
            self.cookies.pop(name, None)
            return
        self.cookies[name] = value.strip('"') if value == '""' else value


async def _answer(reader: asyncio.StreamReader) -> Answer:
    head = await reader.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")[:-2]
    headers = [(name.strip().lower(), value.strip()) for name, _, value in (line.partition(":") for line in lines)]
    answer = Answer(int(first.split()[1]), headers, b"")
    if answer.status not in {204, 304}:
        answer.body = await _body(reader, answer)
    return answer


async def _body(reader: asyncio.StreamReader, answer: Answer) -> bytes:
    if length := answer.header("content-length"):
        return await reader.readexactly(int(length))
    if answer.header("transfer-encoding") != "chunked":
        return b""
    pieces = []
    while size := int((await reader.readline()).strip(), 16):
        pieces.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(pieces)


async def sign_in(browser: Browser, slug: str, username: str, password: str, second: str = "") -> Browser:
    """Through the pages; `second` is a TOTP secret or a spare code, for those who are asked."""
    await browser.get(f"/{slug}/masuk/")
    answer = (await browser.post(f"/{slug}/masuk/", {"username": username, "password": password, "next": ""})).expect(
        302
    )
    if answer.location == "/akun/kode/":
        (await browser.get("/akun/kode/")).expect(200)
        answer = (await browser.post("/akun/kode/", {"code": code_of(second)})).expect(302)
    return browser


def code_of(second: str) -> str:
    """The six digits of a TOTP secret now; anything shorter is a spare code itself."""
    if len(second) < 16:
        return second
    import base64
    import hmac
    import struct

    secret = base64.b32decode(second + "=" * (-len(second) % 8))
    digest = hmac.new(secret, struct.pack(">Q", int(time.time()) // 30), "sha1").digest()
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at : at + 4], 'big') & 0x7FFFFFFF) % 10**6:06}"


async def say(browser: Browser, path: str, text: str, key: str = "", headers: dict[str, str] | None = None) -> Answer:
    """One message. Accepted if the answer leads back to the conversation, or is its fragment with the text in it."""
    answer = await browser.post(path, {"text": text, "key": key or secrets.token_urlsafe(16)}, headers)
    accepted = answer.location.endswith(path) if answer.status == 302 else answer.status == 200 and text in answer.text
    if not accepted:
        raise Unexpected(f"{path}: {answer.status} {answer.location} {answer.body[-900:]!r}")
    return answer
