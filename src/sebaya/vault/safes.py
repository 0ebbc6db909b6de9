"""Safes: a random key for one list of readers, sealed to each of them alone."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.utils import timezone

from sebaya.communities.models import Community
from sebaya.vault import primitives
from sebaya.vault.errors import Tampered
from sebaya.vault.models import HolderKind, Keyholder, KeyState, Mailbox, PendingGrant, Safe, SafeKey

KEY_TAG_BYTES = 16


@dataclass(frozen=True)
class OpenSafe:
    """A safe whose key this request holds."""

    id: str
    community_id: str
    purpose: str
    key: bytes = field(repr=False)

    def seal(self, text: str, model: str, row: str, seq: int = 0, version: int = 1) -> bytes:
        """Seals text for one place: this community, safe, model, row, sequence number and version."""
        return primitives.seal(text.encode(), self.key, self._place(model, row, seq, version))

    def unseal(self, blob: primitives.Blob, model: str, row: str, seq: int = 0, version: int = 1) -> str:
        return primitives.unseal(blob, self.key, self._place(model, row, seq, version)).decode()

    def tag(self, name: str, value: str) -> bytes:
        """A one-way mark that only a holder of this safe can compute (16 bytes)."""
        return primitives.derive(self.key, "tag", name, value)[:KEY_TAG_BYTES]

    def _place(self, model: str, row: str, seq: int, version: int) -> bytes:
        return self._here + primitives.context(model, row, seq, version)

    @cached_property
    def _here(self) -> bytes:
        return primitives.context(self.community_id, self.id)


def create(community: Community, purpose: str) -> OpenSafe:
    safe = Safe.objects.create(community=community, purpose=purpose)
    return OpenSafe(safe.pk, community.pk, purpose, primitives.random_key())


def grant(
    safe: OpenSafe,
    reader: Keyholder | Mailbox,
    *,
    state: str = KeyState.ACTIVE,
    until: datetime | None = None,
) -> SafeKey:
    """Seals the key to one reader; repeating it changes only state and end."""
    box = primitives.seal_to(reader.public, _boxed(safe))
    who = {"mailbox": reader} if isinstance(reader, Mailbox) else {"holder": reader}
    values = {"state": state, "until": until}
    first = values | {"sealed": box, "since": timezone.localdate()}
    key, _made = SafeKey.objects.update_or_create(safe_id=safe.id, **who, defaults=values, create_defaults=first)
    return key


def grant_all(safe: OpenSafe, readers: Iterable[Keyholder | Mailbox]) -> None:
    """First grants of a new safe, in one statement."""
    today = timezone.localdate()
    rows = [
        SafeKey(
            safe_id=safe.id,
            holder=reader if isinstance(reader, Keyholder) else None,
            mailbox=reader if isinstance(reader, Mailbox) else None,
            sealed=primitives.seal_to(reader.public, _boxed(safe)),
            since=today,
        )
        for reader in readers
    ]
    SafeKey.objects.bulk_create(rows)


def _boxed(safe: OpenSafe) -> bytes:
    return primitives.context(safe.community_id, safe.id, safe.purpose) + safe.key


def unseal_safe_key(row: SafeKey, private: bytes) -> OpenSafe:
    """Opens a sealed key and checks that it is the key of the safe it claims."""
    boxed = primitives.unseal_from(private, row.sealed)
    label, key = boxed[: -primitives.KEY_BYTES], boxed[-primitives.KEY_BYTES :]
    if label != primitives.context(row.safe.community_id, row.safe_id, row.safe.purpose):
        raise Tampered
    return OpenSafe(row.safe_id, row.safe.community_id, row.safe.purpose, key)


def revoke(safe_id: str, holder: Keyholder) -> None:
    SafeKey.objects.filter(safe_id=safe_id, holder=holder).delete()
    PendingGrant.objects.filter(safe_id=safe_id, holder=holder).delete()


def ask_grant(safe_id: str, holder: Keyholder, **values: object) -> None:
    """Leaves a note for the next signed-in reader of the safe to pass the key on."""
    PendingGrant.objects.get_or_create(safe_id=safe_id, holder=holder, defaults=values)


def standing_readers(community: Community) -> list[Keyholder]:
    """The recovery sheets stand in every reader list of talk, consult, file and match."""
    return list(Keyholder.objects.filter(community=community, kind=HolderKind.RECOVERY, retired=False))
