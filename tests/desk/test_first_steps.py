"""What is missing before anybody can ask: keys before students, each step done or with what it lacks."""

from typing import Any

import pytest
from tests.desk.helpers import Visitor, make_ready, prove_channel, rows_of
from tests.factories import PASSWORD, activate, fresh, make_community, make_duty, make_person
from tests.support.helpers import School

from sebaya.accounts import actions as accounts
from sebaya.accounts.models import Person, Slip
from sebaya.desk import first_steps
from sebaya.notices.models import Channel
from sebaya.programmes.models import DutySlot

ORDER = [
    "Masukkan orang dewasa",
    "Beri peran",
    "Cetak slip orang dewasa",
    "Kedua pemegang kunci kedua dan konselor masuk",
    "Masukkan siswa",
    "Cetak slip siswa",
    "Isi jadwal jaga",
    "Uji saluran peringatan",
]
LINKS = ["accounts:add_person", "roster:choose", "accounts:people", "accounts:class_slips", "programmes:duty"]


@pytest.fixture
def coordinator(db: None) -> Person:
    return make_person(make_community(), "Pak Nyoman", roles=["coordinator"], password=PASSWORD)


def staff(coordinator: Person, name: str, role: str, **values: Any) -> Person:
    return make_person(coordinator.community, name, roles=[role], **values)


def four_adults(coordinator: Person, **values: Any) -> list[Person]:
    wanted = {"Ibu Ratih": "counsellor", "Pak Baso": "duty", "Bu Mardiyah": "second_key", "Bu Sri": "second_key"}
    return [staff(coordinator, name, role, **values) for name, role in wanted.items()]


def slip(*people: Person) -> None:
    accounts.make_slips(by=None, people=people, kind="aktivasi")


def done(person: Person) -> list[str]:
    return [step.title for step in first_steps.of(fresh(person)) if step.done]


def detail(person: Person, title: str) -> str:
    return next(step.detail for step in first_steps.of(fresh(person)) if step.title == title)


def test_steps_of_an_empty_school_are_in_the_order_of_the_keys(coordinator: Person) -> None:
    assert [step.title for step in first_steps.of(coordinator)] == ORDER
    assert done(coordinator) == []


def test_desk_of_the_first_day_leads_to_each_step(coordinator: Person) -> None:
    visitor = Visitor(coordinator)
    page = visitor.page("desk:today")
    assert "Menyiapkan program" in page
    assert [row.split()[0] for row in rows_of(page)][:8] == ["Belum"] * 8
    assert [f'href="{visitor.url(name)}"' in page for name in LINKS] == [True] * len(LINKS)


def test_each_step_is_done_when_its_own_part_is(coordinator: Person) -> None:
    adults = four_adults(coordinator)
    assert done(coordinator) == ORDER[:2]
    slip(*adults)
    assert done(coordinator) == ORDER[:3]
    for adult in adults:
        activate(adult)
    assert done(coordinator) == ORDER[:4]
    student = make_person(coordinator.community, "Siti", klass="VII-A")
    assert done(coordinator) == ORDER[:5]
    slip(student)
    assert done(coordinator) == ORDER[:6]
    make_duty(adults[1])
    assert done(coordinator) == ORDER[:7]
    for adult in map(fresh, adults):
        prove_channel(adult)
    assert first_steps.of(coordinator) == []


def test_students_before_the_keys_do_not_end_the_step_of_the_keys(coordinator: Person) -> None:
    four_adults(coordinator)
    make_person(coordinator.community, "Siti", klass="VII-A", password=PASSWORD)
    assert ORDER[4] in done(coordinator)
    assert ORDER[3] not in done(coordinator)


def test_students_step_warns_until_the_keys_are_there(coordinator: Person) -> None:
    assert "kontak darurat tidak disimpan" in detail(coordinator, "Masukkan siswa")
    four_adults(coordinator, password=PASSWORD)
    assert detail(coordinator, "Masukkan siswa") == "Dari berkas kelas. Kontak darurat ikut tersegel."


def test_adults_step_says_how_many_are_missing(coordinator: Person) -> None:
    staff(coordinator, "Ibu Ratih", "counsellor")
    assert detail(coordinator, "Masukkan orang dewasa").startswith("Baru 2. Perlu paling sedikit 3")


def test_roles_step_names_what_nobody_is_yet(coordinator: Person) -> None:
    staff(coordinator, "Ibu Ratih", "counsellor")
    staff(coordinator, "Bu Sri", "second_key")
    assert detail(coordinator, "Beri peran") == "Belum: petugas jaga, dua pemegang kunci kedua"


def test_one_active_second_key_holder_is_not_enough(coordinator: Person) -> None:
    for adult in four_adults(coordinator)[:3]:
        activate(adult)
    assert ORDER[3] not in done(coordinator)
    assert detail(coordinator, ORDER[3]) == "Belum: Bu Sri"


def test_spent_or_outdated_slip_of_a_sleeping_adult_does_not_count(coordinator: Person) -> None:
    slip(*four_adults(coordinator))
    assert ORDER[2] in done(coordinator)
    Slip.objects.filter(person__name="Bu Sri").update(ends="2020-01-01")
    assert detail(coordinator, ORDER[2]) == "Belum: Bu Sri"


def test_failing_channel_is_named(school: School) -> None:
    coordinator = make_ready(school)
    assert first_steps.of(coordinator) == []
    Channel.objects.filter(person=school.duty).update(failing=True)
    assert detail(coordinator, ORDER[7]) == "Belum: Pak Baso"


def test_long_list_of_names_is_cut(coordinator: Person) -> None:
    for number in range(8):
        staff(coordinator, f"Guru {number}", "counsellor")
    assert detail(coordinator, ORDER[2]).endswith("Guru 5, dan 2 lagi")


def test_steps_take_one_query_for_any_number_of_people(coordinator: Person, django_assert_num_queries: Any) -> None:
    viewer = fresh(coordinator)
    for _round in range(2):
        four_adults(coordinator)
        with django_assert_num_queries(1):
            first_steps.of(viewer)


def test_desk_of_a_ready_programme_has_no_first_steps(school: School) -> None:
    visitor = Visitor(make_ready(school))
    page = visitor.page("desk:today")
    assert "Menyiapkan program" not in page
    assert "Tidak ada yang mendesak" in page
    assert f'href="{visitor.url("accounts:add_person")}"' in page


@pytest.mark.parametrize("role", ["duty", "second_key", "leader", "companion"])
def test_first_steps_are_not_for_others(school: School, role: str) -> None:
    other = make_person(school.community, "Pak Lain", roles=[role], password=PASSWORD)
    DutySlot.objects.all().delete()
    assert first_steps.of(school.counsellor) != []
    assert first_steps.of(other) == []


def test_counsellor_of_an_empty_school_reads_who_does_each_step(coordinator: Person) -> None:
    visitor = Visitor(staff(coordinator, "Ibu Ratih", "counsellor", password=PASSWORD))
    page = visitor.page("desk:today")
    rows = rows_of(page)
    assert "Sempatkan melihat percakapan" not in page
    assert [title in row for title, row in zip(ORDER, rows, strict=False)] == [True] * 8
    assert rows[1].endswith("Yang mengerjakan: Pak Nyoman")
    assert rows[3].endswith("Yang mengerjakan: masing-masing, dengan slipnya")
    assert [visitor.url(name) in page for name in ("accounts:add_person", "roster:choose")] == [False] * 2


def test_finished_step_names_nobody_for_a_counsellor(coordinator: Person) -> None:
    counsellor = staff(coordinator, "Ibu Ratih", "counsellor", password=PASSWORD)
    make_person(coordinator.community, "Siti", klass="VII-A")
    row = next(row for row in rows_of(Visitor(counsellor).page("desk:today")) if "Masukkan siswa" in row)
    assert "Selesai" in row
    assert "Yang mengerjakan" not in row


def test_steps_without_a_coordinator_name_the_role(db: None) -> None:
    counsellor = make_person(make_community(), roles=["counsellor"], password=PASSWORD)
    assert [step.who for step in first_steps.of(counsellor)][:2] == ["koordinator program"] * 2


def test_counsellor_who_coordinates_may_do_the_steps(db: None) -> None:
    both = make_person(make_community(), roles=["counsellor", "coordinator"], password=PASSWORD)
    assert all(step.links for step in first_steps.of(both))


def test_counsellor_of_a_ready_programme_has_no_first_steps(school: School) -> None:
    make_ready(school)
    assert "Menyiapkan program" not in Visitor(school.counsellor).page("desk:today")
