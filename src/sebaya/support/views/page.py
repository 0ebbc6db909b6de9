"""What several views of this room share."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sebaya.communities import clock
from sebaya.communities.models import Community
from sebaya.flags.models import Flag
from sebaya.programmes import duty
from sebaya.support import queries
from sebaya.support.access import FRAGMENT
from sebaya.support.choices import Lead
from sebaya.support.models import Message, Request
from sebaya.ui import moments, nav

MOST_DIGITS = 9  # of a sequence number in an address; the database counts no further


def go(http: HttpRequest, name: str, **kwargs: Any) -> HttpResponse:
    return redirect(nav.place(http, name, **kwargs))


def show(http: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    return render(http, f"support/{template}.html", context, status=status)


def told(http: HttpRequest, words: str) -> None:
    messages.info(http, words)


def stage(request: Request, red: Flag | None = None) -> str:
    """Names the stage of a conversation; when it changes, the whole page is fetched again."""
    here = f"-{request.counsellor_id}" if request.lead == Lead.ADULT else ""
    return f"{request.state}-{request.lead}{here}{f'-red-{red.state}' if red else ''}"


def wants_fragment(http: HttpRequest) -> bool:
    return http.method == "GET" and FRAGMENT in http.headers


def page_before(http: HttpRequest) -> int | None:
    """The sequence number before which a page of older messages ends."""
    before = http.GET.get("before", "")
    return int(before) if before.isdecimal() and len(before) <= MOST_DIGITS else None


def older_than(rows: list[Message]) -> int | None:
    """Where the page before these messages ends; None when these are the first."""
    return rows[0].seq if rows and rows[0].seq > 1 else None


def reader_names(request: Request) -> list[str]:
    """The short reader strip: you, the supporter by name, adults by number."""
    found = queries.readers_of(request)
    names = [_("kamu")]
    names += [reader.name for reader in found if reader.kind == "supporter" and not reader.offered]
    offered = sum(reader.kind == "supporter" and reader.offered for reader in found)
    adults = sum(reader.kind == "counsellor" for reader in found)
    on_duty = sum(reader.kind == "duty" and not reader.offered for reader in found)
    ready = sum(reader.kind == "duty" and reader.offered for reader in found)
    if offered:
        names.append(_("%(n)s pendukung ditawari, belum membaca") % {"n": offered})
    if adults:
        names.append(_("%(n)s konselor") % {"n": adults})
    if on_duty:
        names.append(_("%(n)s petugas jaga") % {"n": on_duty})
    if ready:
        names.append(_("%(n)s petugas jaga kalau perlu, belum membaca") % {"n": ready})
    return names


def when_read(community: Community) -> str:
    """When and by whom a message is read, said honestly."""
    if duty.peer_door_open(community):
        closes = moments.time(clock.peer_window(community, clock.local(community).date())[1])
        return _("Teman sebaya membaca sampai %(time)s.") % {"time": closes}
    opens = clock.next_peer_window(community, timezone.now())
    return _("Teman sebaya membaca lagi %(when)s. Konselor bisa membaca lebih dulu.") % {"when": moments.when(opens)}


def answered_when(request: Request) -> str:
    """Where no peer is asked, a counsellor answers, and the peers' median would be no promise of theirs."""
    if request.match_id is None:
        return _("Konselor menjawab paling lama satu hari sekolah.")
    return estimate(request.community)


def estimate(community: Community) -> str:
    """The honest estimate: the median of the last twenty, or what is promised when there are too few."""
    usual = queries.wait_estimate(community)
    if usual is None:
        return _("Paling lama satu hari sekolah.")
    return _("Biasanya dijawab dalam %(time)s.") % {"time": moments.span(usual)}
