"""What is drawn in Python for speed is what Django would have drawn."""

import pytest
from django import forms
from django.forms.renderers import DjangoTemplates
from django.utils.html import format_html as by_django
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from sebaya.ui.markup import format_html
from sebaya.ui.renderer import QUICK, QuickRenderer

ANYTHING = st.one_of(
    st.text(), st.integers(), st.none(), st.text().map(SafeString), st.just(gettext_lazy("Kirim <b>")), st.floats()
)
WIDGETS = [
    forms.Textarea, forms.TextInput, forms.NumberInput, forms.EmailInput, forms.PasswordInput, forms.HiddenInput,
]  # fmt: skip
ATTRIBUTES = [
    {},
    {"rows": 4, "required": True, "disabled": False, "data-draft": "talk-1", "placeholder": '"Tulis" <di sini>'},
    {"aria-describedby": None, "maxlength": "9"},
]


@given(st.lists(ANYTHING, min_size=2, max_size=2))
def test_markup_escapes_like_django(values):
    assert format_html('<p class="{}">{}</p>', *values) == by_django('<p class="{}">{}</p>', *values)


def test_markup_is_safe():
    assert isinstance(format_html("<b>{}</b>", "<"), SafeString)


@pytest.mark.parametrize("widget", WIDGETS)
@pytest.mark.parametrize("attrs", ATTRIBUTES)
@pytest.mark.parametrize("value", [None, "", "biasa", "<script>&\"'", "baris\nkedua", 0, 12])
def test_control_is_the_one_of_django(widget, attrs, value):
    one = widget(attrs=attrs)

    assert one.template_name in QUICK
    assert one.render("text", value, renderer=QuickRenderer()) == one.render("text", value, renderer=DjangoTemplates())


def test_other_controls_come_from_django():
    one = forms.Select(choices=[("a", "A <b>")])

    assert one.render("x", "a", renderer=QuickRenderer()) == one.render("x", "a", renderer=DjangoTemplates())
