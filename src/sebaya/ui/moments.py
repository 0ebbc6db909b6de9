"""How moments are said: what is left on a clock, the part of a day, a time. Aware in, local out."""

from datetime import datetime, timedelta
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

SOON = timedelta(minutes=30)  # below this a clock is coloured, so that the eye finds it
HOURS_UNTIL = timedelta(hours=12)  # beyond this a day's name says more than a number of hours
MORNING, NOON, AFTERNOON, EVENING = 4, 11, 15, 18  # hours at which Indonesian speakers change the greeting


class Clock(NamedTuple):
    words: str
    mood: str  # "", "soon" or "late"


def clock(due: datetime, now: datetime | None = None) -> Clock:
    """What a clock shows for a due time."""
    now = now or timezone.now()
    left = due - now
    if left < timedelta(0):
        return Clock(_("lewat %(time)s") % {"time": span(-left)}, "late")
    if left < HOURS_UNTIL:
        return Clock(_("%(time)s lagi") % {"time": span(left)}, "soon" if left <= SOON else "")
    return Clock(day(due, now), "")


def span(length: timedelta) -> str:
    """A length in its largest whole unit."""
    minutes = max(1, int(length.total_seconds() // 60))
    if minutes < 60:
        return _("%(n)s mnt") % {"n": minutes}
    if minutes < 24 * 60:
        return _("%(n)s jam") % {"n": minutes // 60}
    days = minutes // (24 * 60)
    return _("1 hari") if days == 1 else _("%(n)s hari") % {"n": days}


def day(moment: datetime, now: datetime | None = None) -> str:
    """'hari ini', 'besok', 'kemarin', a weekday within a week, else the date."""
    local, today = timezone.localtime(moment).date(), timezone.localtime(now or timezone.now()).date()
    distance = (local - today).days
    near = {-1: _("kemarin"), 0: _("hari ini"), 1: _("besok")}
    if distance in near:
        return near[distance]
    if abs(distance) < 7:
        return date_format(local, "l")
    return date_format(local, "j M" if local.year == today.year else "j M Y")


def time(moment: datetime) -> str:
    """16.05 in Indonesian, 16:05 in English."""
    local = timezone.localtime(moment)
    return local.strftime("%H:%M" if get_language() == "en" else "%H.%M")


def part_of_day(moment: datetime) -> str:
    """'Selasa sore': as near as a seeker is ever told when somebody read."""
    local = timezone.localtime(moment)
    return _("%(day)s %(part)s") % {"day": date_format(local, "l"), "part": _part(local.hour)}


def _part(hour: int) -> str:
    if hour < MORNING:
        return _("dini hari")
    if hour >= EVENING:
        return _("malam")
    if hour < NOON:
        return _("pagi")
    return _("siang") if hour < AFTERNOON else _("sore")


def when(moment: datetime, now: datetime | None = None) -> str:
    """The time alone today, else the day and the time."""
    now = now or timezone.now()
    if timezone.localtime(moment).date() == timezone.localtime(now).date():
        return time(moment)
    return f"{day(moment, now)} {time(moment)}"
