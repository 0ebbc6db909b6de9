"""Makes a request fail or stand still after everything was done but not committed: only for the canary journey."""

import time
from collections.abc import Callable

from django.db import transaction
from django.http import HttpRequest, HttpResponse

STAND_STILL = 20.0  # seconds; the process is killed meanwhile


class Fallen(RuntimeError):
    """A mistake whose message quotes what somebody wrote, as careless exceptions do."""


class Mishaps:
    """The innermost middleware, so that the mistake happens with the words in hand."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        kind = request.headers.get("X-Mishap", "")
        if not kind:
            return self.get_response(request)
        with transaction.atomic():
            response = self.get_response(request)
            words = request.POST.get("text", "")
            if kind == "stand":
                time.sleep(STAND_STILL)
            raise Fallen(f"{words} {response.status_code}")
