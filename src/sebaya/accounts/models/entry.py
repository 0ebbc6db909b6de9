from django.db import models

from sebaya.accounts.models.people import Person
from sebaya.communities.ids import RandomIdModel


class SlipKind(models.TextChoices):
    ACTIVATE = "aktivasi"
    RESET = "ulang"


class Slip(RandomIdModel):
    """A printed code that opens the way in once. Only its fingerprint is kept.

    A used one stays until its day is over, so that a second click is told "sudah dipakai" instead of "salah".
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="slip")
    kind = models.CharField(max_length=8, choices=SlipKind.choices)
    fingerprint = models.BinaryField(max_length=32, unique=True)
    ends = models.DateField()
    used = models.BooleanField(default=False)


class SignIn(models.Model):
    """A browser that is signed in. Its content is sealed under a key derived from the cookie and padded, so that
    a copy of the database shows neither who it is nor when they came; `ends` stands on a 30-minute grid.
    """

    mark = models.CharField(max_length=64, primary_key=True)  # derived from the cookie, not the cookie
    content = models.BinaryField()
    ends = models.DateTimeField(db_index=True)
