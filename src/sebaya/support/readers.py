"""Who reads what: the lists that safes are sealed to, and the exclusions they honour.

Exclusions are kept as one-way marks keyed by `talk`, so every session that holds the talk can honour them
when it passes the key on, and a copy of the database cannot read them.
"""

import secrets
from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from sebaya.accounts.models import Person
from sebaya.communities.defaults import DUTY_KEY
from sebaya.communities.models import Community
from sebaya.communities.prepared import Rows
from sebaya.programmes import duty
from sebaya.support.models import Identity, IdentityKey, Request
from sebaya.vault import primitives, safes
from sebaya.vault.models import HolderKind, Keyholder, KeyState, Purpose, SafeKey
from sebaya.vault.safes import KEY_TAG_BYTES, OpenSafe

MARKS_STEP = 16  # marks are filled up with random ones to a multiple, so that their number says nothing


def counsellors(community: Community, without: Iterable[str] = ()) -> list[Keyholder]:
    """Key holders of the active counsellors, minus the excluded."""
    people = Keyholder.objects.filter(
        community=community, kind=HolderKind.PERSON, person__is_active=True, person__roles__counsellor=True
    )
    return list(people.exclude(person_id__in=list(without)).select_related("person").order_by("person__name"))


def counsellors_who_read(request: Request) -> list[Keyholder]:
    """Active counsellors who hold a lasting key of the talk, by name."""
    keys = SafeKey.objects.filter(
        safe_id=request.talk_id, until=None, state=KeyState.ACTIVE, holder__person__is_active=True,
        holder__person__roles__counsellor=True,
    )  # fmt: skip
    return [
        key.holder
        for key in keys.select_related("holder__person__roles").order_by("holder__person__name")
        if key.holder
    ]


def second_key_holders(community: Community, without: Iterable[str] = ()) -> list[Keyholder]:
    """Second key holders and the emergency sheet, minus the excluded."""
    away = set(without)
    return [each for each in _second_keys.all(community=community.pk) if each.person_id not in away]


def _holders_of_second_keys(community: str) -> "QuerySet[Keyholder]":
    people = Q(kind=HolderKind.PERSON, person__is_active=True, person__roles__second_key=True)
    sheet = Q(kind=HolderKind.SHEET, retired=False)
    return Keyholder.objects.filter(people | sheet, community=community)


_second_keys = Rows(_holders_of_second_keys)


def away_marks(talk: OpenSafe, people: Iterable[str]) -> bytes:
    """Marks of the excluded people, shuffled among random ones."""
    marks = [talk.tag("away", person) for person in people]
    missing = -len(marks) % MARKS_STEP or (0 if marks else MARKS_STEP)
    marks += [secrets.token_bytes(KEY_TAG_BYTES) for _ in range(missing)]
    return b"".join(sorted(marks))


def is_away(talk: OpenSafe, request: Request, person_id: str | None) -> bool:
    """Whether the seeker said that this person must not read."""
    if person_id is None:
        return False
    marks = bytes(request.away)
    wanted = talk.tag("away", person_id)
    return any(marks[i : i + KEY_TAG_BYTES] == wanted for i in range(0, len(marks), KEY_TAG_BYTES))


def new_consult(talk: OpenSafe, request: Request, supporter: Keyholder) -> OpenSafe:
    """A consult safe for one supporter: the supporter, the counsellors who read the talk, the sheets."""
    community = request.community
    adults = [each for each in counsellors(community) if not is_away(talk, request, each.person_id)]
    safe = safes.create(community, Purpose.CONSULT)
    safes.grant_all(safe, [supporter, *adults, *safes.standing_readers(community)])
    return safe


def seal_to_duty(
    talk: OpenSafe, request: Request, now: datetime, first_half: bytes | None, consult: OpenSafe | None = None
) -> list[Person]:
    """Red: the talk, and k1 where this session has it, to every adult on the rota, for 72 hours; the consult too,
    where the reason lies there.

    Without k1 (a supporter's session) the note stays for the next session that has it.
    """
    called = _on_the_rota(talk, request)
    for adult in called:
        for safe in filter(None, (talk, consult)):
            _until(safe, adult.keyholder, now)
        if first_half is not None:
            give_half(request, "k1", first_half, adult.keyholder, until=now + DUTY_KEY)
    return called


def stand_by(talk: OpenSafe, request: Request, consult: OpenSafe | None = None) -> None:
    """Orange: the same adults hold the same keys, sealed and of no use until they are called (called.let_in)."""
    for adult in _on_the_rota(talk, request):
        for safe in filter(None, (talk, consult)):
            if not _alive(safe, adult.keyholder).exists():
                safes.grant(safe, adult.keyholder, state=KeyState.OFFERED)


def _on_the_rota(talk: OpenSafe, request: Request) -> list[Person]:
    return [adult for adult in duty.rota(request.community) if not is_away(talk, request, adult.pk)]


def _alive(safe: OpenSafe, holder: Keyholder) -> "QuerySet[SafeKey]":
    return holder.safe_keys.filter(Q(until=None) | Q(until__gt=timezone.now()), safe_id=safe.id)


def _until(safe: OpenSafe, holder: Keyholder, now: datetime) -> None:
    """A counsellor's lasting key is not cut down to 72 hours."""
    if not holder.safe_keys.filter(safe_id=safe.id, until=None, state=KeyState.ACTIVE).exists():
        safes.grant(safe, holder, until=now + DUTY_KEY)


def give_half(request: Request, half: str, key: bytes, holder: Keyholder, until: datetime | None = None) -> IdentityKey:
    """Seals one half of the identity's key to a holder, with the request inside the box."""
    sealed = primitives.seal_to(holder.public, primitives.context(request.pk, half) + key)
    identity = Identity.objects.get(request=request)
    row, _made = IdentityKey.objects.update_or_create(
        identity=identity, holder=holder, half=half, defaults={"sealed": sealed, "until": until}
    )
    return row
