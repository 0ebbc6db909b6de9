"""The neutral page: a plausible week at school that says nothing about anyone."""

from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from sebaya.communities import clock
from sebaya.communities.models import Community
from sebaya.ui import moments

LESSONS = (
    (_("Matematika"), _("Bahasa Indonesia"), _("IPA"), _("Seni Budaya"), _("Olahraga")),
    (_("IPS"), _("Matematika"), _("Bahasa Inggris"), _("Agama"), _("Prakarya")),
    (_("Bahasa Inggris"), _("IPA"), _("Matematika"), _("Bahasa Daerah"), _("PKn")),
    (_("Agama"), _("IPS"), _("Bahasa Indonesia"), _("Informatika"), _("Pramuka")),
)
HOURS = ("07.00", "08.20", "10.00", "11.20")


def week(community: Community) -> dict[str, Any]:
    """Five days from Monday of this week, and what is taught when."""
    today = clock.local(community).date()
    monday = today - timedelta(days=today.weekday())
    days = [monday + timedelta(days=n) for n in range(5)]
    rows = list(zip(HOURS, LESSONS, strict=True))
    return {"days": days, "week": moments.days(days[0], days[-1]), "rows": rows, "today": today}
