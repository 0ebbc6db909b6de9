from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from sebaya.accounts import passwords
from sebaya.accounts.actions.people import end_everywhere
from sebaya.accounts.errors import AlreadyMade, Refused, SlipSpent
from sebaya.accounts.models import Person, Slip, SlipKind
from sebaya.accounts.once import row_id
from sebaya.audit.record import record, token
from sebaya.communities.models import Community
from sebaya.vault import codes, holders
from sebaya.vault.errors import WrongSecret
from sebaya.vault.models import Keyholder

KEPT = {
    SlipKind.ACTIVATE: timedelta(days=30),  # handed out in one lesson; the absent get theirs within a month
    SlipKind.RESET: timedelta(days=3),  # somebody is standing there and waiting for it
}


@transaction.atomic
def make_slips(*, by: Person | None, people: Iterable[Person], kind: str, key: str = "") -> list[tuple[Person, str]]:
    """(person, code) of everyone, in the given order. Codes are shown once; an older slip ends.

    `by` is None for the operator, who alone makes slips that reset an adult's key. `key` is that of a form whose
    answer is a download: sent twice it raises AlreadyMade, and the codes of the first press go on working.
    """
    chosen = list(people)
    kind = SlipKind(kind)
    _check(by, chosen, kind)
    ids = _ids(chosen, key)
    made = [(person, codes.random_slip()) for person in chosen]
    ends = timezone.localdate() + KEPT[kind]
    Slip.objects.filter(person__in=chosen).delete()
    Slip.objects.bulk_create(
        [
            Slip(pk=pk, person=person, kind=kind, fingerprint=_fingerprint(person.community, code), ends=ends)
            for pk, (person, code) in zip(ids, made, strict=True)
        ]
    )
    _record(by, chosen, kind)
    return made


def _ids(people: Sequence[Person], key: str) -> list[str]:
    """Ids for the new slips, made from the key of the form, so that its second press finds those of the first."""
    ids = [row_id(key, "slip", person.pk) for person in people]
    if key and people:
        Community.objects.select_for_update().get(pk=people[0].community_id)  # the second of two at once waits
        if Slip.objects.filter(pk__in=ids).exists():
            raise AlreadyMade
    return ids


def _check(by: Person | None, people: Sequence[Person], kind: SlipKind) -> None:
    if by is not None and any(person.community_id != by.community_id for person in people):
        raise Refused(_("Ada orang yang bukan dari sekolah/komunitas ini."))
    if any(not person.is_active for person in people):
        raise Refused(_("Akun yang dinonaktifkan tidak bisa diberi kode."))
    activated = set(Keyholder.objects.filter(person__in=people).values_list("person_id", flat=True))
    if kind == SlipKind.ACTIVATE and activated:
        raise Refused(_("Ada yang sudah aktif. Untuk yang lupa kata sandi, buat kode ulang."))
    if kind == SlipKind.RESET and len(activated) < len(people):
        raise Refused(_("Ada yang belum aktif. Buat kode aktivasi untuk mereka."))
    if kind == SlipKind.RESET and by is not None and any(person.staff for person in people):
        raise Refused(_("Kode ulang untuk orang dewasa hanya bisa dibuat operator di server."))


def _record(by: Person | None, people: Sequence[Person], kind: SlipKind) -> None:
    if not people:
        return
    community = people[0].community
    if kind == SlipKind.ACTIVATE:
        record("slips", community=community, by=by, count=len(people))
        return
    for person in people:
        record("slip.reset", community=community, by=by, about=token(person))


def find(community: Community, text: str) -> Slip:
    """The slip of a code as typed. Raises SlipSpent when it is wrong, used or too old."""
    try:
        fingerprint = _fingerprint(community, text)
    except WrongSecret as error:
        raise SlipSpent from error
    slips = Slip.objects.select_related("person__community", "person__roles", "person__keyholder")
    slip = slips.filter(fingerprint=fingerprint, person__community=community).first()
    if slip is None or slip.used or slip.ends < timezone.localdate() or not slip.person.is_active:
        raise SlipSpent
    return slip


def redeem(*, community: Community, code: str, password: str) -> tuple[Person, bytes]:
    """Makes the key pair under the chosen password and uses the slip up; (person, private key).

    A member's activation leaves no row in the log. Raises SlipSpent for the second of two clicks. The
    password is stretched before the transaction: a class that activates does not stop messages.
    """
    slip = find(community, code)
    return _redeem(slip, holders.stretched(passwords.normal(password)))


@transaction.atomic
def _redeem(slip: Slip, password: holders.Stretched) -> tuple[Person, bytes]:
    if not Slip.objects.filter(pk=slip.pk, used=False).update(used=True):
        raise SlipSpent
    person = slip.person
    _holder, private = holders.create(person, password)
    if slip.kind == SlipKind.RESET:
        end_everywhere(person)
    if person.keeps_log:
        record(f"slip.used.{slip.kind}", community=person.community, by=person)
    return person, private


def purge(now: datetime) -> int:
    """Slips whose day is over, used or not; returns how many."""
    return Slip.objects.filter(ends__lt=timezone.localdate(now)).delete()[0]


def _fingerprint(community: Community, text: str) -> bytes:
    return codes.fingerprint(text, community.pk)
