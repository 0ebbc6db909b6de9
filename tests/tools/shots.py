"""Pictures for README and guides: starts a demo school of its own, walks through it, writes docs/shots/*.png.

`python tests/tools/shots.py` needs a Chromium. With `--base http://127.0.0.1:8123/ --data FOLDER` it uses a
demo that runs already; that one is changed by the walk.
"""

import argparse
import base64
import hmac
import json
import os
import re
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.tools import browser  # noqa: E402

SHOTS = ROOT / "docs" / "shots"
PHONE = {"viewport": {"width": 390, "height": 780}, "device_scale_factor": 1.5, "has_touch": True, "is_mobile": True}
LAPTOP = {"viewport": {"width": 1280, "height": 800}}
STORY = "Sejak pindah kelas aku sering sendirian pas istirahat. Bingung mau mulai ngobrol sama siapa."
ANSWER = "Hai, makasih udah cerita. Pindah kelas memang nggak gampang ya. Biasanya pas istirahat kamu di mana?"
REPLY = "Di perpus, baca komik. Pengen ikut ngobrol, tapi takut ganggu."
WHY = "Topiknya cocok, dan sedang tidak menemani banyak teman."
STEP_SECONDS = 30  # how long one code of an authenticator app lasts (RFC 6238)


@dataclass
class Demo:
    """Where the demo school is and how to get in, as its printed sheet says."""

    base: str
    slug: str
    words: dict[str, str]  # kind of person → password
    people: dict[str, list[str]]  # role → user names
    secrets: dict[str, str]  # user name → secret of the authenticator app
    used: set[str] = field(default_factory=set)

    def at(self, path: str) -> str:
        return f"{self.base.rstrip('/')}/{self.slug}/{path}"


def main() -> int:
    options = _arguments()
    chromium = browser.find()
    if chromium is None:
        sys.stderr.write("No Chromium found. Install the package chromium or set CHROMIUM=/path\n")
        return 2
    SHOTS.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="sebaya-shots-") as place:
        data = options.data or place
        sheet = _command(data, "--no-serve").stdout
        with _served(options.base, data) as base, sync_playwright() as playwright:
            chrome = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            walk(chrome, read_sheet(sheet, base, Path(data)))
            chrome.close()
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", help="address of a demo that runs already")
    parser.add_argument("--data", help="data folder of a demo, to be kept")
    options = parser.parse_args()
    if options.base and not options.data:
        parser.error("--base needs --data")
    return options


def _command(data: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sebaya.config.cli", "demo", *arguments]
    return subprocess.run(command, env={**os.environ, "SEBAYA_DATA": data}, check=True, capture_output=True, text=True)


@contextmanager
def _served(base: str | None, data: str) -> Iterator[str]:
    if base:
        yield base
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "sebaya.config.cli", "demo", "--port", str(port)]
    server = subprocess.Popen(command, env={**os.environ, "SEBAYA_DATA": data}, stdout=subprocess.DEVNULL)
    try:
        yield _awake(f"http://127.0.0.1:{port}/")
    finally:
        server.terminate()
        server.wait(timeout=40)


def _awake(base: str, patience: float = 60) -> str:
    ends = time.monotonic() + patience
    while time.monotonic() < ends:
        try:
            with urllib.request.urlopen(f"{base}sehat/", timeout=2):
                return base
        except OSError:
            time.sleep(0.3)
    raise TimeoutError(base)


def read_sheet(sheet: str, base: str, data: Path) -> Demo:
    """What the demo prints: `  role: user name`, and the two passwords."""
    slug = re.search(r"/([a-z0-9-]+)/masuk/", sheet)
    words = re.findall(r"kata sandi: ([^\s;]+)", sheet)
    people: dict[str, list[str]] = {}
    for role, username in re.findall(r"^  ([^:]+): (\S+)", sheet, re.MULTILINE):
        people.setdefault(role.split(" (")[0], []).append(username)
    if slug is None or len(words) != 2:
        raise LookupError(sheet)
    secrets = json.loads((data / "demo-sign-ins.json").read_text())["totp"]
    return Demo(base, slug[1], {"member": words[0], "staff": words[1]}, people, secrets)


def one_time_code(secret: str) -> str:
    """Six digits of an authenticator app (RFC 6238 with SHA-1)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // STEP_SECONDS), "sha1")
    place = digest[-1] & 15
    number = struct.unpack(">I", digest[place : place + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


def sign_in(chrome: Browser, demo: Demo, username: str, **context: Any) -> Page:
    page = chrome.new_context(**context).new_page()
    page.goto(demo.at("masuk/"))
    page.fill("[name=username]", username)
    page.fill("[name=password]", demo.words["staff" if username in demo.secrets else "member"])
    press(page, "main form button[type=submit]")
    if page.locator("main [name=code]").count():
        _wait_for_a_fresh_code(demo, username)
        page.fill("[name=code]", one_time_code(demo.secrets[username]))
        press(page, "main form button[type=submit]")
    return page


def _wait_for_a_fresh_code(demo: Demo, username: str) -> None:
    """A code counts once: the second sign-in of the same adult waits for the next."""
    code = one_time_code(demo.secrets[username])
    while code in demo.used:
        time.sleep(1)
        code = one_time_code(demo.secrets[username])
    demo.used.add(code)


def press(page: Page, selector: str) -> None:
    with page.expect_navigation():
        page.locator(selector).first.click()


def shoot(page: Page, name: str, dark: bool = False) -> None:
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.wait_for_timeout(200)
    page.screenshot(path=str(SHOTS / f"{name}.png"))
    page.emulate_media(color_scheme="light")
    print(f"docs/shots/{name}.png", flush=True)


def walk(chrome: Browser, demo: Demo) -> None:
    """A student asks; a counsellor looks; a supporter accepts and talks; then an adult is called."""
    public(chrome, demo)
    seeker = asking(chrome, demo)
    supporter = demo.people["pendukung sebaya"][-1]
    desk(chrome, demo, waiting(seeker), supporter)
    helper = accepting(chrome, demo, supporter)
    talking(seeker, helper)
    red(seeker, helper)


def public(chrome: Browser, demo: Demo) -> None:
    page = chrome.new_context(**PHONE).new_page()
    page.goto(demo.at("kerahasiaan/"))
    shoot(page, "phone-who-reads")
    page.context.close()


def asking(chrome: Browser, demo: Demo) -> Page:
    """The three screens, by a student without an open conversation."""
    page = _without_conversation(chrome, demo)
    shoot(page, "phone-home")
    page.goto(demo.at("cerita/"))
    page.fill("main textarea", STORY)
    page.locator("main label", has_text="Pertemanan").first.click()
    shoot(page, "phone-ask-1")
    press(page, "main form button:not([name=back])")
    shoot(page, "phone-ask-2")
    press(page, "main form button:not([name=back])")
    shoot(page, "phone-ask-3")
    return page


def _without_conversation(chrome: Browser, demo: Demo) -> Page:
    for username in demo.people["siswa"]:
        page = sign_in(chrome, demo, username, **PHONE)
        if not page.locator("main .rows li").count():
            return page
        page.context.close()
    raise LookupError("every student of the sheet has an open conversation")


def waiting(seeker: Page) -> str:
    """Goes on to the conversation; returns the display name."""
    press(seeker, "main a[href*='/ruang/']")
    shoot(seeker, "phone-waiting")
    return seeker.locator(".bar .who").evaluate("each => each.firstChild.textContent.trim()")


def desk(chrome: Browser, demo: Demo, alias: str, supporter: str) -> None:
    """The counsellor's morning; then the conversation is offered to the supporter of this walk."""
    page = sign_in(chrome, demo, demo.people["konselor, petugas jaga"][0], **LAPTOP)
    page.goto(demo.at("hari-ini/"))
    shoot(page, "laptop-desk")
    shoot(page, "laptop-desk-dark", dark=True)
    page.goto(f"{demo.at('percakapan/')}?q={quote(alias)}")
    press(page, "main .rows a")
    shoot(page, "laptop-conversation")
    page.goto(page.url.rstrip("/") + "/tawarkan/")
    page.locator("main label", has_text=f"Kak {supporter.split('.')[0].capitalize()} ").first.click()
    page.fill("main [name=reason]", WHY)
    press(page, "main form button")
    page.context.close()


def accepting(chrome: Browser, demo: Demo, supporter: str) -> Page:
    page = sign_in(chrome, demo, supporter, **PHONE)
    page.goto(demo.at("pendukung/"))
    shoot(page, "phone-supporter")
    press(page, "main a[href*='/tawaran/']")
    shoot(page, "phone-offer")
    press(page, "main form button")
    return page


def talking(seeker: Page, helper: Page) -> None:
    _say(helper, ANSWER)
    seeker.reload()
    _say(seeker, REPLY)
    helper.reload()
    shoot(helper, "phone-supporter-conversation")
    seeker.reload()
    shoot(seeker, "phone-conversation")
    shoot(seeker, "phone-conversation-dark", dark=True)
    seeker.goto(seeker.url.split("#")[0].rstrip("/") + "/pembaca/")
    shoot(seeker, "phone-readers")
    seeker.go_back()


def _say(page: Page, text: str) -> None:
    page.fill("form.write textarea, .write form textarea", text)
    page.locator("form.write button, .write form button").first.click()
    page.get_by_text(text).first.wait_for()


def red(seeker: Page, helper: Page) -> None:
    """The button of the seeker, and what the supporter sees then."""
    press(seeker, "form[action$='/dewasa/'] button")
    shoot(seeker, "phone-red")
    helper.reload()
    shoot(helper, "phone-red-supporter")


if __name__ == "__main__":
    sys.exit(main())
