"""What notices say. Rooms register their kinds; no kind may take a word from anyone's text."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Kind:
    code: str
    subject: str | Promise
    body: str | Promise
    urgent: bool = False


_kinds: dict[str, Kind] = {}


def register(code: str, subject: str | Promise, body: str | Promise, *, urgent: bool = False) -> None:
    _kinds[code] = Kind(code, subject, body, urgent)


def urgent() -> list[str]:
    """Codes that go before all others."""
    return [each.code for each in _kinds.values() if each.urgent]


def kind(code: str) -> Kind:
    return _kinds[code]


register("test", _("Uji saluran Sebaya"), _("Ini pesan uji. Ketik kode ini di halaman saluran:"))
