"""A second factor that is lost: who may take it off, who is told, what comes next."""

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from tests.accounts.helpers import fresh, post_sign_in, sign_in, signed_in
from tests.accounts.test_second_factor import SET_UP, set_up

from sebaya.accounts.models import Person
from sebaya.audit.models import Event
from sebaya.notices import actions as notices
from sebaya.notices.models import Channel, Notice

pytestmark = pytest.mark.django_db
LOST = "/smp-melati/orang/{}/kode-kedua/"


@pytest.fixture
def lost(client: Client, community: object, coordinator: Person, counsellor: Person) -> tuple[Client, Client, Person]:
    """A coordinator's browser, that of a counsellor on the phone that is lost, and the counsellor."""
    phone = sign_in(Client(), counsellor)
    return sign_in(client, coordinator), phone, counsellor


def test_coordinator_takes_off_a_lost_second_factor(lost: tuple[Client, Client, Person], coordinator: Person) -> None:
    desk, phone, counsellor = lost
    assert "Kode kedua hilang" in desk.get(f"/smp-melati/orang/{counsellor.pk}/").content.decode()
    assert "Lepas kode kedua milik Ibu Ratih sekarang?" in desk.get(LOST.format(counsellor.pk)).content.decode()
    assert Authenticator.objects.filter(user=counsellor).exists(), "looking changes nothing"
    desk.post(LOST.format(counsellor.pk), {"yes": "1"})
    assert not Authenticator.objects.filter(user=counsellor).exists()
    assert not signed_in(phone, counsellor)
    event = Event.objects.get(kind="second-factor.forgotten")
    assert (event.by, event.about) == (coordinator.audit_subject.pk, counsellor.audit_subject.pk)


def test_whoever_lost_it_sets_up_a_new_one_at_the_next_sign_in(lost: tuple[Client, Client, Person]) -> None:
    desk, _phone, counsellor = lost
    desk.post(LOST.format(counsellor.pk), {"yes": "1"})
    browser = Client()
    post_sign_in(browser, counsellor)
    assert browser.get("/smp-melati/orang/")["Location"] == SET_UP
    set_up(browser)
    assert signed_in(browser, counsellor)


def test_whoever_lost_it_is_told_by_their_channel(lost: tuple[Client, Client, Person]) -> None:
    desk, _phone, counsellor = lost
    channel = notices.add_channel(by=fresh(counsellor), kind="surel", target="ratih@contoh.invalid")
    Channel.objects.filter(pk=channel.pk).update(proved_on="2026-01-01")
    desk.post(LOST.format(counsellor.pk), {"yes": "1"})
    assert list(Notice.objects.exclude(kind="test").values_list("kind", "channel")) == [
        ("factor.forgotten", channel.pk)
    ]


def test_own_second_factor_is_not_taken_off_this_way(lost: tuple[Client, Client, Person], coordinator: Person) -> None:
    desk, _phone, _counsellor = lost
    assert "Minta koordinator lain" in desk.get(LOST.format(coordinator.pk)).content.decode()
    answer = desk.post(LOST.format(coordinator.pk), {"yes": "1"}, follow=True)
    assert "Minta koordinator lain" in answer.content.decode()
    assert Authenticator.objects.filter(user=coordinator).exists()
    assert "Kode kedua hilang" not in desk.get(f"/smp-melati/orang/{coordinator.pk}/").content.decode()


def test_nobody_else_takes_it_off(lost: tuple[Client, Client, Person], coordinator: Person) -> None:
    _desk, phone, _counsellor = lost
    assert phone.get(LOST.format(coordinator.pk)).status_code == 404
    assert phone.post(LOST.format(coordinator.pk), {"yes": "1"}).status_code == 404
    assert Authenticator.objects.filter(user=coordinator).exists()


def test_somebody_without_one_has_nothing_to_lose(lost: tuple[Client, Client, Person], leader: Person) -> None:
    desk, _phone, _counsellor = lost
    browser = sign_in(Client(), leader)
    answer = desk.post(LOST.format(leader.pk), {"yes": "1"}, follow=True)
    assert "tidak punya kode kedua" in answer.content.decode()
    assert signed_in(browser, leader)
