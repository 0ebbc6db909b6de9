"""Guessing at one account behind one address: the guesser is as slow as before, the owner gets in as told."""

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from django.test import Client
from tests.accounts.helpers import make_person, post_sign_in, sign_in

from sebaya.accounts import turns
from sebaya.accounts.models import Person
from sebaya.accounts.throttle import PASSWORD
from sebaya.ui import throttle as brakes
from sebaya.ui.throttle import Throttle
from sebaya.ui.turns import KEPT, LONGEST, Browser

SIGN_IN = "/smp-melati/masuk/"
LESSON = 600  # seconds
TICK = 0.2  # a guesser with two threads asks this often


@dataclass
class Clock:
    """Seconds that pass when the test says so."""

    now: float = 1000.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return self.now


@dataclass
class Door:
    """One bucket, and somebody who guesses at it all the time with these browsers."""

    clock: Clock
    guessers: list[Browser | None]
    brake: Throttle = field(default_factory=lambda: Throttle(PASSWORD))
    guesses: int = 0

    def knock(self, browser: Browser | None) -> int:
        return self.brake.enter("siti", "10.0.0.1", browser=browser)

    def pass_time(self, seconds: float) -> None:
        end = self.clock.now + seconds
        while self.clock.now < end:
            self.guesses += sum(self.knock(guesser) == 0 for guesser in self.guessers)
            self.clock.now += TICK

    def wait_as_told(self, browser: Browser | None, limit: float = 300.0) -> float:
        """Seconds until this browser is let in when it does what it is told."""
        begun = self.clock.now
        while (told := self.knock(browser)) and self.clock.now - begun < limit:
            self.pass_time(told)
        return self.clock.now - begun


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    hand = Clock()
    monkeypatch.setattr(brakes, "time", hand)
    monkeypatch.setattr(turns, "time", hand)
    return hand


def some(count: int, familiar: bool = False) -> list[Browser | None]:
    return [Browser(f"guesser {n}", familiar) for n in range(count)]


GUESSERS: dict[str, list[Browser | None]] = {
    "without cookies": [None, None],
    "one browser": some(1),
    "two browsers": some(2),
    "a handful": some(6),
    "a handful, signed in with before": some(6, familiar=True),
    "some of both": [None, *some(3)],
}


def test_race_is_lost_by_whoever_is_not_in_the_line(clock: Clock) -> None:
    """What the line is for: who waits as told, but has no name, is kept out by one who asks all the time."""
    door = Door(clock, [None, None])
    door.pass_time(LESSON)
    assert door.wait_as_told(None) >= 120


@pytest.mark.parametrize("moment", [0, 4, 11, 17, 29])
@pytest.mark.parametrize("guessers", GUESSERS.values(), ids=list(GUESSERS))
def test_owner_who_waits_as_told_gets_in_within_30_seconds(
    clock: Clock, guessers: list[Browser | None], moment: int
) -> None:
    door = Door(clock, guessers)
    door.pass_time(LESSON + moment)
    assert door.guesses > PASSWORD.free, "somebody is guessing"
    assert door.wait_as_told(Browser("owner")) <= 30 + 2 * TICK


@pytest.mark.parametrize("guessers", GUESSERS.values(), ids=list(GUESSERS))
def test_owner_may_mistype_and_wait_again(clock: Clock, guessers: list[Browser | None]) -> None:
    door = Door(clock, guessers)
    door.pass_time(LESSON)
    waits = [door.wait_as_told(Browser("owner")) for _try in range(3)]
    assert max(waits) <= 30 + 2 * TICK


@pytest.mark.parametrize("late", [10.0, KEPT - 1])
def test_turn_is_kept_while_the_password_is_typed_again(clock: Clock, late: float) -> None:
    door = Door(clock, [None, *some(3)])
    door.pass_time(LESSON)
    door.pass_time(door.knock(Browser("owner")) + late)
    assert door.knock(Browser("owner")) == 0


def test_turn_that_is_not_taken_goes_to_the_next(clock: Clock) -> None:
    door = Door(clock, [None])
    door.pass_time(LESSON)
    told, before = door.knock(Browser("owner")), door.guesses
    door.pass_time(told + KEPT - 1)
    assert door.guesses == before
    door.pass_time(3)
    assert door.guesses == before + 1


@pytest.mark.parametrize("guessers", GUESSERS.values(), ids=list(GUESSERS))
def test_guesses_are_as_slow_as_without_turns(clock: Clock, guessers: list[Browser | None]) -> None:
    """However many browsers share the bucket, and whoever else comes by."""
    alone = Door(clock, [None])
    alone.pass_time(LESSON)
    shared = Door(clock, guessers)
    shared.pass_time(LESSON / 2)
    shared.wait_as_told(Browser("owner"))
    shared.pass_time(LESSON / 2 - 30)
    assert shared.guesses <= alone.guesses


def test_browser_that_hammers_sinks_behind_one_that_waits(clock: Clock) -> None:
    """Both are new here; the one that asks all the time was even first."""
    door = Door(clock, [None])
    door.pass_time(LESSON)
    door.guessers = [None, Browser("hammer")]
    door.pass_time(1)
    assert door.wait_as_told(Browser("owner")) <= 30 + 2 * TICK


def test_double_press_costs_nothing(clock: Clock) -> None:
    door = Door(clock, [None])
    door.pass_time(LESSON + 4)
    told = door.knock(Browser("owner"))
    assert abs(door.knock(Browser("owner")) - told) <= 1
    assert door.wait_as_told(Browser("owner")) <= 30 + 2 * TICK


def test_two_people_of_one_name_take_turns(clock: Clock) -> None:
    """The first to ask goes first, the other one wait later."""
    door = Door(clock, [None])
    door.pass_time(LESSON)
    first, second = door.knock(Browser("a")), door.knock(Browser("b"))
    assert (first <= 30, first + 29 <= second <= first + 30) == (True, True)


def test_browser_of_the_school_goes_before_one_from_nowhere(clock: Clock) -> None:
    door = Door(clock, [None])
    door.pass_time(LESSON)
    for number in range(20):
        door.knock(Browser(f"made for this {number}"))
    assert door.knock(Browser("library", familiar=True)) <= 30


def test_line_does_not_grow_without_end(clock: Clock) -> None:
    door = Door(clock, [None])
    door.pass_time(LESSON)
    for number in range(500):
        door.knock(Browser(f"made for this {number}"))
    [bucket] = door.brake._buckets.values()
    assert len(bucket.line._waiters) == LONGEST


def test_without_guessing_nobody_stands_in_a_line(clock: Clock) -> None:
    door = Door(clock, [])
    assert [door.knock(Browser(f"pupil {n}")) for n in range(PASSWORD.free + 1)] == [0] * (PASSWORD.free + 1)


@pytest.fixture
def page(clock: Clock) -> Callable[..., Client]:
    """A browser that has opened the sign-in page so many seconds ago."""

    def opened(seconds: float) -> Client:
        client = Client(REMOTE_ADDR="10.0.0.1")
        client.get(SIGN_IN)
        clock.now += seconds
        return client

    return opened


@pytest.mark.django_db
def test_owner_gets_in_through_the_page(page: Callable[..., Client], clock: Clock, member: Person) -> None:
    owner, guesser = page(0), page(0)
    for _guess in range(16):
        clock.now += 31
        post_sign_in(guesser, member, "tebakan-yang-panjang")
    refused = post_sign_in(owner, member)
    assert (refused.status_code, "Coba lagi dalam 30 detik" in refused.content.decode()) == (429, True)
    clock.now += 30
    assert post_sign_in(guesser, member, "tebakan-yang-panjang").status_code == 429, "it is the owner's turn"
    assert post_sign_in(owner, member).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize(("age", "counts"), [(0, False), (turns.RIPE, True), (turns.OLD, False)])
def test_name_of_a_page_counts_neither_at_once_nor_for_ever(
    page: Callable[..., Client],
    member: Person,
    age: float,
    counts: bool,
) -> None:
    browser = page(age)
    request = browser.get(SIGN_IN).wsgi_request
    assert (turns.of(request) is not None) == counts


@pytest.mark.django_db
def test_old_name_is_replaced_and_a_fresh_one_kept(page: Callable[..., Client], community: object) -> None:
    browser = page(10)
    first = browser.cookies["t"].value
    browser.get(SIGN_IN)
    assert browser.cookies["t"].value == first
    later = page(turns.OLD)
    old = later.cookies["t"].value
    later.get(SIGN_IN)
    assert later.cookies["t"].value != old


@pytest.mark.django_db
def test_forged_name_is_none(page: Callable[..., Client], community: object) -> None:
    browser = page(10)
    browser.cookies["t"] = "WyJhIiwxXQ:falsch"
    assert turns.of(browser.get(SIGN_IN).wsgi_request) is None


@pytest.mark.django_db
def test_browser_that_somebody_signed_in_with_is_familiar(
    page: Callable[..., Client], clock: Clock, member: Person
) -> None:
    browser = sign_in(page(0), make_person(member.community, "Dimas Nugroho"))
    browser.post("/smp-melati/keluar/")
    found = turns.of(browser.get(SIGN_IN).wsgi_request)
    assert found is not None
    assert found.familiar
