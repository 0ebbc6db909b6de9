"""The only way a view gets a request, an offer or a thread: the object with its opened safe, or 404."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.utils import timezone

from sebaya.accounts import access
from sebaya.accounts.models import Person
from sebaya.flags.models import Flag
from sebaya.support import queries
from sebaya.support.choices import OfferState, ThreadKind
from sebaya.support.models import Offer, Report, Request, Thread
from sebaya.vault.errors import NoKey
from sebaya.vault.keyring import Keyring
from sebaya.vault.safes import OpenSafe


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


def seekers_talk(http: HttpRequest, request_id: str) -> Talk:
    """The seeker's own: found by a derived mailbox, so it is theirs or it does not exist."""
    person, keyring = access.signed_in(http), access.keyring(http)
    request = queries.with_people(Request.objects.filter(community_id=keyring.community_id, pk=request_id)).first()
    if request is None or bytes(request.mailbox.lookup) not in keyring.mailbox_secrets:
        raise Http404
    return _talk(request, person, keyring, keyring.open_safe_as_seeker(request.talk_id, request.mailbox))


def supporters_talk(http: HttpRequest, request_id: str) -> Talk:
    """A conversation that this supporter accepted and whose key they still hold; Relieved when that is over."""
    person, keyring = access.supporter(http), access.keyring(http)
    request = queries.supported(person).filter(pk=request_id).first()
    if request is None and queries.was_supported(person, request_id):
        raise Relieved
    if request is None:
        raise Http404
    return _as_holder(request, person, keyring)


def staff_talk(http: HttpRequest, request_id: str) -> Talk:
    """A conversation that this counsellor, or this adult on duty, holds a key to."""
    person, keyring = access.staff(http, "counsellor", "duty"), access.keyring(http)
    rows = queries.readable_by_staff(keyring).select_related("mailbox", "community", "supporter__profile", "counsellor")
    request = rows.filter(pk=request_id).first()
    if request is None:
        raise Http404
    return _as_holder(request, person, keyring)


def _as_holder(request: Request, person: Person, keyring: Keyring) -> Talk:
    try:
        return _talk(request, person, keyring, keyring.open_safe(request.talk_id))
    except NoKey as error:
        raise Http404 from error


def _talk(request: Request, person: Person, keyring: Keyring, safe: OpenSafe) -> Talk:
    thread = Thread.objects.get(request=request, kind=ThreadKind.TALK)
    return Talk(request, thread, safe, person, keyring)


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
    """A consult thread whose key this supporter or counsellor holds."""
    person, keyring = access.signed_in(http), access.keyring(http)
    thread = (
        Thread.objects.filter(pk=thread_id, kind=ThreadKind.CONSULT, request__community_id=person.community_id)
        .select_related("request__community", "request__mailbox", "supporter__profile")
        .first()
    )
    if thread is None or not (person.role_set.counsellor or thread.supporter_id == person.pk):
        raise Http404
    try:
        return person, keyring, thread, keyring.open_safe(thread.safe_id)
    except NoKey as error:
        raise Http404 from error


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
