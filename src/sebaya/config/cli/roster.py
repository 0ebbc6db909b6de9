"""`sebaya roster check|import FILE`."""

import argparse
import sys

from sebaya.config.cli import Stop, need_setup, start_django

HELP = "periksa atau masukkan daftar siswa (Dapodik XLSX, CSV)"


def arguments(parser: argparse.ArgumentParser) -> None:
    below = parser.add_subparsers(dest="what", required=True, metavar="check|import")
    check = below.add_parser("check", help="periksa saja, tidak menulis apa pun")
    check.add_argument("file")
    check.add_argument("--json", action="store_true")
    take = below.add_parser("import", help="masukkan ke basis data")
    take.add_argument("file")
    take.add_argument("--skip-bad", action="store_true", help="lewati baris yang bermasalah")
    take.add_argument("--community", help="alamat pendek sekolah, bila lebih dari satu")


def run(options: argparse.Namespace) -> int:
    start_django(options.bahasa)
    from sebaya.accounts.roster import cli

    if options.what == "check":
        return cli.check(options.file, options.json, sys.stdout)
    need_setup()
    return cli.run_import(community_of(options.community), options.file, options.skip_bad, sys.stdout)


def community_of(slug: str | None) -> "Community":  # type: ignore[name-defined]  # noqa: F821
    """The one that is meant; the only one when nothing is said."""
    from django.utils.translation import gettext as _

    from sebaya.communities.models import Community

    rows = Community.objects.filter(slug=slug) if slug else Community.objects.all()
    found = list(rows[:2])
    if len(found) != 1:
        raise Stop(_("Sebutkan sekolahnya dengan --community ALAMAT-PENDEK."))
    return found[0]
