"""The reveal of a name at its edges: asked twice, decided without a box, a box of another request, used up."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.desk.helpers import PLAIN, RED, Visitor, again, words_of
from tests.factories import PASSWORD, fresh, make_person
from tests.support.helpers import School, accept, ask
from tests.support.meanwhile import meanwhile

from sebaya.accounts import contacts
from sebaya.safeguarding import actions
from sebaya.safeguarding.actions import NotDecidable
from sebaya.safeguarding.models import REVEAL_MOVES, Reveal, RevealBox, RevealReason, RevealState
from sebaya.support.actions import safety
from sebaya.support.models import Message, Request
from sebaya.vault import recovery
from sebaya.vault.errors import NoKey, Tampered, WrongSecret


def asked(school: School, request: Request | None = None, by: object = None) -> Reveal:
    person = by or school.counsellor
    return actions.ask(
        by=person, keyring=school.ring(person), request=again(request or ask(school, RED)), reason=RevealReason.SELF,  # type: ignore[arg-type]
        words="malam ini",
    )  # fmt: skip


def approved(school: School, request: Request | None = None) -> Reveal:
    reveal = asked(school, request)
    return actions.approve(by=school.second, keyring=school.ring(school.second), reveal=reveal)


def opened(school: School, reveal: Reveal) -> actions.Named:
    return actions.open_name(by=school.counsellor, keyring=school.ring(school.counsellor), reveal=reveal)


def another_request(school: School) -> Request:
    return ask(school, RED, seeker=make_person(school.community, password=PASSWORD, klass="VII-C"))


def test_asking_again_while_one_waits_is_the_same(school: School) -> None:
    request = ask(school, RED)
    assert asked(school, request) == asked(school, request)
    assert RevealBox.objects.count() == 1


def test_second_key_holder_who_came_later_has_no_box(school: School) -> None:
    reveal = asked(school)
    later = make_person(school.community, "Pdt. Melki", roles=["second_key"], password=PASSWORD)
    with pytest.raises(NotDecidable):
        actions.words_of(school.ring(later), reveal)
    with pytest.raises(NotDecidable):
        actions.approve(by=later, keyring=school.ring(later), reveal=reveal)
    assert actions.words_of(school.ring(school.second), reveal) == "malam ini"


def test_box_of_another_request_is_refused(school: School) -> None:
    one, other = asked(school), asked(school, another_request(school))
    RevealBox.objects.filter(reveal=one).update(sealed=RevealBox.objects.get(reveal=other).sealed)
    with pytest.raises(Tampered):
        actions.words_of(school.ring(school.second), one)


def test_name_of_another_request_is_refused(school: School) -> None:
    one, other = approved(school), approved(school, another_request(school))
    Reveal.objects.filter(pk=one.pk).update(sealed_name=Reveal.objects.get(pk=other.pk).sealed_name)
    with pytest.raises(Tampered):
        opened(school, one)
    assert opened(school, other).person is not None


def test_name_is_opened_many_times_and_told_once(school: School) -> None:
    reveal = approved(school)
    names = {opened(school, reveal).person for _time in range(2)}
    assert names == {school.seeker}
    assert Message.objects.filter(event="revealed").count() == 1


@pytest.mark.parametrize("state", [RevealState.REFUSED, RevealState.LAPSED])
def test_name_is_not_opened_after_its_end(school: School, state: str) -> None:
    """Even if what was sealed were still there."""
    reveal = approved(school)
    Reveal.objects.filter(pk=reveal.pk).update(state=state)
    with pytest.raises(NotDecidable):
        opened(school, reveal)
    assert not Message.objects.filter(event="revealed").exists()


def test_name_is_opened_by_its_asker_alone(school: School) -> None:
    reveal = approved(school)
    with pytest.raises(NotDecidable):
        actions.open_name(by=school.duty, keyring=school.ring(school.duty), reveal=reveal)
    assert opened(school, reveal).person == school.seeker


@pytest.mark.parametrize("state", [state for state, moves in REVEAL_MOVES.items() if not moves])
def test_what_is_settled_does_not_move(school: School, state: str) -> None:
    reveal = asked(school)
    reveal.state = state
    for to in RevealState.values:
        with pytest.raises(NotDecidable):
            actions._move(reveal, to)


def test_approval_lapses_a_day_after_it_was_given(school: School, frozen) -> None:
    reveal = asked(school)
    frozen.shift(timedelta(hours=23))
    actions.approve(by=school.second, keyring=school.ring(school.second), reveal=reveal)
    frozen.shift(timedelta(hours=23))
    assert actions.lapse(timezone.now()) == 0
    frozen.shift(timedelta(hours=1, minutes=1))
    assert actions.lapse(timezone.now()) == 1
    reveal.refresh_from_db()
    assert (reveal.state, reveal.sealed_name) == (RevealState.LAPSED, None)


def test_contact_sealed_before_the_holder_came_is_left_out(school: School) -> None:
    contacts.seal_contact(school.seeker, "own", {"my_phone": "0812"})
    later = make_person(school.community, "Pdt. Melki", roles=["second_key"], password=PASSWORD)
    reveal = asked(school, ask(school, RED))
    actions.approve(by=later, keyring=school.ring(later), reveal=reveal)
    assert opened(school, reveal) == actions.Named(school.seeker, [])


def test_asking_before_the_first_half_came_is_told(school: School) -> None:
    """Called from a supporter's session: k1 follows with the next counsellor who looks in."""
    request = accept(school, ask(school, PLAIN))
    safety.supporter_calls(by=school.supporter, keyring=school.ring(school.supporter), request=again(request))
    with pytest.raises(NoKey):
        asked(school, request, by=school.duty)
    visitor = Visitor(school.duty)
    page = visitor.sent("safeguarding:ask", {"reason": "diri", "words": "x"}, id=request.pk)
    assert "Kunci pertama belum sampai" in page
    assert Reveal.objects.count() == 0


def test_decided_by_another_meanwhile_is_told(school: School) -> None:
    other = make_person(school.community, "Pdt. Melki", roles=["second_key"], password=PASSWORD)
    reveal = asked(school)
    visitor = Visitor(other)
    with meanwhile('FROM "safeguarding_reveal"', lambda: actions.refuse(by=school.second, reveal=reveal)):
        page = visitor.sent("safeguarding:decide", {"answer": "approve"}, id=reveal.pk)
    assert "sudah diputuskan orang lain" in page
    reveal.refresh_from_db()
    assert reveal.state == RevealState.REFUSED


def test_holder_without_the_second_half_cannot_approve(school: School) -> None:
    request = ask(school, RED)
    later = make_person(school.community, "Pdt. Melki", roles=["second_key"], password=PASSWORD)
    reveal = asked(school, request)
    page = Visitor(later).sent("safeguarding:decide", {"answer": "approve"}, id=reveal.pk)
    assert "sebelum Bapak/Ibu menjadi pemegang kunci kedua" in page
    reveal.refresh_from_db()
    assert reveal.state == RevealState.ASKED


def test_envelope_made_after_the_request_opens_nothing(school: School) -> None:
    request = ask(school, RED)
    _number, code = recovery.make_emergency_sheet(school.community)
    response = Visitor(school.counsellor).post("safeguarding:sheet", {"reason": "diri", "code": code}, id=request.pk)
    assert response.status_code == 422
    assert "Amplop ini dibuat setelah permintaan itu" in response.content.decode()


def test_identity_that_was_changed_is_told(school: School) -> None:
    request = ask(school, RED)
    other = another_request(school)
    type(request.identity).objects.filter(request=request).update(sealed=other.identity.sealed)
    response = Visitor(school.counsellor).post(
        "safeguarding:sheet", {"reason": "diri", "code": school.sheet}, id=request.pk
    )
    assert response.status_code == 422
    assert "Kunci dan permintaan tidak cocok" in response.content.decode()
    assert Reveal.objects.count() == 0


def test_approved_name_waits_on_the_desk_of_its_asker(school: School) -> None:
    reveal = approved(school)
    page = words_of(Visitor(school.counsellor).page("desk:today"))
    assert "Permintaan nama disetujui." in page
    opened(school, reveal)
    assert "Permintaan nama disetujui." not in words_of(Visitor(school.counsellor).page("desk:today"))


def test_list_shows_what_concerns_each(school: School) -> None:
    reveal = asked(school)
    assert reveal.pk in Visitor(school.counsellor).page("safeguarding:list")
    assert reveal.pk in Visitor(school.second).page("safeguarding:list")
    assert reveal.pk not in Visitor(school.duty).page("safeguarding:list")
    assert fresh(school.duty).role_set.duty


def test_envelope_that_another_adult_spends_meanwhile_opens_no_second_name(school: School) -> None:
    """Both read the code at the same moment. (On one connection the refusal takes the other's opening back too.)"""
    one, other = ask(school, RED), another_request(school)

    def elsewhere() -> Reveal:
        return actions.open_with_sheet(
            by=school.other_counsellor, keyring=school.ring(school.other_counsellor), request=again(other),
            reason=RevealReason.SELF, code=school.sheet,
        )  # fmt: skip

    ring = school.ring(school.counsellor)
    with meanwhile('FROM "vault_keyholder"', elsewhere), pytest.raises(WrongSecret):
        actions.open_with_sheet(
            by=school.counsellor, keyring=ring, request=again(one), reason=RevealReason.SELF, code=school.sheet
        )
    assert not Reveal.objects.filter(request=one).exists()
