"""The conversation as an adult sees it: read, handle, join, answer, hand on, close."""

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sebaya.accounts.live_access import community_topic
from sebaya.accounts.models import Person
from sebaya.flags.actions import NotAllowed
from sebaya.flags.fields import NOTHING
from sebaya.flags.models import Flag, State
from sebaya.support import access as mine
from sebaya.support import beside, choosing, fulfil, identity, queries
from sebaya.support.actions import after, offers, overriding, reading, safety, talking
from sebaya.support.bubbles import Bubble, bubbles
from sebaya.support.choices import TOPICS, Lead, RequestState, Side, ThreadKind
from sebaya.support.errors import AlreadyTaken, Closed, Flagged, OverLimit
from sebaya.support.forms import FlagCloseForm
from sebaya.support.models import Request, Thread
from sebaya.support.staff_forms import EndForm, KeyedOfferForm, NoteForm, ReplyForm
from sebaya.support.views.page import go, older_than, page_before, show, stage, told
from sebaya.ui import nav


@require_http_methods(["GET", "HEAD", "POST"])
def talk(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Reading is written down for the seeker to see; answering is for the adult who leads."""
    seen = mine.staff_talk(http, id)
    form = ReplyForm(http.POST or None, request_id=id)
    if http.method == "POST" and form.is_valid():
        return _say(http, seen, form)
    reading.record_reading(by=seen.person, request=seen.request)
    return _talk_page(http, seen, form)


def _say(http: HttpRequest, seen: mine.Talk, form: ReplyForm) -> HttpResponse:
    detected = form.cleaned_data["text"]
    try:
        talking.adult_says(
            by=seen.person, keyring=seen.keyring, request=seen.request, text=detected.text, key=form.cleaned_data["key"],
            finding=detected.finding, opened=seen.opened,
        )  # fmt: skip
    except AlreadyTaken:
        form.add_error(
            "text", _("Tekan “Ikut dan lanjutkan” dulu. Tulisan Bapak/Ibu belum terkirim dan masih ada di sini.")
        )
        return _talk_page(http, seen, form)
    except Closed:
        told(http, _("Percakapan ini sudah selesai. Pesan tidak terkirim."))
    return go(http, "support:staff_talk", id=seen.request.pk)


def _talk_page(http: HttpRequest, seen: mine.Talk, form: ReplyForm) -> HttpResponse:
    request, person = seen.request, seen.person
    rows = queries.messages(seen.thread, before=page_before(http))
    found = beside.findings(request, seen.keyring, seen.safe)
    values: dict[str, Any] = {
        "talk": request,
        "bubbles": _marked(rows, seen, {each.message for each in found}),
        "older": older_than(rows),
        "topic": community_topic(person.community_id),
        "form": form,
        "found": found,
        "topics": [TOPICS[code] for code in request.topics if code in TOPICS],
        "readers": queries.readers_of(request),
        "beside": beside.of(request, seen.keyring),
        "counsellor": person.role_set.counsellor,
    }
    flag = queries.open_flag(request)
    values |= _turn(request, flag, person) | {"state": _stage(request, flag)}
    values["reason_in_consult"] = any(each.consult and flag and each.flag == flag.pk for each in found)
    values["given"] = _given(seen) if values["beside"].given else None
    return show(http, "staff_talk", values, status=422 if form.errors else 200)


def _marked(rows: list[Any], seen: mine.Talk, marked: set[str]) -> list[Bubble]:
    """Messages in which something was found say so."""
    shown = bubbles(rows, seen.safe, me=Side.ADULT, person_id=seen.person.pk, alias=seen.request.alias)
    words = _("ada tanda")
    return [
        replace(bubble, state=words) if row.pk in marked else bubble for row, bubble in zip(rows, shown, strict=True)
    ]


def _stage(request: Request, flag: Flag | None) -> str:
    """Another stage means other buttons: the open page is fetched again as a whole."""
    held = f"{flag.level}-{flag.state}" if flag else ""
    return f"{stage(request)}-{request.counsellor_id}-{held}"


def _turn(request: Request, flag: Flag | None, person: Person) -> dict[str, Any]:
    """Whose turn it is, and which buttons make sense."""
    closed, adult = request.state == RequestState.CLOSED, request.lead == Lead.ADULT
    led = adult and request.counsellor_id is not None
    return {
        "flag": flag,
        "flag_open": flag is not None and flag.state == State.OPEN,
        "closed": closed,
        "waiting": request.state == RequestState.WAITING,
        "mine": led and request.counsellor_id == person.pk,
        "others": led and request.counsellor_id != person.pk,
        "with_peer": request.lead == Lead.PEER,
        "may_join": not led and (not closed or flag is not None),
        "may_offer": request.state == RequestState.WAITING
        and request.match_id is not None
        and person.role_set.counsellor,
        "may_return": adult and request.match_id is not None and not closed and not offers.keeps_for_adults(flag),
    }


def _given(seen: mine.Talk) -> Person | None:
    """Whoever chose to tell their name to this adult."""
    member = identity.given_name(seen.keyring, seen.request)
    return Person.objects.filter(pk=member).prefetch_related("memberships__group").first() if member else None


@require_POST
def handle(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Tangani: the first adult has it, the second is told who."""
    seen = mine.staff_talk(http, id)
    flag = safety.handle(by=seen.person, keyring=seen.keyring, flag=mine.flag_or_404(seen), request=seen.request)
    if flag.acknowledged_by_id != seen.person.pk and flag.acknowledged_by:
        told(http, _("%(name)s sudah menangani ini.") % {"name": flag.acknowledged_by.name})
    return go(http, "support:staff_talk", id=id)


@require_POST
def join(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Ikut dan lanjutkan: the peer is thanked and relieved."""
    seen = mine.staff_talk(http, id)
    try:
        talking.take_over(
            by=seen.person, keyring=seen.keyring, request=seen.request, instead_of=http.POST.get("instead", "")
        )
    except AlreadyTaken:
        told(http, _("Orang dewasa lain sudah melanjutkan percakapan ini. Namanya ada di bawah."))
    except Closed:
        told(http, _("Percakapan ini sudah selesai."))
    return go(http, "support:staff_talk", id=id)


@require_http_methods(["GET", "HEAD", "POST"])
def offer(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """A counsellor chooses a supporter; the ranked stand first, with the parts of their score."""
    seen = _counsellors_talk(http, id)
    choices = choosing.choices_for(seen.request, seen.keyring, seen.safe)
    form = KeyedOfferForm(http.POST or None, supporters=[(each.person.pk, each.label) for each in choices])
    form.fields["supporter"].widget.hints = {each.person.pk: each.hint for each in choices}
    if http.method == "POST" and form.is_valid() and _offered(http, seen, form, choices):
        return go(http, "support:staff_talk", id=id)
    values = {"talk": seen.request, "form": form, "choices": choices, "back": _back(http, id)}
    return show(http, "staff_offer", values, status=422 if form.errors else 200)


def _offered(http: HttpRequest, seen: mine.Talk, form: KeyedOfferForm, choices: list[choosing.Choice]) -> bool:
    chosen = next(each for each in choices if each.person.pk == form.cleaned_data["supporter"])
    reason = form.cleaned_data["reason"]
    try:
        overriding.offer_to(
            by=seen.person, keyring=seen.keyring, request=seen.request, supporter=chosen.person, reason=reason.text,
            key=form.cleaned_data["key"], finding=NOTHING.finding,
        )  # fmt: skip
    except OverLimit as limit:
        words = {"name": chosen.label, "why": choosing.limit_words(limit.codes)}
        form.add_error("supporter", _("%(name)s tidak bisa ditawari: %(why)s.") % words)
        return False
    except AlreadyTaken:
        told(http, _("Percakapan ini sudah ada yang menerima."))
        return True
    told(http, _("%(name)s sudah mendapat tawaran ini.") % {"name": chosen.label})
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def give_back(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Kembalikan ke teman sebaya, when the worry has passed."""
    seen = mine.staff_talk(http, id)
    if http.method != "POST":
        return show(http, "staff_give_back", {"talk": seen.request, "back": _back(http, id)})
    try:
        talking.hand_to_peers(by=seen.person, keyring=seen.keyring, request=seen.request)
    except Flagged:
        told(http, _("Ada tanda yang belum selesai. Catat dulu apa yang dilakukan, lalu kembalikan."))
        return go(http, "support:staff_talk", id=id)
    fulfil.fulfil(seen.person, seen.keyring)
    told(http, _("Percakapan menunggu teman sebaya lagi."))
    return go(http, "support:staff_talk", id=id)


@require_http_methods(["GET", "HEAD", "POST"])
def close_flag(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """What was done, or that it was no sign."""
    seen = mine.staff_talk(http, id)
    flag = mine.flag_or_404(seen)
    form = FlagCloseForm(http.POST or None)
    if http.method != "POST" or not form.is_valid():
        return show(http, "staff_flag", {"talk": seen.request, "flag": flag, "form": form, "back": _back(http, id)})
    try:
        safety.close_flag(
            by=seen.person, keyring=seen.keyring, flag=flag, request=seen.request, outcome=form.cleaned_data["outcome"],
            text=form.cleaned_data["text"].text,
        )  # fmt: skip
    except NotAllowed:
        told(http, _("Tanda ini sudah ditutup orang lain."))
    else:
        told(http, _("Hasil tercatat. Tanda ditutup."))
    return go(http, "support:staff_talk", id=id)


@require_http_methods(["GET", "HEAD", "POST"])
def close(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    seen = mine.staff_talk(http, id)
    form = EndForm(http.POST or None)
    if http.method != "POST" or not form.is_valid():
        flag = queries.open_flag(seen.request)
        return show(http, "staff_close", {"talk": seen.request, "form": form, "flag": flag, "back": _back(http, id)})
    try:
        talking.close(request=seen.request, side=Side.ADULT, by=seen.person, reason=form.cleaned_data["reason"])
    except Flagged:
        told(http, _("Ada tanda yang belum selesai. Catat dulu apa yang dilakukan, lalu akhiri."))
        return go(http, "support:close_flag", id=id)
    told(http, _("Percakapan selesai."))
    return go(http, "support:staff_talk", id=id)


@require_http_methods(["GET", "HEAD", "POST"])
def notes(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """For the counsellors of this conversation alone. What they record about danger calls nobody again."""
    seen = _counsellors_talk(http, id)
    form = NoteForm(http.POST or None, request_id=id)
    if http.method == "POST" and form.is_valid():
        detected = form.cleaned_data["text"]
        talking.note(
            by=seen.person, keyring=seen.keyring, request=seen.request, text=detected.text, key=form.cleaned_data["key"],
            finding=NOTHING.finding,
        )  # fmt: skip
        return go(http, "support:notes", id=id)
    values = {"talk": seen.request, "bubbles": _notes(seen), "form": form, "back": _back(http, id)}
    return show(http, "staff_notes", values, status=422 if form.errors else 200)


def _notes(seen: mine.Talk) -> list[Bubble]:
    thread = Thread.objects.filter(request=seen.request, kind=ThreadKind.NOTES).first()
    if thread is None:
        return []
    file = seen.keyring.open_safe(seen.request.file_id)
    return bubbles(queries.messages(thread), file, me=Side.ADULT, person_id=seen.person.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def reentry(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """A code for a student who has a new key pair: shown once, handed over in person."""
    seen = _counsellors_talk(http, id)
    code = (
        after.make_reentry(by=seen.person, keyring=seen.keyring, request=seen.request) if http.method == "POST" else ""
    )
    values = {"talk": seen.request, "code": code, "days": after.REENTRY_OPEN.days, "back": _back(http, id)}
    return show(http, "staff_reentry", values)


@require_POST
def decide(http: HttpRequest, slug: str, id: str, report_id: str) -> HttpResponse:
    """A report is upheld or not; repeating it is told, not done again."""
    seen = _counsellors_talk(http, id)
    report = mine.report_or_404(seen, report_id)
    after.decide(by=seen.person, report=report, upheld=http.POST.get("upheld") == "1")
    told(http, _("Keputusan tercatat."))
    return go(http, "support:staff_talk", id=id)


def _counsellors_talk(http: HttpRequest, id: str) -> mine.Talk:
    """What needs more than the flagged talk: a duty adult finds nothing there."""
    seen = mine.staff_talk(http, id)
    if not seen.person.role_set.counsellor:
        raise Http404
    return seen


def _back(http: HttpRequest, id: str) -> str:
    return nav.place(http, "support:staff_talk", id=id)
