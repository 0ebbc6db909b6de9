"""Asking in three screens: the story, who may be involved, sent."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sebaya.accounts import access
from sebaya.accounts.models import Person
from sebaya.detection import Author, Level, detect
from sebaya.flags.queries import is_red
from sebaya.support import access as mine
from sebaya.support import away, drafts, fulfil, queries
from sebaya.support.actions import asking
from sebaya.support.actions.asking import Asking
from sebaya.support.candidates import limits_of, seeker_profile, supporters
from sebaya.support.choices import FLAG_KIND, Door, RequestState
from sebaya.support.errors import NobodyLeft, TooManyOpen
from sebaya.support.forms import ANYONE, FriendForm, StoryForm, WishesForm
from sebaya.support.models import SupporterProfile
from sebaya.support.rules.matching import broken_limits
from sebaya.support.views.page import answered_when, go, show, told
from sebaya.vault.keyring import Keyring

SHOWN_PEERS = 3  # "two or three fitting ones" (product.md, Asking)


@require_http_methods(["GET", "HEAD", "POST"])
def story(http: HttpRequest, slug: str) -> HttpResponse:
    """Screen one. Nothing is sent yet."""
    person, keyring = access.member(http), access.keyring(http)
    full = asking.open_requests(keyring) >= person.community.max_open_requests
    if full and http.method != "POST":
        return _too_many(http)
    form = StoryForm(http.POST or None, kind=person.community.kind)
    before = drafts.unpack(keyring, http.POST.get("steps", "")) or {}
    if http.method != "POST" or not form.is_valid():
        return _story_page(http, form, http.POST.get("steps", ""), status=422 if form.errors else 200)
    content = {
        **before,
        "key": form.cleaned_data["key"],
        "text": form.cleaned_data["text"].text,
        "topics": form.chosen_topics(),
    }
    if full and form.cleaned_data["text"].finding.level < Level.ORANGE:
        return _too_many(http, content)
    return _wishes_page(http, person, keyring, content, None)


def _story_page(http: HttpRequest, form: StoryForm, steps: str, status: int = 200) -> HttpResponse:
    """`steps` carries the wishes of whoever came back from screen two."""
    return show(http, "ask_story", {"form": form, "steps": steps}, status=status)


def _story_again(person: Person, content: dict[str, Any]) -> StoryForm:
    return StoryForm(initial={**content, "more": content["topics"]}, kind=person.community.kind)


@require_http_methods(["POST"])
def wishes(http: HttpRequest, slug: str) -> HttpResponse:
    """Screen two, and sending. "Kembali" goes back to the story; what was written and chosen stays."""
    person, keyring = access.member(http), access.keyring(http)
    content = drafts.unpack(keyring, http.POST.get("steps", ""))
    if content is None:
        told(http, _("Halaman ini sudah terlalu lama terbuka. Belum ada yang terkirim. Silakan tulis lagi."))
        return go(http, "support:ask")
    if "change" in http.POST:
        return _wishes_page(http, person, keyring, content, None)
    content["wishes"] = {"peer": http.POST.get("peer", ANYONE)} | {
        name: http.POST.getlist(name) for name in ("people", "groups")
    }
    if "back" in http.POST:
        return _story_page(http, _story_again(person, content), drafts.pack(keyring, content))
    form = _wishes_form(person, keyring, content, http.POST)
    if not form.is_valid():
        return _wishes_page(http, person, keyring, content, form)
    return _send(http, person, keyring, _asking(content, form), content)


def _asking(content: dict[str, Any], form: WishesForm) -> Asking:
    chosen = form.cleaned_data["peer"]
    return Asking(
        door=Door.PEER,
        text=content["text"],
        key=content["key"],
        topics=tuple(content["topics"]),
        chosen=() if chosen == ANYONE else (chosen,),
        **form.kept_away(),
    )


def _send(http: HttpRequest, person: Person, keyring: Keyring, wish: Asking, content: dict[str, Any]) -> HttpResponse:
    """Peers are asked only for members whose peer door is open; a supporter's own request goes to an adult."""
    finding = detect(wish.text, Author.SEEKER)
    try:
        request = asking.ask(person=person, keyring=keyring, asking=wish, finding=finding)
    except NobodyLeft:
        return show(
            http, "ask_nobody", {"steps": drafts.pack(keyring, content), "door": "support:wishes", "chosen": True}
        )
    except TooManyOpen:
        return _too_many(http, content)
    return go(http, "support:sent", id=request.pk)


def _too_many(http: HttpRequest, content: dict[str, Any] | None = None) -> HttpResponse:
    """Where to go on instead. What was written stays in the box: it is not sent, and not lost."""
    if content is None:
        told(http, _("Kamu masih punya percakapan yang terbuka. Lanjutkan di sana, atau akhiri dulu."))
        return go(http, "support:home")
    values = {
        "form": _story_again(access.member(http), content),
        "steps": drafts.pack(access.keyring(http), content),
        "open": list(queries.my_requests(access.keyring(http)).exclude(state=RequestState.CLOSED)),
    }
    return show(http, "ask_story", values, status=409)


def _wishes_page(
    http: HttpRequest, person: Person, keyring: Keyring, content: dict[str, Any], form: WishesForm | None
) -> HttpResponse:
    shown = form or _wishes_form(person, keyring, content, None)
    level = detect(content["text"], Author.SEEKER).level
    values = {"form": shown, "steps": drafts.pack(keyring, content), "red": level == Level.RED}
    return show(http, "ask_wishes", values, status=422 if shown.errors else 200)


def _wishes_form(person: Person, keyring: Keyring, content: dict[str, Any], data: Any) -> WishesForm:
    choices = away.choices(person, peers=asking.peers_allowed(person, keyring))
    return WishesForm(
        data, initial=content.get("wishes"), away=choices, peers=_fitting(person, keyring, content),
        topics=content["topics"], kind=person.community.kind,
    )  # fmt: skip


def _fitting(person: Person, keyring: Keyring, content: dict[str, Any]) -> list[Person]:
    """Supporters whom no hard limit keeps from this seeker, those at ease with the topics first."""
    if not asking.peers_allowed(person, keyring):
        return []
    seeker = seeker_profile(person, keyring, Asking(Door.PEER, "", "", tuple(content["topics"])))
    limits = limits_of(person.community)
    able = [each for each in supporters(person.community) if not broken_limits(seeker, each, limits)]
    able.sort(key=lambda each: (-len(each.topics & seeker.topics), each.open_seekers, each.person))
    profiles = SupporterProfile.objects.select_related("person").in_bulk([each.person for each in able[:SHOWN_PEERS]])
    return [profiles[each.person].person for each in able[:SHOWN_PEERS] if each.person in profiles]


@require_safe
def sent(http: HttpRequest, slug: str, id: str) -> HttpResponse:
    """Last screen: it is on its way; are you, or is your friend, safe now?"""
    talk = mine.seekers_talk(http, id)
    values = {
        "talk": talk.request,
        "friend": talk.request.door == Door.FRIEND,
        "estimate": answered_when(talk.request),
        "red": is_red(FLAG_KIND, talk.request.pk),
    }
    return show(http, "ask_sent", values)


@require_http_methods(["GET", "HEAD", "POST"])
def friend(http: HttpRequest, slug: str) -> HttpResponse:
    """Khawatir sama teman: a counsellor reads it, never a peer."""
    person, keyring = access.member(http), access.keyring(http)
    choices = away.choices(person, peers=False)
    if "change" in http.POST:
        before = drafts.unpack(keyring, http.POST.get("steps", ""))
        return show(http, "ask_friend", {"form": FriendForm(initial=before, away=choices)})
    form = FriendForm(http.POST or None, away=choices)
    if http.method != "POST" or not form.is_valid():
        return show(http, "ask_friend", {"form": form}, status=422 if form.errors else 200)
    return _send_worry(http, person, keyring, form)


def _send_worry(http: HttpRequest, person: Person, keyring: Keyring, form: FriendForm) -> HttpResponse:
    detected = form.cleaned_data["text"]
    wish = Asking(door=Door.FRIEND, text=detected.text, key=form.cleaned_data["key"], **form.kept_away())
    try:
        request = asking.ask(person=person, keyring=keyring, asking=wish, finding=detected.finding)
    except NobodyLeft:
        steps = drafts.pack(keyring, {"key": wish.key, "text": wish.text, "people": wish.excluded_people})
        chosen = bool(wish.excluded_people)
        return show(http, "ask_nobody", {"steps": steps, "door": "support:friend", "chosen": chosen})
    except TooManyOpen:
        told(http, _("Kamu masih punya percakapan yang terbuka. Lanjutkan di sana, atau akhiri dulu."))
        return show(http, "ask_friend", {"form": form}, status=409)
    return go(http, "support:sent", id=request.pk)


def renew(http: HttpRequest, talk: mine.Talk) -> None:
    """The seeker is here: new second key holders get their half, stalled matching goes on."""
    fulfil.second_halves(talk.keyring, talk.request, talk.safe)
    if talk.request.match_id and talk.request.state == RequestState.WAITING:
        fulfil.fulfil_as_seeker(talk.person, talk.keyring, talk.request)
