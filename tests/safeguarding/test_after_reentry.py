"""After a reset and a re-entry code the name behind a conversation can still be opened by two, and by two alone."""

import pytest
from tests.desk.helpers import PLAIN, RED, again
from tests.factories import PASSWORD, fresh, make_person
from tests.support.helpers import School, accept, ask

from sebaya.accounts.models import Person
from sebaya.audit.models import Event
from sebaya.detection import Author, detect
from sebaya.safeguarding import actions
from sebaya.support import identity
from sebaya.support.actions import after, talking
from sebaya.support.models import IdentityKey, Request
from sebaya.vault import holders
from sebaya.vault.errors import Tampered
from sebaya.vault.keyring import Keyring, keyring_of


def came_back(school: School, request: Request) -> Keyring:
    code = after.make_reentry(by=school.counsellor, keyring=school.ring(school.counsellor), request=request)
    holder, private = holders.create(school.seeker, "kata-sandi-baru-sekali")
    ring = keyring_of(holder, private)
    after.reenter(person=fresh(school.seeker), keyring=ring, code=code)
    return ring


def name_opened_by(school: School, asker: Person, request: Request) -> Person | None:
    reveal = actions.ask(by=asker, keyring=school.ring(asker), request=again(request), reason="diri", words="x")
    actions.approve(by=school.second, keyring=school.ring(school.second), reveal=reveal)
    reveal.refresh_from_db()
    return actions.open_name(by=asker, keyring=school.ring(asker), reveal=reveal).person


def test_counsellor_asks_and_the_name_opens(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    came_back(school, request)
    assert name_opened_by(school, school.counsellor, request) == school.seeker
    assert Event.objects.filter(kind="reentry.used").count() == 1


def test_duty_adult_called_by_new_red_words_asks_and_the_name_opens(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    ring = came_back(school, request)
    talking.seeker_says(keyring=ring, request=again(request), text=RED, key="k", finding=detect(RED, Author.SEEKER))
    assert name_opened_by(school, school.duty, request) == school.seeker


def test_duty_adult_called_before_keeps_a_half_that_fits(school: School) -> None:
    request = ask(school, RED)
    until = IdentityKey.objects.get(holder__person=school.duty, half="k1").until
    came_back(school, request)
    assert IdentityKey.objects.get(holder__person=school.duty, half="k1").until == until
    assert name_opened_by(school, school.duty, request) == school.seeker


def test_envelope_fits_the_new_seal(school: School) -> None:
    request = ask(school, RED)
    came_back(school, request)
    reveal = actions.open_with_sheet(
        by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request), reason="diri",
        code=school.sheet,
    )  # fmt: skip
    assert actions.open_name(by=school.counsellor, keyring=school.ring(school.counsellor), reveal=reveal).person


def test_second_key_holder_whom_the_writer_excluded_gets_no_new_half(school: School) -> None:
    other = make_person(school.community, "Pdt. Melki", roles=["second_key"], password=PASSWORD)
    request = ask(school, PLAIN, excluded_people=(other.pk,))
    came_back(school, request)
    assert not IdentityKey.objects.filter(holder__person=other).exists()


def test_old_halves_open_nothing_any_more(school: School) -> None:
    request = ask(school, PLAIN)
    ring = school.ring(school.counsellor)
    old = actions.first_half(ring, again(request)), identity.half_of(school.ring(school.second), request, "k2")
    came_back(school, request)
    with pytest.raises(Tampered):
        identity.open_identity(again(request), *old)
