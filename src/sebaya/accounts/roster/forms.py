from django import forms
from django.utils.translation import gettext_lazy as _

from sebaya.accounts.roster.draft import LONGEST


class FileForm(forms.Form):
    """The roster to look at. It is read in memory and forgotten with the request."""

    file = forms.FileField(
        label=_("Berkas daftar warga"),
        help_text=_("XLSX dari Dapodik (Daftar PD), CSV, atau hasil ekspor Sebaya. Paling besar 12 MB."),
        error_messages={
            "required": _("Pilih berkasnya dulu. Berkas di atas 12 MB tidak diterima."),
            "empty": _("Berkas ini kosong. Pilih berkas yang berisi daftar warga."),
        },
    )


class ConfirmForm(forms.Form):
    """The checked roster comes back as a sealed draft."""

    draft = forms.CharField(max_length=LONGEST, strip=True, widget=forms.HiddenInput)
    skip_bad = forms.BooleanField(required=False, widget=forms.HiddenInput)
