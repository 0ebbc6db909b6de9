"""One person and one group, as a coordinator types them."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.accounts import queries
from sebaya.accounts.actions.people import FOR_ADULTS
from sebaya.accounts.forms import ROLE_LABELS
from sebaya.accounts.models import Group, GroupKind, Person, Sex
from sebaya.accounts.roster import cells, classes, dates
from sebaya.accounts.roster.names import heal
from sebaya.accounts.roster.planning import group_key, groups_by_key
from sebaya.communities.models import Community

STUDENT, ADULT = "siswa", "dewasa"
KINDS = [(STUDENT, gettext_lazy("Siswa atau anggota")), (ADULT, gettext_lazy("Orang dewasa"))]
ADULT_ROLES = [(code, label) for code, label in ROLE_LABELS.items() if code in FOR_ADULTS or code == "discipline"]
OLDEST = 100  # years
USERNAME = RegexValidator(
    r"\A[a-z0-9][a-z0-9._-]{1,29}\Z", gettext_lazy("Pakai huruf kecil, angka, dan titik, paling sedikit dua tanda.")
)


class Born(forms.CharField):
    """A day as people write it: the picker of the browser, or "17 Mei 2012" where there is none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=40, widget=forms.DateInput(attrs={"type": "date"}), **kwargs)

    def clean(self, value: Any) -> Any:
        given = super().clean(value)
        if not given:
            return None
        today = timezone.localdate()
        day = dates.parse(given, today)
        if day is None or not dates.YOUNGEST <= dates.age(day, today) <= OLDEST:
            raise forms.ValidationError(_("Tanggal lahir ini tidak terbaca atau tidak masuk akal."))
        return day

    def prepare_value(self, value: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


class PersonForm(forms.Form):
    """Somebody new, or somebody already there (`person`), whose roles have a page of their own."""

    name = forms.CharField(label=gettext_lazy("Nama lengkap"), max_length=120)
    namesake = forms.BooleanField(
        label=gettext_lazy("Ini orang lain dengan nama yang sama"), required=False, widget=forms.HiddenInput
    )
    kind = forms.ChoiceField(label=gettext_lazy("Dewasa atau siswa"), choices=KINDS, widget=forms.RadioSelect)
    klass = forms.ModelChoiceField(
        Group.objects.none(), label=gettext_lazy("Kelas"), required=False, empty_label=gettext_lazy("Tanpa kelas")
    )
    others = forms.ModelMultipleChoiceField(
        Group.objects.none(), label=gettext_lazy("Kelompok lain"), required=False, widget=forms.CheckboxSelectMultiple
    )
    sex = forms.ChoiceField(
        label=gettext_lazy("Jenis kelamin"), required=False, choices=[("", gettext_lazy("Tidak diisi")), *Sex.choices]
    )
    born = Born(
        label=gettext_lazy("Tanggal lahir"), required=False,
        help_text=gettext_lazy("Untuk siswa: supaya teman sebayanya tidak terpaut umur terlalu jauh."),
    )  # fmt: skip
    username = forms.CharField(
        label=gettext_lazy("Nama pengguna"), required=False, max_length=30, validators=[USERNAME],
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}),
        help_text=gettext_lazy("Kosongkan saja: dibuat dari namanya, misalnya budi.santoso."),
    )  # fmt: skip
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Peran orang dewasa"), required=False, choices=ADULT_ROLES,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def __init__(self, community: Community, *args: Any, person: Person | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.community, self.person = community, person
        groups = queries.groups(community)
        self.fields["klass"].queryset = groups.filter(kind=GroupKind.CLASS)  # type: ignore[attr-defined]
        self.fields["others"].queryset = groups.exclude(kind=GroupKind.CLASS)  # type: ignore[attr-defined]
        if not self.fields["others"].queryset.exists():  # type: ignore[attr-defined]
            del self.fields["others"]
        if person is not None:
            self._for_somebody_known(person)

    def _for_somebody_known(self, person: Person) -> None:
        settled = ("roles", "kind", "username") if person.activated else ("roles",)
        for name in settled:
            del self.fields[name]
        if "username" in self.fields:
            self.fields["username"].help_text = _("Masih bisa diganti, karena orangnya belum pernah masuk.")
        mine = [membership.group for membership in person.memberships.select_related("group").order_by("pk")]
        self.initial = {
            "name": person.name, "sex": person.sex, "born": person.born, "username": person.username,
            "kind": ADULT if person.staff else STUDENT,
            "klass": next((group.pk for group in mine if group.kind == GroupKind.CLASS), None),
            "others": [group.pk for group in mine if group.kind != GroupKind.CLASS],
        }  # fmt: skip

    def clean_name(self) -> str:
        name = heal(cells.clean(self.cleaned_data["name"]))
        if not any(sign.isalpha() for sign in name):
            raise forms.ValidationError(_("Tulis namanya."))
        return name

    def clean_username(self) -> str:
        username: str = self.cleaned_data["username"].strip().lower()
        taken = Person.objects.filter(community=self.community, username=username)
        if self.person is not None:
            taken = taken.exclude(pk=self.person.pk)
        if username and taken.exists():
            raise forms.ValidationError(_("Nama pengguna ini sudah dipakai orang lain. Kosongkan untuk nama bebas."))
        return username or (self.person.username if self.person else "")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("roles") and data.get("kind") == STUDENT:
            self.add_error("roles", _("Peran ini hanya untuk orang dewasa di sekolah/komunitas."))
        self._ask_about_namesakes(data)
        return data

    def _ask_about_namesakes(self, data: dict[str, Any]) -> None:
        """The same name twice is often the same person twice; then one of them would never get their slip."""
        name = data.get("name", "")
        if not name or (self.person is not None and name == self.person.name):
            return
        rows = queries.namesakes(self.community, name)
        other = (rows.exclude(pk=self.person.pk) if self.person else rows).first()
        if other is None:
            return
        self.fields["namesake"].widget = forms.CheckboxInput()
        if not data.get("namesake"):
            groups = ", ".join(each.group.name for each in other.memberships.all()) or _("tanpa kelas")
            words = _("%(name)s sudah ada di daftar (%(groups)s). Centang bila ini memang orang lain.")
            self.add_error("namesake", words % {"name": other.name, "groups": groups})

    def values(self) -> dict[str, Any]:
        """As the actions take them."""
        plain = [name for name in ("name", "sex", "born", "username") if name in self.fields]
        data: dict[str, Any] = {name: self.cleaned_data[name] for name in plain}
        if "kind" in self.fields:
            data["staff"] = self.cleaned_data["kind"] == ADULT
        if "roles" in self.fields:
            data["roles"] = self.cleaned_data["roles"]
        data["groups"] = [*filter(None, [self.cleaned_data["klass"]]), *self.cleaned_data.get("others", [])]
        return data


class GroupForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("Jenis"), choices=GroupKind.choices, widget=forms.RadioSelect)
    name = forms.CharField(
        label=gettext_lazy("Nama"), max_length=60, help_text=gettext_lazy("Misalnya VII-A, Asrama Melati, atau Guru.")
    )
    grade = forms.IntegerField(
        label=gettext_lazy("Tingkat"), required=False, min_value=min(classes.GRADES), max_value=max(classes.GRADES),
        help_text=gettext_lazy("Hanya untuk kelas. Kosongkan: dibaca dari namanya, VII-A menjadi 7."),
    )  # fmt: skip

    def __init__(self, community: Community, *args: Any, group: Group | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.community, self.group = community, group
        self.initial = {"kind": GroupKind.CLASS}
        if group is not None:
            self.initial = {"kind": group.kind, "name": group.name, "grade": group.grade}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        kind, name = data.get("kind"), cells.clean(data.get("name", ""))
        if not kind or not name:
            return data
        data["name"] = name
        if kind != GroupKind.CLASS:
            data["grade"] = None
        elif data.get("grade") is None and "grade" not in self.errors:
            data["grade"] = classes.grade(name)
        there = groups_by_key(self.community).get(group_key(kind, name))
        if there is not None and (self.group is None or there != self.group.pk):
            self.add_error("name", _("Kelompok ini sudah ada, mungkin dengan ejaan lain."))
        return data
