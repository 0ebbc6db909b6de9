"""What waits for an adult in this room: flags, asked-for adults, late answers, waiting requests, consults, reports."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.communities import clock
from sebaya.communities.defaults import REPLY_DUE
from sebaya.flags import actions as flag_actions
from sebaya.flags.models import Flag, Level, State
from sebaya.flags.queries import open_flags
from sebaya.flags.todo import Group, Item
from sebaya.support import desk_queries
from sebaya.support.choices import FLAG_KIND, TOPICS, Door, Lead, RequestState
from sebaya.support.models import Request
from sebaya.ui import moments

HALF_PROMISE = REPLY_DUE / 2  # from here on somebody looks before the promise is broken


def todo(person: Person, now: datetime) -> list[Item]:
    """For counsellors what they hold a key to; for duty adults the flagged conversation alone."""
    roles = person.role_set
    if not (roles.counsellor or roles.duty):
        return []
    flags = {flag.subject: flag for flag in open_flags(person.community, FLAG_KIND)}
    requests = desk_queries.waiting_for_adults(person, flags, now)
    items = [item for request in requests for item in _of_request(person, request, flags.get(request.pk), now)]
    flagged = {request.pk for request in requests if request.pk in flags}
    return items + (_beside(person, flagged, now) if roles.counsellor else [])


def _of_request(person: Person, request: Request, flag: Flag | None, now: datetime) -> Iterable[Item]:
    item = _flagged(person, request, flag, now) or _asked(request) or _late(person, request, now)
    item = item or _answering(person, request) or _waiting(request, now) or _yellow(request, flag)
    return [item] if item else []


def _flagged(person: Person, request: Request, flag: Flag | None, now: datetime) -> Item | None:
    if flag is None or flag.level == Level.YELLOW:
        return None
    if flag.state == State.OPEN:
        return _open_flag(person, request, flag, now)
    if flag.acknowledged_by_id == person.pk:
        due = clock.end_of_school_day(person.community, flag.acknowledged_at)
        group = Group.NOW if due <= now else Group.TODAY
        return _item(request, group, _("Ditangani Bapak/Ibu. Catat hasilnya bila sudah."), flag.level, due)
    words = _("Ditangani %(name)s") % {"name": flag.acknowledged_by.name if flag.acknowledged_by else "–"}
    return _item(request, Group.LATER, words, flag.level)


def _open_flag(person: Person, request: Request, flag: Flag, now: datetime) -> Item:
    """Red rings at once; orange as soon as nobody acknowledged it in time and others are called."""
    raised = {"time": moments.when(flag.raised_at), "by": flag.get_source_display()}
    words = _("Ditandai %(time)s oleh %(by)s.") % raised
    red = flag.level == Level.RED
    if flag.due < now and flag.call_at:
        words += " " + _("Belum ada yang menangani. Yang berikutnya dipanggil %(when)s.") % {
            "when": moments.clock(flag.call_at, now).words
        }
    ring = red or flag_actions.passed_on(flag, person.community, now)
    if request.adult_asked:
        words = _("Minta orang dewasa. %(flagged)s") % {"flagged": words}
    return _item(request, Group.NOW, words, flag.level, flag.due, act=red, ring=ring)


def _asked(request: Request) -> Item | None:
    """The supporter is gone and nobody has taken it: handed over, held or suspended."""
    if not request.adult_asked and not (request.lead == Lead.ADULT and request.counsellor_id is None):
        return None
    words = _("Pendukungnya berhenti di sini. Menunggu orang dewasa melanjutkan.")
    return _item(request, Group.NOW, words, due=request.reply_due, ring=True)


def _late(person: Person, request: Request, now: datetime) -> Item | None:
    """Past the promise it is everybody's, also while another adult leads: they may be ill today."""
    if request.reply_due is None or request.reply_due > now:
        return None
    words = _("Menunggu lebih lama dari janji.")
    return _item(request, Group.NOW, f"{words} {_who(person, request)}", due=request.reply_due)


def _answering(person: Person, request: Request) -> Item | None:
    if request.reply_due is None or request.lead != Lead.ADULT or request.counsellor_id != person.pk:
        return None
    return _item(request, Group.TODAY, _("Menunggu jawaban Bapak/Ibu."), due=request.reply_due)


def _waiting(request: Request, now: datetime) -> Item | None:
    if request.state != RequestState.WAITING:
        return None
    due = request.reply_due or request.last_at + REPLY_DUE
    if request.door == Door.FRIEND:
        return _item(request, Group.TODAY, _("Khawatir sama teman: konselor yang menjawab."), due=due)
    if due - now > HALF_PROMISE:
        return None
    return _item(request, Group.TODAY, _("Belum ada pendukung yang menerima."), due=due, kind=_("Menunggu"))


def _yellow(request: Request, flag: Flag | None) -> Item | None:
    if flag is None:
        return None
    return _item(request, Group.LATER, _("Dibahas paling lambat pada supervisi berikutnya."), flag.level, flag.due)


def _who(person: Person, request: Request) -> str:
    if request.lead == Lead.ADULT:
        mine = request.counsellor_id in (None, person.pk)
        return _("Dipegang Bapak/Ibu.") if mine else _("Dipegang konselor lain. Bapak/Ibu boleh menggantikan.")
    return _("Bersama pendukung sebaya.") if request.lead == Lead.PEER else _("Belum ada yang memegang.")


def _item(
    request: Request, group: Group, detail: str, level: str = "", due: datetime | None = None, *,
    act: bool = False, ring: bool = False, kind: str = "",
) -> Item:  # fmt: skip
    topics = ", ".join(str(TOPICS[code]) for code in request.topics[:2] if code in TOPICS)
    return Item(
        group, kind or _("Percakapan"), request.alias, f"{topics}. {detail}" if topics else detail,
        "support:handle" if act else "support:staff_talk", {"id": request.pk},
        _("Tangani") if act else _("Buka"), level, due, act, ring,
    )  # fmt: skip


def _beside(person: Person, flagged: set[str], now: datetime) -> list[Item]:
    """Consults to answer, reports to decide, new counsellors to admit."""
    end = clock.end_of_school_day(person.community, now)
    rows = desk_queries.beside(person, now)
    return [_small(row, end, now) for row in rows if row.kind != desk_queries.REPORT or row.request not in flagged]


def _small(row: desk_queries.Beside, end: datetime, now: datetime) -> Item:
    if row.kind == desk_queries.CONSULT:
        return _consult(row, now)
    return _report(row, end) if row.kind == desk_queries.REPORT else _newcomer(row)


def _consult(row: desk_queries.Beside, now: datetime) -> Item:
    late = row.due is not None and row.due <= now
    title = _("%(name)s minta konsultasi") % {"name": row.name or _("Pendukung")}
    detail = _("Konsultasi tentang percakapan %(alias)s.") % {"alias": row.alias}
    group = Group.NOW if late else Group.TODAY
    return Item(group, _("Konsultasi"), title, detail, "support:consult", {"id": row.pk}, _("Jawab"), due=row.due)


def _report(row: desk_queries.Beside, end: datetime) -> Item:
    return Item(
        Group.TODAY, _("Laporan"), row.alias, _("Ada laporan yang menunggu keputusan."), "support:staff_talk",
        {"id": row.request}, _("Buka"), due=end,
    )  # fmt: skip


def _newcomer(row: desk_queries.Beside) -> Item:
    return Item(
        Group.TODAY, _("Konselor baru"), row.name or "", _("Belum dapat membaca percakapan yang sudah terbuka."),
        "support:newcomers", {}, _("Lihat"),
    )  # fmt: skip
