"""allauth's hooks, turned to our ways: no sign-up, no mail, no texts of its own, secrets sealed."""

import base64
from io import BytesIO
from typing import Any

import segno
from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from sebaya.vault import files

PLACE = "second factor"

WRONG = {
    "incorrect_code": _("Kodenya tidak cocok. Lihat lagi di aplikasi, lalu ketik kode yang sekarang."),
    "rate_limited": _("Terlalu cepat. Tunggu sebentar, lalu coba lagi."),
    "too_many_login_attempts": _("Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi."),
    "cannot_delete_authenticator": _("Kode kedua tidak bisa dimatikan."),
}


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {**DefaultAccountAdapter.error_messages, **WRONG}

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return ["allauth.mfa.stages.AuthenticateStage"]

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        person: Any = request.user
        return f"/{person.community.slug}/"

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("account_login")

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        return HttpResponseRedirect(reverse("account_login"))

    def is_safe_url(self, url: str) -> bool:
        return url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def add_message(self, request: HttpRequest, level: int, *args: Any, message: str = "", **kwargs: Any) -> None:
        """Only what we say ourselves; allauth's own messages would be written in its own words."""
        if message:
            messages.add_message(request, level, message)

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Many have no address, and a mail about a sign-in is a trace."""

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """Before the second factor is changed it is asked for again: by code, or by passkey."""
        types = set(Authenticator.objects.filter(user_id=user.pk).values_list("type", flat=True))
        methods = []
        if types & {Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES}:
            methods.append(_method("mfa_reauthenticate", _("Pakai kode")))
        if Authenticator.Type.WEBAUTHN in types:
            methods.append(_method("mfa_reauthenticate_webauthn", _("Pakai kunci sandi")))
        return methods


def _method(name: str, description: Any) -> dict[str, Any]:
    return {"id": name, "description": description, "url": reverse(name)}


class MfaAdapter(DefaultMFAAdapter):
    error_messages = {**DefaultMFAAdapter.error_messages, **WRONG}

    def encrypt(self, text: str) -> str:
        return base64.b64encode(files.server_seal(text.encode(), PLACE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return files.server_unseal(base64.b64decode(encrypted_text), PLACE).decode()

    def build_totp_svg(self, url: str) -> str:
        out = BytesIO()
        segno.make(url, error="m").save(out, kind="svg", scale=5, border=4, xmldecl=False, svgns=True, omitsize=False)
        return out.getvalue().decode()

    def get_totp_label(self, user: Any) -> str:
        return self._get_user_identifier(user)

    def _get_user_identifier(self, user: Any) -> str:
        return f"{user.username}@{user.community.slug}"
