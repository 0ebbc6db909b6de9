"""The papers that exist only once: made, shown, saved for printing. Not a command of its own."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from sebaya.config import keeper
from sebaya.config.cli import Stop
from sebaya.papers import sheets as pdf
from sebaya.vault import recovery
from sebaya.vault.models import HolderKind, Keyholder

if TYPE_CHECKING:
    from sebaya.communities.models import Community


@dataclass(frozen=True, slots=True)
class Kit:
    """The two recovery sheets and the emergency envelope; None for what is there already."""

    sheets: recovery.Sheets | None
    envelope: tuple[int, str] | None


def make(community: "Community") -> Kit:
    return Kit(recovery.make_sheets(community), recovery.make_emergency_sheet(community))


def make_missing(community: "Community") -> Kit:
    """Never replaces: sheets that somebody holds would stop opening what comes later."""
    there = set(Keyholder.objects.filter(community=community, retired=False).values_list("kind", flat=True))
    sheets = None if HolderKind.RECOVERY in there else recovery.make_sheets(community)
    return Kit(sheets, None if HolderKind.SHEET in there else recovery.make_emergency_sheet(community))


def heading(name: str) -> list[str]:
    words = _("KERTAS PEMULIHAN %(name)s (hanya muncul sekali). Tulis atau cetak, lalu simpan terpisah.")
    return ["", words % {"name": name}, ""]


def lines(kit: Kit) -> list[str]:
    found: list[str] = []
    if kit.sheets:
        found += [_("Lembar A (dipegang satu orang):"), f"  {kit.sheets.a}"]
        found += [_("Lembar B (dipegang orang lain, bukan atasan atau bawahannya):"), f"  {kit.sheets.b}"]
    if kit.envelope:
        number, code = kit.envelope
        found += [_("Amplop darurat nomor %(n)s (tersegel, di brankas sekolah):") % {"n": number}, f"  {code}"]
    return found


def backup_lines(backup: tuple[bytes, str] | None) -> list[str]:
    return [_("Kunci cadangan (untuk sebaya restore):"), f"  {backup[1]}"] if backup else []


def show(text: Iterable[str], backup: tuple[bytes, str] | None) -> None:
    """The backup key counts only once it was shown: nobody could open what is sealed to a lost one."""
    sys.stdout.write("\n".join(text) + "\n")
    sys.stdout.flush()
    if backup:
        keeper.keep(backup[0])


def save_pdf(community: "Community", kit: Kit, target: Path, language: str) -> None:
    stem = target.with_suffix("")
    try:
        if kit.sheets:
            content = pdf.recovery_sheets_pdf(community.name, kit.sheets.a, kit.sheets.b, language)
            stem.with_name(stem.name + "-ab.pdf").write_bytes(content)
        if kit.envelope:
            content = pdf.emergency_sheet_pdf(community.name, *kit.envelope, language)
            stem.with_name(stem.name + "-darurat.pdf").write_bytes(content)
    except OSError as error:
        raise Stop(
            _("PDF tidak tertulis: %(why)s. Sekolahnya sudah jadi; salin kertas pemulihan dari layar ini.")
            % {"why": error.strerror}
        ) from error
