"""What stands beside one conversation on the staff page: consults, notes, offers, reports, a name that was given."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import CharField, DateTimeField, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sebaya.communities.prepared import Prepared, Rows
from sebaya.detection import explain
from sebaya.detection.explain import UnknownClue, category_words
from sebaya.support.choices import OfferState, ReportState, Side, ThreadKind, report_reasons
from sebaya.support.models import IdentityKey, Offer, ReEntry, Report, Request, SealedClue, Thread
from sebaya.vault.errors import NoKey
from sebaya.vault.keyring import Keyring, alive
from sebaya.vault.models import SafeKey
from sebaya.vault.safes import OpenSafe

CONSULT, NOTES, OFFER, REPORT, GIVEN, CODE = "consult", "notes", "offer", "report", "given", "code"
MOST = 40  # findings on one page, the newest


class Thing(NamedTuple):
    kind: str
    pk: str
    name: str | None
    detail: str
    at: datetime | None


class OpenReport(NamedTuple):
    pk: str
    by: str
    reason: str


@dataclass(slots=True)
class Beside:
    consults: list[Thing] = field(default_factory=list)
    offers: list[Thing] = field(default_factory=list)
    reports: list[OpenReport] = field(default_factory=list)
    notes: bool = False
    given: bool = False
    code_until: datetime | None = None


class Found(NamedTuple):
    """One finding of detection, or what was done about a flag, in plain words."""

    level: str
    words: list[str]
    message: str
    at: datetime
    done: bool = False
    consult: str = ""  # the thread in which the words stand, if it is not the talk
    flag: str = ""
    locked: bool = False  # this adult was called, but the key to it has not come yet


def of(request: Request, keyring: Keyring) -> Beside:
    """One query for all of it."""
    found = Beside()
    for row in _ALL.rows(request=request.pk, holder=keyring.holder_id, now=timezone.now()):
        _put(found, Thing(*row))
    return found


def _all(request: str, holder: str, now: datetime) -> "QuerySet[Any]":
    return _consults(request, holder, now).union(
        _notes(request), _offers(request), _reports(request), _given(request, holder), _codes(request), all=True
    )


_ALL = Prepared(_all)


def _put(found: Beside, thing: Thing) -> None:
    if thing.kind == CONSULT:
        found.consults.append(thing)
    elif thing.kind == OFFER:
        found.offers.append(thing)
    elif thing.kind == REPORT:
        side = thing.name or ""
        found.reports.append(OpenReport(thing.pk, _reporter(side), str(report_reasons(side)[thing.detail])))
    found.notes = found.notes or thing.kind == NOTES
    found.given = found.given or thing.kind == GIVEN
    found.code_until = thing.at if thing.kind == CODE else found.code_until


def _reporter(side: str) -> str:
    return _("penulis") if side == Side.SEEKER else _("pendukung")


def _text(value: Any) -> Cast:
    return Cast(value, CharField())


def _row(rows: "QuerySet[Any]", kind: str, name: Any = None, detail: Any = None, at: Any = None) -> "QuerySet[Any]":
    """All parts of the union have the same columns and types."""
    nothing = Value("")
    moment = F(at) if at else Cast(Value(None), DateTimeField())
    return rows.order_by().values_list(
        _text(Value(kind)), _text(F("pk")), _text(name or nothing), _text(detail or nothing), moment
    )


def _consults(request: str, holder: str, now: datetime) -> "QuerySet[Any]":
    mine = SafeKey.objects.filter(alive(holder, now), safe_id=OuterRef("safe_id"))
    rows = Thread.objects.filter(Exists(mine), request=request, kind=ThreadKind.CONSULT)
    return _row(rows, CONSULT, F("supporter__profile__nickname"), at="answer_due")


def _notes(request: str) -> "QuerySet[Any]":
    return _row(Thread.objects.filter(request=request, kind=ThreadKind.NOTES), NOTES)


def _offers(request: str) -> "QuerySet[Any]":
    rows = Offer.objects.filter(request=request, state=OfferState.OPEN)
    return _row(rows, OFFER, F("supporter__profile__nickname"), at="ends_at")


def _reports(request: str) -> "QuerySet[Any]":
    rows = Report.objects.filter(request=request, state=ReportState.OPEN)
    return _row(rows, REPORT, F("side"), F("reason"), "at")


def _given(request: str, holder: str) -> "QuerySet[Any]":
    return _row(IdentityKey.objects.filter(identity__request=request, holder_id=holder, half="given"), GIVEN)


def _codes(request: str) -> "QuerySet[Any]":
    return _row(ReEntry.objects.filter(request=request), CODE, at="ends_at")


def findings(request: Request, keyring: Keyring, talk: OpenSafe) -> list[Found]:
    """What detection found and what adults did, newest first; only what this key opens.

    That the reason lies in a consult is said also to whom its key has not reached yet.
    """
    opened: dict[str, OpenSafe | None] = {talk.id: talk}
    found = []
    clue: Any  # with the column `consult`
    for clue in _clues.all(request=request.pk):
        safe = _opened(keyring, clue.safe_id, opened)
        if safe is not None:
            found.append(_found(clue, safe))
        elif clue.consult:
            found.append(Found("", [], "", clue.at, consult=clue.consult, flag=clue.flag, locked=True))
    return found


def _clues_of(request: str) -> "QuerySet[SealedClue]":
    consult = Thread.objects.filter(safe_id=OuterRef("safe_id"), kind=ThreadKind.CONSULT).values("pk")[:1]
    clues = SealedClue.objects.filter(request=request).annotate(consult=Coalesce(Subquery(consult), Value("")))
    return clues.order_by("-at", "pk")[:MOST]


_clues = Rows(_clues_of, also=["consult"])


def _opened(keyring: Keyring, safe_id: str, opened: dict[str, OpenSafe | None]) -> OpenSafe | None:
    if safe_id not in opened:
        try:
            opened[safe_id] = keyring.open_safe(safe_id)
        except NoKey:
            opened[safe_id] = None
    return opened[safe_id]


def _found(clue: Any, safe: OpenSafe) -> Found:
    words = safe.unseal(clue.sealed, clue.kind, clue.pk)
    if clue.kind == "outcome":
        return Found("", [words], "", clue.at, done=True)
    level, category, codes, message = words.split("|")
    theme = category_words(category, get_language() or "id")
    reasons = [theme] * bool(theme) + [explained(code) for code in codes.split(",") if code]
    return Found(level, reasons, message, clue.at, consult=clue.consult, flag=clue.flag)


def explained(code: str) -> str:
    try:
        return explain(code, get_language() or "id")
    except UnknownClue:
        return _("Tanda lain")
