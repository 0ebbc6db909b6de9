from django.conf import settings
from django.db import models

from sebaya.communities.ids import RandomIdModel

PERSON = settings.AUTH_USER_MODEL


class PaperRecord(RandomIdModel):
    """Two raters' role-play sheets, typed in. Levels per item: 1 harmful … 4 advanced."""

    person = models.ForeignKey(PERSON, on_delete=models.CASCADE, related_name="paper_records")
    assessed_on = models.DateField()
    first_rater = models.CharField(max_length=120)
    second_rater = models.CharField(max_length=120)
    first_levels = models.JSONField()  # {item code: 1…4}
    second_levels = models.JSONField()
    hours = models.PositiveSmallIntegerField()  # guided hours attended
    typed_by = models.ForeignKey(PERSON, on_delete=models.SET_NULL, null=True, related_name="+")
