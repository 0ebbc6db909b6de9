"""The supporter: offers, conversations, consult, and the one button in red."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sebaya.accounts import access
from sebaya.accounts.live_access import person_topic
from sebaya.detection import Author
from sebaya.flags.models import Level
from sebaya.programmes import duty
from sebaya.programmes.queries import live_holds
from sebaya.support import access as mine
from sebaya.support import queries
from sebaya.support.actions import after, offers, people, safety, talking
from sebaya.support.bubbles import bubbles, name_of_supporter
from sebaya.support.choices import TOPICS, Lead, RequestState, Side
from sebaya.support.errors import AlreadyTaken, Closed, NicknameTaken, NotNow, OverLimit, RedNow
from sebaya.support.forms import CloseForm, DeclineForm, MessageForm, ProfileForm, ReportForm, SupporterFeedbackForm
from sebaya.support.prompts import PROMPTS
from sebaya.support.views.page import go, older_than, page_before, show, stage, told, wants_fragment, when_read
from sebaya.ui import nav

View = Callable[..., HttpResponse]


def kindly(view: View) -> View:
    """Whoever is not in the conversation any more is thanked, whatever they pressed."""

    @wraps(view)
    def guarded(http: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(http, *args, **kwargs)
        except mine.Relieved:
            return over(http, _("Percakapan itu sudah dilanjutkan orang lain. Terima kasih sudah menemani."))

    return guarded


def over(http: HttpRequest, why: str) -> HttpResponse:
    """They are not in it any more. What they had typed is shown once more: no key seals it now, but it is theirs."""
    unsent = http.POST.get("text", "").strip()
    if unsent:
        return show(http, "relieved", {"why": why, "unsent": unsent})
    told(http, why)
    return go(http, "support:supporter")


@require_safe
def home(http: HttpRequest, slug: str) -> HttpResponse:
    """What is offered, whom one talks with, and whether the window is open."""
    person = access.supporter(http)
    now = timezone.now()
    values = {
        "offers": list(queries.open_offers(person, now)),
        "talks": list(queries.supported(person)[:20]),
        "holds": list(live_holds().filter(person=person)),
        "profile": getattr(person, "profile", None),
        "open": duty.peer_door_open(person.community, now),
        "when_read": when_read(person.community),
        "topic": person_topic(person.pk),
    }
    return show(http, "supporter_home", values)


@require_http_methods(["GET", "HEAD", "POST"])
def offer(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """One card: topic and form, never words. Two taps to accept."""
    found = mine.offer_or_404(http, id)
    if found.request_id and found.state == "accepted":
        return go(http, "support:supporting", id=found.request_id)
    if not mine.open_offer(found):
        return show(http, "offer_gone", {})
    if http.method == "POST":
        return _accept(http, found)
    request = found.request
    assert request is not None
    topics = [TOPICS[code] for code in request.topics if code in TOPICS]
    return show(
        http,
        "offer",
        {"offer": found, "topics": topics, "alias": request.alias, "open": duty.peer_door_open(request.community)},
    )


def _accept(http: HttpRequest, found: Any) -> HttpResponse:
    try:
        request = offers.accept(by=access.supporter(http), keyring=access.keyring(http), offer=found)
    except AlreadyTaken:
        return show(http, "offer_gone", {})
    except NotNow:
        told(http, _("Jendela ngobrol sedang tutup. Tawaran ini tetap terbuka untukmu."))
        return go(http, "support:supporter")
    except OverLimit:
        told(http, _("Saat ini kamu belum bisa menerima. Konselormu bisa menjelaskan."))
        return go(http, "support:supporter")
    return go(http, "support:supporting", id=request.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def decline(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    found = mine.offer_or_404(http, id)
    form = DeclineForm(http.POST or None)
    if http.method != "POST" or not form.is_valid():
        return show(http, "decline", {"offer": found, "form": form, "back": nav.place(http, "support:supporter")})
    offers.decline(by=access.supporter(http), offer=found, reason=form.cleaned_data["reason"])
    told(http, _("Tidak apa-apa. Terima kasih sudah jujur."))
    return go(http, "support:supporter")


@require_http_methods(["GET", "HEAD", "POST"])
@kindly
def talk(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """The conversation from the listener's side; in red, one screen and one button."""
    seen = mine.supporters_talk(http, id)
    form = MessageForm(http.POST or None, author=Author.SUPPORTER, draft=f"listen-{id}", guarded=True)
    if http.method == "POST" and form.is_valid():
        return _say(http, seen, form)
    return _talk_page(http, seen, form)


def _say(http: HttpRequest, seen: mine.Talk, form: MessageForm) -> HttpResponse:
    detected = form.cleaned_data["text"]
    try:
        talking.supporter_says(
            by=seen.person, keyring=seen.keyring, request=seen.request, text=detected.text,
            key=form.cleaned_data["key"], finding=detected.finding, opened=seen.opened,
        )  # fmt: skip
    except NotNow:
        form.add_error("text", _("Jendela ngobrol sedang tutup. Tulisanmu belum terkirim dan masih ada di sini."))
        return _talk_page(http, seen, form)
    except RedNow:
        return _talk_page(http, seen, form)
    except (AlreadyTaken, Closed):
        why = _("Percakapan ini sudah dilanjutkan orang dewasa atau sudah selesai. Terima kasih sudah menemani.")
        return over(http, why)
    return go(http, "support:supporting", id=seen.request.pk)


def _talk_page(http: HttpRequest, seen: mine.Talk, form: MessageForm) -> HttpResponse:
    request = seen.request
    flag = queries.open_flag(request)
    if flag and flag.level == Level.RED and request.state != RequestState.CLOSED:
        return _red_page(http, seen)
    until = queries.supporter_sees_until(request.community, timezone.now())
    rows = queries.messages(seen.thread, before=page_before(http), until=until)
    values = {
        "talk": request,
        "state": stage(request),
        "bubbles": bubbles(rows, seen.safe, me=Side.SUPPORTER, person_id=seen.person.pk, alias=request.alias),
        "older": older_than(rows),
        "topic": person_topic(seen.person.pk),
    }
    if wants_fragment(http):
        return render(http, "support/parts/bubbles.html", values)
    values |= {
        "form": form,
        "open": until is None,
        "when_read": when_read(request.community),
        "consult": queries.consult_of(request, seen.person),
        "prompts": PROMPTS,
        "closed": request.state == RequestState.CLOSED,
        "leading": request.lead == Lead.PEER,
        "topics": [TOPICS[code] for code in request.topics if code in TOPICS],
    }
    return show(http, "supporter_talk", values, status=422 if form.errors else 200)


def _red_page(http: HttpRequest, seen: mine.Talk) -> HttpResponse:
    """One screen, one button. What they were just sending stays readable and goes along to the next page."""
    values = {"talk": seen.request, "topic": person_topic(seen.person.pk), "unsent": http.POST.get("text", "").strip()}
    return show(http, "supporter_red", values, status=422 if values["unsent"] else 200)


@require_POST
@kindly
def hand_over(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """The one button in red: an adult is called, the supporter is relieved."""
    seen = mine.supporters_talk(http, id)
    safety.supporter_calls(by=seen.person, keyring=seen.keyring, request=seen.request)
    unsent = http.POST.get("text", "").strip()
    return show(http, "relieved", {"unsent": unsent}) if unsent else go(http, "support:relieved")


@require_safe
def relieved(http: HttpRequest, slug: str) -> HttpResponse:
    access.supporter(http)
    return show(http, "relieved", {})


@require_http_methods(["GET", "HEAD", "POST"])
@kindly
def leave(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Giving a conversation back, without a reason or because one knows the seeker."""
    seen = mine.supporters_talk(http, id)
    if http.method != "POST":
        return show(http, "leave", {"talk": seen.request})
    talking.leave(by=seen.person, request=seen.request, known="known" in http.POST)
    told(http, _("Sudah dilepas. Teman lain akan melanjutkan. Terima kasih."))
    return go(http, "support:supporter")


@require_http_methods(["GET", "HEAD", "POST"])
@kindly
def close(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    seen = mine.supporters_talk(http, id)
    form = CloseForm(http.POST or None)
    if http.method != "POST" or not form.is_valid():
        return show(
            http, "close", {"talk": seen.request, "form": form, "back": nav.place(http, "support:supporting", id=id)}
        )
    talking.close(request=seen.request, side=Side.SUPPORTER, by=seen.person, reason=form.cleaned_data["reason"])
    return go(http, "support:supporter_feedback", id=id)


@require_http_methods(["GET", "HEAD", "POST"])
@kindly
def feedback(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    seen = mine.supporters_talk(http, id)
    form = SupporterFeedbackForm(http.POST or None)
    if http.method != "POST" or not form.is_valid():
        return show(http, "feedback", {"talk": seen.request, "form": form, "supporter": True})
    wish = after.supporter_feedback(by=seen.person, request=seen.request, **form.cleaned_data)
    if wish is not None:
        told(http, _("Konselor sudah diberi tahu bahwa kamu ingin ngobrol, dan menjawab di sini hari sekolah ini."))
        return go(http, "support:consult", id=wish.pk)
    told(http, _("Terima kasih. Istirahat dulu ya."))
    return go(http, "support:supporter")


@require_http_methods(["GET", "HEAD", "POST"])
@kindly
def report(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """The seeker misuses the conversation: an adult looks."""
    seen = mine.supporters_talk(http, id)
    form = ReportForm(http.POST or None, side=Side.SUPPORTER)
    if http.method != "POST" or not form.is_valid():
        return show(
            http, "report", {"talk": seen.request, "form": form, "back": nav.place(http, "support:supporting", id=id)}
        )
    after.report(
        request=seen.request, side=Side.SUPPORTER, by=seen.person, reason=form.cleaned_data["reason"], talk=seen.safe
    )
    told(http, _("Terima kasih sudah bilang. Konselor melihatnya hari sekolah ini juga."))
    return go(http, "support:supporting", id=id)


@require_http_methods(["GET", "HEAD", "POST"])
@kindly
def consult(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Supporter and counsellors talk about a conversation, beside it."""
    person, keyring, thread, safe = mine.consult_or_404(http, id)
    author = Author.COUNSELLOR if person.staff else Author.SUPPORTER
    form = MessageForm(http.POST or None, author=author, draft=f"consult-{id}")
    if http.method == "POST" and form.is_valid():
        detected = form.cleaned_data["text"]
        talking.consult_says(
            by=person,
            keyring=keyring,
            thread=thread,
            text=detected.text,
            key=form.cleaned_data["key"],
            finding=detected.finding,
        )
        return go(http, "support:consult", id=id)
    side = Side.ADULT if person.staff else Side.SUPPORTER
    rows = queries.messages(thread, before=page_before(http))
    values = {
        "thread": thread,
        "state": "consult",
        "alias": thread.request.alias,
        "supporter": name_of_supporter(thread),
        "called": queries.duty_reads(thread),
        "bubbles": bubbles(rows, safe, me=side, person_id=person.pk),
        "older": older_than(rows),
        "form": form,
        "topic": person_topic(person.pk),
        "back": _back_of_consult(http, person, thread),
    }
    if wants_fragment(http):
        return render(http, "support/parts/bubbles.html", values)
    template = "staff_consult" if person.staff else "consult"
    return show(http, template, values, status=422 if form.errors else 200)


def _back_of_consult(http: HttpRequest, person: Any, thread: Any) -> str:
    if person.staff:
        return nav.place(http, "support:staff_talk", id=thread.request_id)
    if queries.supported(person).filter(pk=thread.request_id).exists():
        return nav.place(http, "support:supporting", id=thread.request_id)
    return nav.place(http, "support:supporter")


@require_http_methods(["GET", "HEAD", "POST"])
def profile(http: HttpRequest, slug: str) -> HttpResponse:
    """Nickname, topics, what may be shown, and resting by one's own wish."""
    person = access.supporter(http)
    form = ProfileForm(http.POST or None, instance=getattr(person, "profile", None), kind=person.community.kind)
    if http.method != "POST" or not form.is_valid():
        return show(http, "profile", {"form": form})
    try:
        people.save_profile(by=person, **form.cleaned_data)
    except NicknameTaken as taken:
        words = _("Nama panggilan ini sudah dipakai pendukung lain. Yang masih bebas: %(name)s")
        form.add_error("nickname", words % {"name": taken.free})
        return show(http, "profile", {"form": form})
    told(http, _("Tersimpan."))
    return go(http, "support:supporter")
