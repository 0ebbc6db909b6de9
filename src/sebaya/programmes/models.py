from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sebaya.communities.ids import RandomIdModel
from sebaya.communities.models import Community

PERSON = settings.AUTH_USER_MODEL


class DutySlot(RandomIdModel):
    """An adult on duty: weekday, hours, and their place in the order of calling."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="duty_slots")
    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="duty_slots")
    weekday = models.PositiveSmallIntegerField()  # ISO: 1 is Monday
    starts = models.TimeField()
    ends = models.TimeField()
    place = models.PositiveSmallIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(weekday__gte=1, weekday__lte=7), name="duty_weekday"),
            models.CheckConstraint(condition=Q(ends__gt=F("starts")), name="duty_ends_after_start"),
            models.UniqueConstraint(fields=["person", "weekday", "starts"], name="duty_slot_once"),
        ]


class HoldReason(models.TextChoices):
    TRAINING = "latihan", _("Belum lulus latihan")
    CONSENT = "izin", _("Izin belum ada atau ditarik")
    REST = "istirahat", _("Istirahat")
    SUPERVISION = "supervisi", _("Supervisi terlewat")
    INCIDENT = "kejadian", _("Ada kejadian yang sedang dibicarakan")
    EXAMS = "ujian", _("Masa ujian")
    SUSPENDED = "henti", _("Dihentikan sementara")


class Hold(RandomIdModel):
    """A reason why a supporter gets no offers, until when."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="holds")
    reason = models.CharField(max_length=12, choices=HoldReason.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    lifted = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "reason"], condition=Q(lifted=False), name="hold_once_per_reason")
        ]


class ConsentKind(models.TextChoices):
    PARENT = "wali", _("Izin orang tua atau wali")
    ASSENT = "siswa", _("Persetujuan siswa")
    ETHICS = "etika", _("Kode etik ditandatangani")


class Evidence(models.TextChoices):
    PAPER = "kertas", _("Formulir kertas bertanda tangan")
    CODE = "kode", _("Kode pada slip")
    MEETING = "rapat", _("Berita acara rapat orang tua")


class Consent(RandomIdModel):
    """Who agreed to what, and how one can see that they did."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="consents")
    kind = models.CharField(max_length=8, choices=ConsentKind.choices)
    evidence = models.CharField(max_length=8, choices=Evidence.choices)
    reference = models.CharField(max_length=60, blank=True)  # where the paper lies
    given_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    recorded_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "kind"], condition=Q(withdrawn_on__isnull=True), name="consent_once"
            )
        ]
