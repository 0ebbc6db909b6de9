"""`sebaya serve`: runs the server."""

import argparse
import sys

from sebaya.config.cli import need_setup, start_django

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
    from sebaya.live.server import serve

    communities = Community.objects.all()
    waiver = bool(communities) and all(community.plain_http_waiver for community in communities)
    scheme = "https" if options.cert else "http"
    sys.stdout.write(_("Sebaya berjalan di %(url)s  (Ctrl+C untuk berhenti)") % {"url": f"{scheme}://{options.host}:{options.port}/"} + "\n")
    sys.stdout.flush()
    serve(
        options.host, options.port, processes=options.processes, certfile=options.cert, keyfile=options.key,
        threads=options.threads, waiver=waiver,
    )  # fmt: skip
    return 0
