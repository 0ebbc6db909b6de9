"""What `doctor` looks at. Each check gives findings: ok, !! (look at it) or XX (mend it now)."""

import shutil
import stat
from collections.abc import Iterator
from dataclasses import dataclass

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.audit import digest
from sebaya.communities.models import Community
from sebaya.config import keeper
from sebaya.config.cli import database_file
from sebaya.config.cli.mishaps import sentence
from sebaya.notices.models import Channel
from sebaya.programmes import duty
from sebaya.vault.models import HolderKind, Keyholder

OK, LOOK, MEND = "ok", "!!", "XX"
FREE_MB = 500  # below this a busy day could fill the disk
SECOND_KEY_HOLDERS = 2  # at least (product.md, People)


@dataclass(frozen=True, slots=True)
class Finding:
    state: str
    what: str
    todo: str = ""


def examine() -> list[Finding]:
    found = list(_files())
    try:
        if _outdated():
            return [*found, Finding(MEND, _("Basis data belum diperbarui."), "sebaya serve")]
        found += [*_database(), *_log(), *_communities()]
    except DatabaseError as error:
        found.append(Finding(MEND, sentence(error)))
    return found


def _communities() -> Iterator[Finding]:
    communities = list(Community.objects.order_by("slug"))
    if not communities:
        yield Finding(MEND, _("Belum ada sekolah."), "sebaya setup")
    for community in communities:
        yield from _community(community)


def _files() -> Iterator[Finding]:
    for path in (settings.PEPPER_FILE, settings.SECRET_FILE):
        loose = stat.S_IMODE(path.stat().st_mode) & 0o077
        if loose and connection.settings_dict.get("ENGINE") and not _windows():
            yield Finding(MEND, _("%(file)s dapat dibaca pengguna lain.") % {"file": path}, f"chmod 600 {path}")
        else:
            yield Finding(OK, _("Kunci %(name)s ada dan tertutup.") % {"name": path.name})
    if not _windows() and stat.S_IMODE(settings.DATA.stat().st_mode) & 0o077:
        yield Finding(LOOK, _("Folder data dapat dibuka pengguna lain di komputer ini."), f"chmod 700 {settings.DATA}")
    file = database_file()
    if file is not None and not _windows() and stat.S_IMODE(file.stat().st_mode) & 0o077:
        yield Finding(LOOK, _("Basis data dapat dibuka pengguna lain di komputer ini."), f"chmod 600 {file}")
    free = shutil.disk_usage(settings.DATA).free // 1024**2
    state = OK if free >= FREE_MB else MEND
    yield Finding(
        state, _("Ruang disk: %(mb)s MB.") % {"mb": free}, "" if state == OK else _("Kosongkan disk sebelum penuh.")
    )
    if keeper.backup_public() is None:
        yield Finding(LOOK, _("Belum ada kunci cadangan."), _("Jalankan sebaya setup lagi untuk membuatnya."))


def _windows() -> bool:
    import os

    return os.name == "nt"


def _outdated() -> bool:
    executor = MigrationExecutor(connection)
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))


def _database() -> Iterator[Finding]:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA integrity_check")
            answer = cursor.fetchone()[0]
            whole = answer == "ok"
            yield Finding(
                OK if whole else MEND,
                _("Basis data utuh.") if whole else _("Basis data rusak: %(what)s") % {"what": answer},
            )
        cursor.execute("SELECT 1")
    try:
        connection.check_constraints()
    except Exception:
        yield Finding(MEND, _("Ada baris yang menunjuk ke baris yang tidak ada."), _("Pulihkan dari cadangan."))


def _log() -> Iterator[Finding]:
    broken = digest.broken_days()
    if broken:
        days = ", ".join(day.isoformat() for day in broken)
        yield Finding(
            MEND,
            _("Catatan audit diubah pada: %(days)s") % {"days": days},
            _("Bandingkan dengan cadangan dan beri tahu kepala sekolah."),
        )
        return
    yield Finding(OK, _("Catatan audit utuh."))


def _community(community: Community) -> Iterator[Finding]:
    people = Person.objects.filter(community=community, is_active=True)
    ready = people.filter(keyholder__isnull=False)
    name = community.name
    if not ready.filter(roles__counsellor=True).exists():
        yield Finding(
            MEND,
            _("%(name)s: belum ada konselor yang aktif.") % {"name": name},
            _("Beri peran konselor dan slip aktivasi."),
        )
    if not duty.rota(community):
        yield Finding(
            MEND,
            _("%(name)s: daftar jaga kosong; pintu teman sebaya tertutup.") % {"name": name},
            _("Isi daftar jaga."),
        )
    if ready.filter(roles__second_key=True).count() < SECOND_KEY_HOLDERS:
        yield Finding(
            LOOK,
            _("%(name)s: pemegang kunci kedua kurang dari dua.") % {"name": name},
            _("Tunjuk dua orang; kepala sekolah jangan satu-satunya."),
        )
    if not Keyholder.objects.filter(community=community, kind=HolderKind.RECOVERY, retired=False).exists():
        yield Finding(MEND, _("%(name)s: belum ada lembar pemulihan.") % {"name": name}, "sebaya setup")
    proved = set(
        Channel.objects.filter(community=community, proved_on__isnull=False, failing=False).values_list(
            "person_id", flat=True
        )
    )
    silent = [adult.name for adult in duty.rota(community) if adult.pk not in proved]
    if silent:
        yield Finding(
            LOOK,
            _("%(name)s: belum bisa dihubungi di luar halaman: %(who)s") % {"name": name, "who": ", ".join(silent)},
            _("Minta mereka menambah saluran."),
        )
