"""The one field for free text: risk detection runs first, before anything else is checked."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from sebaya.detection import Author, Finding, Level, detect

LONGEST = 8000  # characters of one text: about three printed pages


@dataclass(frozen=True, slots=True)
class Detected:
    """A text and what was found in it."""

    text: str
    finding: Finding

    def __bool__(self) -> bool:
        return bool(self.text)


NOTHING = Detected("", Finding(Level.NONE, None, (), False))


class DetectedField(forms.CharField):
    """Cleans to a `Detected`. A text that is refused still tells the form that it was red."""

    widget = forms.Textarea

    def __init__(self, *, author: Author, longest: int = LONGEST, **kwargs: Any) -> None:
        super().__init__(strip=True, **kwargs)
        self.author, self.longest = author, longest
        self.finding: Finding | None = None

    def clean(self, value: Any) -> Detected:
        text = str(value or "").replace("\x00", "").replace("\r\n", "\n").strip()
        self.finding = detect(text, self.author)
        super().clean(text)
        if len(text) > self.longest:
            over = _(
                "Terlalu panjang: %(is)s huruf, paling banyak %(most)s. Tulisan itu masih ada di sini. Coba bagi jadi beberapa pesan."
            )
            raise ValidationError(over % {"is": len(text), "most": self.longest})
        return Detected(text, self.finding)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(data)
