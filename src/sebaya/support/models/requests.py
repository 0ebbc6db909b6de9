from django.conf import settings
from django.db import models
from django.db.models import Q

from sebaya.communities.ids import RandomIdField, RandomIdModel
from sebaya.communities.models import Community
from sebaya.support.choices import CloseReason, DeclineReason, Door, Lead, RequestState
from sebaya.support.choices import OfferState as OfferState
from sebaya.vault.models import Keyholder, Mailbox, Safe

PERSON = settings.AUTH_USER_MODEL


class Request(RandomIdModel):
    """Someone asked. The row knows a mailbox and safes, never a member (vault.md, Unlinkability)."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="requests")
    door = models.CharField(max_length=8, choices=Door.choices)
    state = models.CharField(max_length=10, choices=RequestState.choices, default=RequestState.WAITING)
    lead = models.CharField(max_length=8, choices=Lead.choices, default=Lead.NOBODY)
    alias = models.CharField(max_length=40)
    topics = models.JSONField(default=list)  # topic codes
    once = models.BinaryField(max_length=32, unique=True)  # from the form's key: a double click is one request
    mailbox = models.OneToOneField(Mailbox, on_delete=models.PROTECT, related_name="request")
    talk = models.OneToOneField(Safe, on_delete=models.PROTECT, related_name="+")
    file = models.OneToOneField(Safe, on_delete=models.PROTECT, related_name="+")
    match = models.OneToOneField(Safe, on_delete=models.PROTECT, related_name="+", null=True)
    sealed_match = models.BinaryField(null=True)  # ordered candidates, exclusions of groups: in `match`
    sealed_file = models.BinaryField(null=True)  # exclusions and k1: in `file`
    away = models.BinaryField(default=bytes)  # one-way marks of excluded people, keyed by `talk`, padded
    supporter = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="supported")
    counsellor = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="counselled")
    opened_at = models.DateTimeField()
    first_answer_at = models.DateTimeField(null=True)
    reply_due = models.DateTimeField(null=True)  # a word of the seeker waits for an answer until then
    last_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    closed_because = models.CharField(max_length=10, choices=CloseReason.choices, blank=True)
    tried = models.JSONField(default=list)  # supporters already asked, as marks under the server key
    adult_asked = models.BooleanField(default=False)  # "aku butuh orang dewasa sekarang", not answered yet

    class Meta:
        indexes = [
            models.Index(fields=["community", "state", "reply_due"]),
            models.Index(fields=["community", "supporter", "state"]),
        ]

    @property
    def state_words(self) -> str:
        """As `get_state_display`, which makes a new table of all choices with every row."""
        return str(RequestState(self.state).label)


class Offer(RandomIdModel):
    """A request offered to one supporter: topic and form, never words.

    One that came to nothing forgets its request and its hour: a supporter never gets a request from their
    own class, so a list of who was offered would tell which classes the seeker is not in.
    """

    request = models.ForeignKey(Request, on_delete=models.CASCADE, null=True, related_name="offers")
    supporter = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="offers")
    state = models.CharField(max_length=10, choices=OfferState.choices, default=OfferState.OPEN)
    place = models.PositiveSmallIntegerField()
    parts = models.JSONField(default=dict)  # the score, part by part
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason = models.CharField(max_length=10, choices=DeclineReason.choices, blank=True)
    override = models.BooleanField(default=False)  # a counsellor chose, with a reason in `file`

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "supporter"], condition=Q(state="open"), name="offer_once_while_open"
            ),
            models.UniqueConstraint(fields=["request"], condition=Q(state="accepted"), name="offer_accepted_once"),
        ]
        indexes = [models.Index(fields=["supporter", "state"])]


class Identity(models.Model):
    """AEAD(k1⊕k2, member id), bound to its request. k1 lies in `file`; k2 with each second key holder."""

    id = RandomIdField()
    request = models.OneToOneField(Request, on_delete=models.CASCADE, related_name="identity")
    sealed = models.BinaryField()


class IdentityKey(RandomIdModel):
    """A half of an identity's key, sealed to one holder: k2 to second key holders and the emergency
    sheet, k1 to an adult who was called to red (until), whole to an adult the seeker chose to tell.
    """

    identity = models.ForeignKey(Identity, on_delete=models.CASCADE, related_name="keys")
    holder = models.ForeignKey(Keyholder, on_delete=models.CASCADE)
    half = models.CharField(max_length=5, choices=[("k1", "k1"), ("k2", "k2"), ("given", "given")])
    sealed = models.BinaryField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["identity", "holder", "half"], name="identitykey_once")]


class ReEntry(RandomIdModel):
    """A way back to one conversation after a member's reset: handed over in person, used once."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="reentries")
    fingerprint = models.BinaryField(max_length=32, unique=True)
    sealed = models.BinaryField()  # the keys of talk and match, under the code
    ends_at = models.DateTimeField()


class SealedClue(RandomIdModel):
    """Which clues a flag has, and what was done about it: sealed in `talk` or `file` of the request."""

    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="clues")
    flag = models.CharField(max_length=16)
    kind = models.CharField(max_length=8, choices=[("clue", "clue"), ("outcome", "outcome")])
    safe = models.ForeignKey(Safe, on_delete=models.PROTECT, related_name="+")
    sealed = models.BinaryField()
    at = models.DateTimeField()
