"""Who is on duty, who is called in which order, and when the peer door is open."""

from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories import PASSWORD, fresh, make_community, make_duty, make_person

from sebaya.audit.models import Event
from sebaya.communities import clock
from sebaya.programmes import actions, duty
from sebaya.programmes.models import DutySlot

JAKARTA = ZoneInfo("Asia/Jakarta")
TUESDAY = 2


def moment(hour, minute=0, day=4):
    return datetime(2026, 8, day, hour, minute, tzinfo=JAKARTA)


@pytest.fixture
def adult(community):
    """`adult("Endang")`: activated, with the duty role, not on the list yet."""

    def make(name, **values):
        return make_person(community, name, **{"roles": ["duty"], "password": PASSWORD, **values})

    return make


def names(people):
    return [person.name for person in people]


@pytest.mark.parametrize(
    ("at", "expected"),
    [(moment(14, 59), []), (moment(15), ["Endang"]), (moment(17, 59), ["Endang"]), (moment(18), []), (moment(16, day=5), [])],
    ids=["before", "begins", "last minute", "over", "another day"],
)  # fmt: skip
def test_slot_covers_its_hours_on_its_day(community, adult, at, expected):
    make_duty(adult("Endang"), days=[TUESDAY], starts=time(15), ends=time(18))

    assert names(duty.on_duty(community, at)) == expected


@pytest.mark.parametrize(("zone", "hour"), [("Asia/Jakarta", 8), ("Asia/Makassar", 7), ("Asia/Jayapura", 6)])
def test_slots_follow_the_community_s_zone(db, zone, hour):
    school = make_community(timezone=zone)
    make_duty(
        make_person(school, "Endang", roles=["duty"], password=PASSWORD), days=[TUESDAY], starts=time(15), ends=time(18)
    )

    assert names(duty.on_duty(school, datetime(2026, 8, 4, hour, tzinfo=UTC))) == ["Endang"]
    assert duty.on_duty(school, datetime(2026, 8, 4, hour - 1, 59, tzinfo=UTC)) == []


def test_order_is_by_place_then_by_begin_then_by_name(community, adult):
    for name, place, starts in (("Tiga", 1, 12), ("Empat", 2, 10), ("Satu", 1, 9), ("Dua", 1, 12)):
        values = {"weekday": TUESDAY, "starts": time(starts), "ends": time(20), "place": place}
        DutySlot.objects.create(community=community, person=adult(name), **values)

    assert names(duty.on_duty(community, moment(16))) == ["Satu", "Dua", "Tiga", "Empat"]
    assert names(duty.rota(community)) == ["Satu", "Dua", "Tiga", "Empat"]


def test_ties_of_an_older_list_are_broken_the_same_way_on_every_day(community, adult):
    for name in ("Zainal", "Agus", "Made"):
        person = adult(name)
        for weekday in range(1, 8):
            values = {"weekday": weekday, "starts": time(6), "ends": time(20), "place": 1}
            DutySlot.objects.create(community=community, person=person, **values)

    orders = [names(duty.on_duty(community, moment(16, day=day))) for day in range(3, 10)]
    assert orders == [["Agus", "Made", "Zainal"]] * 7


def test_person_with_two_slots_is_there_once(community, adult):
    person = adult("Endang")
    make_duty(person, days=[TUESDAY], starts=time(6), ends=time(20), place=2)
    make_duty(person, days=[TUESDAY], starts=time(15), ends=time(18))

    assert names(duty.on_duty(community, moment(16))) == names(duty.rota(community)) == ["Endang"]


@pytest.mark.parametrize("lack", ["role", "key", "activity", "slot", "community"])
def test_who_lacks_something_is_not_on_duty(community, adult, lack):
    person = adult(
        "Endang", password=None if lack == "key" else PASSWORD, roles=["coordinator" if lack == "role" else "duty"]
    )
    if lack != "slot":
        make_duty(person)
    if lack == "activity":
        person.is_active = False
        person.save()
    where = make_community() if lack == "community" else community

    assert duty.on_duty(where, moment(16)) == duty.rota(where) == []


def test_call_order_is_on_duty_then_rota_then_other_counsellors(community, adult):
    make_duty(adult("Sekarang"), days=[TUESDAY])
    make_duty(adult("Besok"), days=[3])
    for name in ("Zaenab", "Agnes"):
        make_person(community, name, roles=["counsellor"], password=PASSWORD)
    make_person(community, "Belum Aktif", roles=["counsellor"])
    both = make_person(community, "Dua Peran", roles=["counsellor", "duty"], password=PASSWORD)
    make_duty(both, days=[3], place=9)
    make_person(make_community(), "Sekolah Lain", roles=["counsellor"], password=PASSWORD)

    assert names(duty.call_order(community, moment(16))) == ["Sekarang", "Besok", "Dua Peran", "Agnes", "Zaenab"]


def test_lists_take_the_same_queries_for_one_and_three(community, adult, django_assert_num_queries):
    make_duty(adult("Satu"))
    for more in ([], ["Dua", "Tiga"]):
        for name in more:
            make_duty(adult(name))
        with django_assert_num_queries(1):
            people = duty.rota(community)
            assert all(person.keyholder and person.roles for person in people)


def test_adding_the_same_slot_moves_its_end(community, adult, counsellor):
    person = adult("Endang")
    for ends in (time(18), time(20)):
        actions.add_duty(by=counsellor, person=person, weekday=TUESDAY, starts=time(15), ends=ends)

    assert list(DutySlot.objects.values_list("ends", "place", "community")) == [(time(20), 1, community.pk)]


def test_removing_a_slot_is_recorded(community, adult, counsellor):
    [slot] = make_duty(adult("Endang"), days=[TUESDAY])

    actions.remove_duty(by=counsellor, slot=slot)

    assert not DutySlot.objects.exists()
    assert [row.detail for row in Event.objects.filter(kind="duty.removed")] == [{"weekday": TUESDAY}]


@pytest.mark.parametrize("wrong", [{"weekday": 0}, {"weekday": 8}, {"ends": time(15)}, {"ends": time(14)}])
def test_database_refuses_slots_that_are_none(community, adult, wrong):
    values = {"weekday": TUESDAY, "starts": time(15), "ends": time(18), **wrong}
    with pytest.raises(IntegrityError), transaction.atomic():
        DutySlot.objects.create(community=community, person=adult("Endang"), **values)


@pytest.mark.parametrize("door", [True, False])
@pytest.mark.parametrize("window", [True, False])
@pytest.mark.parametrize("somebody", [True, False])
def test_peer_door_needs_the_door_the_window_and_an_adult(community, adult, door, window, somebody):
    community.peer_door = door
    if somebody:
        make_duty(adult("Endang"))

    assert duty.peer_door_open(community, moment(16 if window else 9)) is (door and window and somebody)


hours = st.integers(0, 23).map(time)
slots = st.lists(
    st.tuples(st.integers(1, 7), hours, hours).filter(lambda slot: slot[1] < slot[2]),
    max_size=6,
    unique_by=lambda slot: slot[:2],  # the same begin again only moves a slot's end
)
moments = st.datetimes(datetime(2026, 8, 1), datetime(2026, 9, 1), timezones=st.just(UTC))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(slots=slots, opens=hours, closes=hours, active=st.booleans(), at=moments)
def test_peer_door_is_never_open_without_an_adult(community, duty_adult, slots, opens, closes, active, at):
    DutySlot.objects.all().delete()
    community.peer_opens, community.peer_closes = opens, closes
    duty_adult.is_active = active
    duty_adult.save()
    for weekday, starts, ends in slots:
        make_duty(duty_adult, days=[weekday], starts=starts, ends=ends)
    here = at.astimezone(JAKARTA)
    there = active and any(day == here.isoweekday() and starts <= here.time() < ends for day, starts, ends in slots)

    assert duty.peer_door_open(community, at) is (there and clock.in_peer_window(community, at))
    assert names(duty.on_duty(community, at)) == ([fresh(duty_adult).name] if there else [])
