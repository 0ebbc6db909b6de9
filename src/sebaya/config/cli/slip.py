"""`sebaya slip USERNAME`: a new way in for an adult, made by the operator."""

import argparse
import sys
from typing import TYPE_CHECKING

from sebaya.config.cli import Stop, need_setup, start_django
from sebaya.config.cli.roster import community_of

if TYPE_CHECKING:
    from sebaya.accounts.models import Person

HELP = "slip baru untuk seorang staf (aktivasi atau ganti kata sandi), atau lepas kode keduanya yang hilang"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("username")
    parser.add_argument("--community", help="alamat pendek sekolah, bila lebih dari satu")
    parser.add_argument(
        "--second-factor",
        action="store_true",
        help="HP dengan kode kedua hilang: lepas kode itu; kata sandinya tetap, tanpa slip baru",
    )


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
    if options.second_factor:
        return _release(person)
    kind = "ulang" if person.activated else "aktivasi"
    [(_person, code)] = actions.make_slips(by=None, people=[person], kind=kind)
    sys.stdout.write(f"{person.name}: {code}\n")
    return 0


def _release(person: "Person") -> int:
    from django.utils.translation import gettext as _

    from sebaya.accounts import actions
    from sebaya.accounts.errors import Refused

    try:
        actions.release_second_factor(by=None, person=person)
    except Refused as refusal:
        raise Stop(str(refusal)) from refusal
    words = _("Kode kedua %(name)s dilepas dan semua perangkatnya keluar. Yang baru dipasang saat masuk berikutnya.")
    sys.stdout.write(words % {"name": person.name} + "\n")
    return 0
