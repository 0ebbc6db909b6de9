"""Every closed list of this room, each one with its life where it has one."""

from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from sebaya.communities.defaults import Kind

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

FLAG_KIND = "request"  # of the flags that stand on conversations


class Door(TextChoices):
    PEER = "teman", _("Teman sebaya")
    FRIEND = "khawatir", _("Khawatir sama teman")


class RequestState(TextChoices):
    WAITING = "menunggu", _("Menunggu")
    TALKING = "ngobrol", _("Sedang ngobrol")
    CLOSED = "selesai", _("Selesai")


REQUEST_MOVES = {
    RequestState.WAITING: {RequestState.TALKING, RequestState.CLOSED},
    RequestState.TALKING: {RequestState.WAITING, RequestState.CLOSED},
    RequestState.CLOSED: set(),
}


class Lead(TextChoices):
    NOBODY = "belum", _("Belum ada")
    PEER = "sebaya", _("Pendukung sebaya")
    ADULT = "dewasa", _("Orang dewasa")


class OfferState(TextChoices):
    OPEN = "open", _("Terbuka")
    ACCEPTED = "accepted", _("Diterima")
    DECLINED = "declined", _("Ditolak")
    EXPIRED = "expired", _("Lewat waktu")
    WITHDRAWN = "withdrawn", _("Ditarik")


OFFER_MOVES = {
    OfferState.OPEN: {OfferState.ACCEPTED, OfferState.DECLINED, OfferState.EXPIRED, OfferState.WITHDRAWN},
    OfferState.ACCEPTED: {OfferState.WITHDRAWN},
    OfferState.DECLINED: set(),
    OfferState.EXPIRED: set(),
    OfferState.WITHDRAWN: set(),
}


class DeclineReason(TextChoices):
    BUSY = "sibuk", _("Lagi sibuk atau capek")
    TOPIC = "topik", _("Topiknya berat buatku")
    KNOWN = "kenal", _("Sepertinya aku kenal orang ini")
    OTHER = "lain", _("Alasan lain")


class Side(TextChoices):
    SEEKER = "seeker", _("kamu")
    SUPPORTER = "supporter", _("pendukung sebaya")
    ADULT = "adult", _("orang dewasa")
    SYSTEM = "system", _("Sebaya")


class ThreadKind(TextChoices):
    TALK = "talk", _("Percakapan")
    CONSULT = "consult", _("Konsultasi")
    NOTES = "notes", _("Catatan")


class CloseReason(TextChoices):
    DONE = "cukup", _("Sudah cukup untuk sekarang")
    BETTER = "membaik", _("Sudah lebih ringan")
    ADULT = "dewasa", _("Lanjut dengan orang dewasa")
    SILENT = "diam", _("Lama tidak ada kabar")
    CHANGED = "batal", _("Berubah pikiran")
    UNFIT = "lain", _("Tidak cocok")


class ReportReason(TextChoices):
    SECRET = "rahasia", _("Diminta merahasiakan dari konselor")
    CONTACT = "kontak", _("Minta nomor, akun, foto, atau ketemu berdua")
    ROMANCE = "naksir", _("Merayu atau bikin risi")
    RUDE = "kasar", _("Menghina atau mengancam")
    LEAK = "bocor", _("Menyebarkan ceritaku")
    PLAY = "main", _("Tidak serius, main-main")
    OTHER = "lain", _("Hal lain")


def report_reasons(side: str) -> "dict[str, StrPromise]":
    """In the words of whoever reports: it is the seeker's story, and the talk of both."""
    words = {reason.value: reason.label for reason in ReportReason}
    return words if side == Side.SEEKER else {**words, ReportReason.LEAK.value: _("Menyebarkan isi percakapan kami")}


class ReportState(TextChoices):
    OPEN = "menunggu", _("Menunggu")
    UPHELD = "benar", _("Terbukti")
    DISMISSED = "tidak", _("Tidak terbukti")


TOPICS = {
    "sendiri": _("Merasa sendirian"),
    "belajar": _("Tugas dan ujian"),
    "teman": _("Pertemanan"),
    "diganggu": _("Diganggu atau dijauhi"),
    "daring": _("Disakiti di internet"),
    "rumah": _("Keluarga dan rumah"),
    "perasaan": _("Cemas atau sedih"),
    "kehilangan": _("Kehilangan"),
    "uang": _("Uang"),
    "tubuh": _("Tubuh dan diri"),
    "cinta": _("Pacar atau gebetan"),
    "gim": _("Gim dan HP"),
    "iman": _("Iman dan jati diri"),
    "pindah": _("Pindah sekolah"),
    "pkl": _("Magang atau PKL"),
    "lain": _("Hal lain"),
}

NOT_IN = {Kind.SMP: {"pkl"}}  # nobody there is an apprentice
OTHER_TOPIC = "lain"  # says nothing about whom to choose


def topics_for(kind: str) -> "dict[str, StrPromise]":
    """The topics that a community of this kind knows."""
    away = NOT_IN.get(Kind(kind), set())
    return {code: label for code, label in TOPICS.items() if code not in away}


HEAVY = 3  # in a supporter's feedback: "Berat, aku mau ngobrol dengan konselor"
