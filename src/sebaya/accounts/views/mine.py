"""One's own account: for members and staff alike."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from sebaya.accounts import access, actions, contacts, cookies, known, phones, second_factor, throttle
from sebaya.accounts.errors import NoSecondKey
from sebaya.accounts.forms import ChangePasswordForm, ContactForm, LanguageForm, LastGroupForm, PhoneForm
from sebaya.accounts.models import Person
from sebaya.accounts.views.entrance import too_soon
from sebaya.ui.language import KEPT
from sebaya.vault.errors import WrongSecret

LAST_SIGNS = "recovery_signs"  # in the sealed sign-in: what is typed back from the printed key


def home(request: HttpRequest, slug: str) -> HttpResponse:
    person = access.signed_in(request)
    context = {
        "may_have_factor": person.keeps_log,
        "has_factor": person.keeps_log and second_factor.is_set_up(person),
        "has_tls": settings.SEBAYA_HTTPS,
        "has_recovery_key": person.keyholder.recovery_wrapped is not None,
        "has_phone": phones.of(request, person.community) is not None,
        "language_form": LanguageForm(initial={"language": person.language or request.LANGUAGE_CODE}),
    }
    return _show(request, person, "accounts/mine.html", context)


@sensitive_post_parameters()
def password(request: HttpRequest, slug: str) -> HttpResponse:
    person = access.signed_in(request)
    form = ChangePasswordForm(person, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _show(request, person, "accounts/password.html", {"form": form})
    where = known.bucket(request, person.login)
    if wait := throttle.passwords.enter(*where):
        form.add_error(None, too_soon(wait))
        return _show(request, person, "accounts/password.html", {"form": form}, status=429)
    try:
        actions.change_password(by=person, old=form.cleaned_data["old"], new=form.cleaned_data["password"])
    except WrongSecret:
        form.add_error("old", _("Kata sandi sekarang belum cocok."))
        return _show(request, person, "accounts/password.html", {"form": form})
    throttle.passwords.succeeded(*where)
    update_session_auth_hash(request, person)
    messages.success(request, _("Kata sandi sudah diganti. Perangkat lain sudah keluar."))
    return _back(slug)


@require_POST
def end_others(request: HttpRequest, slug: str) -> HttpResponse:
    person = access.signed_in(request)
    actions.end_other_signins(by=person)
    update_session_auth_hash(request, person)
    messages.success(request, _("Semua perangkat lain sudah keluar."))
    return _back(slug)


@require_POST
def language(request: HttpRequest, slug: str) -> HttpResponse:
    person = access.signed_in(request)
    form = LanguageForm(request.POST)
    if not form.is_valid():
        return _back(slug)
    chosen = form.cleaned_data["language"]
    actions.choose_language(by=person, language=chosen)
    with override(chosen):
        messages.success(request, _("Bahasa sudah diganti."))
    response = _back(slug)
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=KEPT,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@sensitive_post_parameters()
def phone(request: HttpRequest, slug: str) -> HttpResponse:
    """ "Ini HP-ku sendiri": a PIN for this phone, not now, or no more."""
    person = access.signed_in(request)
    if "off" in request.POST:
        return _forget_phone(request, person)
    if "no" in request.POST:
        response = HttpResponseRedirect(f"/{slug}/")
        phones.do_not_ask(response)
        return response
    form = PhoneForm(person, request.POST or None)
    if request.method != "POST" or not form.is_valid():
        has_phone = phones.of(request, person.community) is not None
        return _show(request, person, "accounts/phone.html", {"form": form, "has_phone": has_phone})
    actions.forget_phone(by=person, secret=phones.secret_of(request))
    secret = actions.remember_phone(by=person, keyring=access.keyring(request), pin=form.cleaned_data["pin"])
    messages.success(request, _("PIN sudah jadi. Di HP ini cukup PIN selama 30 hari."))
    response = HttpResponseRedirect(f"/{slug}/")
    phones.remember(response, secret)
    return response


def _forget_phone(request: HttpRequest, person: Person) -> HttpResponse:
    actions.forget_phones(by=person, secret=phones.secret_of(request))
    messages.success(request, _("PIN sudah dimatikan di semua HP."))
    response = _back(person.community.slug)
    cookies.drop(response, cookies.PHONE)
    return response


def recovery_key(request: HttpRequest, slug: str) -> HttpResponse:
    """Staff: the printed key. Shown once, then its last four signs are typed back from the paper."""
    person = access.staff(request)
    if request.method != "POST":
        made = person.keyholder.recovery_wrapped is not None
        return _show(request, person, "accounts/recovery_key_ask.html", {"made": made})
    if "group" in request.POST:
        return _confirm_recovery_key(request, person)
    code = actions.print_recovery_key(by=person, keyring=access.keyring(request))
    request.session[LAST_SIGNS] = _last_signs(code)
    return _show(request, person, "accounts/recovery_key.html", {"code": code, "form": LastGroupForm()})


def _confirm_recovery_key(request: HttpRequest, person: Person) -> HttpResponse:
    form = LastGroupForm(request.POST)
    expected = request.session.get(LAST_SIGNS, "")
    if form.is_valid() and expected and _last_signs(form.cleaned_data["group"]) == expected:
        del request.session[LAST_SIGNS]
        messages.success(request, _("Cocok. Simpan kertas itu di tempat terkunci, jauh dari laptop ini."))
        return _back(person.community.slug)
    form.add_error(None, _("Belum cocok. Lihat 4 tanda terakhir dari kunci di kertas, atau cetak kunci baru."))
    return _show(request, person, "accounts/recovery_key_check.html", {"form": form})


def _last_signs(text: str) -> str:
    """The last four signs of a printed code, whatever its dashes and look-alikes."""
    plain = "".join(sign for sign in text.upper() if sign.isalnum())
    return plain.translate(str.maketrans("OIL", "011"))[-4:]


def contact(request: HttpRequest, slug: str) -> HttpResponse:
    """Whom to call and whom not: sealed, for nobody's eyes until two adults open a name."""
    person = access.member(request)
    kept = person.emergency_contacts.filter(source=contacts.OWN).exists()
    form = ContactForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return _show(request, person, "accounts/contact.html", {"form": form, "kept": kept})
    try:
        contacts.seal_contact(person, contacts.OWN, form.cleaned_data)
    except NoSecondKey:
        form.add_error(
            None,
            _("Belum bisa disimpan: pemegang kunci kedua belum ada. Kabari langsung orang dewasa di BK."),
        )
        return _show(request, person, "accounts/contact.html", {"form": form, "kept": kept})
    messages.success(request, _("Tersimpan dan terkunci."))
    return _back(slug)


def layout_for(person: Person) -> str:
    return "ui/staff.html" if person.staff else "ui/seeker.html"


def _show(
    request: HttpRequest, person: Person, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    return render(request, template, {"layout": layout_for(person), "owner": person, **context}, status=status)


def _back(slug: str) -> HttpResponse:
    return HttpResponseRedirect(f"/{slug}/akun-saya/")
