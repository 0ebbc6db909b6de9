"""What the seeker is told above the conversation: which adult is there, who is called, who comes next and when."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from sebaya.communities import clock
from sebaya.flags.models import Flag, State
from sebaya.support.choices import Lead, RequestState, ThreadKind
from sebaya.support.models import Message, Request
from sebaya.ui import moments
from sebaya.vault.models import KeyState, SafeKey

NAMED = 3  # more names than this are no longer read; then it is "konselor"


def in_red(request: Request, flag: Flag) -> str:
    """Being called, here, or on the way: as it is now, not as it was when the button was pressed."""
    there = request.counsellor.name if request.lead == Lead.ADULT and request.counsellor else ""
    if flag.state == State.OPEN:
        called = _("%(name)s ada di percakapan ini. Orang dewasa lain juga sedang dipanggil.")
        return called % {"name": there} if there else _("Orang dewasa sedang dipanggil.")
    if there:
        return _("%(name)s ada di sini dan membaca tulisanmu.") % {"name": there}
    if flag.acknowledged_by is None:
        return _("Orang dewasa sedang dipanggil.")
    return _("%(name)s sudah tahu dan sedang mengurus ini.") % {"name": flag.acknowledged_by.name}


def nobody_yet(flag: Flag | None, now: datetime | None = None) -> bool:
    """Red whose promise has passed and nobody has taken it: the seeker is told so, and not to wait."""
    return flag is not None and flag.state == State.OPEN and flag.due <= (now or timezone.now())


def who_comes(request: Request, now: datetime | None = None) -> str:
    """Whoever accompanied them was stopped or left, and no adult has come yet; else nothing."""
    if request.state != RequestState.TALKING or request.lead != Lead.ADULT or request.counsellor_id is not None:
        return ""
    until = clock.end_of_school_day(request.community, _since(request))
    if until <= (now or timezone.now()):
        return _(
            "Maaf, ini lebih lama dari janji kami. Tulisanmu tetap di sini. Kalau tidak bisa menunggu, tekan “Aku butuh orang dewasa sekarang”."
        )
    words = _(
        "Yang menemanimu tadi tidak bisa lanjut. Itu bukan karena kamu. %(names)s melanjutkan di sini, paling lambat %(when)s. Kamu boleh tetap menulis."
    )
    return words % {"names": _counsellors(request), "when": moments.when(until)}


def _since(request: Request) -> datetime:
    """When the conversation lost whoever was in it; a word written later does not put the promise off."""
    left = Message.objects.filter(thread__request=request, thread__kind=ThreadKind.TALK, event="relieved")
    return left.order_by("-seq").values_list("at", flat=True).first() or request.last_at


def _counsellors(request: Request) -> str:
    """Who reads it and counsels, by name."""
    keys = SafeKey.objects.filter(
        Q(until=None), safe_id=request.talk_id, state=KeyState.ACTIVE, holder__person__roles__counsellor=True
    )
    names = list(keys.order_by("holder__person__name").values_list("holder__person__name", flat=True))
    return _(" atau ").join(names) if 0 < len(names) <= NAMED else _("Konselor")
