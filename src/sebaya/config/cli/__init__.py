"""`sebaya …`: what an operator types. Every command has help, exit codes and errors in plain words.

Exit codes: 0 done, 1 done with something to look at, 2 not done.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

COMMANDS = ("setup", "serve", "tls", "demo", "doctor", "roster", "detect", "backup", "restore", "slip")
NOT_DONE = 2


class Stop(Exception):
    """A command cannot go on; the message says what is safe and what to do."""


def main(argv: Sequence[str] | None = None) -> int:
    arguments = parser().parse_args(argv)
    _prepare(arguments)
    run: Callable[[argparse.Namespace], int] = import_module(arguments.module).run
    try:
        return run(arguments)
    except Stop as stop:
        sys.stderr.write(f"{stop}\n")
        return NOT_DONE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return NOT_DONE
    except Exception as error:
        return _mishap(error)


def _mishap(error: Exception) -> int:
    """A full disk, a closed folder, a damaged file: said in words. Anything else is a fault and stays one."""
    from sebaya.config.cli.mishaps import sentence

    words = sentence(error)
    if not words:
        raise error
    sys.stderr.write(f"{words}\n")
    return NOT_DONE


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="sebaya", description="Sebaya: program dukungan sebaya sebuah sekolah.")
    top.add_argument("--data", help="folder data (bawaan: SEBAYA_DATA atau ./data)")
    top.add_argument(
        "--bahasa",
        choices=["id", "en"],
        default=os.environ.get("SEBAYA_LANGUAGE", "id"),
        help="bahasa pesan / language of messages",
    )
    below = top.add_subparsers(dest="command", required=True, metavar="PERINTAH")
    for name in COMMANDS:
        module = f"sebaya.config.cli.{name}"
        loaded = import_module(module)
        sub = below.add_parser(name, help=loaded.HELP, description=loaded.HELP)
        loaded.arguments(sub)
        sub.set_defaults(module=module)
    return top


def _prepare(arguments: argparse.Namespace) -> None:
    """The environment decides before Django reads its settings."""
    if arguments.data:
        os.environ["SEBAYA_DATA"] = arguments.data
    if getattr(arguments, "cert", None):
        os.environ["SEBAYA_HTTPS"] = "1"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sebaya.config.settings")


def start_django(language: str = "id") -> None:
    """Only for commands that need the database: `roster check` and `detect` work on a bare machine."""
    import django
    from django.utils import translation

    django.setup()
    translation.activate(language)


def need_setup() -> None:
    """Says what to do when there is no installation in this data folder."""
    from django.conf import settings
    from django.utils.translation import gettext as _

    if not settings.SECRET_FILE.exists() or not settings.PEPPER_FILE.exists():
        raise Stop(_("Belum ada pemasangan di %(data)s. Jalankan: sebaya setup") % {"data": settings.DATA})
    file = database_file()
    if file is not None and not file.exists():
        raise Stop(
            _(
                "Kuncinya ada, tetapi basis data %(file)s tidak ada. Kembalikan berkas itu, atau pulihkan cadangan ke folder baru."
            )
            % {"file": file}
        )


def database_file() -> Path | None:
    """None with PostgreSQL."""
    from django.conf import settings

    default = settings.DATABASES["default"]
    return Path(default["NAME"]) if default["ENGINE"].endswith("sqlite3") else None


if __name__ == "__main__":
    sys.exit(main())
