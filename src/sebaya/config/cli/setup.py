"""`sebaya setup`: an empty real installation."""

import argparse
import re
import sys
from typing import TYPE_CHECKING

from sebaya.config.cli import Stop, start_django

if TYPE_CHECKING:
    from sebaya.communities.models import Community

HELP = "siapkan pemasangan baru: kunci, basis data, sekolah pertama, kertas pemulihan"
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
RESERVED = {"static", "akun", "tentang", "kerahasiaan", "bantuan", "orang-tua", "bahasa", "sehat", "belajar"}


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", help="nama sekolah atau komunitas")
    parser.add_argument("--slug", help="alamat pendek, misalnya smpn-8")
    parser.add_argument("--kind", default="smp", choices=["smp", "sma", "asrama", "kampus", "lain"])
    parser.add_argument("--timezone", default="Asia/Jakarta", choices=["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"])
    parser.add_argument("--coordinator", help="nama koordinator program")
    parser.add_argument("--kit", help="simpan kertas pemulihan sebagai PDF di berkas ini (cetak, lalu hapus)")


def run(options: argparse.Namespace) -> int:
    keys_first(options)
    from django.utils.translation import gettext as _

    from sebaya.communities.models import Community

    name = options.name or _ask(_("Nama sekolah atau komunitas"))
    slug = (options.slug or _ask(_("Alamat pendek (huruf kecil, angka, tanda hubung)"))).strip().lower()
    if not SLUG.fullmatch(slug) or slug in RESERVED or len(slug) > 40:
        raise Stop(_("Alamat pendek harus huruf kecil, angka, dan tanda hubung, dan belum dipakai oleh Sebaya."))
    if Community.objects.filter(slug=slug).exists():
        raise Stop(_("Sekolah dengan alamat %(slug)s sudah ada. Tidak ada yang diubah.") % {"slug": slug})
    coordinator = options.coordinator or _ask(_("Nama koordinator program"))
    community = Community.objects.create(
        name=name.strip(), slug=slug, kind=options.kind, timezone=options.timezone, language=options.bahasa
    )
    _kit(community, coordinator, options)
    return 0


def keys_first(options: argparse.Namespace) -> None:
    """The server key must exist before the settings read it."""
    from sebaya.config import paths
    from sebaya.vault import primitives

    for name in ("server.key", "pepper.key"):
        path = paths.data_dir() / "keys" / name
        if not path.exists():
            from sebaya.vault.secretfile import write_secret

            write_secret(path, primitives.random_key())
    start_django(options.bahasa)
    from sebaya.config.cli.install import prepare_data

    prepare_data()


def _ask(question: str) -> str:
    if not sys.stdin.isatty():
        raise Stop(f"{question}: ?  (--help)")
    answer = input(f"{question}: ").strip()
    if not answer:
        raise Stop(f"{question}: ?")
    return answer


def _kit(community: "Community", coordinator: str, options: argparse.Namespace) -> None:
    """Makes the papers that exist only once, and the first slip."""
    from django.utils.translation import gettext as _

    from sebaya.accounts import actions
    from sebaya.config import keeper
    from sebaya.vault import recovery

    person = actions.create_person(by=None, community=community, name=coordinator, staff=True, coordinator=True)
    [(_person, slip)] = actions.make_slips(by=None, people=[person], kind="aktivasi")
    sheets = recovery.make_sheets(community)
    number, emergency = recovery.make_emergency_sheet(community)
    backup = keeper.make_backup_key()
    lines = [
        "",
        _("KERTAS PEMULIHAN %(name)s. Hanya muncul sekali. Tulis atau cetak, lalu simpan terpisah.") % {"name": community.name},
        "",
        _("Lembar A (dipegang satu orang):"), f"  {sheets.a}",
        _("Lembar B (dipegang orang lain, bukan atasan atau bawahannya):"), f"  {sheets.b}",
        _("Amplop darurat nomor %(n)s (tersegel, di brankas sekolah):") % {"n": number}, f"  {emergency}",
    ]  # fmt: skip
    if backup:
        lines += [_("Kunci cadangan (untuk sebaya restore):"), f"  {backup}"]
    lines += [
        "",
        _("Slip koordinator %(name)s (nama pengguna %(user)s):") % {"name": person.name, "user": person.username},
        f"  {slip}",
        "",
        _("Berikutnya: sebaya serve, lalu buka http://127.0.0.1:8000/%(slug)s/aktivasi/") % {"slug": community.slug},
    ]
    sys.stdout.write("\n".join(lines) + "\n")
    if options.kit:
        _kit_pdf(community, sheets, number, emergency, options)


def _kit_pdf(community: "Community", sheets: object, number: int, emergency: str, options: argparse.Namespace) -> None:
    from pathlib import Path

    from sebaya.papers import sheets as papers

    a, b = sheets.a, sheets.b  # type: ignore[attr-defined]
    stem = Path(options.kit).with_suffix("")
    stem.with_name(stem.name + "-ab.pdf").write_bytes(papers.recovery_sheets_pdf(community.name, a, b, options.bahasa))
    stem.with_name(stem.name + "-darurat.pdf").write_bytes(
        papers.emergency_sheet_pdf(community.name, number, emergency, options.bahasa)
    )
