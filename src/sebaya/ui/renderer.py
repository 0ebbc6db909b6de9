"""Form controls that nearly every page has, drawn in Python: the same tags as Django's templates, at a tenth of the price."""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.utils.safestring import SafeString

from sebaya.ui.markup import format_html


class QuickRenderer(DjangoTemplates):
    """Everything else goes to Django's templates."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        quick = QUICK.get(template_name)
        return quick(context["widget"]) if quick else super().render(template_name, context, request)


def _area(widget: Mapping[str, Any]) -> str:
    attributes = _attributes(widget["attrs"])
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], attributes, widget["value"] or "")


def _input(widget: Mapping[str, Any]) -> str:
    value = widget["value"]
    given = "" if value is None else format_html(' value="{}"', str(value))
    attributes = _attributes(widget["attrs"])
    return format_html('<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], given, attributes)


def _attributes(attrs: Mapping[str, Any]) -> SafeString:
    """False leaves one out, True stands without a value."""
    told = ((name, value) for name, value in attrs.items() if value is not False)
    parts = (
        format_html(" {}", name) if value is True else format_html(' {}="{}"', name, str(value)) for name, value in told
    )
    return SafeString("".join(parts))


_SINGLE_LINES = ("text", "number", "email", "password", "hidden")
QUICK: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "django/forms/widgets/textarea.html": _area,
    **{f"django/forms/widgets/{kind}.html": _input for kind in _SINGLE_LINES},
}
