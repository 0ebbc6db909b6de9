"""People who sign in, for tests: through the pages, as everybody does it."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client

from sebaya.accounts import actions
from sebaya.accounts.backend import everyone
from sebaya.accounts.models import Group, Person, SignIn
from sebaya.accounts.signins import SessionStore
from sebaya.communities.models import Community
from sebaya.vault.keyring import Keyring, keyring_of

PASSWORD = "payung-biru-di-halaman"  # long enough for staff
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PHONE = {"HTTP_USER_AGENT": "Mozilla/5.0 (Linux; Android 9) Mobile"}


def make_community(slug: str = "smp-melati", **values: Any) -> Community:
    return Community.objects.create(**{"slug": slug, "name": "SMP Melati Putih", **values})


def make_person(
    community: Community,
    name: str = "Siti Hosniyah",
    *,
    roles: tuple[str, ...] = (),
    password: str | None = PASSWORD,
    **values: Any,
) -> Person:
    """Activated when there is a password. Roles make an adult of them, but for `supporter` alone."""
    values.setdefault("staff", bool(set(roles) - {"supporter"}))
    person = actions.create_person(by=None, community=community, name=name, **values, **dict.fromkeys(roles, True))
    if password:
        activate(person, password)
    return fresh(person)


def make_class(community: Community, name: str, count: int, **values: Any) -> list[Person]:
    group = Group.objects.create(community=community, name=name, grade=7)
    return [make_person(community, f"Siswa {n:02d}", password=None, groups=[group], **values) for n in range(count)]


def slip_for(person: Person, kind: str = "aktivasi") -> str:
    [(_person, code)] = actions.make_slips(by=None, people=[fresh(person)], kind=kind)
    return code


def activate(person: Person, password: str = PASSWORD) -> Keyring:
    redeemed, private = actions.redeem(community=person.community, code=slip_for(person), password=password)
    return keyring_of(redeemed.keyholder, private)


def fresh(person: Person) -> Person:
    return everyone().get(pk=person.pk)


def post_sign_in(client: Client, person: Person, password: str = PASSWORD, **more: Any) -> HttpResponse:
    data = {"username": person.username, "password": password, **more}
    return client.post(f"/{person.community.slug}/masuk/", data)


def sign_in(client: Client, person: Person, password: str = PASSWORD) -> Client:
    """Signs in completely, with a second factor where the person's roles ask for one."""
    if person.role_set.needs_second_factor:
        give_second_factor(person)
    response = post_sign_in(client, person, password)
    assert response.status_code == 302, response.content.decode()
    if response["Location"] == "/akun/kode/":
        response = post_code(client)
        assert response.status_code == 302, response.content.decode()
    return client


def give_second_factor(person: Person) -> None:
    if not Authenticator.objects.filter(user=person, type="totp").exists():
        TOTP.activate(person, SECRET)


def code_now(secret: str = SECRET) -> str:
    cache.clear()  # a code counts once; a test may use it again in the same half minute
    counters = list(yield_hotp_counters_from_time())  # the earliest could lapse between here and there
    return format_hotp_value(hotp_value(secret, sorted(counters)[len(counters) // 2]))


def post_code(client: Client, code: str = "") -> HttpResponse:
    return client.post("/akun/kode/", {"code": code or code_now()})


def session_of(client: Client) -> SessionStore:
    return SessionStore(client.cookies["s"].value)


def signed_in(client: Client, person: Person) -> bool:
    """Whether this browser is completely signed in as this person, with their key."""
    response = client.get(f"/{person.community.slug}/akun-saya/")
    return response.status_code == 200 and f"<dd>{person.username}</dd>" in response.content.decode()


def rows() -> int:
    return SignIn.objects.count()
