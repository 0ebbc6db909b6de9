"""`sebaya slip USERNAME`: a new way in for an adult, made by the operator."""

import argparse
import sys

from sebaya.config.cli import Stop, need_setup, start_django
from sebaya.config.cli.roster import community_of

HELP = "slip baru untuk seorang staf (aktivasi atau ganti kata sandi)"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("username")
    parser.add_argument("--community")


def run(options: argparse.Namespace) -> int:
    start_django(options.bahasa)
    need_setup()
    from django.utils.translation import gettext as _

    from sebaya.accounts import actions
    from sebaya.accounts.backend import everyone

    community = community_of(options.community)
    person = everyone().filter(community=community, username=options.username, staff=True).first()
    if person is None:
        raise Stop(_("Tidak ada staf dengan nama pengguna itu. Untuk siswa, konselor yang membuat slip."))
    kind = "ulang" if person.activated else "aktivasi"
    [(_person, code)] = actions.make_slips(by=None, people=[person], kind=kind)
    sys.stdout.write(f"{person.name}: {code}\n")
    return 0
