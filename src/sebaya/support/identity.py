"""The name behind a request: sealed under k1⊕k2, so that it takes two people to read it."""

from sebaya.accounts.models import Person
from sebaya.support import readers
from sebaya.support.models import Identity, IdentityKey, Request
from sebaya.vault import primitives
from sebaya.vault.errors import NoKey, Tampered
from sebaya.vault.keyring import Keyring, MailboxSecret
from sebaya.vault.models import Keyholder


def seal_identity(request: Request, person: Person, secret: MailboxSecret, second: list[Keyholder]) -> Identity:
    """Made while asking, in the seeker's own session."""
    identity = Identity(request=request)
    key = primitives.xor(secret.half("k1"), secret.half("k2"))
    identity.sealed = primitives.seal(person.pk.encode(), key, _place(request, identity.pk))
    identity.save(force_insert=True)
    for holder in second:
        readers.give_half(request, "k2", secret.half("k2"), holder)
    return identity


def open_identity(request: Request, first: bytes, second: bytes) -> str:
    """The member's id. Raises Tampered when the halves do not belong to this request."""
    identity = Identity.objects.get(request=request)
    key = primitives.xor(first, second)
    return primitives.unseal(identity.sealed, key, _place(request, identity.pk)).decode()


def half_of(keyring: Keyring, request: Request, half: str) -> bytes:
    """A half that was sealed to this holder. Raises NoKey when there is none."""
    rows = IdentityKey.objects.filter(identity__request=request, holder_id=keyring.holder_id, half=half)
    row = rows.first()
    if row is None:
        raise NoKey
    return unbox_half(keyring, row.sealed, request, half)


def unbox_half(keyring: Keyring, box: bytes | memoryview, request: Request, half: str) -> bytes:
    boxed = keyring.unseal(box)
    label, key = boxed[: -primitives.KEY_BYTES], boxed[-primitives.KEY_BYTES :]
    if label != primitives.context(request.pk, half):
        raise Tampered
    return key


def give_name(request: Request, person: Person, to: Keyholder) -> None:
    """ "Kasih tahu namaku": the seeker seals their own id to one adult."""
    sealed = primitives.seal_to(to.public, primitives.context(request.pk, "given") + person.pk.encode())
    IdentityKey.objects.update_or_create(
        identity=request.identity, holder=to, half="given", defaults={"sealed": sealed, "until": None}
    )


def given_name(keyring: Keyring, request: Request) -> str | None:
    """The member's id, if the seeker chose to tell this adult."""
    row = IdentityKey.objects.filter(identity__request=request, holder_id=keyring.holder_id, half="given").first()
    if row is None:
        return None
    label = primitives.context(request.pk, "given")
    boxed = keyring.unseal(row.sealed)
    if not boxed.startswith(label):
        raise Tampered
    return boxed[len(label) :].decode()


def _place(request: Request, identity: str) -> bytes:
    return primitives.context(request.community_id, request.pk, "identity", identity)
