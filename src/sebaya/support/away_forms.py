"""Who must not read: one list in folded parts, below whatever else a form asks."""

from itertools import islice
from typing import Any, NamedTuple

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.support.away import Away
from sebaya.ui.forms import Option, options


class Part(NamedTuple):
    """One folded part of the list; `chosen` is how many of it must not read."""

    title: str
    options: list[Option]
    chosen: int
    cards: bool = False


class AwayForm(forms.Form):
    people = forms.MultipleChoiceField(
        required=False, label=gettext_lazy("Orang ini jangan ikut membaca"), widget=forms.CheckboxSelectMultiple
    )
    groups = forms.MultipleChoiceField(
        required=False, label=gettext_lazy("Jangan dari kelas ini"), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, away: Away, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.nicknames = away.nicknames
        self._people = {
            _("Konselor"): [(each.pk, each.name) for each in away.counsellors],
            _("Pendukung"): [(each.pk, self.nicknames[each.pk]) for each in away.supporters],
            _("Guru dan staf"): [(each.pk, each.name) for each in away.staff],
        }
        self.fields["people"].choices = sum(self._people.values(), start=[])  # type: ignore[attr-defined]
        self.fields["groups"].choices = [(group.pk, group.name) for group in away.classes]  # type: ignore[attr-defined]
        if not away.classes:
            del self.fields["groups"]

    def away_fields(self) -> list[BoundField]:
        return [self[name] for name in ("people", "groups") if name in self.fields]

    def away_parts(self) -> list[Part]:
        """Those with somebody in them, counsellors first."""
        cards, chosen = iter(options(self["people"])), _chosen(self["people"])
        parts = [
            Part(title, list(islice(cards, len(people))), sum(pk in chosen for pk, _name in people))
            for title, people in self._people.items()
        ]
        if "groups" in self.fields:
            parts.append(Part(_("Kelas"), list(options(self["groups"])), len(_chosen(self["groups"])), cards=True))
        return [part for part in parts if part.options]

    def away_chosen(self) -> int:
        return sum(len(_chosen(field)) for field in self.away_fields())

    def kept_away(self) -> dict[str, tuple[str, ...]]:
        """As `Asking` takes it."""
        return {
            "excluded_people": tuple(self.cleaned_data["people"]),
            "excluded_groups": tuple(self.cleaned_data.get("groups", ())),
        }


def _chosen(field: BoundField) -> set[str]:
    known = {str(value) for value, _label in field.field.choices}  # type: ignore[attr-defined]
    return known & set(field.value() or ())
