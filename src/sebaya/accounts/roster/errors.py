from django.utils.translation import gettext as _


class RosterError(Exception):
    """The file as a whole cannot be used; the text says what it is, what is safe and what to do next."""


class NotARoster(RosterError):
    """A file of another kind than a table of people, or one that is damaged or locked."""


class TooLarge(RosterError):
    """More than a roster of one community can be, packed or unpacked."""


def too_large() -> TooLarge:
    return TooLarge(
        _("Berkas ini terlalu besar untuk sebuah daftar warga. Bagi menjadi beberapa berkas, lalu coba lagi.")
    )


def damaged() -> NotARoster:
    return NotARoster(_("Berkas ini rusak atau belum terunduh penuh. Unduh ulang dari sumbernya, lalu coba lagi."))
