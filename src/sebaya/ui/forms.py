"""Facts about form fields that the one field component needs."""

from collections.abc import Iterator
from typing import NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.utils.safestring import SafeString, mark_safe

CARDS_UP_TO = 14  # characters of the longest label that still fit two cards side by side on a phone


class Option(NamedTuple):
    """One pick card: the bare input, its words, an optional second line and the shape of its box."""

    tag: SafeString
    label: str
    hint: str
    round: bool


def kind(field: BoundField) -> str:
    """Which of the five looks a field has: pick, tick, file, hidden or plain."""
    widget = field.field.widget
    if field.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "pick"
    if isinstance(widget, forms.CheckboxInput):
        return "tick"
    return "file" if isinstance(widget, forms.FileInput) else "plain"


def options(field: BoundField) -> Iterator[Option]:
    """The cards of a choice. A widget may carry `hints`: {value: second line}."""
    hints = getattr(field.field.widget, "hints", {})
    round_box = not isinstance(field.field.widget, forms.CheckboxSelectMultiple)
    for choice in field.subwidgets:
        data = choice.data
        value = str(data["value"])
        yield Option(_bare(choice), str(data["label"]), str(hints.get(value, "")), round_box)


def _bare(choice: object) -> SafeString:
    """Only the input: the label is ours."""
    data = {**choice.data, "wrap_label": False}  # type: ignore[attr-defined]
    context = {"widget": data}
    return mark_safe(choice.renderer.render(data["template_name"], context))  # type: ignore[attr-defined]  # noqa: S308  escaped by Django


def side_by_side(field: BoundField) -> bool:
    """Short labels become two columns of cards, long ones a list. A widget may say `columns = True/False`."""
    told = getattr(field.field.widget, "columns", None)
    if told is not None:
        return bool(told)
    labels = [str(choice.data["label"]) for choice in field.subwidgets]
    return len(labels) > 3 and max(map(len, labels)) <= 2 * CARDS_UP_TO
