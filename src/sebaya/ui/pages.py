"""Public pages: Markdown files that a teacher can read and improve, one per language, with a title on top."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import nh3
import yaml
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

HELP = "bantuan"
PAGES = {
    "tentang": "about",
    "kerahasiaan": "privacy",
    HELP: "help",
    "orang-tua": "parents",
    "tips-belajar": "study",
}
_FRONT = re.compile(r"\A---\n(?P<front>.*?)\n---\n(?P<body>.*)\Z", re.DOTALL)
_ALLOWED = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "hr", "li", "ol", "p", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")


class Article(NamedTuple):
    title: str
    summary: str
    html: SafeString


class MalformedPage(ValueError):
    """A content file has no front matter with a title."""


def folder(language: str) -> Path:
    return Path(settings.SEBAYA_CONTENT) / language / "pages"


@cache
def article(name: str, language: str) -> Article:
    """One page of content, cleaned; read once per process."""
    path = folder(language) / f"{name}.md"
    return parse(path.read_text("utf-8"))


def parse(text: str) -> Article:
    match = _FRONT.match(text)
    front = yaml.safe_load(match["front"]) if match else None
    if not match or not isinstance(front, dict) or "title" not in front:
        raise MalformedPage(text[:60])
    return Article(str(front["title"]), str(front.get("summary", "")), rendered(match["body"]))


def rendered(markdown: str) -> SafeString:
    """Markdown as clean HTML: no raw HTML comes in, and what goes out is on a short list."""
    html = nh3.clean(
        _markdown.render(markdown),
        tags=_ALLOWED,
        attributes={"a": {"href"}},
        url_schemes={"https", "http", "tel", "mailto"},
        link_rel="noreferrer noopener",
    )
    return mark_safe(html)  # noqa: S308  cleaned in the line above


@require_safe
def show(request: HttpRequest, page: str, slug: str = "") -> HttpResponse:
    """A public page: needs no script and no cookie, and outside a community no database."""
    found = article(PAGES[page], get_language() or settings.LANGUAGE_CODE)
    template = "ui/neutral.html" if page == "tips-belajar" else "ui/article.html"
    return render(request, template, {"article": found, "nearest": _nearest(request) if page == HELP else ""})


def _nearest(request: HttpRequest) -> str:
    """The help that this community knows around the corner."""
    community = getattr(request, "community", None)
    return community.help_nearby if community else ""
