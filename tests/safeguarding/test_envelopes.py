"""The emergency envelope: it opens one name, then a new one is made by somebody who holds the second halves."""

import re

import pytest
from tests.desk.helpers import PLAIN, RED, Visitor, again
from tests.factories import PASSWORD, make_person
from tests.support.helpers import School, ask

from sebaya.accounts import contacts
from sebaya.audit.models import Event
from sebaya.safeguarding import actions, envelopes
from sebaya.safeguarding.models import Reveal
from sebaya.support.models import IdentityKey, Request
from sebaya.vault import recovery
from sebaya.vault.errors import WrongSecret
from sebaya.vault.models import Keyholder

ANSWER = {"reason": "diri"}


def open_with(school: School, request: Request, code: str) -> Reveal:
    return actions.open_with_sheet(
        by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request), code=code, **ANSWER
    )


def renewed(school: School) -> tuple[int, str]:
    return envelopes.renew(
        by=school.second, keyring=school.ring(school.second), after=envelopes.newest(school.community)
    )


def test_envelope_opens_one_name_and_no_other(school: School) -> None:
    first, second = ask(school, RED), ask(school, RED, seeker=make_person(school.community, password=PASSWORD))
    open_with(school, first, school.sheet)
    with pytest.raises(WrongSecret):
        open_with(school, second, school.sheet)
    assert recovery.emergency_sheet(school.community) is None
    assert not IdentityKey.objects.filter(holder__kind="sheet").exists()


def test_envelope_that_opened_nothing_is_not_spent(school: School) -> None:
    late = ask(school, RED)
    IdentityKey.objects.filter(holder__kind="sheet").delete()
    page = Visitor(school.counsellor).post("safeguarding:sheet", {**ANSWER, "code": school.sheet}, id=late.pk)
    assert page.status_code == 422
    assert recovery.emergency_sheet(school.community) is not None


def test_student_reads_that_it_was_the_envelope(school: School) -> None:
    request = ask(school, RED)
    reveal = open_with(school, request, school.sheet)
    actions.open_name(by=school.counsellor, keyring=school.ring(school.counsellor), reveal=reveal)
    page = Visitor(school.seeker).page("support:talk", id=request.pk)
    assert "dengan amplop darurat" in page
    assert "persetujuan orang kedua" not in page


def test_new_envelope_opens_what_was_asked_before_it(school: School) -> None:
    contacts.seal_contact(school.seeker, "own", {"my_phone": "0812"})
    request = ask(school, RED)
    _number, code = renewed(school)
    with pytest.raises(WrongSecret):
        open_with(school, request, school.sheet)
    reveal = open_with(school, request, code)
    named = actions.open_name(by=school.counsellor, keyring=school.ring(school.counsellor), reveal=reveal)
    assert named.person == school.seeker
    assert [each["my_phone"] for each in named.contacts] == ["0812"]


def test_page_hands_out_a_pdf_once_for_two_presses(school: School) -> None:
    ask(school, PLAIN)
    visitor = Visitor(school.second)
    page = visitor.page("safeguarding:new_envelope")
    assert "Sekarang berlaku amplop nomor 1" in page
    pressed = {"after": re.search(r'name="after" value="(\d+)"', page)[1]}
    made = visitor.post("safeguarding:new_envelope", pressed)
    assert (made["Content-Type"], made["Cache-Control"], made.content[:4]) == ("application/pdf", "no-store", b"%PDF")
    sheet = recovery.emergency_sheet(school.community)
    assert sheet is not None
    assert "dari tekan pertama" in visitor.sent("safeguarding:new_envelope", pressed)
    assert recovery.emergency_sheet(school.community) == sheet
    assert Event.objects.filter(kind="envelope.new").count() == 1


@pytest.mark.parametrize("wrong", ["", "x", "-1", "9" * 40, "²"])
def test_page_that_shows_no_number_makes_nothing(school: School, wrong: str) -> None:
    Visitor(school.second).sent("safeguarding:new_envelope", {"after": wrong})
    assert Keyholder.objects.filter(kind="sheet").count() == 1


def test_missing_envelope_waits_on_the_desk_of_second_key_holders(school: School) -> None:
    words = "Buat amplop darurat baru"
    assert words not in Visitor(school.second).page("desk:today")
    open_with(school, ask(school, RED), school.sheet)
    assert words in Visitor(school.second).page("desk:today")
    assert words not in Visitor(school.counsellor).page("desk:today")
    assert "Tidak ada amplop darurat yang berlaku." in Visitor(school.second).page("safeguarding:new_envelope")
    renewed(school)
    assert words not in Visitor(school.second).page("desk:today")


def test_envelope_printed_by_the_technician_is_filled_by_the_next_second_key_holder(school: School) -> None:
    request = ask(school, RED)
    _number, code = recovery.make_emergency_sheet(school.community)
    Visitor(school.second).page("desk:today")
    assert open_with(school, request, code).by_sheet == 2
