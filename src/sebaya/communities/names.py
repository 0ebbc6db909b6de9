"""What a community may be called in an address, and where its clock may stand."""

import re
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHORT = {"wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura"}
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
GLOBAL = frozenset(
    {
        "", "static", "akun", "tentang", "kerahasiaan", "bantuan", "orang-tua", "tips-belajar", "bahasa", "sehat",
        "kebijakan",
    }
)  # fmt: skip
"""First parts of the addresses that belong to the installation; a test compares them with `config.urls`."""
KEPT_FREE = frozenset({"admin", "api", "belajar", "events", "media"})
"""The neutral page of every community, and what proxies and visitors expect to be something else."""


def check_slug(slug: str) -> None:
    """Raises ValidationError for what is no slug or is an address of the installation."""
    if not SLUG.fullmatch(slug) or slug in GLOBAL | KEPT_FREE:
        words = _("Alamat pendek harus huruf kecil, angka, dan tanda hubung, dan belum dipakai oleh Sebaya.")
        raise ValidationError(words)


def zone_named(text: str) -> str:
    """WIB, WITA, WIT or a name of the time zone database; the name is returned."""
    return SHORT.get(text.strip().lower(), text.strip())


def check_zone(name: str) -> None:
    """Raises ValidationError for a time zone that this machine does not know."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        words = _("Zona waktu %(zone)s tidak dikenal. Pakai WIB, WITA, WIT, atau nama seperti Asia/Dili.")
        raise ValidationError(words % {"zone": name}) from error
