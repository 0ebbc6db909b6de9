"""What time it is for a community: now, school days, duty hours and the peer window.

All moments are aware; `local` gives the community's wall clock. Durations in *duty time* count only the
hours between `peer_opens` and `peer_closes` of school days, so that an offer made on Friday night does
not lapse on Saturday.
"""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.utils import timezone

from sebaya.communities.models import Community

LOOK_AHEAD_DAYS = 60  # longest holiday we step over when looking for the next window


def now() -> datetime:
    return timezone.now()


def zone(community: Community) -> ZoneInfo:
    return ZoneInfo(community.timezone)


def local(community: Community, moment: datetime | None = None) -> datetime:
    return (moment or now()).astimezone(zone(community))


def is_school_day(community: Community, day: date) -> bool:
    return str(day.isoweekday()) in community.school_days


def at(community: Community, day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=zone(community))


def peer_window(community: Community, day: date) -> tuple[datetime, datetime]:
    return at(community, day, community.peer_opens), at(community, day, community.peer_closes)


def in_peer_window(community: Community, moment: datetime | None = None) -> bool:
    """Whether peers talk live now; an adult on duty is asked for elsewhere (programmes.duty)."""
    moment = local(community, moment)
    opens, closes = peer_window(community, moment.date())
    return is_school_day(community, moment.date()) and opens <= moment < closes


def next_peer_window(community: Community, moment: datetime | None = None) -> datetime:
    """When the peer window is open next: now if it is open, else the next opening."""
    moment = local(community, moment)
    if in_peer_window(community, moment):
        return moment
    for ahead in range(LOOK_AHEAD_DAYS):
        day = moment.date() + timedelta(days=ahead)
        opens, _closes = peer_window(community, day)
        if is_school_day(community, day) and opens > moment:
            return opens
    return moment + timedelta(days=LOOK_AHEAD_DAYS)


def after_duty_time(community: Community, length: timedelta, moment: datetime | None = None) -> datetime:
    """The moment when `length` of peer-window time has passed."""
    at_moment = next_peer_window(community, moment)
    for _step in range(LOOK_AHEAD_DAYS):
        _opens, closes = peer_window(community, at_moment.date())
        if at_moment + length <= closes:
            return at_moment + length
        length -= closes - at_moment
        at_moment = next_peer_window(community, closes)
    return at_moment


def end_of_school_day(community: Community, moment: datetime | None = None) -> datetime:
    """Today's end of school, or that of the next school day when today's has passed."""
    moment = local(community, moment)
    for ahead in range(LOOK_AHEAD_DAYS):
        day = moment.date() + timedelta(days=ahead)
        ends = at(community, day, community.school_ends)
        if is_school_day(community, day) and ends > moment:
            return ends
    return moment + timedelta(days=1)


def last_peer_close(community: Community, moment: datetime | None = None) -> datetime:
    """When the peer window was open last: now if it is open, else its latest end."""
    moment = local(community, moment)
    if in_peer_window(community, moment):
        return moment
    for back in range(LOOK_AHEAD_DAYS):
        day = moment.date() - timedelta(days=back)
        _opens, closes = peer_window(community, day)
        if is_school_day(community, day) and closes <= moment:
            return closes
    return moment - timedelta(days=LOOK_AHEAD_DAYS)
