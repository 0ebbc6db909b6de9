"""A site of four pages, for servers in tests."""

import os
import sys
import time

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import path

from sebaya import live

TOPIC = "talk", 1


def everyone(cookies: dict[str, str], slug: str) -> live.Subscription:
    return live.Subscription(cookies.get("who", "anyone"), frozenset({live.topic(*TOPIC)}))


def background():
    print("background started", file=sys.stderr, flush=True)
    return lambda: print("background stopped", file=sys.stderr, flush=True)


def process(request: HttpRequest) -> HttpResponse:
    return HttpResponse(f"{os.getpid()} {request.scheme}")


def change(request: HttpRequest) -> HttpResponse:
    with transaction.atomic():
        live.changed(live.topic(*TOPIC))
    return HttpResponse(str(os.getpid()))


def sign_out(request: HttpRequest) -> HttpResponse:
    live.revoke(request.COOKIES["who"])
    return HttpResponse("bye")


def slow(request: HttpRequest) -> HttpResponse:
    print("slow begins", file=sys.stderr, flush=True)
    time.sleep(0.5)
    return HttpResponse("slow but done")


def broken(request: HttpRequest) -> HttpResponse:
    raise ValueError("words of a student")


urlpatterns = [
    path("process/", process),
    path("change/", change),
    path("keluar/", sign_out),
    path("slow/", slow),
    path("broken-rahasia/", broken),
]


def main(**how) -> None:
    """Serve this site; for a process of its own."""
    import django

    django.setup()
    from sebaya.live.server import serve

    serve(**how)
