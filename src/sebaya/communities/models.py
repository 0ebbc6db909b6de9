from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from sebaya.communities.defaults import Kind, Language, Mode, Size
from sebaya.communities.ids import RandomIdModel
from sebaya.communities.names import check_slug, check_zone


class Community(RandomIdModel):
    """A school or another community. Everything else belongs to exactly one."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.SMP)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.INDONESIAN)
    timezone = models.CharField(max_length=40, default="Asia/Jakarta")
    mode = models.CharField(max_length=8, choices=Mode.choices, default=Mode.ONLINE)
    size = models.CharField(max_length=8, choices=Size.choices, default=Size.SMALL)
    school_days = models.CharField(max_length=7, default="12345")  # ISO weekdays
    school_ends = models.TimeField(default="15:30")
    peer_opens = models.TimeField(default="15:30")
    peer_closes = models.TimeField(default="20:30")
    max_open_per_supporter = models.PositiveSmallIntegerField(
        default=2, validators=[MinValueValidator(1), MaxValueValidator(6)]
    )
    max_open_requests = models.PositiveSmallIntegerField(
        default=2, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    max_age_gap = models.PositiveSmallIntegerField(default=3)
    same_gender_only = models.BooleanField(default=False)
    peer_door = models.BooleanField(default=True)
    safeguard_contact = models.CharField(max_length=160, blank=True)
    help_nearby = models.CharField(max_length=200, blank=True)
    plain_http_waiver = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "communities"

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        check_slug(self.slug)
        check_zone(self.timezone)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.full_clean(validate_unique=False, validate_constraints=False)
        super().save(*args, **kwargs)
