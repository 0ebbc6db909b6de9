"""One line of the desk: in Python, because a morning has forty of them."""

from typing import Any

from django import template
from django.template import Context
from django.utils.safestring import SafeString

from sebaya.ui.markup import format_html
from sebaya.ui.templatetags.ui import button, clock, level

register = template.Library()

ROW = (
    '<li class="row{}"><span class="lead">{}</span> <span class="what"><b>{}</b><span class="dim">{}</span></span> '
    '{}<span class="act">{}</span></li>'
)


@register.simple_tag(takes_context=True)
def desk_row(context: Context, line: Any) -> SafeString:
    """Level or kind, what it is, the clock, and the one thing to press."""
    item = line.item
    lead = level(item.level) if item.level else item.kind
    press = _at_once(context, line) if item.act else button(item.action, "quiet", line.url, small=True)
    return format_html(ROW, " late" if line.late else "", lead, item.title, item.detail, clock(item.due), press)


def _at_once(context: Context, line: Any) -> SafeString:
    return format_html(
        '<form method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">{}</form>',
        line.url,
        context.get("csrf_token", ""),
        button(line.item.action, icon="hand", small=True),
    )
