"""Going for good: by oneself with the password, or by the coordinator after somebody has left."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.accounts.helpers import PASSWORD, fresh, make_person, post_sign_in, sign_in, signed_in

from sebaya.accounts import actions, contacts
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import ContactKey, EmergencyContact, Person, SignIn, Slip
from sebaya.audit import erased
from sebaya.audit.models import Event, Subject
from sebaya.audit.record import token
from sebaya.vault import devices, holders
from sebaya.vault.errors import WrongSecret
from sebaya.vault.models import DeviceCopy, Keyholder

pytestmark = pytest.mark.django_db
MINE = "/smp-melati/akun-saya/hapus/"


@pytest.fixture(autouse=True)
def beside(settings: Any, tmp_path: Any) -> Any:
    """Where erased.log lies."""
    settings.DATA = tmp_path
    return tmp_path


def erase(client: Client, password: str = PASSWORD) -> Any:
    return client.post(MINE, {"password": password})


def test_page_says_what_goes_and_what_stays(client: Client, member: Person) -> None:
    text = sign_in(client, member).get(MINE).content.decode()
    for words in ("Semua percakapanmu", "Akun dan kuncimu", "Kontak darurat", "Catatan kegiatan petugas"):
        assert words in text
    assert "Tugasmu sebagai pendukung" not in text


def test_supporter_reads_what_becomes_of_those_they_accompany(client: Client, member: Person) -> None:
    actions.set_roles(by=None, person=member, supporter=True)
    assert "langsung dilanjutkan orang dewasa" in sign_in(client, fresh(member)).get(MINE).content.decode()


def test_own_page_leads_there(client: Client, member: Person, leader: Person) -> None:
    assert f'href="{MINE}"' in sign_in(client, member).get("/smp-melati/akun-saya/").content.decode()
    assert MINE not in sign_in(Client(), leader).get("/smp-melati/akun-saya/").content.decode()


@pytest.mark.parametrize("password", ["salah-sekali-ini", ""])
def test_without_the_password_nothing_goes(client: Client, member: Person, password: str) -> None:
    response = erase(sign_in(client, member), password)
    assert (response.status_code, 'class="wrong"' in response.content.decode()) == (200, True)
    assert signed_in(client, member)


def test_guessing_the_password_is_slowed_down(client: Client, member: Person) -> None:
    sign_in(client, member)
    codes = [erase(client, "salah-sekali-ini").status_code for _time in range(7)]
    assert codes[0] == 200
    assert codes[-1] == 429


def test_everything_of_the_member_goes(client: Client, member: Person, second_key: Person) -> None:
    contacts.seal_contact(member, "own", {"my_phone": "0812"})
    actions.make_slips(by=None, people=[member], kind="ulang")
    token(member)
    response = erase(sign_in(client, member))

    assert "Sudah dihapus." in response.content.decode()
    assert Person.objects.get() == second_key
    assert {model.objects.get().person for model in (Keyholder, Slip, Subject)} == {second_key}
    assert [model.objects.count() for model in (EmergencyContact, ContactKey)] == [0, 0]


def test_pin_of_the_phone_at_hand_goes_at_once_and_others_open_nothing(client: Client, member: Person) -> None:
    elsewhere = devices.remember(
        member.keyholder, holders.unlock(member.keyholder, PASSWORD), "518203", timezone.localdate()
    )
    sign_in(client, member).post("/smp-melati/akun-saya/hp/", {"pin": "493716", "again": "493716"})
    assert DeviceCopy.objects.count() == 2

    erase(client)

    assert DeviceCopy.objects.count() == 1
    with pytest.raises(WrongSecret):
        devices.unlock(elsewhere, "518203", timezone.localdate())
    assert not DeviceCopy.objects.exists()


def test_browser_is_emptied_and_signed_out(client: Client, member: Person) -> None:
    response = erase(sign_in(client, member))
    assert response["Clear-Site-Data"] == '"cache", "storage"'
    assert [client.cookies[name].value for name in ("s", "k", "i", "p")] == [""] * 4
    assert client.get("/smp-melati/akun-saya/").status_code == 302


def test_other_browsers_are_signed_out_at_the_next_click(client: Client, member: Person, leader: Person) -> None:
    there, other = sign_in(Client(), member), sign_in(Client(), leader)
    erase(sign_in(client, member))
    assert SignIn.objects.count() == 2  # whose is sealed, so the other browser's row waits for it
    assert not signed_in(there, member)
    assert SignIn.objects.count() == 1
    assert signed_in(other, leader)


def test_browser_of_someone_erased_by_the_coordinator_is_out(
    client: Client, coordinator: Person, member: Person
) -> None:
    there, desk = sign_in(Client(), member), sign_in(client, coordinator)
    assert signed_in(there, member)
    desk.post(path_of(gone(member)), {"yes": "1"})
    assert not Person.objects.filter(pk=member.pk).exists()
    assert there.get("/smp-melati/akun-saya/").status_code == 302
    assert SignIn.objects.count() == 1


def test_log_of_erased_ids_and_the_audit_name_nobody(
    client: Client, member: Person, beside: Any, django_capture_on_commit_callbacks: Any
) -> None:
    holder = member.keyholder.pk
    with django_capture_on_commit_callbacks(execute=True):
        erase(sign_in(client, member))
    assert (beside / "erased.log").read_text().split() == sorted(map(erased.mark, [member.pk, holder]))
    row = Event.objects.get(kind="person.erased")
    assert (row.by, row.about, row.detail) == ("", "", {})


def test_name_is_free_again(client: Client, member: Person) -> None:
    erase(sign_in(client, member))
    again = make_person(member.community, member.name)
    assert again.username == member.username
    assert post_sign_in(Client(), again).status_code == 302


@pytest.mark.parametrize("role", ["counsellor", "coordinator", "leader"])
def test_adults_do_not_erase_themselves(client: Client, request: pytest.FixtureRequest, role: str) -> None:
    adult = request.getfixturevalue(role)
    assert sign_in(client, adult).get(MINE).status_code == 404
    with pytest.raises(Refused):
        actions.erase(by=adult, person=adult)


def gone(member: Person) -> Person:
    actions.leave(by=None, person=member)
    return fresh(member)


def path_of(person: Person) -> str:
    return f"/smp-melati/orang/{person.pk}/hapus/"


def test_coordinator_erases_who_has_left(client: Client, coordinator: Person, member: Person) -> None:
    desk = sign_in(client, coordinator)
    gone(member)
    assert path_of(member) in desk.get(f"/smp-melati/orang/{member.pk}/").content.decode()
    assert "Hapus Siti Hosniyah dan semua datanya?" in desk.get(path_of(member)).content.decode()
    response = desk.post(path_of(member), {"yes": "1"}, follow=True)
    assert "Data orang ini sudah dihapus." in response.content.decode()
    assert not Person.objects.filter(pk=member.pk).exists()
    assert Event.objects.get(kind="person.erased").by == token(coordinator)


def test_somebody_who_is_still_here_is_not_erased(client: Client, coordinator: Person, member: Person) -> None:
    desk = sign_in(client, coordinator)
    assert path_of(member) not in desk.get(f"/smp-melati/orang/{member.pk}/").content.decode()
    assert "Belum bisa dihapus" in desk.get(path_of(member)).content.decode()
    response = desk.post(path_of(member), {"yes": "1"}, follow=True)
    assert "sudah keluar" in response.content.decode()
    assert Person.objects.filter(pk=member.pk).exists()


def test_adult_who_left_is_not_erased(client: Client, coordinator: Person, leader: Person) -> None:
    desk = sign_in(client, coordinator)
    response = desk.post(path_of(gone(leader)), {"yes": "1"}, follow=True)
    assert "tidak dihapus" in response.content.decode()
    assert Person.objects.filter(pk=leader.pk).exists()


def test_counsellor_does_not_erase(client: Client, counsellor: Person, member: Person) -> None:
    desk = sign_in(client, counsellor)
    assert desk.get(path_of(gone(member))).status_code == 404
    assert path_of(member) not in desk.get(f"/smp-melati/orang/{member.pk}/").content.decode()


def test_whoever_was_erased_twice_is_missing(client: Client, coordinator: Person, member: Person) -> None:
    desk = sign_in(client, coordinator)
    address = path_of(gone(member))
    assert desk.post(address, {"yes": "1"}).status_code == 302
    assert desk.post(address, {"yes": "1"}).status_code == 404


def test_rested_sign_in_erases_nothing(client: Client, member: Person, frozen: Any) -> None:
    sign_in(client, member)
    frozen.shift(timedelta(minutes=31))
    assert erase(client).status_code == 302
    assert Person.objects.filter(pk=member.pk).exists()
