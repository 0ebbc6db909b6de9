"""How often a channel may be tried: a code has six digits, and a test message lands on somebody's phone."""

from sebaya.ui.throttle import Pace, Throttle

CODES = Throttle(
    Pace(free=5, waits=(5, 15, 30, 60, 120, 300))
)  # a bucket is a channel; a new code begins nothing afresh
TESTS = Throttle(Pace(free=5, waits=(30, 60, 120, 300)))  # a bucket is an adult: whichever address they write down
