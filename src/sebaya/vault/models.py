from django.conf import settings
from django.db import models
from django.db.models import Q

from sebaya.communities.ids import RandomIdModel
from sebaya.communities.models import Community
from sebaya.vault import primitives


class HolderKind(models.TextChoices):
    PERSON = "person"
    RECOVERY = "recovery"  # the two sheets A⊕B
    SHEET = "sheet"  # the emergency sheet in the school's safe


class KeyState(models.TextChoices):
    OFFERED = "offered"  # sealed for somebody who sees no words yet: a candidate, an adult who may be called
    ACTIVE = "active"


class Purpose(models.TextChoices):
    TALK = "talk"
    CONSULT = "consult"
    FILE = "file"
    MATCH = "match"


def fresh_epoch() -> bytes:
    """Random, so that it does not tell when somebody last ended the PINs on their phones."""
    return primitives.random_salt()


class Keyholder(RandomIdModel):
    """A key pair that can hold safes: of a person, of the recovery sheets, of the emergency sheet."""

    community = models.ForeignKey(Community, on_delete=models.PROTECT)
    kind = models.CharField(max_length=8, choices=HolderKind.choices, default=HolderKind.PERSON)
    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, null=True, related_name="keyholder"
    )
    public = models.BinaryField(max_length=32)
    salt = models.BinaryField(max_length=16, null=True)
    verifier = models.BinaryField(max_length=32, null=True)
    wrapped = models.BinaryField(null=True)  # private key under the password's KEK
    recovery_wrapped = models.BinaryField(null=True)  # staff: under the printed recovery key
    number = models.PositiveIntegerField(default=0)  # of an emergency sheet's envelope
    retired = models.BooleanField(default=False)
    device_epoch = models.BinaryField(max_length=16, default=fresh_epoch)  # another one ends all copies on phones

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="person", person__isnull=False) | (~Q(kind="person") & Q(person__isnull=True)),
                name="keyholder_person_iff_kind",
            )
        ]


class Mailbox(RandomIdModel):
    """The seeker's side of one request: derived from a private key nobody has, linked to nobody."""

    community = models.ForeignKey(Community, on_delete=models.PROTECT)
    lookup = models.BinaryField(max_length=32)
    public = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["community", "lookup"], name="mailbox_lookup_once")]


class Safe(RandomIdModel):
    """A random key for exactly one list of readers."""

    community = models.ForeignKey(Community, on_delete=models.PROTECT)
    purpose = models.CharField(max_length=12, choices=Purpose.choices)


class SafeKey(RandomIdModel):
    """A safe's key sealed to one holder or one mailbox."""

    safe = models.ForeignKey(Safe, on_delete=models.CASCADE, related_name="keys")
    holder = models.ForeignKey(Keyholder, on_delete=models.CASCADE, null=True, related_name="safe_keys")
    mailbox = models.ForeignKey(Mailbox, on_delete=models.CASCADE, null=True, related_name="safe_keys")
    sealed = models.BinaryField()
    state = models.CharField(max_length=8, choices=KeyState.choices, default=KeyState.ACTIVE)
    since = models.DateField(null=True)
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["safe", "holder"], name="safekey_holder_once"),
            models.UniqueConstraint(fields=["safe", "mailbox"], name="safekey_mailbox_once"),
            models.CheckConstraint(
                condition=Q(holder__isnull=True, mailbox__isnull=False) | Q(holder__isnull=False, mailbox__isnull=True),
                name="safekey_one_reader",
            ),
        ]


class PendingGrant(RandomIdModel):
    """ "This reader should get this key": done by the next signed-in holder, never by a job."""

    safe = models.ForeignKey(Safe, on_delete=models.CASCADE, related_name="pending")
    holder = models.ForeignKey(Keyholder, on_delete=models.CASCADE, related_name="pending")
    state = models.CharField(max_length=8, choices=KeyState.choices, default=KeyState.ACTIVE)
    until = models.DateTimeField(null=True)
    confirmed = models.BooleanField(default=True)  # a new counsellor waits for a reader's confirmation

    class Meta:
        constraints = [models.UniqueConstraint(fields=["safe", "holder"], name="pendinggrant_once")]


class DeviceCopy(RandomIdModel):
    """ "Ini HP-ku sendiri": the private key under a PIN and a secret that only this phone's cookie has.

    Whose it is stands in `owner`, sealed under that secret: the row itself leads to nobody (decide/0010).
    """

    mark = models.BinaryField(max_length=32, unique=True)  # derived from the device secret
    owner = models.BinaryField()
    salt = models.BinaryField(max_length=16)
    wrapped = models.BinaryField()
    tries_left = models.PositiveSmallIntegerField(default=5)
    ends = models.DateField()
