"""Slowing down guesses: ui.throttle with what it means here.

A bucket is (account, address), or (account, device) where that account has signed in before. Failures cost
a growing wait, at most 30 seconds; successes cost nothing, so a school behind one address is not noticed.
Browsers that share a bucket take turns in it (ui.turns), so that one that guesses does not keep the others out.
"""

import ipaddress

from django.http import HttpRequest

from sebaya.ui.throttle import Pace, Throttle

PASSWORD = Pace(free=5, waits=(1, 2, 4, 8, 15, 30))
SECOND_FACTOR = Pace(free=4, waits=(5, 15, 30, 60, 120, 300))  # whoever guesses here has the password already
SLIP = Pace(free=150, waits=(1, 2, 3, 5))  # a class of 32 with typos; 80 bits are not guessed

passwords = Throttle(PASSWORD)
second_factors = Throttle(SECOND_FACTOR)
slips = Throttle(SLIP)


def address(request: HttpRequest) -> str:
    """Where a request comes from; the /64 of an IPv6 address, because a household has all of it."""
    told = request.META.get("REMOTE_ADDR", "")
    try:
        given = ipaddress.ip_address(told)
    except ValueError:
        return str(told)
    if isinstance(given, ipaddress.IPv6Address):
        return str(ipaddress.ip_network(f"{given}/64", strict=False).network_address)
    return str(given)
