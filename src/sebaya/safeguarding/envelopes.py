"""The emergency envelope in the school's safe: it opens one name, then a new one takes its place."""

from django.db import transaction

from sebaya.accounts import contacts
from sebaya.accounts.models import ContactKey, Person
from sebaya.audit.record import record
from sebaya.communities.models import Community
from sebaya.notices.actions import notify
from sebaya.support import fulfil, readers
from sebaya.support.models import IdentityKey
from sebaya.vault import recovery
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import HolderKind, Keyholder


class MadeMeanwhile(Exception):
    """Another envelope was made since the page was opened: a second press would end the first one's code."""


def newest(community: Community) -> int:
    """Number of the last envelope that was ever made; 0 before the first."""
    sheets = Keyholder.objects.filter(community=community, kind=HolderKind.SHEET)
    return max(sheets.values_list("number", flat=True), default=0)


def end(holder_id: str) -> None:
    """A spent or replaced envelope holds nothing any more."""
    IdentityKey.objects.filter(holder_id=holder_id).delete()
    ContactKey.objects.filter(holder_id=holder_id).delete()


@transaction.atomic
def renew(*, by: Person, keyring: Keyring, after: int) -> tuple[int, str]:
    """(number, code) of a new envelope that holds what this second key holder holds; the one before ends.

    `after` is the number that the page showed. Raises MadeMeanwhile when there is a newer one.
    """
    community = Community.objects.select_for_update().get(pk=by.community_id)
    if newest(community) != after:
        raise MadeMeanwhile
    old = recovery.emergency_sheet(community)
    number, code = recovery.make_emergency_sheet(community)
    while contacts.share(keyring, community) or fulfil.sheet_halves(keyring, community):
        pass
    if old is not None:
        end(old.pk)
    record("envelope.new", community=community, by=by, number=number)
    told = [each.person for each in readers.second_key_holders(community) if each.person]
    told += [each.person for each in readers.counsellors(community) if each.person]
    notify("envelope.new", to=[person for person in told if person.pk != by.pk], about=str(number))
    return number, code
