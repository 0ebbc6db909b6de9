"""How moments are said: what is left on a clock, the part of a day, a time. Aware in, local out."""

from datetime import date, datetime, timedelta
from datetime import time as time_of_day
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

SOON = timedelta(minutes=30)  # below this a clock is coloured, so that the eye finds it
HOURS_UNTIL = timedelta(hours=12)  # beyond this a day's name says more than a number of hours
WEEK = timedelta(days=7)
MORNING, NOON, AFTERNOON, EVENING = 4, 11, 15, 18  # hours at which Indonesian speakers change the greeting


class Part(TextChoices):
    """A part of the day: as exact as a seeker is ever told when somebody read."""

    NIGHT = "dini", gettext_lazy("dini hari")
    MORNING = "pagi", gettext_lazy("pagi")
    NOON = "siang", gettext_lazy("siang")
    AFTERNOON = "sore", gettext_lazy("sore")
    EVENING = "malam", gettext_lazy("malam")


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
        return _("%(n)s menit") % {"n": minutes}
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


def days(first: date, last: date) -> str:
    """'23–27 November 2026'; a month or a year is said twice only where it changes."""
    end = date_format(last, "j F Y")
    if first.year != last.year:
        return f"{date_format(first, 'j F Y')} – {end}"
    if first.month != last.month:
        return f"{date_format(first, 'j F')} – {end}"
    return f"{first.day}–{end}"


def time(moment: datetime) -> str:
    """16.05 in Indonesian, 16:05 in English."""
    return hour(timezone.localtime(moment).time())


def hour(clock: time_of_day) -> str:
    """The same for a wall clock; the last moment of a day is said as its end, 24.00."""
    point = ":" if get_language() == "en" else "."
    return f"24{point}00" if clock == time_of_day.max else f"{clock.hour:02}{point}{clock.minute:02}"


def part_of_day(moment: datetime) -> str:
    """'Selasa sore'."""
    local = timezone.localtime(moment)
    return on_part(local.date(), part(local))


def part_and_date(moment: datetime, now: datetime | None = None) -> str:
    """The same; with the date where the day's name alone could mean another week: 'Selasa sore, 20 Okt'."""
    near = timezone.localtime(now or timezone.now()).date() - timezone.localtime(moment).date() < WEEK
    return part_of_day(moment) if near else f"{part_of_day(moment)}, {day(moment, now)}"


def on_part(day: date, code: str) -> str:
    """The same for a day and a part that were kept."""
    return _("%(day)s %(part)s") % {"day": date_format(day, "l"), "part": Part(code).label}


def part(local: datetime) -> Part:
    """The part of the day of a local moment."""
    if local.hour < MORNING:
        return Part.NIGHT
    if local.hour >= EVENING:
        return Part.EVENING
    if local.hour < NOON:
        return Part.MORNING
    return Part.NOON if local.hour < AFTERNOON else Part.AFTERNOON


def when(moment: datetime, now: datetime | None = None) -> str:
    """The time alone today, else the day and the time."""
    now = now or timezone.now()
    if timezone.localtime(moment).date() == timezone.localtime(now).date():
        return time(moment)
    return f"{day(moment, now)} {time(moment)}"
