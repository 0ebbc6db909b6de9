"""A real server on a small school, and a real browser: phone or laptop, with or without JavaScript."""

import base64
import contextlib
import functools
import hmac
import json
import os
import re
import shutil
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
from playwright.sync_api import Browser, BrowserContext, Page

HERE = Path(__file__).parent
PICTURES = os.environ.get("SEBAYA_PICTURES")
PHONE, LAPTOP = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
ANDROID = (
    "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36"
)
PATIENCE = 30  # seconds; a loaded machine is slow, not wrong


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(item.fspath).parent == HERE:
            item.add_marker(pytest.mark.journey)


class School:
    """Addresses and sign-ins of one school on the server under test."""

    def __init__(self, root: str, who: dict[str, Any], environment: dict[str, str]) -> None:
        self.root, self.base, self.who = root, f"{root}/{who['slug']}/", who
        self.environment = environment
        self.kept: dict[str, list[Any]] = {}  # cookies of who has signed in before
        self._steps: dict[str, int] = {}  # the last half minute whose code a person has used

    def user(self, key: str) -> str:
        return str(self.who[key])

    def code(self, key: str) -> str | None:
        """The six digits of this half minute, or of the next where these were used: a code counts only once."""
        secret = self.who["totp"].get(key)
        if not secret:
            return None
        step = max(int(time.time()) // 30, self._steps.get(key, 0) + 1)
        if step > int(time.time()) // 30 + 1:  # a phone's clock may be half a minute ahead, no more
            time.sleep((step - 1) * 30 - time.time() + 0.1)
        self._steps[key] = step
        return totp(secret, step)

    def command(self, *words: str, code: int = 0) -> str:
        """What an operator types, and what they see. `code` is the exit code that is right here."""
        done = subprocess.run(
            [sys.executable, "-m", "sebaya.config.cli", *words],
            env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        return done.stdout

    @functools.cached_property
    def night(self) -> "School":
        """The other school, whose peer window is shut."""
        return School(self.root, self.who["night"], self.environment)


def totp(secret: str, step: int | None = None) -> str:
    """RFC 6238, for one half minute counted from 1970, or for this one."""
    raw = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(raw, struct.pack(">Q", int(time.time()) // 30 if step is None else step), "sha1")
    offset = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[offset : offset + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The schools, made once; every module gets a copy of them."""
    folder = tmp_path_factory.mktemp("made")
    done = subprocess.run(
        [sys.executable, str(HERE / "school.py")],
        env=environment_of(folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder, json.loads(done.stdout.splitlines()[-1])


def environment_of(folder: Path) -> dict[str, str]:
    """Of a server's own: what makes the browser's driver work here does not count there."""
    ours = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    return {**ours, "SEBAYA_DATA": str(folder), "PYTHONPATH": os.pathsep.join(sys.path)}


@pytest.fixture(scope="module")
def school(made: tuple[Path, dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Iterator[School]:
    folder = tmp_path_factory.mktemp("journey") / "data"
    shutil.copytree(made[0], folder)
    command = [sys.executable, str(HERE / "server.py")]
    with served(command, environment_of(folder), folder.parent / "server.log") as root:
        yield School(root, made[1], environment_of(folder))


@contextlib.contextmanager
def served(command: list[str], environment: dict[str, str], log: Path) -> Iterator[str]:
    """A server of its own on a free port, the last word of the command. It must not have failed once."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with log.open("w") as lines:
        process = subprocess.Popen([*command, str(port)], env=environment, stdout=lines, stderr=lines)
        try:
            wait_for(f"http://127.0.0.1:{port}/sehat/")
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=40)
    said = log.read_text()
    assert " 500 " not in said, said
    assert "Error" not in said, said


def wait_for(address: str) -> None:
    for _try in range(200):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(address, timeout=2)  # noqa: S310
            return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


VISIBLE = """() => [...document.querySelectorAll("main *")]
    .filter(each => each.checkVisibility() && !each.closest(".sr") && each.tagName !== "OPTION")
    .flatMap(each => [...each.childNodes].filter(node => node.nodeType === 3).map(node => node.data)).join(" ")"""


class Visitor:
    """One person in one browser. Counts screens and taps, and looks at every page with axe."""

    def __init__(self, context: BrowserContext, school: School, script: bool) -> None:
        self.page: Page = context.new_page()
        self.context, self.school, self.script = context, school, script
        self.taps = 0
        self.troubles: list[str] = []
        self.expected = ["404", "422"]  # answers that the browser reports although they are meant
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.on("console", lambda message: self._note(message))

    def _note(self, message: Any) -> None:
        if message.type == "error" and not any(each in message.text for each in self.expected):
            self.troubles.append(message.text)

    def open(self, path: str = "") -> "Visitor":
        self.page.goto(self.school.base + path)
        return self

    def tap(self, words: str) -> "Visitor":
        """Presses the button, link or summary with these words."""
        self.taps += 1
        target = self.page.locator("button, a, summary, label").filter(has_text=words)
        target.first.click()
        return self.settle()

    def settle(self) -> "Visitor":
        """Until what was pressed has been answered."""
        if self.script:
            self.page.wait_for_function("() => !document.querySelector('form[aria-busy]')")
        self.page.wait_for_load_state()
        return self

    def write(self, text: str, field: str = "text") -> "Visitor":
        self.page.fill(f"[name={field}]", text)
        return self

    def sees(self, words: str, seconds: float = PATIENCE) -> "Visitor":
        self.page.get_by_text(words).first.wait_for(timeout=seconds * 1000)
        return self

    def sees_not(self, words: str) -> "Visitor":
        assert self.page.get_by_text(words).count() == 0, f"{words!r} is on the page"
        return self

    def text(self) -> str:
        """Everything that can be read in the main part."""
        return self.page.locator("main").inner_text()

    def value(self, field: str = "text") -> str:
        return self.page.locator(f"[name={field}]").first.input_value()

    def choose(self, value: str, field: str) -> "Visitor":
        """Ticks what has this value; the card around it takes the press."""
        self.page.locator(f"[name={field}][value='{value}']").check(force=True)
        return self

    def send(self) -> "Visitor":
        """Presses the first button of the form in the main part."""
        self.page.locator("main form button[type=submit]").first.click()
        return self.settle()

    def words(self) -> int:
        """Words in the main part that a visitor has to read: visible, without what they wrote themselves."""
        text = str(self.page.evaluate(VISIBLE))
        return len([word for word in text.split() if any(sign.isalnum() for sign in word)])

    def sign_in(self, key: str) -> "Visitor":
        """By password, and by the second factor where there is one."""
        self.open("masuk/")
        self.page.fill("[name=username]", self.school.user(key))
        self.page.fill("[name=password]", str(self.school.who["password"]))
        self.send()
        code = self.school.code(key)
        if code:
            self.page.fill("[name=code]", code)
            self.send()
        self.school.kept[key] = self.context.cookies()
        return self

    def here(self, key: str) -> "Visitor":
        """Signed in already, in this or another window: a code of the second factor counts only once."""
        if key not in self.school.kept:
            return self.sign_in(key)
        self.context.add_cookies(self.school.kept[key])
        return self

    def clean(self) -> "Visitor":
        """No accessibility violation, no horizontal scrolling, no script error on this page."""
        assert self.troubles == []
        self._picture()
        if self.script:
            self.page.evaluate(TO_THE_END)
            assert axe(self.page) == []
            wide = self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wide <= 0, f"{self.page.url} is {wide} px too wide"
        return self

    def _picture(self) -> None:
        """With SEBAYA_PICTURES=folder every page that is looked at is kept as a picture."""
        if PICTURES:
            name = re.sub(r"[^a-z0-9]+", "-", re.sub(r"[a-z0-9]{16}", "id", self.page.url.split("/", 3)[3]))
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            width = self.page.viewport_size["width"] if self.page.viewport_size else 0
            number = len(list(Path(PICTURES).iterdir()))
            self.page.screenshot(path=f"{PICTURES}/{number:03}-{width}-{name.strip('-')}.png", full_page=True)


# The writing box stays at the foot of the window: what lies half below it while scrolling is no small target.
TO_THE_END = "document.querySelector('.write') && scrollTo(0, document.documentElement.scrollHeight)"
AXE = (Path(__file__).parents[1] / "vendor" / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}


def axe(page: Page) -> list[str]:
    """Violations of WCAG 2.2 A and AA, as readable lines."""
    page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [f"{each['id']}: {node['html'][:160]}" for each in found["violations"] for node in each["nodes"]]


@pytest.fixture
def visit(chromium: Browser, school: School) -> Iterator[Callable[..., Visitor]]:
    """`visit()` on a phone, `visit(LAPTOP)`, `visit(script=False)`, `visit(language="en")`,
    `visit(mobile=True)` as a phone says it is one, `visit(at=school.night)` in the other school."""
    contexts: list[BrowserContext] = []

    def come(
        size: dict[str, int] | None = None, *, script: bool = True, language: str = "id", dark: bool = False,
        at: School | None = None, mobile: bool = False,
    ) -> Visitor:  # fmt: skip
        context = chromium.new_context(
            viewport=size or PHONE, java_script_enabled=script, bypass_csp=True, color_scheme="dark" if dark else "light",
            user_agent=ANDROID if mobile else None,
        )  # fmt: skip
        context.set_default_timeout(PATIENCE * 1000)
        if language != "id":
            context.add_cookies([{"name": "lang", "value": language, "url": school.base}])
        contexts.append(context)
        return Visitor(context, at or school, script)

    yield come
    for context in contexts:
        context.close()
