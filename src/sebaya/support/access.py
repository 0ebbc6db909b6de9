"""The only way a view gets a request, an offer or a thread: the object with its opened safe, or 404."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.utils import timezone

from sebaya.accounts import access
from sebaya.accounts.models import Person
from sebaya.communities.prepared import Rows
from sebaya.flags.models import Flag
from sebaya.support import queries
from sebaya.support.actions.talking import Opened
from sebaya.support.choices import OfferState, ThreadKind
from sebaya.support.models import Offer, Report, Request, Thread
from sebaya.vault.errors import NoKey
from sebaya.vault.keyring import Keyring
from sebaya.vault.safes import OpenSafe

FRAGMENT = "HX-Request"  # header: the page asks for its changed part only


class Relieved(Exception):
    """This supporter was in the conversation and is not any more: told kindly, not refused."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation that this person may read now, with its key."""

    request: Request
    thread: Thread
    safe: OpenSafe
    person: Person
    keyring: Keyring

    @property
    def opened(self) -> Opened:
        """What the actions of talking need of it."""
        return Opened(self.safe, self.thread)


def seekers_talk(http: HttpRequest, request_id: str) -> Talk:
    """The seeker's own: found by a derived mailbox, so it is theirs or it does not exist."""
    person, keyring = access.signed_in(http), access.keyring(http)
    thread = _thread(http, person, request_id)
    if thread is None:
        raise Http404
    try:
        safe = keyring.open_safe_as_seeker(thread.request.talk_id, thread.request.mailbox)
    except NoKey as error:
        raise Http404 from error
    return Talk(thread.request, thread, safe, person, keyring)


def supporters_talk(http: HttpRequest, request_id: str) -> Talk:
    """A conversation that this supporter accepted and whose key they still hold; Relieved when that is over."""
    person, keyring = access.supporter(http), access.keyring(http)
    thread = _thread(http, person, request_id)
    if thread is not None and thread.request.supporter_id == person.pk:
        try:
            return _as_holder(thread, person, keyring)
        except NoKey:
            pass  # their time with it is over
    if queries.was_supported(person, request_id):
        raise Relieved
    raise Http404


def staff_talk(http: HttpRequest, request_id: str) -> Talk:
    """A conversation that this counsellor, or this adult on duty, holds a key to."""
    person, keyring = access.staff(http, "counsellor", "duty"), access.keyring(http)
    thread = _thread(http, person, request_id)
    if thread is None:
        raise Http404
    try:
        return _as_holder(thread, person, keyring)
    except NoKey as error:
        raise Http404 from error


def _as_holder(thread: Thread, person: Person, keyring: Keyring) -> Talk:
    return Talk(thread.request, thread, keyring.open_safe(thread.request.talk_id), person, keyring)


def _thread(http: HttpRequest, person: Person, request_id: str) -> Thread | None:
    """The talk's thread with its request; with who leads it, unless something is only sent or renewed."""
    brief = http.method == "POST" or FRAGMENT in http.headers
    thread = (_talk if brief else _talk_and_people).first(request=request_id)
    if thread is None or thread.request.community_id != person.community_id:
        return None
    thread.request.community = person.community
    return thread


def _talk_of(request: str) -> "QuerySet[Thread]":
    return Thread.objects.filter(kind=ThreadKind.TALK, request_id=request)


_talk = Rows(_talk_of, "request", "request__mailbox")
_talk_and_people = Rows(
    _talk_of, "request", "request__mailbox", "request__supporter", "request__supporter__profile", "request__counsellor"
)


def offer_or_404(http: HttpRequest, offer_id: str) -> Offer:
    """An offer made to this supporter, open or settled; never another's."""
    person = access.supporter(http)
    offer = Offer.objects.filter(supporter=person, pk=offer_id).select_related("request__community").first()
    if offer is None:
        raise Http404
    return offer


def open_offer(offer: Offer) -> bool:
    return offer.state == OfferState.OPEN and offer.request_id is not None and offer.ends_at > timezone.now()


def consult_or_404(http: HttpRequest, thread_id: str) -> tuple[Person, Keyring, Thread, OpenSafe]:
    """A consult thread whose key this supporter, counsellor or called adult holds."""
    person, keyring = access.signed_in(http), access.keyring(http)
    thread = (
        Thread.objects.filter(pk=thread_id, kind=ThreadKind.CONSULT, request__community_id=person.community_id)
        .select_related("request__community", "request__mailbox", "supporter__profile")
        .first()
    )
    if thread is None or not (_reads_consults(person) or thread.supporter_id == person.pk):
        raise Http404
    try:
        return person, keyring, thread, keyring.open_safe(thread.safe_id)
    except NoKey as error:
        raise (Relieved if thread.supporter_id == person.pk else Http404) from error


def _reads_consults(person: Person) -> bool:
    """With its key: counsellors all, an adult on duty the one in which the reason for the call stands."""
    return person.role_set.counsellor or person.role_set.duty


def flag_or_404(talk: Talk) -> Flag:
    flag = queries.open_flag(talk.request)
    if flag is None:
        raise Http404
    return flag


def report_or_404(talk: Talk, report_id: str) -> Report:
    report = Report.objects.filter(request=talk.request, pk=report_id).select_related("request__community").first()
    if report is None:
        raise Http404
    return report
