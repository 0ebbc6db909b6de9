"""Sentences that help to listen, in the words a listener would use."""

from django.utils.translation import gettext_lazy as _

PROMPTS = (
    _("Makasih udah cerita. Pelan-pelan aja."),
    _("Yang paling berat bagian mana?"),
    _("Kalau aku tangkap, kamu ngerasa … Bener nggak?"),
    _("Biasanya apa yang bikin sedikit lebih enteng?"),
    _("Siapa yang biasanya kamu percaya?"),
    _("Aku nggak punya jawabannya, tapi aku nemenin."),
    _("Boleh aku tanya, kamu aman sekarang?"),
)
