"""What one signed-in person can open: their private key, the mailboxes derived from it, their safes.

A request carries at most one Keyring; it lives no longer than the request.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from sebaya.communities.prepared import Rows
from sebaya.vault import primitives
from sebaya.vault.errors import NoKey, NoMailboxLeft
from sebaya.vault.models import Keyholder, KeyState, Mailbox, SafeKey
from sebaya.vault.safes import OpenSafe, unseal_safe_key

MAILBOXES = 32  # requests a member can have at one time or kept


@dataclass(frozen=True)
class MailboxSecret:
    """One derived mailbox: `secret` never leaves the request that derives it."""

    secret: bytes = field(repr=False)

    @cached_property
    def lookup(self) -> bytes:
        return primitives.derive(self.secret, "lookup")

    @cached_property
    def _pair(self) -> tuple[bytes, bytes]:
        return primitives.key_pair(primitives.derive(self.secret, "box"))

    @property
    def public(self) -> bytes:
        return self._pair[0]

    @property
    def private(self) -> bytes:
        return self._pair[1]

    def half(self, name: str) -> bytes:
        """A key half of the identity: derived, so that the seeker's own sign-in can seal it again."""
        return primitives.derive(self.secret, "identity", name)


@dataclass(frozen=True)
class Keyring:
    holder_id: str
    community_id: str
    private: bytes = field(repr=False)

    @cached_property
    def mailbox_secrets(self) -> dict[bytes, MailboxSecret]:
        """lookup → secret, for i = 0 … 31."""
        return {secret.lookup: secret for secret in self._each()}

    @cached_property
    def _derived(self) -> list[MailboxSecret]:
        return []

    def _each(self) -> Iterator[MailboxSecret]:
        """In their order, each derived when it is first wanted: who looks for one seldom needs all."""
        for number in range(MAILBOXES):
            if number == len(self._derived):
                self._derived.append(MailboxSecret(primitives.derive(self.private, "mailbox", number)))
            yield self._derived[number]

    def my_mailboxes(self) -> "Q":
        return Q(community_id=self.community_id, lookup__in=list(self.mailbox_secrets))

    def secret_of(self, mailbox: Mailbox) -> MailboxSecret:
        """Raises NoKey where the mailbox is another's."""
        lookup = bytes(mailbox.lookup)
        secret = next((each for each in self._each() if each.lookup == lookup), None)
        if secret is None or mailbox.community_id != self.community_id:
            raise NoKey
        return secret

    def new_mailbox(self) -> tuple[Mailbox, MailboxSecret]:
        """The next free one, saved. The limit on open requests is the caller's rule."""
        taken = Mailbox.objects.filter(self.my_mailboxes()).values_list("lookup", flat=True)
        used = {bytes(lookup) for lookup in taken}
        for lookup, secret in self.mailbox_secrets.items():
            if lookup in used:
                continue
            box = Mailbox(community_id=self.community_id, lookup=lookup, public=secret.public)
            try:
                with transaction.atomic():
                    box.save(force_insert=True)
            except IntegrityError:  # a second tab took it meanwhile
                continue
            return box, secret
        raise NoMailboxLeft

    def keys(self) -> "Q":
        """The SafeKeys that this keyring could open now, as a holder."""
        return alive(self.holder_id, timezone.now())

    def open_safe(self, safe_id: str) -> OpenSafe:
        """As a holder. Raises NoKey when there is none, it is only offered, or its time is over."""
        key = _held.first(holder=self.holder_id, safe=safe_id, now=timezone.now())
        if key is None:
            raise NoKey
        return unseal_safe_key(key, self.private)

    def open_safe_as_seeker(self, safe_id: str, mailbox: Mailbox) -> OpenSafe:
        """As the writer. Raises NoKey where the mailbox is another's or the key is gone."""
        secret = self.secret_of(mailbox)
        key = _seekers.first(safe=safe_id, mailbox=mailbox.pk)
        if key is None:
            raise NoKey
        return unseal_safe_key(key, secret.private)

    def unseal(self, blob: primitives.Blob) -> bytes:
        """Opens a sealed box made for this person."""
        return primitives.unseal_from(self.private, blob)


def alive(holder: str, now: datetime) -> Q:
    """SafeKeys that this holder could open at that moment."""
    return (Q(until__isnull=True) | Q(until__gt=now)) & Q(holder_id=holder, state=KeyState.ACTIVE)


_held = Rows(lambda holder, safe, now: SafeKey.objects.filter(alive(holder, now), safe_id=safe), "safe")
_seekers = Rows(lambda safe, mailbox: SafeKey.objects.filter(safe_id=safe, mailbox_id=mailbox), "safe")


def keyring_of(holder: Keyholder, private: bytes) -> Keyring:
    return Keyring(holder_id=holder.pk, community_id=holder.community_id, private=private)
