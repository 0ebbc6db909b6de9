"""A real server on a small school, and a real browser: phone or laptop, with or without JavaScript."""

import base64
import contextlib
import hmac
import json
import os
import socket
import struct
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from tests.tools import browser as finder

HERE = Path(__file__).parent
PHONE, LAPTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.fspath).parent == HERE:
            item.add_marker(pytest.mark.journey)


class School:
    """Addresses and sign-ins of the school under test."""

    def __init__(self, base: str, who: dict[str, Any]) -> None:
        self.base, self.who = f"{base}/{who['slug']}/", who

    def user(self, key: str) -> str:
        return str(self.who[key])

    def code(self, key: str) -> str | None:
        """The six digits of this moment (RFC 6238)."""
        secret = self.who["totp"].get(key)
        return totp(secret) if secret else None


def totp(secret: str) -> str:
    raw = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(raw, struct.pack(">Q", int(time.time()) // 30), "sha1")
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    folder = tmp_path_factory.mktemp("journey")
    environment = {**os.environ, "SEBAYA_DATA": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}
    made = subprocess.run(
        [sys.executable, str(HERE / "school.py")], env=environment, capture_output=True, text=True, check=False
    )
    assert made.returncode == 0, made.stderr
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (folder / "server.log").open("w")
    process = subprocess.Popen([sys.executable, str(HERE / "server.py"), str(port)], env=environment, stdout=log, stderr=log)
    try:
        wait_for(f"http://127.0.0.1:{port}/sehat/")
        yield School(f"http://127.0.0.1:{port}", json.loads(made.stdout.splitlines()[-1]))
    finally:
        process.terminate()
        process.wait(timeout=40)
        log.close()
    assert " 500 " not in (folder / "server.log").read_text() and "Error" not in (folder / "server.log").read_text()


def wait_for(address: str) -> None:
    for _try in range(200):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=2)  # noqa: S310
            return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = finder.find()
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        started.close()


VISIBLE = """() => [...document.querySelectorAll("main *")]
    .filter(each => each.checkVisibility() && !each.closest(".sr") && each.tagName !== "OPTION")
    .flatMap(each => [...each.childNodes].filter(node => node.nodeType === 3).map(node => node.data)).join(" ")"""


class Visitor:
    """One person in one browser. Counts screens and taps, and looks at every page with axe."""

    def __init__(self, context: BrowserContext, school: School, script: bool) -> None:
        self.page: Page = context.new_page()
        self.context, self.school, self.script = context, school, script
        self.taps = self.screens = 0
        self.troubles: list[str] = []
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", lambda message: self._note(message))

    def _note(self, message: Any) -> None:
        if message.type == "error" and "404" not in message.text and "422" not in message.text:
            self.troubles.append(message.text)

    def open(self, path: str = "") -> "Visitor":
        self.page.goto(self.school.base + path)
        return self

    def tap(self, words: str) -> "Visitor":
        """Presses the button, link or summary with these words."""
        self.taps += 1
        target = self.page.locator("button, a, summary, label").filter(has_text=words)
        target.first.click()
        self.page.wait_for_load_state()
        return self

    def write(self, text: str, field: str = "text") -> "Visitor":
        self.page.fill(f"[name={field}]", text)
        return self

    def sees(self, words: str, seconds: float = 10) -> "Visitor":
        self.page.get_by_text(words).first.wait_for(timeout=seconds * 1000)
        return self

    def sees_not(self, words: str) -> "Visitor":
        assert self.page.get_by_text(words).count() == 0, f"{words!r} is on the page"
        return self

    def words(self) -> int:
        """Words in the main part that a visitor has to read: visible, without what they wrote themselves."""
        text = str(self.page.evaluate(VISIBLE))
        return len([word for word in text.split() if any(sign.isalnum() for sign in word)])

    def sign_in(self, key: str) -> "Visitor":
        self.open("masuk/")
        self.page.fill("[name=username]", self.school.user(key))
        self.page.fill("[name=password]", str(self.school.who["password"]))
        self.page.locator("main button[type=submit]").first.click()
        self.page.wait_for_load_state()
        code = self.school.code(key)
        if code:
            self.page.fill("[name=code]", code)
            self.page.locator("main button[type=submit]").first.click()
            self.page.wait_for_load_state()
        return self

    def clean(self) -> "Visitor":
        """No accessibility violation, no horizontal scrolling, no script error on this page."""
        assert self.troubles == []
        if self.script:
            assert axe(self.page) == []
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{self.page.url} is {wide} px too wide"
        return self


AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def axe(page: Page) -> list[str]:
    """Violations of WCAG 2.2 A and AA, as readable lines."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [f"{each['id']}: {node['html'][:160]}" for each in found["violations"] for node in each["nodes"]]


@pytest.fixture
def visit(chromium: Browser, school: School) -> Iterator[Callable[..., Visitor]]:
    """`visit()` on a phone, `visit(LAPTOP)`, `visit(script=False)`, `visit(language="en")`."""
    contexts: list[BrowserContext] = []

    def come(size: dict[str, int] | None = None, *, script: bool = True, language: str = "id", dark: bool = False) -> Visitor:
        context = chromium.new_context(
            viewport=size or PHONE, java_script_enabled=script, bypass_csp=True, color_scheme="dark" if dark else "light"
        )
        context.set_default_timeout(10_000)
        if language != "id":
            context.add_cookies([{"name": "lang", "value": language, "url": school.base}])
        contexts.append(context)
        return Visitor(context, school, script)

    yield come
    for context in contexts:
        context.close()
