"""The bubbles of a conversation; in Python: a page has fifty of them and each message fetches them again."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import groupby
from typing import NamedTuple, Protocol

from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sebaya.ui import moments
from sebaya.ui.markup import format_html


class Said(Protocol):
    """What a bubble needs to know. `side` is me, other or system."""

    @property
    def side(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def moment(self) -> datetime: ...
    @property
    def name(self) -> str: ...
    @property
    def state(self) -> str: ...


class Bubble(NamedTuple):
    side: str
    text: str
    moment: datetime
    name: str = ""
    state: str = ""


def talk(messages: Iterable[Said], formal: bool = False) -> SafeString:
    """All bubbles in the order given, with a line wherever a new day begins. `formal`: an adult reads."""
    me = _("Bapak/Ibu:") if formal else _("Kamu:")
    mine = format_html('<span class="sr">{}</span>', me)
    zone = timezone.get_current_timezone()
    said = [(message, message.moment.astimezone(zone)) for message in messages]
    items = "".join(item for _day, day in groupby(said, key=_local_day) for item in _one_day(list(day), mine))
    return format_html('<ol class="talk">{}</ol>', SafeString(items))


def _local_day(said: tuple[Said, datetime]) -> date:
    return said[1].date()


def _one_day(said: list[tuple[Said, datetime]], mine: SafeString) -> Iterator[str]:
    yield format_html('<li class="day">{}</li>', moments.part_and_date(said[0][1]))
    for message, local in said:
        yield _bubble(message, local, mine)


def _bubble(message: Said, local: datetime, mine: SafeString) -> SafeString:
    if message.side == "system":
        return format_html('<li class="msg system"><p>{}</p></li>', message.text)
    who = format_html('<span class="who">{}</span>', message.name) if message.name else ""
    return format_html(
        '<li class="msg {}">{}<p>{}</p><small><time datetime="{}">{}</time>{}</small></li>',
        message.side,
        who or (mine if message.side == "me" else ""),
        message.text,
        message.moment.isoformat(),
        moments.hour(local.time()),
        f" · {message.state}" if message.state else "",
    )
