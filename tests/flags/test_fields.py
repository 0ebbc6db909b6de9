"""The field for free text: detection runs first, whatever else is wrong with the text."""

import pytest
from django import forms

from sebaya.detection import Author, Level
from sebaya.flags.fields import LONGEST, DetectedField

RED = "aku mau bunuh diri malam ini, obatnya sudah kusiapkan"


class OneText(forms.Form):
    text = DetectedField(author=Author.SEEKER)


@pytest.mark.parametrize(("text", "level"), [("besok ujian matematika", Level.NONE), (RED, Level.RED)])
def test_cleans_to_text_and_finding(text, level):
    form = OneText({"text": f"  {text}\r\n"})

    assert form.is_valid()
    assert (form.cleaned_data["text"].text, form.cleaned_data["text"].finding.level) == (text, level)


def test_refused_text_is_still_detected():
    form = OneText({"text": RED + " ." * LONGEST})

    assert not form.is_valid()
    assert form.fields["text"].finding.level == Level.RED
    assert str(LONGEST) in str(form.errors["text"])


@pytest.mark.parametrize("empty", ["", "   ", "\x00", None])
def test_nothing_is_refused_when_something_is_asked_for(empty):
    assert not OneText({"text": empty}).is_valid()


def test_optional_field_takes_nothing():
    field = DetectedField(author=Author.SEEKER, required=False)

    cleaned = field.clean(None)

    assert (cleaned.text, bool(cleaned), cleaned.finding.level) == ("", False, Level.NONE)
    assert bool(field.clean("halo"))


def test_zero_bytes_and_windows_line_ends_go():
    assert DetectedField(author=Author.SEEKER).clean("a\x00b\r\nc").text == "ab\nc"


@pytest.mark.parametrize(("data", "changed"), [("halo", True), ("", False), (None, False)])
def test_any_text_is_a_change(data, changed):
    assert DetectedField(author=Author.SEEKER).has_changed("before", data) is changed
