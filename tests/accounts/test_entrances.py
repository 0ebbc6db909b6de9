"""Small refusals on the way in: cookies nobody made, a slip used meanwhile, pages for those who are in already."""

import base64
from typing import Any

import pytest
from allauth.mfa.adapter import get_adapter as mfa_adapter
from allauth.mfa.models import Authenticator
from django.contrib.messages import get_messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory
from tests.accounts.helpers import (
    PASSWORD,
    give_second_factor,
    make_person,
    post_sign_in,
    session_of,
    sign_in,
    signed_in,
    slip_for,
)
from tests.support.meanwhile import meanwhile

from sebaya.accounts import actions, cookies, keys, passwords, phones
from sebaya.accounts.adapter import AccountAdapter
from sebaya.accounts.models import Person

pytestmark = pytest.mark.django_db


def test_who_is_in_already_is_taken_home(client: Client, member: Person) -> None:
    sign_in(client, member)
    assert client.get("/smp-melati/masuk/")["Location"] == "/smp-melati/"


def test_empty_sign_in_is_asked_again(client: Client, community: Any) -> None:
    page = client.post("/smp-melati/masuk/", {"username": "", "password": ""})
    assert page.status_code == 200
    assert 'name="password"' in page.content.decode()


@pytest.mark.parametrize("cookie", ["bukan-base64!", "é", base64.urlsafe_b64encode(b"pendek").decode(), ""])
def test_key_cookie_that_is_none_opens_nothing(cookie: str) -> None:
    assert keys.key_of({cookies.name(cookies.KEY): cookie}) is None


@pytest.mark.parametrize("cookie", ["bukan-base64!", "é", base64.urlsafe_b64encode(b"pendek").decode(), ""])
def test_phone_cookie_that_is_none_is_no_phone(cookie: str) -> None:
    request = RequestFactory().get("/")
    request.COOKIES[cookies.name(cookies.PHONE)] = cookie
    assert phones.secret_of(request) is None


def test_key_of_another_sign_in_ends_this_one(client: Client, member: Person) -> None:
    sign_in(client, member)
    assert signed_in(client, member)
    client.cookies[cookies.name(cookies.KEY)] = keys.written(bytes(32))
    assert not signed_in(client, member)


def test_completing_without_anything_pending_changes_nothing(client: Client, member: Person) -> None:
    sign_in(client, member)
    request: Any = RequestFactory().get("/")
    request.session = session_of(client)
    before = dict(request.session.items())
    keys.activate(request)
    assert dict(request.session.items()) == before


def test_pending_key_that_does_not_open_is_thrown_away(client: Client, counsellor: Person) -> None:
    give_second_factor(counsellor)
    post_sign_in(client, counsellor)
    request: Any = RequestFactory().get("/")
    request.session, request.new_key = session_of(client), bytes(32)
    keys.activate(request)
    assert (keys.PENDING in request.session, keys.ACTIVE in request.session) == (False, False)


def test_slip_used_in_another_tab_meanwhile_is_told(client: Client, community: Any) -> None:
    person = make_person(community, password=None)
    code = slip_for(person)
    sent = {"code": code, "password": PASSWORD, "again": PASSWORD}

    def other_tab() -> None:
        actions.redeem(community=community, code=code, password="kata-sandi-tab-lain")

    with meanwhile('FROM "accounts_slip"', other_tab):
        page = client.post("/smp-melati/aktivasi/", sent).content.decode()
    assert "Kode ini sudah dipakai. Silakan masuk." in page
    assert not signed_in(client, person)


def test_password_longer_than_a_sentence_is_refused(member: Person) -> None:
    passwords.check("x7-awan-di-atas-atap" + "a1b2" * 45, member)
    with pytest.raises(ValidationError, match="Terlalu panjang"):
        passwords.check("x7-awan-di-atas-atap" + "a1b2" * 46, member)


@pytest.mark.parametrize("path", ["/akun/", "/akun/kode-cadangan/", "/akun/kode-cadangan/unduh/"])
def test_second_factor_is_not_for_visitors_nor_members(client: Client, member: Person, path: str) -> None:
    assert client.get(path)["Location"] == "/akun/masuk/"
    sign_in(client, member)
    assert client.get(path).status_code == 404


def test_account_page_is_where_the_second_factor_stands(client: Client, counsellor: Person) -> None:
    sign_in(client, counsellor)
    assert client.get("/akun/")["Location"] == "/smp-melati/akun-saya/"


def adapter() -> AccountAdapter:
    return AccountAdapter()


def test_nobody_signs_up() -> None:
    assert adapter().is_open_for_signup(RequestFactory().get("/")) is False


def test_after_signing_in_and_out_one_is_at_the_own_school(member: Person) -> None:
    request: Any = RequestFactory().get("/")
    request.user = member
    assert adapter().get_login_redirect_url(request) == "/smp-melati/"
    assert adapter().get_logout_redirect_url(request) == "/akun/masuk/"
    assert adapter().respond_user_inactive(request, member)["Location"] == "/akun/masuk/"  # type: ignore[index]


def test_messages_are_only_our_own() -> None:
    request: Any = RequestFactory().get("/")
    request.session = {}
    request._messages = FallbackStorage(request)
    adapter().add_message(request, 20, "allauth/words.txt")
    adapter().add_message(request, 20, message="kata kami")
    assert [str(each) for each in get_messages(request)] == ["kata kami"]


def test_passkey_asks_for_the_passkey_and_codes_for_a_code(counsellor: Person) -> None:
    assert adapter().get_reauthentication_methods(counsellor) == []
    give_second_factor(counsellor)
    Authenticator.objects.create(user=counsellor, type=Authenticator.Type.WEBAUTHN, data={})
    ids = [each["id"] for each in adapter().get_reauthentication_methods(counsellor)]
    assert ids == ["mfa_reauthenticate", "mfa_reauthenticate_webauthn"]


def test_secret_of_the_second_factor_is_sealed_and_opens() -> None:
    sealed = mfa_adapter().encrypt("rahasia")
    assert "rahasia" not in sealed
    assert mfa_adapter().decrypt(sealed) == "rahasia"
