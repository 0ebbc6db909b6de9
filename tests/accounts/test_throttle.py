"""Guessing is slow; nobody is locked out."""

import pytest
from django.test import Client
from tests.accounts.helpers import make_person, post_sign_in, sign_in

from sebaya.accounts import throttle
from sebaya.accounts.models import Person
from sebaya.accounts.throttle import PASSWORD
from sebaya.ui import throttle as brakes
from sebaya.ui.throttle import Pace, Throttle

pytestmark = pytest.mark.django_db


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch):  # type: ignore[no-untyped-def]
    """Seconds that pass when the test says so."""

    class Clock:
        now = 1000.0

        def monotonic(self) -> float:
            return self.now

    hand = Clock()
    monkeypatch.setattr(brakes, "time", hand)
    return hand


@pytest.mark.parametrize(("failures", "wait"), [(0, 0), (5, 0), (6, 1), (7, 2), (8, 4), (11, 30), (500, 30)])
def test_pace_grows_and_stops_growing(failures: int, wait: int) -> None:
    assert PASSWORD.wait_after(failures) == wait


def test_try_during_the_wait_is_refused_but_not_counted(clock) -> None:  # type: ignore[no-untyped-def]
    brake = Throttle(Pace(free=1, waits=(10,)))
    assert [brake.enter("a"), brake.enter("a"), brake.enter("a")] == [0, 0, 10]
    assert brake.count("a") == 2
    clock.now += 10
    assert brake.enter("a") == 0


def test_many_at_once_are_counted_before_they_are_tried() -> None:
    brake = Throttle(Pace(free=3, waits=(30,)))
    assert [brake.enter("a") for _n in range(6)] == [0, 0, 0, 0, 30, 30]


def test_success_empties_the_bucket() -> None:
    brake = Throttle(Pace(free=1, waits=(30,)))
    for _try in range(2):
        brake.enter("a")
    brake.succeeded("a")
    assert (brake.enter("a"), brake.count("a")) == (0, 1)


def test_old_failures_are_forgotten(clock) -> None:  # type: ignore[no-untyped-def]
    brake = Throttle(Pace(free=1, waits=(30,)))
    for _try in range(2):
        brake.enter("a")
    clock.now += brakes.FORGET_AFTER + 1
    brake.enter("a")
    assert brake.count("a") == 1


def test_buckets_do_not_pile_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(brakes, "MOST_BUCKETS", 100)
    brake = Throttle(PASSWORD)
    for number in range(1000):
        brake.enter(str(number))
    assert len(brake._buckets) <= 100


def test_guesser_has_to_wait(member: Person) -> None:
    guesser = Client(REMOTE_ADDR="10.0.0.9")
    answers = [post_sign_in(guesser, member, f"tebakan-nomor-{n}") for n in range(8)]
    assert [answer.status_code for answer in answers] == [200] * 6 + [429] * 2
    assert "Coba lagi dalam 1 detik" in answers[-1].content.decode()


def test_wait_holds_for_the_right_password_too(member: Person) -> None:
    guesser = Client(REMOTE_ADDR="10.0.0.9")
    for n in range(7):
        post_sign_in(guesser, member, f"tebakan-nomor-{n}")
    assert post_sign_in(guesser, member).status_code == 429


def test_victim_elsewhere_is_not_slowed(member: Person) -> None:
    guesser, victim = Client(REMOTE_ADDR="10.0.0.9"), Client(REMOTE_ADDR="10.0.0.10")
    for n in range(10):
        post_sign_in(guesser, member, f"tebakan-nomor-{n}")
    assert post_sign_in(victim, member).status_code == 302


def test_victim_on_a_known_device_is_let_in_behind_the_same_address(member: Person) -> None:
    victim, guesser = Client(REMOTE_ADDR="10.0.0.1"), Client(REMOTE_ADDR="10.0.0.1")
    sign_in(victim, member)
    victim.post("/smp-melati/keluar/")
    for n in range(10):
        post_sign_in(guesser, member, f"tebakan-nomor-{n}")
    assert post_sign_in(guesser, member).status_code == 429
    assert post_sign_in(victim, member).status_code == 302


def test_own_device_is_no_free_bucket_for_guessing_others(member: Person) -> None:
    rival = make_person(member.community, "Dimas Nugroho")
    guesser = Client(REMOTE_ADDR="10.0.0.1")
    sign_in(guesser, rival)
    guesser.post("/smp-melati/keluar/")
    answers = [post_sign_in(guesser, member, f"tebakan-nomor-{n}").status_code for n in range(7)]
    other = Client(REMOTE_ADDR="10.0.0.1")
    assert answers[-1] == 429
    assert post_sign_in(other, member, "tebakan-nomor-9").status_code == 429


def test_forged_device_cookie_is_no_known_device(member: Person) -> None:
    guesser = Client(REMOTE_ADDR="10.0.0.1")
    guesser.cookies["d"] = "eyJkIjoxfQ:abc:def"
    assert [post_sign_in(guesser, member, f"tebakan-{n}-panjang").status_code for n in range(7)][-1] == 429


def test_school_behind_one_address_signs_in(member: Person) -> None:
    people = [make_person(member.community, f"Siswa {n}") for n in range(40)]
    for person in people:
        browser = Client(REMOTE_ADDR="10.0.0.1")
        post_sign_in(browser, person, "salah-ketik-dulu")
        assert post_sign_in(browser, person).status_code == 302


def test_household_has_one_bucket(rf) -> None:  # type: ignore[no-untyped-def]
    requests = [rf.get("/", REMOTE_ADDR=address) for address in ("2001:db8:1:2::5", "2001:db8:1:2:ffff::9")]
    assert {throttle.address(request) for request in requests} == {"2001:db8:1:2::"}


def test_codes_of_a_class_are_not_slowed_but_a_machine_is(community: object) -> None:
    client = Client(REMOTE_ADDR="10.0.0.1")
    answers = [client.post("/smp-melati/aktivasi/", {"code": "0000-0000-0000-0000"}).status_code for _n in range(153)]
    assert answers[:150] == [200] * 150
    assert answers[-1] == 429
