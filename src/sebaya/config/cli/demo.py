"""`sebaya demo`: a believable school, served."""

import argparse
import os
import sys

from sebaya.config.cli import start_django

HELP = "sekolah contoh lengkap dengan orang dan percakapan, lalu jalankan server"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-serve", action="store_true", help="hanya buat, jangan jalankan")


def run(options: argparse.Namespace) -> int:
    os.environ.setdefault("SEBAYA_DATA", "demo-data")
    from sebaya.config.cli.setup import keys_first

    keys_first(options)
    start_django(options.bahasa)
    from sebaya.demo import school

    sys.stdout.write(school.make_once(sys.stdout, f"http://{options.host}:{options.port}"))
    sys.stdout.flush()
    if options.no_serve:
        return 0
    from sebaya.config.cli.serve import start

    options.cert = options.key = None
    options.processes, options.threads = 1, 4
    return start(options)
