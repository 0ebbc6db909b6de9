"""Turns sealed messages into what the page shows to one side."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from sebaya.support.actions import sending
from sebaya.support.choices import Side
from sebaya.support.models import Message, Request, Thread
from sebaya.vault.safes import OpenSafe


@dataclass(frozen=True, slots=True)
class Bubble:
    side: str  # me, other or system
    text: str
    moment: datetime
    name: str = ""
    state: str = ""
    marked: bool = False
    seq: int = 0


def bubbles(
    messages: Iterable[Message], safe: OpenSafe, *, me: str, person_id: str = "", alias: str = ""
) -> list[Bubble]:
    """One bubble a message. `me` is the side that looks; `alias` is what others call the seeker."""
    return [_bubble(message, safe, me, person_id, alias) for message in messages]


def _bubble(message: Message, safe: OpenSafe, me: str, person_id: str, alias: str) -> Bubble:
    if message.side == Side.SYSTEM:
        return Bubble("system", line(message, me), message.at, seq=message.seq)
    mine = message.side == me and (me == Side.SEEKER or message.person_id == person_id)
    name = "" if mine else name_of(message, alias)
    state = _("terkirim") if mine else ""
    return Bubble("me" if mine else "other", sending.read(safe, message), message.at, name, state, seq=message.seq)


def name_of(message: Message, alias: str) -> str:
    """The name a reader sees: the seeker's display name, a supporter's nickname, an adult's name."""
    if message.side == Side.SEEKER:
        return alias
    return shown_name(message)


def shown_name(message: Message) -> str:
    if message.person is None:  # erased since: their words stay with whom they were written to
        return _("Pendukung") if message.side == Side.SUPPORTER else _("Seseorang")
    profile = getattr(message.person, "profile", None)
    if profile and message.side != Side.ADULT and not message.person.staff:
        return str(profile.nickname)
    return message.person.name


def name_of_supporter(thread: Thread) -> str:
    """Whom a consult is with, as adults see it; nobody's name once they were erased or stopped."""
    profile = getattr(thread.supporter, "profile", None)
    return str(profile.nickname) if profile else _("Pendukung")


def line(message: Message, me: str) -> str:
    """The words of a system line for the side that looks."""
    name = shown_name(message)
    seeker = me == Side.SEEKER
    words = {
        "joined": _("%(name)s siap mendengarkan."),
        "relieved": _("%(name)s berhenti di sini dan tidak membaca lagi."),
        "adult_joined": _("%(name)s sekarang di sini dan melanjutkan."),
        "adult_called": _("Orang dewasa sedang dipanggil. Kamu tidak sendirian.")
        if seeker
        else _("Orang dewasa sedang dipanggil."),
        "name_given": _("%(name)s sekarang tahu namamu, karena kamu yang memberi tahu.")
        if seeker
        else _("%(name)s sekarang tahu nama penulis, dari penulis sendiri."),
        "revealed": _("Namamu dibuka oleh %(name)s, dengan persetujuan orang kedua, demi keselamatan.")
        if seeker
        else _("Identitas dibuka oleh %(name)s dengan persetujuan orang kedua."),
        "revealed_sheet": _(
            "Namamu dibuka oleh %(name)s dengan amplop darurat, demi keselamatan. Orang lain meninjaunya."
        )
        if seeker
        else _("Identitas dibuka oleh %(name)s dengan amplop darurat. Orang lain meninjaunya."),
        "wants_talk": _("%(name)s ingin ngobrol dengan konselor, karena percakapan ini terasa berat."),
        "sheets_used": _("Kunci pemulihan di kertas dipakai dua orang. %(name)s sekarang bisa membaca."),
        "closed_seeker": _("Kamu mengakhiri percakapan ini. Pintu tetap terbuka.")
        if seeker
        else _("Penulis mengakhiri percakapan."),
        "closed_supporter": _("%(name)s mengakhiri percakapan ini."),
        "closed_adult": _("%(name)s mengakhiri percakapan ini."),
        "closed_system": _("Percakapan ini selesai karena lama tidak ada kabar. Kamu boleh mulai lagi kapan saja.")
        if seeker
        else _("Percakapan selesai karena lama tidak ada kabar."),
    }
    return words.get(message.event, "") % {"name": name}


def leader_name(request: Request) -> str:
    """Who talks with the seeker now, as the seeker sees it."""
    if request.supporter_id and request.supporter is not None:
        profile = getattr(request.supporter, "profile", None)
        return str(profile.nickname) if profile else ""
    return request.counsellor.name if request.lead == "dewasa" and request.counsellor else ""
