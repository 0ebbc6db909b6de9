"""Duty list, consents and holds as coordinators and counsellors see them."""

import re
from datetime import date, time

import pytest
from tests.desk.helpers import Visitor, words_of
from tests.factories import PASSWORD, hold, make_duty, make_person
from tests.support.helpers import School, make_school

from sebaya.programmes.duty_week import uncovered
from sebaya.programmes.models import Consent, DutySlot, Hold, HoldReason


@pytest.fixture
def coordinator(school: School):
    return make_person(school.community, "Pak Nyoman", roles=["coordinator"], password=PASSWORD)


def test_week_shows_who_is_on_duty_and_where_nobody_is(school: School, coordinator) -> None:
    DutySlot.objects.filter(weekday=3).delete()
    DutySlot.objects.filter(weekday=4).update(ends=time(18))
    page = words_of(Visitor(coordinator).page("programmes:duty"))
    assert "06.00–22.00 Pak Baso urutan 1" in page
    assert "15.30 sampai 20.30: belum ada petugas" in page
    assert "18.00 sampai 20.30: belum ada petugas" in page


def test_adding_and_removing_a_slot(school: School, coordinator) -> None:
    other = make_person(school.community, "Bu Endang", roles=["duty"], password=PASSWORD)
    visitor = Visitor(coordinator)
    data = {"person": other.pk, "weekdays": ["1", "2"], "starts": "15:30", "ends": "20:30", "place": "2"}
    assert "Jadwal jaga tersimpan" in visitor.sent("programmes:duty", data)
    slots = DutySlot.objects.filter(person=other).order_by("weekday")
    assert [(slot.weekday, slot.starts, slot.place) for slot in slots] == [(1, time(15, 30), 2), (2, time(15, 30), 2)]
    visitor.sent("programmes:remove_duty", slot_id=slots[0].pk)
    assert DutySlot.objects.filter(person=other).count() == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ends": "14:00"}, "Jam selesai harus sesudah"),
        ({"ends": "15:00"}, "Jam selesai harus sesudah"),
        ({"starts": "06:00", "ends": "05:00"}, "paling lama 14 jam"),
        ({"weekdays": []}, ""),
        ({"place": "0"}, ""),
        ({"person": "x"}, ""),
    ],
)
def test_slot_that_cannot_be_is_refused_in_the_form(school: School, coordinator, change, words) -> None:
    before = DutySlot.objects.count()
    data = {"person": school.duty.pk, "weekdays": ["1"], "starts": "15:00", "ends": "20:30", "place": "1"} | change
    response = Visitor(coordinator).post("programmes:duty", data)
    assert (response.status_code, DutySlot.objects.count()) == (422, before)
    assert words in response.content.decode()


def on_tuesday(page: str) -> list[str]:
    """Who stands on Tuesday's list, with place, and what can be done with them."""
    day = words_of(page).split("Selasa", 1)[1].split("Rabu", 1)[0]
    return re.findall(r"(\S+ \S+ urutan \d(?: Naik| Turun)*) Hapus", day)


def test_place_is_numbered_without_being_asked_for(school: School, coordinator) -> None:
    other = make_person(school.community, "Bu Endang", roles=["duty"], password=PASSWORD)
    visitor = Visitor(coordinator)
    data = {"person": other.pk, "weekdays": ["2"], "starts": "15:30", "ends": "20:30", "place": ""}
    page = visitor.sent("programmes:duty", data)
    assert on_tuesday(page) == ["Pak Baso urutan 1 Turun", "Bu Endang urutan 2 Naik"]


def test_slot_is_moved_up_and_down(school: School, coordinator) -> None:
    make_duty(make_person(school.community, "Bu Endang", roles=["duty"], password=PASSWORD), days=[2])
    visitor = Visitor(coordinator)
    slot = DutySlot.objects.get(person__name="Bu Endang")
    page = visitor.sent("programmes:move_duty", {"ke": "naik"}, slot_id=slot.pk)
    assert "Urutan Bu Endang diubah" in page
    assert on_tuesday(page) == ["Bu Endang urutan 1 Turun", "Pak Baso urutan 2 Naik"]
    page = visitor.sent("programmes:move_duty", {"ke": "turun"}, slot_id=slot.pk)
    assert on_tuesday(page) == ["Pak Baso urutan 1 Turun", "Bu Endang urutan 2 Naik"]


def test_lone_slot_cannot_be_moved(school: School, coordinator) -> None:
    assert on_tuesday(Visitor(coordinator).page("programmes:duty")) == ["Pak Baso urutan 1"]


def test_moving_a_slot_of_another_school_is_404(school: School, coordinator) -> None:
    slot = DutySlot.objects.get(person=make_school().duty, weekday=1)
    assert Visitor(coordinator).post("programmes:move_duty", {"ke": "naik"}, slot_id=slot.pk).status_code == 404


def test_night_is_put_on_the_list_with_its_morning(school: School, coordinator) -> None:
    DutySlot.objects.all().delete()
    data = {"person": school.duty.pk, "weekdays": ["1"], "starts": "20:00", "ends": "06:00", "place": "1"}
    visitor = Visitor(coordinator)
    page = words_of(visitor.sent("programmes:duty", data))
    assert "20.00–24.00 Pak Baso" in page
    assert "00.00–06.00 Pak Baso" in page
    visitor.client.cookies["lang"] = "en"
    assert "20:00–24:00 Pak Baso" in words_of(visitor.page("programmes:duty"))


@pytest.mark.parametrize("name", ["programmes:duty", "programmes:settings", "desk:today"])
def test_english_pages_write_hours_in_english(school: School, coordinator, name: str) -> None:
    DutySlot.objects.filter(weekday=4).update(ends=time(18))
    visitor = Visitor(coordinator)
    visitor.client.cookies["lang"] = "en"
    page = words_of(visitor.page(name))
    assert re.search(r"\b\d\d:\d\d\b", page)
    assert re.findall(r"\b\d\d\.\d\d\b", page) == []


def test_only_duty_adults_can_be_put_on_the_list(school: School, coordinator) -> None:
    data = {"person": school.counsellor.pk, "weekdays": ["1"], "starts": "15:00", "ends": "20:30", "place": "1"}
    assert Visitor(coordinator).post("programmes:duty", data).status_code == 422


def test_slot_of_another_school_is_404(school: School, coordinator) -> None:
    slot = DutySlot.objects.get(person=make_school().duty, weekday=1)
    assert Visitor(coordinator).post("programmes:remove_duty", slot_id=slot.pk).status_code == 404
    assert DutySlot.objects.filter(pk=slot.pk).exists()


def test_coordinator_without_duty_adults_is_led_to_the_people(school: School, coordinator) -> None:
    school.duty.roles.delete()
    visitor = Visitor(coordinator)
    page = visitor.page("programmes:duty")
    assert "Beri seorang dewasa peran petugas jaga" in page
    assert f'class="btn quiet" href="{visitor.url("accounts:people")}"' in page


@pytest.mark.parametrize("there_is", [True, False])
def test_counsellor_without_duty_adults_reads_who_gives_the_role(school: School, there_is: bool) -> None:
    if there_is:
        make_person(school.community, "Pak Nyoman", roles=["coordinator"])
    school.duty.roles.delete()
    visitor = Visitor(school.counsellor)
    page = visitor.page("programmes:duty")
    who = "Koordinator program (Pak Nyoman)" if there_is else "Koordinator program"
    assert f"{who} memberi seorang dewasa peran petugas jaga" in page
    assert "Beri seorang dewasa" not in page
    assert f'class="btn quiet" href="{visitor.url("accounts:people")}"' not in page


@pytest.mark.parametrize("role", ["duty", "leader", "second_key", "companion"])
def test_duty_list_is_for_coordinators_and_counsellors(school: School, coordinator, role: str) -> None:
    assert Visitor(coordinator).get("programmes:duty").status_code == 200
    assert (
        Visitor(make_person(school.community, roles=[role], password=PASSWORD)).get("programmes:duty").status_code
        == 404
    )


@pytest.mark.parametrize(
    ("covered", "left"),
    [
        ([], [(9, 17)]),
        ([(8, 18)], []),
        ([(8, 12), (12, 18)], []),
        ([(8, 12), (13, 18)], [(12, 13)]),
        ([(10, 11)], [(9, 10), (11, 17)]),
        ([(8, 12), (9, 10)], [(12, 17)]),
        ([(18, 20)], [(9, 17)]),
    ],
)
def test_uncovered_parts_of_a_window(covered, left) -> None:
    spans = [(time(begin), time(end)) for begin, end in covered]
    assert uncovered(time(9), time(17), spans) == [(time(begin), time(end)) for begin, end in left]


def test_consent_is_recorded_with_evidence(school: School, coordinator) -> None:
    member = make_person(school.community, "Budi", klass="VIII-A")
    data = {"kind": "wali", "evidence": "kertas", "given_on": "2026-08-01", "reference": "map 2"}
    Visitor(coordinator).sent("programmes:consents", data, person_id=member.pk)
    found = Consent.objects.get(person=member)
    assert (found.kind, found.evidence, found.given_on, found.reference) == (
        "wali",
        "kertas",
        date(2026, 8, 1),
        "map 2",
    )


def test_consent_of_tomorrow_is_refused(school: School, coordinator) -> None:
    member = make_person(school.community, "Budi", klass="VIII-A")
    data = {"kind": "wali", "evidence": "kertas", "given_on": "2026-08-05"}
    response = Visitor(coordinator).post("programmes:consents", data, person_id=member.pk)
    assert (response.status_code, Consent.objects.filter(person=member).count()) == (422, 0)


def test_withdrawing_asks_first_and_then_holds(school: School, coordinator) -> None:
    visitor = Visitor(coordinator)
    where = {"person_id": school.supporter.pk, "kind": "wali"}
    assert "Ya, tarik" in visitor.page("programmes:withdraw", **where)
    assert not Hold.objects.exists()
    visitor.sent("programmes:withdraw", {"yes": "1"}, **where)
    assert Hold.objects.get().reason == HoldReason.CONSENT
    assert Consent.objects.get(person=school.supporter, kind="wali").withdrawn_on == date(2026, 8, 4)


def test_hold_and_lift_by_hand(school: School, coordinator) -> None:
    visitor = Visitor(coordinator)
    visitor.sent("programmes:hold", {"reason": "ujian", "until": "2026-08-20"}, person_id=school.supporter.pk)
    assert Hold.objects.get().until == date(2026, 8, 20)
    visitor.sent("programmes:lift", {"reason": "ujian"}, person_id=school.supporter.pk)
    assert Hold.objects.get().lifted


@pytest.mark.parametrize("reason", ["latihan", "izin", "nonsens"])
def test_holds_that_end_by_themselves_are_not_lifted_by_hand(school: School, coordinator, reason: str) -> None:
    hold(school.supporter, HoldReason.TRAINING)
    hold(school.supporter, HoldReason.CONSENT)
    Visitor(coordinator).sent("programmes:lift", {"reason": reason}, person_id=school.supporter.pk)
    assert Hold.objects.filter(lifted=True).count() == 0


@pytest.mark.parametrize("name", ["consents", "hold", "lift"])
def test_pages_about_a_member_are_404_for_others_and_for_adults(school: School, coordinator, name: str) -> None:
    visitor = Visitor(coordinator)
    assert visitor.post(f"programmes:{name}", person_id=school.supporter.pk).status_code != 404
    assert visitor.post(f"programmes:{name}", person_id=school.counsellor.pk).status_code == 404
    assert visitor.post(f"programmes:{name}", person_id=make_school().supporter.pk).status_code == 404
    assert Visitor(school.duty).post(f"programmes:{name}", person_id=school.supporter.pk).status_code == 404
