"""Our own line drawings, in the pen of the text around. The sheets in `drawings/` hold a symbol a line."""

import re
from functools import cache
from pathlib import Path

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

SHEETS = Path(__file__).resolve().parent / "drawings"
_SYMBOL = re.compile(r'<symbol id="([\w-]+)"[^>]*>(.*)</symbol>')


def sheet(name: str) -> dict[str, SafeString]:
    """The insides of a sheet's symbols by name."""
    text = (SHEETS / f"{name}.svg").read_text("utf-8")
    return {key: mark_safe(body) for key, body in _SYMBOL.findall(text)}  # noqa: S308  our own files


ICONS = sheet("icons")  # 24 by 24; names say what is drawn or meant
SCENES = sheet("scenes")  # 132 by 96
BRAND = format_html(
    '<svg class="brand" width="30" height="26" viewBox="0 0 30 26" aria-hidden="true">{}</svg>',
    sheet("brand")["brand"],
)


def icon(name: str, size: int = 20, label: str = "") -> SafeString:
    """An icon beside words is hidden from screen readers; one that stands alone needs a label."""
    return _drawn(name, size, format_html('role="img" aria-label="{}"', label)) if label else _silent(name, size)


@cache
def _silent(name: str, size: int) -> SafeString:
    """A page has the same few again and again."""
    return _drawn(name, size, SafeString('aria-hidden="true"'))


def _drawn(name: str, size: int, spoken: SafeString) -> SafeString:
    return format_html(
        '<svg class="i" width="{0}" height="{0}" viewBox="0 0 24 24" {1}>{2}</svg>', size, spoken, ICONS[name]
    )


def drawing(name: str) -> SafeString:
    """A small picture for an empty state; it carries no meaning of its own."""
    return format_html('<svg class="draw" viewBox="0 0 132 96" aria-hidden="true">{}</svg>', SCENES[name])
