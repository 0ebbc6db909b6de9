"""The quiet column beside the desk: numbers of the community, never of a person."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.communities.defaults import REPLY_DUE
from sebaya.support import desk_queries
from sebaya.ui import charts, moments

SEES = ("counsellor", "duty", "coordinator", "leader")


def of(person: Person, now: datetime) -> dict[str, Any]:
    """Waiting for a peer, what changed since yesterday, and how much supporters carry."""
    if not any(getattr(person.role_set, code) for code in SEES):
        return {"numbers": None}
    numbers = desk_queries.numbers(person.community, now)
    longest = now - numbers.longest if numbers.longest else timedelta()
    return {
        "numbers": numbers,
        "longest": moments.span(longest),
        "limit": moments.span(REPLY_DUE),
        "load": _load(person),
    }


def _load(person: Person) -> SafeString | str:
    load = desk_queries.load(person.community)
    return _chart(load, get_language() or "id") if any(load) else ""


@lru_cache(maxsize=100)
def _chart(load: desk_queries.Load, language: str) -> SafeString:
    """The same four numbers are drawn once for every language."""
    rows = [(_("kosong"), load.free), (_("satu"), load.one), (_("dua"), load.more), (_("istirahat"), load.resting)]
    return charts.columns(_("Menemani berapa teman"), rows)
