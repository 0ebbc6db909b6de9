"""`sebaya restore FILE`: fills an empty data folder from a backup."""

import argparse
import base64
import getpass
import sys
from pathlib import Path

from sebaya.config.cli import Stop, database_file, start_django

HELP = "pulihkan cadangan ke folder data yang kosong"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file")
    parser.add_argument(
        "--erased", action="append", default=[], help="erased.log di samping cadangan (boleh lebih dari satu)"
    )


def run(options: argparse.Namespace) -> int:
    start_django(options.bahasa)
    from django.conf import settings
    from django.utils.translation import gettext as _

    from sebaya.config import backup, keeper
    from sebaya.vault.errors import WrongSecret

    source = Path(options.file)
    if not source.exists():
        raise Stop(_("Berkas %(file)s tidak ada.") % {"file": source})
    if settings.SECRET_FILE.exists() or (settings.DATA / "sebaya.sqlite3").exists():
        raise Stop(
            _("Folder data %(data)s tidak kosong. Tidak ada yang diubah. Pilih folder lain dengan --data.")
            % {"data": settings.DATA}
        )
    try:
        private = keeper.private_of(_code())
        head = backup.check_whole(private, source)
    except WrongSecret as error:
        raise Stop(_("Kunci cadangan salah ketik. Tidak ada yang diubah.")) from error
    except backup.NotRestored as error:
        raise Stop(_("Berkas ini rusak, terpotong, atau kuncinya lain. Tidak ada yang diubah.")) from error
    if not backup.fits(head):
        raise Stop(_("Cadangan ini dari Sebaya yang lebih baru. Pasang versi itu dulu. Tidak ada yang diubah."))
    try:
        return _restore(source, private, head, options)
    except BaseException:
        _clear()
        raise


def _code() -> str:
    """Typed by hand; piped in for a drill."""
    if sys.stdin.isatty():
        return getpass.getpass("Kunci cadangan: ")
    return sys.stdin.readline()


def _clear() -> None:
    """The folder was empty before: what was begun in it goes, so that it can be tried again."""
    from django.conf import settings
    from django.db import connections

    from sebaya.config import keeper

    connections.close_all()
    database = database_file()
    beside = [Path(f"{database}{end}") for end in ("", "-wal", "-shm")] if database else []
    for path in (settings.SECRET_FILE, settings.PEPPER_FILE, keeper.public_file(), *beside):
        path.unlink(missing_ok=True)


def _restore(source: Path, private: bytes, head: dict[str, object], options: argparse.Namespace) -> int:
    from django.conf import settings
    from django.utils.translation import gettext as _

    from sebaya.audit import erased
    from sebaya.config import backup, keeper, paths
    from sebaya.config.cli.install import prepare_data
    from sebaya.vault import primitives
    from sebaya.vault.secretfile import write_secret

    paths.make_data_dir()
    for name, value in head["secrets"].items():  # type: ignore[attr-defined]
        write_secret(Path(settings.DATA) / "keys" / name, base64.b64decode(value))
    keeper.keep(primitives.public_of(private))
    prepare_data()
    logs = [source.parent / erased.NAME, *map(Path, options.erased)]
    gone = erased.read(*logs)
    rows = backup.restore_rows(private, source, gone)
    erased.add(gone)
    sys.stdout.write(_("Dipulihkan: %(rows)s baris. Periksa dengan: sebaya doctor") % {"rows": rows} + "\n")
    return 0
