"""`sebaya setup`: an empty real installation; on one that exists, the papers that are missing."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sebaya.config.cli import Stop, database_file, start_django

if TYPE_CHECKING:
    from sebaya.accounts.models import Person
    from sebaya.communities.models import Community

HELP = "siapkan pemasangan baru: kunci, basis data, sekolah pertama, kertas pemulihan"
LONGEST_SLUG, LONGEST_NAME = 40, 120  # as the table has room for


class Answers(NamedTuple):
    name: str
    slug: str
    coordinator: str
    timezone: str


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", help="nama sekolah atau komunitas")
    parser.add_argument("--slug", help="alamat pendek, misalnya smpn-8")
    parser.add_argument("--kind", default="smp", choices=["smp", "sma", "asrama", "kampus", "lain"])
    parser.add_argument("--timezone", default="WIB", help="WIB, WITA, WIT, atau nama seperti Asia/Dili")
    parser.add_argument("--coordinator", help="nama koordinator program")
    parser.add_argument("--kit", help="simpan kertas pemulihan sebagai PDF di berkas ini (cetak, lalu hapus)")


def run(options: argparse.Namespace) -> int:
    """Asks first and writes afterwards: a question that is not answered leaves the folder as it was."""
    start_django(options.bahasa)
    if not (options.name or options.slug) and _is_set_up():
        return _complete(options)
    answers = _answers(options)
    keys_first(options)
    from django.utils.translation import gettext as _

    from sebaya.communities.models import Community

    if Community.objects.filter(slug=answers.slug).exists():
        raise Stop(_("Sekolah dengan alamat %(slug)s sudah ada. Tidak ada yang diubah.") % {"slug": answers.slug})
    _make(answers, options)
    return 0


def keys_first(options: argparse.Namespace) -> None:
    """The server key must exist before the settings read it."""
    from sebaya.config import paths
    from sebaya.vault import primitives
    from sebaya.vault.secretfile import write_secret

    paths.make_data_dir()
    for name in ("server.key", "pepper.key"):
        path = paths.data_dir() / "keys" / name
        if not path.exists():
            write_secret(path, primitives.random_key())
    start_django(options.bahasa)
    from sebaya.config.cli.install import prepare_data

    prepare_data()


def _is_set_up() -> bool:
    """Whether there is an installation with a school in it; looks and makes nothing."""
    from django.conf import settings
    from django.db import connection

    from sebaya.communities.models import Community

    file = database_file()
    if not (settings.SECRET_FILE.exists() and settings.PEPPER_FILE.exists()) or (file and not file.exists()):
        return False
    tables = connection.introspection.table_names()  # none yet if an earlier set-up was stopped
    return Community._meta.db_table in tables and Community.objects.exists()


def _answers(options: argparse.Namespace) -> Answers:
    from django.utils.translation import gettext as _

    from sebaya.communities import names

    name = (options.name or _ask(_("Nama sekolah atau komunitas"), "--name")).strip()
    slug = (options.slug or _ask(_("Alamat pendek (huruf kecil, angka, tanda hubung)"), "--slug")).strip().lower()
    zone = names.zone_named(options.timezone)
    _checked(names.check_slug, slug if len(slug) <= LONGEST_SLUG else "")
    _checked(names.check_zone, zone)
    coordinator = (options.coordinator or _ask(_("Nama koordinator program"), "--coordinator")).strip()
    if not (0 < len(name) <= LONGEST_NAME and 0 < len(coordinator) <= LONGEST_NAME):
        raise Stop(_("Nama tidak boleh kosong, dan paling panjang %(n)s huruf.") % {"n": LONGEST_NAME})
    if options.kit and not Path(options.kit).absolute().parent.is_dir():
        raise Stop(_("Folder untuk %(file)s tidak ada. Belum ada yang dibuat.") % {"file": options.kit})
    return Answers(name, slug, coordinator, zone)


def _checked(check: Callable[[str], None], text: str) -> None:
    from django.core.exceptions import ValidationError

    try:
        check(text)
    except ValidationError as error:
        raise Stop(" ".join(error.messages)) from error


def _ask(question: str, option: str) -> str:
    from django.utils.translation import gettext as _

    answer = input(f"{question}: ").strip() if sys.stdin.isatty() else ""
    if not answer:
        raise Stop(
            _("Belum dijawab: %(question)s. Tulis dengan %(option)s. Belum ada yang dibuat.")
            % {"question": question, "option": option}
        )
    return answer


def _make(answers: Answers, options: argparse.Namespace) -> None:
    """School, coordinator and papers, in one transaction: what could not be printed was not made."""
    from django.db import transaction
    from django.utils.translation import gettext as _

    from sebaya.accounts import actions
    from sebaya.communities.models import Community
    from sebaya.config import keeper
    from sebaya.config.cli import papers

    with transaction.atomic():
        community = Community.objects.create(
            name=answers.name, slug=answers.slug, kind=options.kind, timezone=answers.timezone, language=options.bahasa
        )
        person = actions.create_person(
            by=None, community=community, name=answers.coordinator, staff=True, coordinator=True
        )
        kit, backup = papers.make(community), keeper.new_backup_key()
        lines = [
            *papers.heading(community.name), *papers.lines(kit), *papers.backup_lines(backup), *_slip(person), "",
            _("Berikutnya: sebaya serve, lalu buka http://127.0.0.1:8000/%(slug)s/aktivasi/") % {"slug": community.slug},
        ]  # fmt: skip
        papers.show(lines, backup)
    if options.kit:
        papers.save_pdf(community, kit, Path(options.kit), options.bahasa)


def _slip(person: "Person") -> list[str]:
    from django.utils.translation import gettext as _

    from sebaya.accounts import actions

    [(_person, code)] = actions.make_slips(by=None, people=[person], kind="aktivasi")
    title = _("Slip koordinator %(name)s (nama pengguna %(user)s):") % {"name": person.name, "user": person.username}
    return ["", title, f"  {code}"]


def _complete(options: argparse.Namespace) -> int:
    """A second run: makes what `doctor` found missing, and says what is there."""
    from django.db import transaction
    from django.utils.translation import gettext as _

    from sebaya.communities.models import Community
    from sebaya.config import keeper
    from sebaya.config.cli import papers

    keys_first(options)
    communities = list(Community.objects.order_by("slug"))
    with transaction.atomic():
        lines = [line for community in communities for line in _missing(community)]
        backup = keeper.new_backup_key()
        lines += papers.backup_lines(backup)
        if lines:
            papers.show(lines, backup)
            return 0
    there = ", ".join(f"{community.name} ({community.slug})" for community in communities)
    sys.stdout.write(_("Sudah terpasang: %(there)s. Tidak ada yang diubah.") % {"there": there} + "\n")
    sys.stdout.write(_("Sekolah lain: sebaya setup --name … --slug … --coordinator …   Periksa: sebaya doctor") + "\n")
    return 0


def _missing(community: "Community") -> list[str]:
    from sebaya.config.cli import papers

    found = papers.lines(papers.make_missing(community))
    return [*papers.heading(community.name), *found] if found else []
