"""The two recovery sheets A⊕B and the emergency sheet: paper that holds a private key."""

from dataclasses import dataclass, field

from sebaya.communities.models import Community
from sebaya.vault import codes, primitives
from sebaya.vault.errors import WrongSecret
from sebaya.vault.keyring import Keyring, keyring_of
from sebaya.vault.models import HolderKind, Keyholder


@dataclass(frozen=True, slots=True)
class Sheets:
    """What is printed once and kept by two people who are not each other's superiors."""

    a: str = field(repr=False)
    b: str = field(repr=False)


def make_sheets(community: Community) -> Sheets:
    """A new recovery pair; sheets made earlier keep opening only what was sealed to them."""
    Keyholder.objects.filter(community=community, kind=HolderKind.RECOVERY).update(retired=True)
    public, private = primitives.key_pair()
    Keyholder.objects.create(community=community, kind=HolderKind.RECOVERY, public=public)
    half = primitives.random_key()
    return Sheets(codes.write_checked(half), codes.write_checked(primitives.xor(half, private)))


def open_sheets(community: Community, a: str, b: str) -> Keyring:
    """The keyring of the recovery pair. Raises WrongSecret for sheets that do not belong together."""
    private = primitives.xor(codes.read_checked(a), codes.read_checked(b))
    return _keyring(community, HolderKind.RECOVERY, private)


def make_emergency_sheet(community: Community) -> tuple[int, str]:
    """(number of the envelope, code). The one before it is retired."""
    sheets = Keyholder.objects.filter(community=community, kind=HolderKind.SHEET)
    number = max(sheets.values_list("number", flat=True), default=0) + 1
    sheets.update(retired=True)
    public, private = primitives.key_pair()
    Keyholder.objects.create(community=community, kind=HolderKind.SHEET, public=public, number=number)
    return number, codes.write_checked(private)


def open_emergency_sheet(community: Community, code: str) -> Keyring:
    """Raises WrongSecret for a code that is none of this community, was used, or has been replaced."""
    return _keyring(community, HolderKind.SHEET, codes.read_checked(code), retired=False)


def spend_emergency_sheet(holder_id: str) -> bool:
    """An envelope opens once. False when it was spent already, by whoever was quicker."""
    return bool(Keyholder.objects.filter(pk=holder_id, kind=HolderKind.SHEET, retired=False).update(retired=True))


def emergency_sheet(community: Community) -> Keyholder | None:
    """The one that lies in the safe now."""
    return Keyholder.objects.filter(community=community, kind=HolderKind.SHEET, retired=False).first()


def _keyring(community: Community, kind: str, private: bytes, **more: bool) -> Keyring:
    public = primitives.public_of(private)
    holder = Keyholder.objects.filter(community=community, kind=kind, public=public, **more).first()
    if holder is None:
        raise WrongSecret
    return keyring_of(holder, private)
