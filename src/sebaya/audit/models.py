from django.conf import settings
from django.db import models

from sebaya.communities.ids import RandomIdModel
from sebaya.communities.models import Community


class Subject(RandomIdModel):
    """A random token that stands for a person in the log; deleting this row erases the person from it."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="audit_subject")


class Event(models.Model):
    """One thing done. No foreign keys to what it is about: the log outlives it."""

    community = models.ForeignKey(Community, on_delete=models.PROTECT, null=True)
    at = models.DateTimeField()
    kind = models.CharField(max_length=48)
    by = models.CharField(max_length=16, blank=True)  # a Subject's token, or empty for the system or a seeker
    about = models.CharField(max_length=16, blank=True)  # id of the thing, or a Subject's token
    detail = models.JSONField(default=dict)  # numbers and codes only

    class Meta:
        indexes = [
            models.Index(fields=["community", "at"]),
            models.Index(fields=["community", "about", "kind"]),
            models.Index(fields=["community", "by", "kind"]),
        ]


class Digest(models.Model):
    """BLAKE2b over a day's rows and the day before: a changed or missing row shows in `doctor`."""

    day = models.DateField(unique=True)
    rows = models.PositiveIntegerField()
    value = models.CharField(max_length=64)
