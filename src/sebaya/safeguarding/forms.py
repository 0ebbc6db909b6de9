"""All input of this room."""

from django import forms
from django.utils.translation import gettext_lazy

from sebaya.detection import Author
from sebaya.flags.fields import DetectedField
from sebaya.safeguarding.models import RevealReason

CODE_SIGNS = 120  # of an emergency sheet, written in groups


class AskForm(forms.Form):
    """Why a name is needed: a reason of the closed list, and words for the second key holder alone."""

    reason = forms.ChoiceField(choices=RevealReason.choices, widget=forms.RadioSelect, label=gettext_lazy("Alasan"))
    words = DetectedField(
        author=Author.COUNSELLOR,
        label=gettext_lazy("Penjelasan untuk pemegang kunci kedua"),
        help_text=gettext_lazy("Hanya pemegang kunci kedua yang membaca. Sebut bahayanya, bukan ceritanya."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class SheetForm(forms.Form):
    """The code inside the sealed envelope in the school's safe."""

    reason = forms.ChoiceField(choices=RevealReason.choices, widget=forms.RadioSelect, label=gettext_lazy("Alasan"))
    code = forms.CharField(
        label=gettext_lazy("Kode di dalam amplop"),
        max_length=CODE_SIGNS,
        help_text=gettext_lazy("Huruf besar atau kecil, dengan atau tanpa garis, sama saja."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )
