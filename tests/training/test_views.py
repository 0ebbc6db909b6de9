"""From a member to a supporter: every step says done or what is missing."""

import pytest
from tests.desk.helpers import Visitor, rows_of, words_of
from tests.factories import PASSWORD, make_person
from tests.support.helpers import School, make_school

from sebaya.accounts.backend import everyone
from sebaya.training.models import PaperRecord
from sebaya.training.queries import through_the_gate
from sebaya.training.rules import ITEMS


@pytest.fixture
def coordinator(school: School):
    return make_person(school.community, "Pak Nyoman", roles=["coordinator"], password=PASSWORD)


@pytest.fixture
def member(school: School):
    return make_person(school.community, "Budi Santoso", klass="VIII-A")


def sheet(level: int = 3, **change: object) -> dict[str, object]:
    levels = {f"{rater}_{item}": level for rater in ("first", "second") for item in ITEMS}
    return {
        "assessed_on": "2026-08-01", "hours": 24, "first_rater": "Ibu Ratih", "second_rater": "Pak Yosafat", **levels, **change
    }  # fmt: skip


def test_somebody_new_lacks_everything_and_the_page_says_what(school: School, coordinator, member) -> None:
    page = Visitor(coordinator).page("training:candidate", person_id=member.pk)
    steps = [row for row in rows_of(page) if row.startswith("Belum")]
    assert [row.split()[1] for row in steps] == ["Izin", "Etika", "Latihan", "Peran", "Akun", "Profil"]
    assert "Kurang: Izin orang tua atau wali, Persetujuan siswa" in steps[0]


def test_whole_way_to_a_supporter(school: School, coordinator, member) -> None:
    visitor = Visitor(coordinator)
    for kind in ("wali", "siswa", "etika"):
        data = {"kind": kind, "evidence": "kertas", "given_on": "2026-08-01"}
        visitor.sent("programmes:consents", data, person_id=member.pk)
    assert "Gerbang latihan terbuka" in visitor.sent("training:record", sheet(), person_id=member.pk)
    visitor.sent("training:appoint", {"yes": "1"}, person_id=member.pk)
    assert everyone().get(pk=member.pk).role_set.supporter
    page = visitor.page("training:candidate", person_id=member.pk)
    assert [row.split()[1] for row in rows_of(page) if row.startswith("Belum")] == ["Akun", "Profil"]


def test_finished_supporter_is_ready(school: School, coordinator) -> None:
    page = words_of(Visitor(coordinator).page("training:candidate", person_id=school.supporter.pk))
    assert "Lengkap. Tawaran bisa sampai kepadanya." in page
    assert "6 dari 6" in page


def test_record_that_does_not_pass_says_what_is_missing(school: School, coordinator, member) -> None:
    data = sheet(hours=20, second_batas=2)
    page = Visitor(coordinator).sent("training:record", data, person_id=member.pk)
    assert "Belum lulus. Yang kurang: Menjaga batas diri, jam terbimbing: 20 dari 24." in page
    assert through_the_gate([member.pk]) == set()


@pytest.mark.parametrize(
    "change",
    [
        {"second_rater": " ibu ratih "},
        {"first_empati": ""},
        {"first_empati": "5"},
        {"hours": "-1"},
        {"assessed_on": "2026-08-09"},
    ],
)
def test_sheet_that_cannot_be_is_refused_and_keeps_what_was_typed(school: School, coordinator, member, change) -> None:
    response = Visitor(coordinator).post("training:record", sheet(**change), person_id=member.pk)
    assert (response.status_code, PaperRecord.objects.filter(person=member).count()) == (422, 0)
    assert "Pak Yosafat" in response.content.decode() or "second_rater" in change


def test_list_shows_those_who_have_begun_and_finds_the_others(school: School, coordinator, member) -> None:
    visitor = Visitor(coordinator)
    assert "Nama Melati" in visitor.page("training:candidates")
    assert "Budi Santoso" not in visitor.page("training:candidates")
    assert "Budi Santoso" in visitor.page("training:candidates", "?q=budi")
    assert "Tidak ada yang cocok" in visitor.page("training:candidates", "?q=zzz")


def test_counsellor_sees_that_the_coordinator_gives_the_role(school: School, member) -> None:
    visitor = Visitor(school.counsellor)
    assert "koordinator" in visitor.page("training:appoint", person_id=member.pk)
    assert visitor.post("training:appoint", person_id=member.pk).status_code == 404
    assert not everyone().get(pk=member.pk).role_set.supporter


@pytest.mark.parametrize("name", ["candidate", "record", "appoint"])
def test_pages_are_404_for_others(school: School, coordinator, member, name: str) -> None:
    assert Visitor(coordinator).get(f"training:{name}", person_id=member.pk).status_code == 200
    assert Visitor(school.duty).get(f"training:{name}", person_id=member.pk).status_code == 404
    assert Visitor(make_school().counsellor).get(f"training:{name}", person_id=member.pk).status_code == 404
    assert Visitor(coordinator).get(f"training:{name}", person_id=school.counsellor.pk).status_code == 404


def test_stopping_is_offered_to_counsellors_alone(school: School, coordinator, member) -> None:
    where = {"person_id": school.supporter.pk}
    assert "Hentikan sementara" in Visitor(school.counsellor).page("training:candidate", **where)
    assert "Hentikan sementara" not in Visitor(coordinator).page("training:candidate", **where)
    assert "Hentikan sementara" not in Visitor(school.counsellor).page("training:candidate", person_id=member.pk)
