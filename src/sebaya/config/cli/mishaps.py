"""What can go wrong under every command, as a sentence: what happened, what is safe, what to do."""

import errno

from django.core.exceptions import AppRegistryNotReady, ImproperlyConfigured
from django.db import DatabaseError
from django.utils.translation import gettext

from sebaya.vault.errors import SecretFileDamaged

FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
FULL_DATABASE = ("database or disk is full", "disk i/o error", "no space left")
CLOSED_DATABASE = ("readonly database", "unable to open database file", "permission denied")
DAMAGED_DATABASE = ("malformed", "not a database")


def sentence(error: Exception) -> str:
    """Empty for what is a fault of ours: that one is shown whole."""
    if isinstance(error, OSError):
        return _of_files(error)
    if isinstance(error, DatabaseError):
        return _of_database(error)
    if isinstance(error, SecretFileDamaged):
        return _damaged_secret(error)
    return str(error) if isinstance(error, ImproperlyConfigured) else ""


def _of_files(error: OSError) -> str:
    if error.errno in FULL:
        return _full()
    where = {"path": error.filename or "", "why": error.strerror or type(error).__name__}
    if error.errno in CLOSED:
        return (
            _(
                "Tidak boleh membaca atau menulis %(path)s. Periksa pemilik foldernya, atau pilih folder lain dengan --data."
            )
            % where
        )
    return _("Tidak bisa dibuka: %(path)s (%(why)s). Periksa nama dan letaknya.") % where


def _full() -> str:
    return _("Disk penuh atau jatahnya habis. Yang sudah tersimpan aman. Kosongkan tempat, lalu ulangi.")


def _of_database(error: DatabaseError) -> str:
    words = str(error).casefold()
    if any(each in words for each in FULL_DATABASE):
        return _full()
    if any(each in words for each in CLOSED_DATABASE):
        return _("Basis data tidak bisa dibuka atau ditulis. Periksa pemilik folder data, lalu ulangi.")
    if any(each in words for each in DAMAGED_DATABASE):
        return _(
            "Berkas basis data rusak. Jangan dihapus. Pulihkan cadangan ke folder baru: sebaya --data FOLDER-BARU restore BERKAS"
        )
    return _("Basis data tidak menjawab (%(why)s). Periksa dengan: sebaya doctor") % {"why": type(error).__name__}


def _damaged_secret(error: SecretFileDamaged) -> str:
    words = _(
        "Berkas kunci %(name)s rusak. Jangan membuat yang baru: semua kata sandi terikat pada isinya yang lama. Pulihkan dari cadangan."
    )
    return words % {"name": error}


def _(words: str) -> str:
    """In the chosen language once Django has started; before that in the language of the source."""
    try:
        return gettext(words)
    except (AppRegistryNotReady, ImproperlyConfigured, OSError):
        return words
