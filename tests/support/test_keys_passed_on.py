"""Keys that signed-in holders pass on: to newcomers, to called adults, out of the sheets; never past an exclusion."""

import pytest
from tests.desk.helpers import PLAIN, RED, Visitor, again
from tests.factories import PASSWORD, fresh, make_person
from tests.support.helpers import School, accept, ask

from sebaya.support import fulfil, identity, queries
from sebaya.support.actions import after, safety
from sebaya.support.actions.rescue import rescue
from sebaya.support.models import IdentityKey, Message, Request
from sebaya.vault import recovery, safes
from sebaya.vault.errors import NoKey, Tampered
from sebaya.vault.models import PendingGrant, SafeKey


@pytest.fixture
def newcomer(school: School):
    """A counsellor who came after everything was asked."""
    return lambda: make_person(school.community, "Bu Sinta", roles=["counsellor"], password=PASSWORD)


def holds(person: object, safe_id: str) -> bool:
    return SafeKey.objects.filter(safe_id=safe_id, holder__person=person).exists()


def do_for_others(school: School, by: object = None) -> int:
    person = by or school.counsellor
    return fulfil.fulfil(person, school.ring(person))  # type: ignore[arg-type]


@pytest.mark.parametrize("which", ["talk", "file", "match", "consult"])
def test_grant_of_each_safe_is_passed_on(school: School, newcomer, which: str) -> None:
    request = accept(school, ask(school, PLAIN))
    thread = queries.consult_of(request, school.supporter)
    safe_id = thread.safe_id if which == "consult" else getattr(request, f"{which}_id")
    person = newcomer()
    safes.ask_grant(safe_id, person.keyholder)
    assert do_for_others(school) == 1
    assert holds(person, safe_id)


def test_grant_is_never_passed_on_to_whom_the_writer_excluded(school: School) -> None:
    request = ask(school, PLAIN, excluded_people=(school.other_counsellor.pk,))
    safes.ask_grant(request.file_id, school.other_counsellor.keyholder)
    assert do_for_others(school) == 0
    assert not holds(school.other_counsellor, request.file_id)
    assert PendingGrant.objects.count() == 0


def test_grant_is_not_passed_on_by_who_cannot_check_the_exclusions(school: School, newcomer) -> None:
    request = ask(school, PLAIN)
    SafeKey.objects.filter(safe_id=request.talk_id, holder__person=school.counsellor).delete()
    person = newcomer()
    safes.ask_grant(request.file_id, person.keyholder)
    assert do_for_others(school) == 0
    assert not holds(person, request.file_id)


def test_safe_of_nobody_belongs_to_no_request(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    assert fulfil.request_of_safe(request.file_id) == request
    assert fulfil.request_of_safe("aaaaaaaaaaaaaaaa") is None


def test_first_half_is_given_once_and_only_by_who_has_it(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    safety.supporter_calls(by=school.supporter, keyring=school.ring(school.supporter), request=again(request))
    assert do_for_others(school, school.duty) == 0
    assert not IdentityKey.objects.filter(half="k1").exists()
    assert do_for_others(school) == 1
    assert do_for_others(school, school.other_counsellor) == 0


def test_half_that_was_made_for_another_request_is_refused(school: School) -> None:
    one = ask(school, RED)
    other = ask(school, RED, seeker=make_person(school.community, password=PASSWORD, klass="VII-C"))
    ring = school.ring(school.duty)
    assert len(identity.half_of(ring, one, "k1")) == 32
    moved = IdentityKey.objects.get(identity__request=other, half="k1").sealed
    IdentityKey.objects.filter(identity__request=one, half="k1").update(sealed=moved)
    with pytest.raises(Tampered):
        identity.half_of(ring, one, "k1")


def test_name_that_was_given_in_another_request_is_refused(school: School) -> None:
    one, other = ask(school, PLAIN), ask(school, PLAIN)
    for request in (one, other):
        safety.give_name(keyring=school.ring(school.seeker), person=school.seeker, request=again(request))
    ring = school.ring(school.counsellor)
    assert identity.given_name(ring, one) == school.seeker.pk
    moved = IdentityKey.objects.get(identity__request=other, half="given").sealed
    IdentityKey.objects.filter(identity__request=one, half="given").update(sealed=moved)
    with pytest.raises(Tampered):
        identity.given_name(ring, one)


def test_newcomer_waits_for_a_reader_where_the_admitting_one_is_excluded(school: School, newcomer) -> None:
    request = ask(school, PLAIN, excluded_people=(school.counsellor.pk,))
    person = newcomer()
    ring = school.ring(school.counsellor)
    assert after.admit_counsellor(by=school.counsellor, keyring=ring, newcomer=person.keyholder) == 0
    assert not holds(person, request.talk_id)
    do_for_others(school, school.other_counsellor)
    assert holds(person, request.talk_id)
    assert holds(person, request.file_id)


def test_newcomer_waits_for_a_reader_of_a_consult(school: School, newcomer) -> None:
    request = accept(school, ask(school, PLAIN))
    consult = queries.consult_of(request, school.supporter).safe_id
    SafeKey.objects.filter(safe_id=consult, holder__person=school.counsellor).delete()
    person = newcomer()
    ring = school.ring(school.counsellor)
    assert after.admit_counsellor(by=school.counsellor, keyring=ring, newcomer=person.keyholder) == 1
    assert (holds(person, request.talk_id), holds(person, consult)) == (True, False)
    do_for_others(school, school.other_counsellor)
    assert holds(person, consult)


def test_sheet_made_after_asking_gets_its_half_when_the_seeker_looks_in(school: School) -> None:
    request = ask(school, PLAIN)
    _number, code = recovery.make_emergency_sheet(school.community)
    sheet = recovery.open_emergency_sheet(school.community, code)
    with pytest.raises(NoKey):
        identity.half_of(sheet, request, "k2")
    Visitor(school.seeker).page("support:talk", id=request.pk)
    assert len(identity.half_of(sheet, request, "k2")) == 32


def test_sheets_made_after_asking_open_nothing(school: School) -> None:
    ask(school, PLAIN)
    sheets = recovery.make_sheets(school.community)
    assert rescue(by=school.counsellor, a=sheets.a, b=sheets.b) == 0
    assert not Message.objects.filter(event="sheets_used").exists()


def test_two_sheets_are_typed_on_a_page(school: School, newcomer) -> None:
    sheets = recovery.make_sheets(school.community)
    request = ask(school, PLAIN)
    visitor = Visitor(newcomer())
    assert "Pemulihan dengan dua lembar" in visitor.page("support:sheets")
    assert visitor.get("support:staff_talk", id=request.pk).status_code == 404
    assert "Tidak ada yang dibuka." in visitor.sent("support:sheets", {"a": sheets.a, "b": sheets.a})
    assert visitor.get("support:staff_talk", id=request.pk).status_code == 404
    assert "1 percakapan dibuka." in visitor.sent("support:sheets", {"a": sheets.a, "b": sheets.b})
    assert PLAIN in visitor.page("support:staff_talk", id=request.pk)
    assert "Kunci pemulihan di kertas dipakai dua orang." in Visitor(school.seeker).page("support:talk", id=request.pk)


@pytest.mark.parametrize("who", ["duty", "second", "seeker", "supporter"])
def test_sheets_are_for_counsellors(school: School, who: str) -> None:
    assert Visitor(school.counsellor).get("support:sheets").status_code == 200
    assert Visitor(fresh(getattr(school, who))).get("support:sheets").status_code == 404


def test_request_of_another_school_is_never_admitted(school: School) -> None:
    from tests.support.helpers import make_school

    other = make_school()
    request = ask(other, PLAIN)
    after.admit_counsellor(
        by=school.counsellor, keyring=school.ring(school.counsellor), newcomer=school.other_counsellor.keyholder
    )
    assert Request.objects.filter(pk=request.pk).exists()
    assert not holds(school.other_counsellor, request.talk_id)
