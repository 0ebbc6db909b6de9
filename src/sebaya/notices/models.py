from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from sebaya.communities.ids import RandomIdModel
from sebaya.communities.models import Community


class ChannelKind(models.TextChoices):
    MAIL = "surel", _("Surel")
    WEBHOOK = "webhook", _("Webhook, misalnya gerbang SMS")


class Channel(RandomIdModel):
    """A way to reach an adult who has no page open. It counts only after a test was answered."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField(max_length=8, choices=ChannelKind.choices)
    target = models.BinaryField()  # sealed under the server key: address or webhook URL with its secret
    proof = models.CharField(max_length=64, blank=True)  # derived from the code that the test carried
    proved_on = models.DateField(null=True)
    failing = models.BooleanField(default=False)


class NoticeState(models.TextChoices):
    WAITING = "menunggu", _("Menunggu")
    SENT = "terkirim", _("Terkirim")
    FAILED = "gagal", _("Gagal")


class Notice(RandomIdModel):
    """One message to one channel. Its text is made from `kind` alone and holds nothing of anyone."""

    community = models.ForeignKey(Community, on_delete=models.CASCADE)
    channel = models.ForeignKey(Channel, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=24)
    about = models.CharField(max_length=16, blank=True)
    extra = models.CharField(max_length=16, blank=True)  # the code of a test, never anything of a person
    state = models.CharField(max_length=8, choices=NoticeState.choices, default=NoticeState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["state", "due"])]
