"""Browser, addresses and a strict template engine for the face."""

import copy
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings as django_settings
from playwright.sync_api import Browser, BrowserContext, Page

from sebaya.ui.undefined import Undefined

AXE = (Path(__file__).parent.parent / "vendor" / "axe.min.js").read_text("utf-8")
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="session", autouse=True)
def static_folder() -> None:
    """The folder that `sebaya setup` makes; the static file server warns without it."""
    Path(django_settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def own_addresses(settings: Any) -> None:
    """The gallery beside the public pages, and unknown variables as errors."""
    settings.ROOT_URLCONF = "tests.ui.urls_ui"
    templates = copy.deepcopy(settings.TEMPLATES)
    if not templates[0]["OPTIONS"].get("string_if_invalid"):
        templates[0]["OPTIONS"]["string_if_invalid"] = Undefined()
        settings.TEMPLATES = templates


Visit = Callable[..., Page]


@pytest.fixture
def visit(chromium: Browser, live_server: Any) -> Iterator[Visit]:
    """Opens an address: visit("/bantuan/", width=360, theme="dark", language="en", script=False)."""
    contexts: list[BrowserContext] = []

    def open_page(path: str, width: int = 360, theme: str = "light", language: str = "id", script: bool = True) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 780}, color_scheme=theme, java_script_enabled=script
        )
        context.add_cookies([{"name": "lang", "value": language, "url": live_server.url}])
        contexts.append(context)
        page = context.new_page()
        page.goto(live_server.url + path)
        return page

    yield open_page
    for context in contexts:
        for page in context.pages:
            page.unroute_all(behavior="ignoreErrors")
        context.close()


def violations(page: Page) -> list[str]:
    """What the accessibility checker finds, one line each. The page's own policy forbids other scripts, so it is run from outside."""
    page.evaluate(AXE)
    found = page.evaluate("tags => axe.run(document, {runOnly: tags}).then(found => found.violations)", WCAG)
    return [f"{v['id']}: {node['target']} {node['failureSummary']}" for v in found for node in v["nodes"]]
