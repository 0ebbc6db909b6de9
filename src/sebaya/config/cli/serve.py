"""`sebaya serve`: runs the server."""

import argparse
import errno
import os
import socket
import ssl
import sys

from sebaya.config.cli import Stop, need_setup, start_django

HELP = "jalankan server"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="alamat (bawaan: hanya komputer ini)")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--cert", help="sertifikat TLS (PEM)")
    parser.add_argument("--key", help="kunci sertifikat (PEM)")
    parser.add_argument("--processes", type=int, default=1, help="lebih dari satu hanya dengan PostgreSQL")
    parser.add_argument("--threads", type=int, default=4)


def run(options: argparse.Namespace) -> int:
    start_django(options.bahasa)
    need_setup()
    from sebaya.config.cli.install import prepare_data

    prepare_data()
    return start(options)


def start(options: argparse.Namespace) -> int:
    from django.utils.translation import gettext as _

    from sebaya.communities.models import Community
    from sebaya.live.server import CannotServe, check, serve

    communities = Community.objects.all()
    waiver = bool(communities) and all(community.plain_http_waiver for community in communities)
    try:
        check(options.host, options.processes, tls=bool(options.cert), waiver=waiver)
    except CannotServe as why:
        raise Stop(str(why)) from why
    _check_certificate(options)
    _check_address(options)
    scheme = "https" if options.cert else "http"
    sys.stdout.write(
        _("Sebaya berjalan di %(url)s  (Ctrl+C untuk berhenti)") % {"url": f"{scheme}://{options.host}:{options.port}/"}
        + "\n"
    )
    sys.stdout.flush()
    serve(
        options.host, options.port, processes=options.processes, certfile=options.cert, keyfile=options.key,
        threads=options.threads, waiver=waiver,
    )  # fmt: skip
    return 0


def _check_certificate(options: argparse.Namespace) -> None:
    from django.utils.translation import gettext as _

    if not options.cert:
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(options.cert, options.key)
    except OSError as error:  # a file that is missing, or no certificate, or a key that is not its own
        raise Stop(
            _("Sertifikat atau kuncinya tidak bisa dipakai. Periksa --cert dan --key, atau buat baru: sebaya tls")
        ) from error


def _check_address(options: argparse.Namespace) -> None:
    """Says why before the server tries, in words instead of a number."""
    from django.utils.translation import gettext as _

    where = {"host": options.host, "port": options.port}
    try:
        found = socket.getaddrinfo(options.host, options.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        with socket.socket(found[0][0], socket.SOCK_STREAM) as probe:
            if os.name == "posix":  # elsewhere it would let two servers share the port
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(found[0][4])
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Stop(
                _("Port %(port)s sudah dipakai. Mungkin Sebaya sudah berjalan; atau pilih yang lain dengan --port.")
                % where
            ) from error
        if error.errno == errno.EACCES:
            raise Stop(_("Port %(port)s butuh izin khusus. Pilih port di atas 1024.") % where) from error
        raise Stop(_("Alamat %(host)s tidak ada di komputer ini.") % where) from error
