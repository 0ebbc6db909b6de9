from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sebaya.communities.ids import RandomIdModel
from sebaya.communities.models import Community


class Level(models.TextChoices):
    YELLOW = "yellow", _("Kuning")
    ORANGE = "orange", _("Jingga")
    RED = "red", _("Merah")


RANK = {"": 0, Level.YELLOW: 1, Level.ORANGE: 2, Level.RED: 3}


class Source(models.TextChoices):
    SYSTEM = "sistem", _("sistem")
    BUTTON = "tombol", _("tombol")
    SUPPORTER = "pendukung", _("pendukung")
    STAFF = "staf", _("staf")
    REPORT = "laporan", _("laporan")


class State(models.TextChoices):
    OPEN = "terbuka", _("Menunggu")
    ACKNOWLEDGED = "ditangani", _("Ditangani")
    CLOSED = "selesai", _("Selesai")


MOVES = {
    State.OPEN: {State.ACKNOWLEDGED},
    State.ACKNOWLEDGED: {State.CLOSED, State.OPEN},  # open again when a worse sign comes
    State.CLOSED: set(),
}


class Outcome(models.TextChoices):
    ACTED = "bertindak", _("Sudah ditangani")
    NO_SIGN = "bukan", _("Bukan tanda")


class Flag(RandomIdModel):
    """One open flag per thing; the highest level counts. Which clue raised it is sealed elsewhere."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE)
    subject = models.CharField(max_length=16)  # id of what it stands on
    kind = models.CharField(max_length=16)  # what that is: a room registers its kinds
    level = models.CharField(max_length=8, choices=Level.choices)
    source = models.CharField(max_length=12, choices=Source.choices)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    raised_at = models.DateTimeField()
    due = models.DateTimeField()  # when somebody must have acknowledged
    call_at = models.DateTimeField(null=True)  # red, orange: the next adult is called then, if nobody acknowledged
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="acknowledged_flags"
    )
    acknowledged_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject"], condition=~Q(state="selesai"), name="flag_one_open_per_subject"
            )
        ]
        indexes = [
            models.Index(fields=["community", "state", "due"]),
            models.Index(fields=["call_at"], condition=Q(state="terbuka"), name="flag_to_call"),
        ]


class Call(RandomIdModel):
    """An adult who was called to a red or orange flag, and when."""

    flag = models.ForeignKey(Flag, on_delete=models.CASCADE, related_name="calls")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="flag_calls")
    at = models.DateTimeField()
    level = models.CharField(max_length=8, choices=Level.choices)  # of the flag at that time: a worse one begins anew
    round = models.PositiveSmallIntegerField(default=1)
