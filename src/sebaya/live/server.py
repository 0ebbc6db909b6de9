"""Running the front: uvicorn in one process, or several over PostgreSQL."""

import asyncio.sslproto
import gc
import ipaddress
import os
import sys
from functools import partial

import uvicorn
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.utils.translation import gettext as _
from uvicorn.supervisors import Multiprocess

from sebaya.live import quiet
from sebaya.live.front import Front, Options, build_asgi
from sebaya.live.protocol import Protocol

__all__ = ["CannotServe", "Options", "build_asgi", "check", "is_loopback", "serve"]

GRACE = 30  # seconds for running requests when the server stops
KEEP_ALIVE = 15  # seconds; a new connection costs a phone two round trips
GARBAGE = 6_000  # new objects before the collector looks for cycles among them; more would cost memory
OPEN_FILES = 8192  # one per stream and page


class CannotServe(Exception):
    """The server was asked for something that would be unsafe; the message says what to do."""


def serve(
    host: str = "127.0.0.1",
    port: int = 8000,
    *,
    processes: int = 1,
    certfile: str | None = None,
    keyfile: str | None = None,
    threads: int = Options.threads,
    waiver: bool = False,
) -> None:
    """Run until SIGTERM or Ctrl+C. Exits with 2 and a message if that would be unsafe.

    `waiver` is the leader's recorded decision to serve a network without TLS.
    """
    try:
        check(host, processes, tls=bool(certfile), waiver=waiver)
    except CannotServe as why:
        print(why, file=sys.stderr)
        raise SystemExit(2) from None
    quiet.install()
    _allow_open_files()
    config = _config(host, port, processes, certfile, keyfile, Options.from_settings(threads))
    if processes > 1:
        Multiprocess(config, sockets=[config.bind_socket()]).run()
    else:
        uvicorn.Server(config).run()


def check(host: str, processes: int, *, tls: bool, waiver: bool) -> None:
    """Raise CannotServe for more processes than the database bears, or a network without TLS."""
    if processes > 1 and connections[DEFAULT_DB_ALIAS].vendor == "sqlite":
        raise CannotServe(_("SQLite hanya untuk satu proses. Pakai satu proses, atau PostgreSQL untuk beberapa."))
    if not (tls or waiver or is_loopback(host)):
        raise CannotServe(
            _(
                "Tanpa TLS, semua orang di jaringan itu bisa membaca yang ditulis siswa. "
                "Pakai sertifikat (lihat: sebaya tls), tetap di 127.0.0.1, "
                "atau catat pengecualian kepala sekolah (sebaya tls --waive)."
            )
        )


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address; a name other than localhost cannot be trusted."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _config(
    host: str, port: int, processes: int, certfile: str | None, keyfile: str | None, options: Options
) -> uvicorn.Config:
    """No access log, no word of uvicorn about itself, and proxies believed only by the bridge."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings.SETTINGS_MODULE)
    return uvicorn.Config(
        partial(django_front, options),
        factory=True,
        host=host,
        port=port,
        workers=processes,
        ssl_certfile=certfile,
        ssl_keyfile=keyfile,
        http=Protocol,
        loop=_loop(),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        proxy_headers=False,
        server_header=False,
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=GRACE,
    )


def django_front(options: Options) -> Front:
    """The front in a process of its own: sets Django up first."""
    from django.core.wsgi import get_wsgi_application

    wsgi_app = get_wsgi_application()
    _spare_the_collector()
    quiet.install()  # after Django, which configures logging from the settings
    # Without uvloop every TLS connection would reserve 256 KB; a TLS record is 16 KB at most.
    asyncio.sslproto.SSLProtocol.max_size = 16 * 1024
    return build_asgi(wsgi_app, options=options)


def _spare_the_collector() -> None:
    """What is loaded stays; a page makes thousands of short-lived objects, which counting references frees anyway."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(GARBAGE, 10, 10)


def _loop() -> str:
    """Uvloop where it exists; on Windows psycopg cannot listen on the default loop."""
    if sys.platform == "win32" and connections[DEFAULT_DB_ALIAS].vendor == "postgresql":
        return "asyncio:SelectorEventLoop"
    return "auto"


def _allow_open_files() -> None:
    """Raise the soft limit, often 1024, towards what many open streams need."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
