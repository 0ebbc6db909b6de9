"""All input of this room."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.training.rules import ITEMS

LEVELS = [
    (1, gettext_lazy("1 merugikan")),
    (2, gettext_lazy("2 belum")),
    (3, gettext_lazy("3 cakap")),
    (4, gettext_lazy("4 mahir")),
]
MOST_HOURS = 400  # guided hours of the longest programme we know, with room


def level_field(label: Any) -> forms.TypedChoiceField:
    return forms.TypedChoiceField(
        label=label,
        coerce=int,
        choices=[("", "–"), *LEVELS],
        error_messages={"required": gettext_lazy("Pilih tingkatnya.")},
    )


class PaperForm(forms.Form):
    """Two raters' sheets, item by item, as they lie on the table."""

    assessed_on = forms.DateField(
        label=gettext_lazy("Tanggal penilaian"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    hours = forms.IntegerField(label=gettext_lazy("Jam terbimbing yang diikuti"), min_value=0, max_value=MOST_HOURS)
    first_rater = forms.CharField(label=gettext_lazy("Penilai pertama"), max_length=120)
    second_rater = forms.CharField(label=gettext_lazy("Penilai kedua"), max_length=120)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for item, label in ITEMS.items():
            self.fields[f"first_{item}"] = level_field(_("%(item)s, penilai pertama") % {"item": label})
            self.fields[f"second_{item}"] = level_field(_("%(item)s, penilai kedua") % {"item": label})

    def clean_assessed_on(self) -> Any:
        day = self.cleaned_data["assessed_on"]
        if day > timezone.localdate():
            raise ValidationError(_("Tanggal ini belum tiba."))
        return day

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        names = [data.get(name, "").strip().casefold() for name in ("first_rater", "second_rater")]
        if all(names) and names[0] == names[1]:
            raise ValidationError({"second_rater": _("Dua lembar perlu dua penilai yang berbeda.")})
        return data

    def levels(self, rater: str) -> dict[str, int]:
        return {item: self.cleaned_data[f"{rater}_{item}"] for item in ITEMS}

    @property
    def lines(self) -> list[tuple[Any, Any, Any]]:
        """Item by item: its name and the two fields."""
        return [(label, self[f"first_{item}"], self[f"second_{item}"]) for item, label in ITEMS.items()]


class SearchForm(forms.Form):
    q = forms.CharField(label=gettext_lazy("Nama"), required=False, max_length=60)
