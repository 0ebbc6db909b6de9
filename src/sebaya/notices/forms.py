"""All input of this room."""

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.notices.actions import CODE_LENGTH
from sebaya.notices.models import ChannelKind

LONGEST_ADDRESS = 400  # of a webhook with its secret


class ChannelForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Lewat apa?"), choices=ChannelKind.choices, widget=forms.RadioSelect)
    target = forms.CharField(
        label=gettext_lazy("Alamat"),
        max_length=LONGEST_ADDRESS,
        help_text=gettext_lazy("Alamat surel, atau alamat webhook yang dimulai dengan http:// atau https://."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
    )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if "kind" in data and "target" in data:
            self._check(data["kind"], data["target"])
        return data

    def _check(self, kind: str, target: str) -> None:
        if kind == ChannelKind.WEBHOOK and not _is_web_address(target):
            self.add_error("target", _("Ini bukan alamat webhook. Contoh: http://192.168.1.20:8080/message"))
        if kind == ChannelKind.MAIL:
            try:
                validate_email(target)
            except ValidationError:
                self.add_error("target", _("Ini bukan alamat surel."))


def _is_web_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False


class CodeForm(forms.Form):
    code = forms.CharField(
        label=gettext_lazy("Kode dari pesan uji"),
        max_length=CODE_LENGTH + 4,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )
