"""Choices and defaults of a community: programme policy, never called law (product.md, Defaults)."""

from datetime import timedelta

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    SMP = "smp", _("SMP atau MTs")
    SMA = "sma", _("SMA, SMK, atau MA")
    BOARDING = "asrama", _("Pesantren atau asrama")
    CAMPUS = "kampus", _("Kampus")
    OTHER = "lain", _("Komunitas lain")


class Language(TextChoices):
    INDONESIAN = "id", "Bahasa Indonesia"
    ENGLISH = "en", "English"


class Mode(TextChoices):
    ONLINE = "daring", _("Daring: bisa dibuka dari rumah")
    ROOM = "ruang", _("Ruang: hanya jaringan sekolah")
    PAPER = "kertas", _("Kertas: hari tanpa internet")


class Size(TextChoices):
    SMALL = "kecil", _("Kecil: kotak dan konselor dulu")
    FULL = "penuh", _("Penuh")


OFFER_OPEN = timedelta(hours=4)  # duty hours an offer stays open
REPLY_DUE = timedelta(hours=24)  # a message of a seeker is answered within this
SESSION_LENGTH = timedelta(minutes=60)  # one conversation sitting: 45 to 60 minutes
SUPPORTER_KEY_AFTER_CLOSE = timedelta(days=14)
DUTY_KEY = timedelta(hours=72)  # a duty adult reads the flagged conversation this long
TALK_KEPT = timedelta(days=365)
UNANSWERED_KEPT = timedelta(days=90)
NOTICES_KEPT = timedelta(days=30)
