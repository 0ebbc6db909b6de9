from django.conf import settings
from django.db import models

from sebaya.communities.ids import RandomIdModel

PERSON = settings.AUTH_USER_MODEL


class SupporterProfile(models.Model):
    """What a seeker sees of a supporter when choosing, and nothing else."""

    person = models.OneToOneField(PERSON, on_delete=models.CASCADE, primary_key=True, related_name="profile")
    nickname = models.CharField(max_length=40)
    topics = models.JSONField(default=list)  # topic codes they are at ease with
    experiences = models.JSONField(default=list)  # topic codes they lived through and chose to show
    resting = models.BooleanField(default=False)  # by their own wish; no reason asked

    def __str__(self) -> str:
        return self.nickname


class Block(RandomIdModel):
    """This supporter and the owner of this mailbox do not meet again. Nobody learns why."""

    supporter = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="blocks")
    lookup = models.BinaryField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["supporter", "lookup"], name="block_once")]
