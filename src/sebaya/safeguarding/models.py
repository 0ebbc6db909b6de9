from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sebaya.communities.ids import RandomIdModel
from sebaya.communities.models import Community
from sebaya.support.models import Request
from sebaya.vault.models import Keyholder

PERSON = settings.AUTH_USER_MODEL


class RevealReason(models.TextChoices):
    SELF = "diri", _("Bahaya bagi dirinya sendiri")
    OTHERS = "orang", _("Bahaya dari orang lain")
    WISH = "mau", _("Penulis sendiri menginginkannya")
    ORDER = "perintah", _("Perintah hukum tertulis")


class RevealState(models.TextChoices):
    ASKED = "diminta", _("Menunggu orang kedua")
    APPROVED = "disetujui", _("Disetujui")
    REFUSED = "ditolak", _("Ditolak")
    LAPSED = "lewat", _("Lewat waktu")
    OPENED = "dibuka", _("Sudah dibuka")


REVEAL_MOVES = {
    RevealState.ASKED: {RevealState.APPROVED, RevealState.REFUSED, RevealState.LAPSED},
    RevealState.APPROVED: {RevealState.OPENED, RevealState.LAPSED},
    RevealState.OPENED: set(),
    RevealState.REFUSED: set(),
    RevealState.LAPSED: set(),
}


class Reveal(RandomIdModel):
    """One adult asks for a name with a reason; another person, who holds the second key, decides."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE)
    request = models.ForeignKey(Request, on_delete=models.CASCADE, related_name="reveals")
    asked_by = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=10, choices=RevealReason.choices)
    state = models.CharField(max_length=10, choices=RevealState.choices, default=RevealState.ASKED)
    asked_at = models.DateTimeField()
    decided_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    sealed_name = models.BinaryField(null=True)  # the member's id and contacts, to the asker alone
    by_sheet = models.PositiveIntegerField(default=0)  # number of the emergency envelope, if that was opened
    reviewed = models.BooleanField(default=False)  # an opened envelope is looked at the next school day

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["request", "asked_by"], condition=Q(state="diminta"), name="reveal_asked_once"
            )
        ]


class RevealBox(RandomIdModel):
    """What the asker tells one second key holder: k1 and the words of the reason. Gone once decided."""

    reveal = models.ForeignKey(Reveal, on_delete=models.CASCADE, related_name="boxes")
    holder = models.ForeignKey(Keyholder, on_delete=models.CASCADE)
    sealed = models.BinaryField()
