"""The seeker's home and conversation."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sebaya.accounts import access
from sebaya.accounts.live_access import mailbox_topic
from sebaya.communities.middleware import community_or_404
from sebaya.detection import Author
from sebaya.flags.models import Flag, Level
from sebaya.programmes import duty
from sebaya.support import access as mine
from sebaya.support import banner, fulfil, queries
from sebaya.support.actions import after, safety, talking
from sebaya.support.bubbles import bubbles, leader_name
from sebaya.support.choices import Lead, RequestState, Side
from sebaya.support.errors import Closed, CodeSpent, NobodyLeft
from sebaya.support.forms import CloseForm, CodeForm, FeedbackForm, MessageForm, ReportForm, StoryForm
from sebaya.support.models import Feedback
from sebaya.support.views.asking import renew
from sebaya.support.views.page import (
    answered_when,
    estimate,
    go,
    older_than,
    page_before,
    reader_names,
    show,
    stage,
    told,
    wants_fragment,
    when_read,
)
from sebaya.ui import nav


@require_safe
def home(http: HttpRequest, slug: str) -> HttpResponse:
    """The doors, and below them one's own conversations. Staff begin at their desk."""
    community = community_or_404(http)
    person = getattr(http, "person", None)
    if person is not None and person.staff:
        return go(http, "desk:today")
    requests = queries.my_latest(access.keyring(http)) if person else []
    values = {"doors": _doors(http, person), "requests": requests, "open": _open(community)}
    if person is not None and person.role_set.supporter:
        values["supporter_waits"] = queries.waiting_for_supporter(person, timezone.now())
    return show(http, "home", values)


def _open(community: Any) -> bool:
    return duty.peer_door_open(community)


def _doors(http: HttpRequest, person: Any) -> list[dict[str, Any]]:
    community = community_or_404(http)
    peers = {
        "url": nav.place(http, "support:ask"),
        "icon": "chat",
        "title": _("Ngobrol dengan teman sebaya"),
        "text": _("Pendukung terlatih dari sekolahmu. %(estimate)s") % {"estimate": estimate(community)},
    }
    if person is not None and person.role_set.supporter:
        peers["title"], peers["text"] = (
            _("Cerita ke konselor"),
            _("Permintaanmu sendiri langsung ke konselor, bukan ke timmu."),
        )
    friend = {
        "url": nav.place(http, "support:friend"),
        "icon": "person-alert",
        "hand": True,
        "title": _("Khawatir sama teman?"),
        "text": _("Beri tahu konselor. Ini bukan mengadu."),
    }
    return [peers, friend]


@require_http_methods(["GET", "HEAD", "POST"])
def talk(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """The conversation: reading, and sending one message."""
    seen = mine.seekers_talk(http, id)
    form = MessageForm(
        http.POST or None, author=Author.SEEKER, draft=f"talk-{id}", guarded=seen.request.lead != Lead.ADULT
    )
    if http.method == "POST" and form.is_valid():
        return _say(http, seen, form)
    flag = queries.open_flag(seen.request)
    if http.method != "POST":
        _help(http, seen, flag)
    return _talk_page(http, seen, form, flag)


def _help(http: HttpRequest, seen: mine.Talk, flag: Flag | None) -> None:
    """What only this session can do for others; an open page that fetches news does it while adults are called."""
    if not wants_fragment(http):
        renew(http, seen)
    if flag is not None and flag.level != Level.YELLOW:
        fulfil.help_who_is_called(seen.keyring, seen.request, seen.safe)


def _say(http: HttpRequest, seen: mine.Talk, form: MessageForm) -> HttpResponse:
    detected = form.cleaned_data["text"]
    try:
        talking.seeker_says(
            keyring=seen.keyring, request=seen.request, text=detected.text, key=form.cleaned_data["key"],
            finding=detected.finding, opened=seen.opened,
        )  # fmt: skip
    except Closed:
        told(http, _("Percakapan itu baru saja selesai. Tulisanmu belum terkirim; di sini bisa jadi cerita baru."))
        again = StoryForm(initial={"text": detected.text}, kind=seen.request.community.kind)
        return show(http, "ask_story", {"form": again, "steps": ""})
    return go(http, "support:talk", id=seen.request.pk)


def _talk_page(http: HttpRequest, seen: mine.Talk, form: MessageForm, flag: Flag | None) -> HttpResponse:
    request = seen.request
    rows = queries.messages(seen.thread, before=page_before(http))
    red = flag if flag is not None and flag.level == Level.RED else None
    late = banner.nobody_yet(red)
    values = {
        "talk": request,
        "state": stage(request, red) + ("-late" if late else ""),
        "bubbles": bubbles(rows, seen.safe, me=Side.SEEKER),
        "older": older_than(rows),
        "topic": mailbox_topic(bytes(request.mailbox.lookup)),
    }
    if wants_fragment(http):
        return render(http, "support/parts/bubbles.html", values)
    waiting, closed = request.state == RequestState.WAITING, request.state == RequestState.CLOSED
    values |= {
        "form": form,
        "leader": leader_name(request),
        "readers": reader_names(request),
        "when_read": when_read(request.community),
        "estimate": answered_when(request) if waiting else "",
        "red": red is not None,
        "red_now": banner.in_red(request, red) if red else "",
        "nobody_yet": late,
        "who_comes": "" if red else banner.who_comes(request),
        "waiting": waiting,
        "closed": closed,
        "answered": request.first_answer_at is not None,
        "with_adult": request.lead == Lead.ADULT,
        "feedback_given": closed and Feedback.objects.filter(request=request, side=Side.SEEKER).exists(),
    }
    return show(http, "talk", values, status=422 if form.errors else 200)


@require_safe
def readers(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Who holds the key, and when staff opened it."""
    seen = mine.seekers_talk(http, id)
    values = {
        "talk": seen.request,
        "readers": queries.readers_of(seen.request),
        "events": queries.reading_events(seen.request),
        "back": nav.place(http, "support:talk", id=id),
    }
    return show(http, "readers", values)


@require_http_methods(["GET", "HEAD", "POST"])
def adult(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Aku butuh orang dewasa sekarang: one tap. Who comes here from the sign-in page has to tap once more."""
    seen = mine.seekers_talk(http, id)
    if http.method != "POST":
        flag = queries.open_flag(seen.request)
        if flag is None or flag.level != Level.RED:
            messages.warning(http, _("Belum ada yang dipanggil. Tekan “Aku butuh orang dewasa sekarang” sekali lagi."))
        return go(http, "support:talk", id=id)
    safety.call_adult(keyring=seen.keyring, request=seen.request)
    return go(http, "support:called", id=id)


@require_safe
def called(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Holding words while the adult comes; giving one's name is offered first."""
    seen = mine.seekers_talk(http, id)
    flag = queries.open_flag(seen.request)
    if flag is None or flag.level != Level.RED:  # nobody is called, or not any more: the conversation says what is
        return go(http, "support:talk", id=id)
    adult_ = safety.name_goes_to(seen.request, seen.safe, timezone.now())
    values = {"talk": seen.request, "now": banner.in_red(seen.request, flag), "nobody_yet": banner.nobody_yet(flag)}
    return show(http, "called", values | {"adult": adult_.person if adult_ else None})


@require_http_methods(["GET", "HEAD", "POST"])
def name(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Kasih tahu namaku: to one adult, who is named before."""
    seen = mine.seekers_talk(http, id)
    if http.method == "POST":
        try:
            told_to = safety.give_name(keyring=seen.keyring, person=seen.person, request=seen.request)
        except NobodyLeft:
            told(http, _("Belum ada orang dewasa yang bisa menerima. Namamu belum diberitahukan."))
            return go(http, "support:talk", id=id)
        told(http, _("%(name)s sekarang tahu namamu.") % {"name": told_to.name})
        return go(http, "support:talk", id=id)
    adult_ = safety.name_goes_to(seen.request, seen.safe, timezone.now())
    return show(http, "give_name", {"talk": seen.request, "adult": adult_.person if adult_ else None})


@require_http_methods(["GET", "HEAD", "POST"])
def close(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    seen = mine.seekers_talk(http, id)
    form = CloseForm(http.POST or None)
    if http.method != "POST" or not form.is_valid():
        return show(http, "close", {"talk": seen.request, "form": form, "back": nav.place(http, "support:talk", id=id)})
    talking.close(request=seen.request, side=Side.SEEKER, by=None, reason=form.cleaned_data["reason"])
    if seen.request.first_answer_at is None:  # nobody answered: how it was to be heard is no question
        told(http, _("Percakapan ini sudah selesai. Kamu boleh mulai lagi kapan saja."))
        return go(http, "support:home")
    return go(http, "support:feedback", id=id)


@require_http_methods(["GET", "HEAD", "POST"])
def change(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Another peer, please; no reason asked."""
    seen = mine.seekers_talk(http, id)
    if http.method != "POST":
        return show(http, "change", {"talk": seen.request, "leader": leader_name(seen.request)})
    talking.change_peer(keyring=seen.keyring, request=seen.request, block="block" in http.POST)
    told(http, _("Kami carikan teman lain. Tulisanmu tetap di sini."))
    return go(http, "support:talk", id=id)


@require_http_methods(["GET", "HEAD", "POST"])
def report(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    seen = mine.seekers_talk(http, id)
    form = ReportForm(http.POST or None, side=Side.SEEKER)
    if http.method != "POST" or not form.is_valid():
        return show(
            http, "report", {"talk": seen.request, "form": form, "back": nav.place(http, "support:talk", id=id)}
        )
    after.report(request=seen.request, side=Side.SEEKER, by=None, reason=form.cleaned_data["reason"], talk=seen.safe)
    told(http, _("Terima kasih sudah bilang. Konselor melihatnya hari sekolah ini juga."))
    return go(http, "support:talk", id=id)


@require_http_methods(["GET", "HEAD", "POST"])
def feedback(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Three taps after the end; may be skipped."""
    seen = mine.seekers_talk(http, id)
    if seen.request.state != RequestState.CLOSED:
        return go(http, "support:talk", id=id)
    form = FeedbackForm(http.POST or None)
    if http.method != "POST" or not form.is_valid():
        return show(http, "feedback", {"talk": seen.request, "form": form})
    after.give_feedback(request=seen.request, heard=form.cleaned_data["heard"], again=form.cleaned_data["again"])
    told(http, _("Terima kasih. Pintunya selalu terbuka."))
    return go(http, "support:home")


@require_http_methods(["GET", "HEAD", "POST"])
def reenter(http: HttpRequest, slug: str) -> HttpResponse:
    """A code from the counsellor brings a conversation back after a reset."""
    keyring = access.keyring(http)
    form = CodeForm(http.POST or None)
    if http.method == "POST" and form.is_valid():
        try:
            request = after.reenter(person=access.member(http), keyring=keyring, code=form.cleaned_data["code"])
        except CodeSpent:
            form.add_error("code", _("Kode ini salah, sudah dipakai, atau lewat waktu. Minta kode baru ke konselor."))
        else:
            return go(http, "support:talk", id=request.pk)
    return show(http, "reenter", {"form": form})
