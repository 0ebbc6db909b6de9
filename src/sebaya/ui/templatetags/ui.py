"""The components as template tags. They are built in: no `{% load %}` is needed. Examples: ui/README.md."""

from collections.abc import Iterable
from datetime import date, datetime
from datetime import time as time_of_day
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template import Context
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from sebaya.ui import forms, icons, lists, moments, nav, sending, talk
from sebaya.ui.markup import format_html

register = template.Library()

LEVELS = {
    "red": gettext_lazy("Merah"),
    "orange": gettext_lazy("Jingga"),
    "yellow": gettext_lazy("Kuning"),
    "none": gettext_lazy("Biasa"),
}
NOTICE_ICONS = {
    "info": "info",
    "ok": "circle-check",
    "warn": "alert",
    "hand": "hand",
    "stop": "alert",
    "plain": "info",
}

register.simple_tag(icons.icon, name="icon")
register.simple_tag(icons.drawing, name="drawing")


@register.simple_tag(takes_context=True, name="talk")
def bubbles(context: Context, messages: Iterable[talk.Said]) -> SafeString:
    """The bubbles of a conversation; an adult is addressed as one."""
    return talk.talk(messages, formal=getattr(context.get("person"), "staff", False))


@register.simple_tag(takes_context=True)
def fixed(context: Context, name: str) -> SafeString:
    """A part of every page whose words depend on the language, the place and who is addressed, drawn once for each."""
    community, person = context.get("community"), context.get("person")
    nearby = getattr(community, "help_nearby", "")
    return _fixed(name, get_language() or "", context.get("home", "/"), nearby, bool(getattr(person, "staff", False)))


@lru_cache(maxsize=400)
def _fixed(name: str, language: str, home: str, nearby: str, staff: bool) -> SafeString:
    values = {"home": home, "community": {"help_nearby": nearby}, "person": {"staff": staff}}
    return SafeString(render_to_string(f"ui/parts/{name}.html", values))


@register.simple_tag
def brand() -> SafeString:
    return icons.BRAND


@register.simple_tag
def level(code: str) -> SafeString:
    """A level is a colour, a shape and a word."""
    return tag(code if code != "none" else "", LEVELS[code])


@register.simple_tag
def tag(kind: str, words: object) -> SafeString:
    """Kinds: ok, wait, off, red, orange, yellow or empty."""
    return format_html('<span class="tag {}">{}</span>', kind, words)


@register.simple_tag
def clock(due: datetime | None, now: datetime | None = None) -> SafeString:
    """What is left until a due time, or how long ago it passed."""
    if due is None:
        return SafeString("")
    shown = moments.clock(due, now)
    return format_html('<time class="clock {}" datetime="{}">{}</time>', shown.mood, due.isoformat(), shown.words)


@register.simple_tag
def when(moment: datetime) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), moments.when(moment))


@register.simple_tag
def time(moment: datetime) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', moment.isoformat(), moments.time(moment))


@register.filter
def hour(clock: time_of_day) -> str:
    """A wall clock's hour as it is said: 15.30, in English 15:30."""
    return moments.hour(clock)


@register.filter
def on_part(day: date, code: str) -> str:
    """A kept day and part of day: 'Selasa sore'."""
    return moments.on_part(day, code)


@register.filter
def part_of_day(moment: datetime) -> str:
    return moments.part_of_day(moment)


@register.simple_tag
def button(
    label: object,
    kind: str = "",
    href: str = "",
    icon: str = "",
    name: str = "",
    value: object = "",
    small: bool = False,
    wide: bool = False,
    type: str = "submit",
) -> SafeString:
    """A link like a button if it has `href`, else a button. Kinds: quiet, hand, danger, leave, plain."""
    classes = " ".join(filter(None, ["btn", kind, "small" if small else "", "wide" if wide else ""]))
    sign = icons.icon(icon) if icon else ""
    if href:
        return format_html('<a class="{}" href="{}">{}{}</a>', classes, href, sign, label)
    named = format_html(' name="{}" value="{}"', name, value) if name else ""
    return format_html('<button class="{}" type="{}"{}>{}{}</button>', classes, type, named, sign, label)


@register.simple_tag
def who(name: object, role: object = "") -> SafeString:
    """A person without a picture: name and role."""
    return format_html('<span class="who">{}{}</span>', name, format_html(" <small>{}</small>", role) if role else "")


@register.inclusion_tag("ui/parts/form.html", takes_context=True)
def form(
    context: Context,
    form: BaseForm,
    submit: object = "",
    action: str = "",
    kind: str = "",
    cancel: str = "",
    method: str = "post",
    send: bool = False,
) -> dict[str, Any]:
    """A whole form: token, key against double sending, errors, fields, button. `send` outlives a lost net."""
    return {
        "form": form,
        "submit": submit or _("Simpan"),
        "action": action,
        "kind": kind,
        "cancel": cancel,
        "method": method,
        "send": send,
        "csrf_token": context.get("csrf_token", ""),
        "key": "" if method == "get" or "key" in form.fields else sending.new_key(),
    }


@register.inclusion_tag("ui/parts/fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """The inside of a form: hidden fields, errors that belong to no field, every field."""
    return {"form": form}


@register.inclusion_tag("ui/parts/field.html")
def field(bound: BoundField, label: object = "", short: bool = False, bare: bool = False) -> dict[str, Any]:
    """One field: label, help, control, errors, tied together for screen readers. `bare`: the heading says it already."""
    kind = forms.kind(bound)
    return {
        "field": bound,
        "kind": kind,
        "label": label or bound.label,
        "short": short,
        "bare": bare,
        "options": list(forms.options(bound)) if kind == "pick" else [],
        "cards": kind == "pick" and forms.side_by_side(bound),
        "optional": not bound.field.required and kind != "tick",
    }


@register.simple_tag
def key() -> SafeString:
    """The hidden key that makes sending twice count once."""
    return format_html('<input type="hidden" name="key" value="{}">', sending.new_key())


@register.simple_block_tag
def panel(content: str, title: object = "", note: object = "", href: str = "", link: object = "") -> SafeString:
    """A card with a heading. Rows and tables go in bare; loose text goes into `<div class="in-panel">`."""
    end = (
        format_html('<a href="{}">{}</a>', href, link)
        if href
        else format_html("<small>{}</small>", note)
        if note
        else ""
    )
    head = format_html("<header><h2>{}</h2>{}</header>", title, end) if title else ""
    return format_html('<section class="panel">{}{}</section>', head, mark_safe(content))  # noqa: S308  rendered


@register.simple_block_tag
def notice(content: str, kind: str = "info", alert: bool = False) -> SafeString:
    """Something to know. Kinds: info, ok, warn, hand, stop, plain. `alert` reads it out at once."""
    role = mark_safe(' role="alert"') if alert else ""
    sign = icons.icon(NOTICE_ICONS[kind])
    body = mark_safe(content)  # noqa: S308  rendered
    return format_html('<div class="notice {}"{}>{}<div>{}</div></div>', kind, role, sign, body)


@register.simple_tag
def row(
    title: object,
    detail: object = "",
    lead: object = "",
    end: object = "",
    href: str = "",
    action: object = "",
    strong: bool = False,
    late: bool = False,
) -> SafeString:
    """One line of a list: lead (tag or time), what, clock, action. Inside `<ul class="rows">`."""
    first = format_html('<span class="lead">{}</span>', lead) if lead else ""
    more = format_html('<span class="dim">{}</span>', detail) if detail else ""
    return format_html(
        '<li class="row{}{}">{}<span class="what">{}{}</span>{}{}</li>',
        "" if lead else " bare",
        " late" if late else "",
        first,
        title,
        more,
        end,
        _row_action(href, action, strong),
    )


def _row_action(href: str, action: object, strong: bool) -> SafeString:
    if not href:
        return SafeString("")
    return format_html(
        '<span class="act">{}</span>',
        button(action or _("Buka"), "" if strong else "quiet", href, small=True),
    )


@register.simple_tag
def empty(title: object, text: object, drawing: str = "plant", href: str = "", action: object = "") -> SafeString:
    """Nothing here yet, and what to do next."""
    step = button(action, "quiet", href) if href else ""
    return format_html('<div class="empty">{}<h3>{}</h3><p>{}</p>{}</div>', icons.drawing(drawing), title, text, step)


@register.simple_tag
def steps(now: int, total: int) -> SafeString:
    """Where somebody is in a walk of few steps, in bars and in words."""
    bars = format_html_join("", "<li{}></li>", ((mark_safe(' class="on"') if n < now else "",) for n in range(total)))
    words = _("Langkah %(now)s dari %(total)s") % {"now": now, "total": total}
    return format_html(
        '<div class="steps"><ol aria-hidden="true">{}</ol><small class="sr">{}</small></div>', bars, words
    )


@register.simple_tag
def back(href: str, label: object = "") -> SafeString:
    return format_html(
        '<a class="back" href="{}">{}<span>{}</span></a>', href, icons.icon("back"), label or _("Kembali")
    )


@register.simple_tag
def progress(done: int, total: int, label: object) -> SafeString:
    """How much of something is done: a bar and its numbers."""
    share = 100 * done / total if total else 0
    words = _("%(done)s dari %(total)s") % {"done": done, "total": total}
    bar = format_html(
        '<svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width="{}" height="1"/></svg>',
        f"{share:.1f}",
    )
    return format_html(
        '<div class="progress"><span>{} <small class="nums">{}</small></span>{}</div>', label, words, bar
    )


@register.simple_tag
def loading(words: object = "") -> SafeString:
    return format_html('<span class="loading" role="status">{}</span>', words or _("Sebentar, sedang disiapkan"))


@register.inclusion_tag("ui/parts/copy.html")
def copy(text: str, label: object = "") -> dict[str, Any]:
    """A code that can be selected with one press, and copied where the browser allows it."""
    return {"text": text, "label": label}


@register.inclusion_tag("ui/parts/readers.html")
def readers(names: list[str], href: str = "") -> dict[str, Any]:
    """Who can read: stands above every conversation."""
    return {"names": names, "href": href}


@register.inclusion_tag("ui/parts/write.html", takes_context=True)
def write(context: Context, field: BoundField, action: str = "", into: str = "") -> dict[str, Any]:
    """The writing box at the foot of a conversation: one text field, whose answer goes into `into`."""
    field.field.widget.attrs.setdefault("rows", 1)
    field.field.widget.attrs.setdefault("placeholder", _("Tulis di sini"))
    return {
        "form": field.form,
        "field": field,
        "action": action,
        "into": into,
        "csrf_token": context.get("csrf_token", ""),
    }


@register.simple_tag
def sound() -> SafeString:
    """The switch of the desk's bell; shows itself only where a browser can ring. See sound.js."""
    return format_html(
        '<button class="btn leave small" type="button" data-sound data-on="{}" aria-pressed="false" hidden>'
        "{}<span>{}</span></button>",
        _("Suara menyala"),
        icons.icon("sound"),
        _("Nyalakan suara"),
    )


@register.inclusion_tag("ui/parts/tabs.html")
def tabs(items: list[Any], label: object = "") -> dict[str, Any]:
    """Tabs are links: a list of {label, url, current} with an optional count."""
    return {"items": items, "label": label or _("Bagian halaman")}


@register.inclusion_tag("ui/parts/pages.html", takes_context=True)
def pages(context: Context, page: "Page[Any]") -> dict[str, Any]:
    """Newer and older, and where we are; keeps the other parts of the address."""
    return {"page": page, "links": lists.links(context["request"], page)}


@register.inclusion_tag("ui/parts/table.html")
def table(
    head: list[Any],
    rows: list[list[Any]],
    caption: object = "",
    numbers: str = "",
    label: object = "",
    stacked: bool = False,
) -> dict[str, Any]:
    """A small table. The first column names the row; `numbers` lists columns (from 1) of numbers: "2,3".
    `label` is its name for a screen reader where the words above it are its caption already. `stacked`: on a phone
    every row becomes a heading with its cells below it, each named as its column."""
    right = {int(column) for column in numbers.split(",") if column}
    marked = [[(cell, n in right, head[n - 1]) for n, cell in enumerate(line, 1)] for line in rows]
    return {
        "head": [(cell, n in right) for n, cell in enumerate(head, 1)],
        "rows": marked,
        "caption": caption,
        "label": label,
        "stacked": stacked,
    }


@register.inclusion_tag("ui/parts/confirm.html", takes_context=True)
def confirm(
    context: Context, question: object, consequence: object, yes: object, cancel: str, kind: str = ""
) -> dict[str, Any]:
    """A page in place of a dialogue: the question, what happens, yes, and a way out."""
    return {
        "question": question,
        "consequence": consequence,
        "yes": yes,
        "cancel": cancel,
        "kind": kind,
        "csrf_token": context.get("csrf_token", ""),
    }


@register.simple_tag(takes_context=True)
def place(context: Context, url_name: str, **kwargs: object) -> str:
    """The address of a named view inside this community."""
    return nav.place(context["request"], url_name, **kwargs)
