"""A name takes two people: asking, deciding, opening, refusing, lapsing, and the emergency envelope."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.desk.helpers import RED, Visitor, words_of
from tests.factories import PASSWORD, make_person
from tests.support.helpers import School, ask, make_school

from sebaya.accounts import contacts
from sebaya.safeguarding import actions
from sebaya.safeguarding.models import Reveal, RevealReason, RevealState
from sebaya.support.models import Request

WORDS = "Ada rencana untuk malam ini."


def asked(school: School, request: Request, reason: str = RevealReason.SELF, by=None) -> Reveal:
    Visitor(by or school.counsellor).post("safeguarding:ask", {"reason": reason, "words": WORDS}, id=request.pk)
    return Reveal.objects.get()


def test_asking_says_first_what_will_happen(school: School) -> None:
    page = words_of(Visitor(school.counsellor).page("safeguarding:ask", id=ask(school, RED).pk))
    assert page.index("Yang akan terjadi") < page.index("Alasan")
    assert "Yang bisa memutuskan: Bu Mardiyah" in page


def test_two_people_open_a_name_and_the_student_sees_it(school: School) -> None:
    request = ask(school, RED)
    reveal = asked(school, request)
    counsellor, second = Visitor(school.counsellor), Visitor(school.second)
    assert "Siti Hosniyah" not in counsellor.page("safeguarding:reveal", id=reveal.pk)
    page = second.page("safeguarding:decide", id=reveal.pk)
    assert WORDS in page
    assert (RED in page, "Siti Hosniyah" in page) == (False, False)
    second.sent("safeguarding:decide", {"answer": "approve"}, id=reveal.pk)
    assert "Siti Hosniyah" not in counsellor.page("safeguarding:reveal", id=reveal.pk)
    named = counsellor.sent("safeguarding:reveal", id=reveal.pk)
    assert "Siti Hosniyah" in named
    assert "VII-A" in named
    assert "Siti Hosniyah" in counsellor.page("safeguarding:reveal", id=reveal.pk)
    assert "Namamu dibuka oleh Ibu Ratih" in Visitor(school.seeker).page("support:talk", id=request.pk)


def test_approver_never_sees_the_name(school: School) -> None:
    reveal = asked(school, ask(school, RED))
    second = Visitor(school.second)
    pages = second.page("safeguarding:decide", id=reveal.pk)
    pages += second.sent("safeguarding:decide", {"answer": "approve"}, id=reveal.pk) + second.page("desk:today")
    assert "Siti Hosniyah" not in pages
    assert second.get("safeguarding:reveal", id=reveal.pk).status_code == 404


def test_refused(school: School) -> None:
    reveal = asked(school, ask(school, RED))
    Visitor(school.second).sent("safeguarding:decide", {"answer": "refuse"}, id=reveal.pk)
    page = Visitor(school.counsellor).page("safeguarding:reveal", id=reveal.pk)
    assert "Bu Mardiyah menolak." in page
    Visitor(school.counsellor).post("safeguarding:reveal", id=reveal.pk)
    assert Reveal.objects.get().state == RevealState.REFUSED


def test_lapsed(school: School, frozen) -> None:
    reveal = asked(school, ask(school, RED))
    Visitor(school.second).sent("safeguarding:decide", {"answer": "approve"}, id=reveal.pk)
    frozen.shift(timedelta(hours=24, minutes=1))
    assert actions.lapse(timezone.now()) == 1
    page = Visitor(school.counsellor).sent("safeguarding:reveal", id=reveal.pk)
    assert "lewat waktu" in page
    assert "Siti Hosniyah" not in page


def test_deciding_twice_is_told(school: School) -> None:
    other = make_person(school.community, "Pdt. Melki", roles=["second_key"], password=PASSWORD)
    reveal = asked(school, ask(school, RED))
    first, second = Visitor(school.second), Visitor(other)
    assert second.get("safeguarding:decide", id=reveal.pk).status_code == 200
    first.sent("safeguarding:decide", {"answer": "refuse"}, id=reveal.pk)
    assert second.post("safeguarding:decide", {"answer": "approve"}, id=reveal.pk).status_code == 404
    assert Reveal.objects.get().state == RevealState.REFUSED


@pytest.mark.parametrize("who", ["counsellor", "other_counsellor", "duty"])
def test_nobody_but_a_second_key_holder_decides(school: School, who: str) -> None:
    reveal = asked(school, ask(school, RED))
    assert Visitor(school.second).get("safeguarding:decide", id=reveal.pk).status_code == 200
    assert (
        Visitor(getattr(school, who)).post("safeguarding:decide", {"answer": "approve"}, id=reveal.pk).status_code
        == 404
    )
    assert Reveal.objects.get().state == RevealState.ASKED


def test_asker_cannot_approve_their_own(school: School) -> None:
    """Even with a box of their own: the roles may not meet in one person, and the action refuses too."""
    reveal = asked(school, ask(school, RED))
    with pytest.raises(actions.NotDecidable):
        actions.approve(by=school.counsellor, keyring=school.ring(school.counsellor), reveal=reveal)


def test_second_key_holder_of_another_school_gets_404(school: School) -> None:
    reveal = asked(school, ask(school, RED))
    assert Visitor(school.second).get("safeguarding:decide", id=reveal.pk).status_code == 200
    assert Visitor(make_school().second).get("safeguarding:decide", id=reveal.pk).status_code == 404


def test_excluded_counsellor_cannot_ask(school: School) -> None:
    request = ask(school, RED, excluded_people=(school.other_counsellor.pk,))
    assert Visitor(school.counsellor).get("safeguarding:ask", id=request.pk).status_code == 200
    response = Visitor(school.other_counsellor).post(
        "safeguarding:ask", {"reason": "diri", "words": WORDS}, id=request.pk
    )
    assert (response.status_code, Reveal.objects.count()) == (404, 0)


def test_another_counsellor_does_not_see_the_name(school: School) -> None:
    reveal = asked(school, ask(school, RED))
    Visitor(school.second).sent("safeguarding:decide", {"answer": "approve"}, id=reveal.pk)
    Visitor(school.counsellor).sent("safeguarding:reveal", id=reveal.pk)
    assert Visitor(school.other_counsellor).get("safeguarding:reveal", id=reveal.pk).status_code == 404


def test_duty_adult_may_ask(school: School) -> None:
    request = ask(school, RED)
    assert asked(school, request, by=school.duty).asked_by_id == school.duty.pk


def test_reason_and_words_are_needed(school: School) -> None:
    request = ask(school, RED)
    visitor = Visitor(school.counsellor)
    for data in ({"reason": "diri"}, {"words": WORDS}, {"reason": "penasaran", "words": WORDS}):
        assert visitor.post("safeguarding:ask", data, id=request.pk).status_code == 422
    assert Reveal.objects.count() == 0


def test_without_a_second_key_holder_the_envelope_is_shown(school: School) -> None:
    request = ask(school, RED, excluded_people=(school.second.pk,))
    page = Visitor(school.counsellor).sent("safeguarding:ask", {"reason": "diri", "words": WORDS}, id=request.pk)
    assert "Amplop darurat" in page
    assert Reveal.objects.count() == 0


def test_desk_rings_for_the_second_key_holder(school: School) -> None:
    reveal = asked(school, ask(school, RED))
    page = Visitor(school.second).page("desk:today")
    assert f"/identitas/putusan/{reveal.pk}/" in page
    assert 'data-alert="1"' in page
    assert WORDS not in page


def test_contacts_show_whom_not_to_call_first_and_hide_the_barred_number(school: School) -> None:
    contacts.seal_contact(
        school.seeker,
        "own",
        {"trusted": "Tante Rina", "trusted_phone": "0800111222", "never": "Ayah tiri", "my_phone": ""},
    )
    contacts.seal_contact(
        school.seeker, "roster", {"phone": "", "guardian_name": "Sulaiman", "guardian_phone": "0800123456"}
    )
    reveal = asked(school, ask(school, RED), RevealReason.OTHERS)
    Visitor(school.second).sent("safeguarding:decide", {"answer": "approve"}, id=reveal.pk)
    page = words_of(Visitor(school.counsellor).sent("safeguarding:reveal", id=reveal.pk))
    assert page.index("Jangan hubungi: Ayah tiri") < page.index("0800111222")
    assert "0800123456" not in page
    assert "tidak pernah dihubungi" in page


def opened(school: School, request: Request) -> Reveal:
    Visitor(school.counsellor).sent("safeguarding:sheet", {"reason": "diri", "code": school.sheet}, id=request.pk)
    return Reveal.objects.get()


def test_envelope_opens_the_name_and_is_seen_by_all(school: School) -> None:
    reveal = opened(school, ask(school, RED))
    assert "Siti Hosniyah" in Visitor(school.counsellor).sent("safeguarding:reveal", id=reveal.pk)
    for person in (school.other_counsellor, school.second):
        page = Visitor(person).page("desk:today")
        assert "Amplop darurat nomor 1 dibuka" in page
        assert "Siti Hosniyah" not in page


def test_wrong_code_of_the_envelope_is_a_sentence(school: School) -> None:
    request = ask(school, RED)
    response = Visitor(school.counsellor).post(
        "safeguarding:sheet", {"reason": "diri", "code": "ABCD-1234"}, id=request.pk
    )
    assert response.status_code == 422
    assert "tidak membuka amplop sekolah ini" in response.content.decode()
    assert Reveal.objects.count() == 0


def test_envelope_is_reviewed_by_somebody_else(school: School) -> None:
    reveal = opened(school, ask(school, RED))
    Visitor(school.counsellor).sent("safeguarding:envelope", id=reveal.pk)
    assert Reveal.objects.get().reviewed is False
    Visitor(school.second).sent("safeguarding:envelope", id=reveal.pk)
    assert Reveal.objects.get().reviewed is True


def test_duty_adult_does_not_review_envelopes(school: School) -> None:
    reveal = opened(school, ask(school, RED))
    assert Visitor(school.second).get("safeguarding:envelope", id=reveal.pk).status_code == 200
    assert Visitor(school.duty).get("safeguarding:envelope", id=reveal.pk).status_code == 404


@pytest.mark.parametrize("role", ["coordinator", "leader", "companion"])
def test_names_do_not_concern_others(school: School, role: str) -> None:
    assert Visitor(school.second).get("safeguarding:list").status_code == 200
    person = make_person(school.community, roles=[role], password=PASSWORD)
    assert Visitor(person).get("safeguarding:list").status_code == 404
