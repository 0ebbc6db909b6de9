"""All input of this room. A password is never shown again, not even to the one who typed it wrong."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.accounts import passwords
from sebaya.accounts.actions.people import ROLE_FIELDS
from sebaya.accounts.models import Group, Person

PHONE_NUMBER = r"^[+0-9][0-9 ()\-]{5,19}$"


class Password(forms.CharField):
    """`new` tells the browser to offer one, and not to fill in an old one."""

    def __init__(self, label: Any, new: bool = False, **kwargs: Any) -> None:
        hint = "new-password" if new else "current-password"
        widget = forms.PasswordInput(attrs={"autocomplete": hint, "autocapitalize": "none", "spellcheck": "false"})
        super().__init__(label=label, strip=False, max_length=passwords.LONGEST, widget=widget, **kwargs)


class Code(forms.CharField):
    """Something copied from paper: no corrections by the phone, easy to read back."""

    def __init__(self, label: Any, **kwargs: Any) -> None:
        attrs = {
            "autocomplete": "off",
            "autocapitalize": "characters",
            "spellcheck": "false",
            "class": "code",
        }
        super().__init__(label=label, max_length=80, widget=forms.TextInput(attrs=attrs), **kwargs)


class Pin(forms.CharField):
    def __init__(self, label: Any, **kwargs: Any) -> None:
        attrs = {"autocomplete": "off", "inputmode": "numeric", "pattern": "[0-9]*"}
        widget = forms.PasswordInput(attrs=attrs)
        super().__init__(label=label, max_length=passwords.PIN_LENGTH, widget=widget, **kwargs)


def username_field() -> forms.CharField:
    attrs = {"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
    return forms.CharField(label=gettext_lazy("Nama pengguna"), max_length=30, widget=forms.TextInput(attrs=attrs))


class EntranceForm(forms.Form):
    """What travels through the sign-in: where to go, and sealed words that came too late."""

    next = forms.CharField(required=False, widget=forms.HiddenInput)
    unsent = forms.CharField(required=False, widget=forms.HiddenInput)


class SignInForm(EntranceForm):
    username = username_field()
    password = Password(gettext_lazy("Kata sandi"))


class PinForm(EntranceForm):
    pin = Pin(gettext_lazy("PIN"))


class SlipForm(forms.Form):
    code = Code(
        gettext_lazy("Kode dari kertas"),
        help_text=gettext_lazy("16 huruf dan angka. Huruf besar atau kecil, dengan atau tanpa garis, sama saja."),
    )


class TwiceMixin(forms.Form):
    """A new password and the same again, checked against the rules for this person."""

    person: Person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        passwords.check(password, self.person)
        return password

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if "password" in data and data["password"] != data.get("again"):
            raise ValidationError({"again": _("Dua kata sandi ini belum sama.")})
        return data


class NewPasswordForm(TwiceMixin):
    code = forms.CharField(widget=forms.HiddenInput)
    password = Password(gettext_lazy("Kata sandi baru"), new=True)
    again = Password(gettext_lazy("Ketik sekali lagi"), new=True)

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person
        least = passwords.STAFF_LENGTH if person.staff else passwords.MEMBER_LENGTH
        self.fields["password"].help_text = _(
            "Paling sedikit %(n)s tanda. Beberapa kata acak paling mudah diingat."
        ) % {"n": least}


class EraseForm(forms.Form):
    password = Password(gettext_lazy("Kata sandimu, supaya yakin ini kamu"))


class ChangePasswordForm(TwiceMixin):
    old = Password(gettext_lazy("Kata sandi sekarang"))
    password = Password(gettext_lazy("Kata sandi baru"), new=True)
    again = Password(gettext_lazy("Ketik sekali lagi"), new=True)

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person


class RecoverForm(forms.Form):
    """Checked in full only by the action: a form that knew the person would tell who exists."""

    username = username_field()
    code = Code(gettext_lazy("Kunci pemulihan dari kertas"))
    password = Password(
        gettext_lazy("Kata sandi baru"),
        new=True,
        min_length=passwords.STAFF_LENGTH,
        help_text=gettext_lazy("Paling sedikit 12 tanda. Beberapa kata acak paling mudah diingat."),
    )
    again = Password(gettext_lazy("Ketik sekali lagi"), new=True)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if "password" in data and data["password"] != data.get("again"):
            raise ValidationError({"again": _("Dua kata sandi ini belum sama.")})
        return data


class PhoneForm(forms.Form):
    pin = Pin(gettext_lazy("PIN, 6 angka"))
    again = Pin(gettext_lazy("Ketik sekali lagi"))

    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_pin(self) -> str:
        pin: str = self.cleaned_data["pin"]
        passwords.check_pin(pin, self.person)
        return pin

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if "pin" in data and data["pin"] != data.get("again"):
            raise ValidationError({"again": _("Dua PIN ini belum sama.")})
        return data


class LanguageForm(forms.Form):
    language = forms.ChoiceField(label=gettext_lazy("Bahasa"), choices=settings.LANGUAGES, widget=forms.RadioSelect)


class LastGroupForm(forms.Form):
    group = Code(gettext_lazy("Ketik 4 tanda terakhir dari kunci di kertas"))


class ContactForm(forms.Form):
    """Whom to call and whom not. Sealed before it is stored; nobody at school can look it up."""

    trusted = forms.CharField(
        label=gettext_lazy("Orang dewasa yang aman buatmu"),
        help_text=gettext_lazy("Misalnya: Tante Rina, tetangga."),
        max_length=120,
        required=False,
    )
    trusted_phone = forms.RegexField(PHONE_NUMBER, label=gettext_lazy("Nomornya"), required=False)
    never = forms.CharField(
        label=gettext_lazy("Jangan hubungi"),
        help_text=gettext_lazy("Orang yang tidak boleh ditelepon tentang kamu. Tidak perlu alasan."),
        max_length=300,
        required=False,
    )
    my_phone = forms.RegexField(PHONE_NUMBER, label=gettext_lazy("Nomormu sendiri"), required=False)

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(data.values()):
            raise ValidationError(_("Isi paling sedikit satu kotak."))
        return data


class PeopleForm(forms.Form):
    """Search in the list of people; anything that does not fit is left out."""

    q = forms.CharField(label=gettext_lazy("Nama"), required=False, max_length=60)
    group = forms.ChoiceField(label=gettext_lazy("Kelas"), required=False)
    role = forms.ChoiceField(label=gettext_lazy("Peran"), required=False)

    def __init__(self, groups: list[Group], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        everyone = [("", _("Semua"))]
        self.fields["group"].choices = everyone + [(group.pk, group.name) for group in groups]  # type: ignore[attr-defined]
        self.fields["role"].choices = [*everyone, ("staff", _("Orang dewasa")), *role_choices()]  # type: ignore[attr-defined]


ROLE_LABELS = {
    "supporter": gettext_lazy("Pendukung sebaya"),
    "counsellor": gettext_lazy("Konselor"),
    "duty": gettext_lazy("Petugas jaga"),
    "coordinator": gettext_lazy("Koordinator program"),
    "second_key": gettext_lazy("Pemegang kunci kedua"),
    "leader": gettext_lazy("Kepala sekolah"),
    "companion": gettext_lazy("Guru wali"),
    "network": gettext_lazy("Pengamat jejaring"),
    "discipline": gettext_lazy("Petugas kedisiplinan"),
}


def role_choices() -> list[tuple[str, Any]]:
    return list(ROLE_LABELS.items())


class RolesForm(forms.Form):
    def __init__(self, person: Person, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for code in ROLE_FIELDS:
            field = forms.BooleanField(label=ROLE_LABELS[code], required=False, initial=getattr(person.role_set, code))
            self.fields[code] = field


class SlipsForm(forms.Form):
    """Adults come first: their keys have to be there before students write."""

    ADULTS = "dewasa"
    group = forms.ChoiceField(
        label=gettext_lazy("Untuk siapa"),
        error_messages={"invalid_choice": gettext_lazy("Semua di sini sudah aktif. Pilih yang lain.")},
    )

    def __init__(self, adults: int, groups: Iterable[Group], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label = _("Orang dewasa yang belum aktif (%(n)s)") % {"n": adults}
        first = [(self.ADULTS, label)] if adults else []
        self.fields["group"].choices = first + [(group.pk, group.name) for group in groups]  # type: ignore[attr-defined]

    @property
    def empty(self) -> bool:
        """There is nobody to print for."""
        return not self.fields["group"].choices  # type: ignore[attr-defined]
