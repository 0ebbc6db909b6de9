"""`sebaya backup FILE`: one sealed file; safe while the server runs."""

import argparse
import os
import sys
from pathlib import Path

from sebaya.config.cli import Stop, need_setup, start_django

HELP = "tulis cadangan tersegel"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file")


def run(options: argparse.Namespace) -> int:
    start_django(options.bahasa)
    need_setup()
    from django.utils.translation import gettext as _

    from sebaya.config import backup, keeper

    public = keeper.backup_public()
    if public is None:
        raise Stop(_("Belum ada kunci cadangan. Jalankan sebaya setup."))
    target = Path(options.file)
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as file:
            rows = backup.write(public, file)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except OSError as error:
        raise Stop(_("Cadangan tidak tertulis: %(why)s. Data aslinya aman.") % {"why": error.strerror}) from error
    finally:
        part.unlink(missing_ok=True)
    sys.stdout.write(
        _("Cadangan tertulis: %(rows)s baris, %(kb)s KB.") % {"rows": rows, "kb": target.stat().st_size // 1024} + "\n"
    )
    return 0
