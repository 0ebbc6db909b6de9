"""All input of this room."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.accounts.models import Person
from sebaya.communities.models import Community
from sebaya.programmes import duty_week
from sebaya.programmes.models import Consent, ConsentKind, HoldReason

BY_HAND = (HoldReason.REST, HoldReason.SUPERVISION, HoldReason.INCIDENT, HoldReason.EXAMS)
MOST_PLACE = 9  # nobody calls ten adults in five-minute steps
WIDEST_AGE_GAP = 6  # years; first and last class of a secondary school, lower and upper together
LARGEST_TEAM = 8  # supporters that one counsellor can stand behind (product.md, size Kecil)


def duty_people(community: Community) -> Any:
    """Adults who may be on duty: with the role, and activated so that keys can be sealed to them."""
    people = Person.objects.filter(community=community, is_active=True, roles__duty=True, keyholder__isnull=False)
    return people.order_by("name")


class DutyForm(forms.Form):
    person = forms.ModelChoiceField(Person.objects.none(), label=gettext_lazy("Petugas"), empty_label=None)
    weekdays = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Hari"), coerce=int, widget=forms.CheckboxSelectMultiple,
        choices=[(day + 1, name) for day, name in WEEKDAYS.items()],
    )  # fmt: skip
    starts = forms.TimeField(
        label=gettext_lazy("Mulai"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    )
    ends = forms.TimeField(
        label=gettext_lazy("Sampai"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=gettext_lazy("Sampai tengah malam: 00.00. Jaga malam: tulis jam selesai besok paginya."),
    )  # fmt: skip
    place = forms.IntegerField(
        label=gettext_lazy("Urutan dipanggil"), min_value=1, max_value=MOST_PLACE, required=False,
        help_text=gettext_lazy("1 dipanggil pertama, lalu 2, dan seterusnya. Kosong: sesudah yang sudah ada pada jam itu."),
    )  # fmt: skip

    def __init__(self, *args: Any, community: Community, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = duty_people(community)  # type: ignore[attr-defined]
        self.fields["weekdays"].initial = [int(day) for day in community.school_days]
        self.fields["starts"].initial, self.fields["ends"].initial = community.peer_opens, community.peer_closes

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        starts, ends = data.get("starts"), data.get("ends")
        if starts is None or ends is None or ends > starts or ends == duty_week.MIDNIGHT:
            return data
        if duty_week.night(starts, ends) > duty_week.LONGEST_NIGHT:
            hours = duty_week.LONGEST_NIGHT // timedelta(hours=1)
            words = _("Jam selesai harus sesudah jam mulai. Jaga malam paling lama %(n)s jam.") % {"n": hours}
            raise ValidationError({"ends": words})
        return data


class ConsentForm(forms.ModelForm):
    """Who agreed, on which evidence, and where the paper lies."""

    class Meta:
        model = Consent
        fields = ["kind", "evidence", "given_on", "reference"]
        labels = {
            "kind": gettext_lazy("Apa yang disetujui"),
            "evidence": gettext_lazy("Buktinya"),
            "given_on": gettext_lazy("Tanggal persetujuan"),
            "reference": gettext_lazy("Kertasnya disimpan di"),
        }
        widgets = {
            "kind": forms.RadioSelect,
            "evidence": forms.RadioSelect,
            "given_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "reference": forms.TextInput(attrs={"placeholder": gettext_lazy("misalnya: map 2, lembar 14")}),
        }

    def __init__(self, *args: Any, missing: Sequence[str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = [(code, label) for code, label in ConsentKind.choices if missing is None or code in missing]
        self.fields["kind"].choices = kinds  # type: ignore[attr-defined]
        self.fields["evidence"].choices = self.fields["evidence"].choices[1:]  # type: ignore[attr-defined]
        self.fields["given_on"].initial = timezone.localdate

    def clean_given_on(self) -> Any:
        day = self.cleaned_data["given_on"]
        if day > timezone.localdate():
            raise ValidationError(_("Tanggal ini belum tiba."))
        return day


class HoldForm(forms.Form):
    """Holds that people set; training, consent and suspension come from where they happen."""

    reason = forms.ChoiceField(
        label=gettext_lazy("Alasan"), widget=forms.RadioSelect, choices=[(each.value, each.label) for each in BY_HAND]
    )
    until = forms.DateField(
        label=gettext_lazy("Sampai tanggal"), required=False, help_text=gettext_lazy("Kosong: sampai dicabut."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )  # fmt: skip

    def clean_until(self) -> Any:
        day = self.cleaned_data["until"]
        if day and day < timezone.localdate():
            raise ValidationError(_("Tanggal ini sudah lewat."))
        return day


def clock_field() -> forms.TimeInput:
    return forms.TimeInput(attrs={"type": "time"}, format="%H:%M")


class SettingsForm(forms.ModelForm):
    """Programme policy of one school. What is not here (name, TLS waiver) belongs to the operator.

    The size of the programme is not asked for: nothing depends on it as long as there is no box for small ones.
    """

    school_days = forms.MultipleChoiceField(
        label=gettext_lazy("Hari sekolah"), widget=forms.CheckboxSelectMultiple,
        choices=[(str(day + 1), name) for day, name in WEEKDAYS.items()],
    )  # fmt: skip
    max_age_gap = forms.IntegerField(
        label=gettext_lazy("Selisih umur paling banyak (tahun)"), min_value=0, max_value=WIDEST_AGE_GAP,
        help_text=gettext_lazy("Antara yang bercerita dan pendukungnya."),
    )  # fmt: skip

    class Meta:
        model = Community
        fields = [
            "school_days", "school_ends", "peer_opens", "peer_closes", "peer_door", "max_open_requests",
            "max_open_per_supporter", "max_age_gap", "same_gender_only", "safeguard_contact", "help_nearby",
            "language",
        ]  # fmt: skip
        labels = {
            "school_ends": gettext_lazy("Jam sekolah selesai"),
            "peer_opens": gettext_lazy("Jam teman dibuka"),
            "peer_closes": gettext_lazy("Jam teman ditutup"),
            "peer_door": gettext_lazy("Pintu teman sebaya dibuka"),
            "max_open_requests": gettext_lazy("Permintaan terbuka paling banyak untuk satu siswa"),
            "max_open_per_supporter": gettext_lazy("Teman yang ditemani satu pendukung, paling banyak"),
            "same_gender_only": gettext_lazy("Pendukung selalu berjenis kelamin sama"),
            "safeguard_contact": gettext_lazy("Kontak perlindungan di luar sekolah"),
            "help_nearby": gettext_lazy("Bantuan terdekat"),
            "language": gettext_lazy("Bahasa awal"),
        }
        help_texts = {
            "school_ends": gettext_lazy("Tanda jingga ditangani sebelum jam ini."),
            "safeguard_contact": gettext_lazy(
                "Nama dan nomor. Ditunjukkan kepada siswa yang tidak ingin dibaca oleh konselor mana pun di sini."
            ),
            "help_nearby": gettext_lazy(
                "Puskesmas atau IGD terdekat, dengan alamatnya. Tampil di kaki setiap halaman siswa."
            ),
            "language": gettext_lazy("Setiap orang tetap bisa memilih bahasanya sendiri."),
        }
        widgets = {
            "school_ends": clock_field(),
            "peer_opens": clock_field(),
            "peer_closes": clock_field(),
            "language": forms.RadioSelect,
        }

    def __init__(self, data: Any, instance: Community) -> None:
        super().__init__(data, instance=instance)
        self.initial["school_days"] = list(instance.school_days)

    def clean_school_days(self) -> str:
        """ISO weekdays as the community keeps them: "12345"."""
        return "".join(sorted(self.cleaned_data["school_days"]))

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        opens, closes = data.get("peer_opens"), data.get("peer_closes")
        if opens and closes and closes <= opens:
            raise ValidationError({"peer_closes": _("Jam tutup harus sesudah jam buka.")})
        return data
