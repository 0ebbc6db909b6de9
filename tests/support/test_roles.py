"""Keys follow roles: nobody carries what one role gave into another."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.desk.helpers import PLAIN, RED, Visitor, again
from tests.factories import PASSWORD, fresh, keyring_for, make_person
from tests.support.helpers import School, accept, ask, seeker_says

from sebaya.accounts import actions as accounts
from sebaya.accounts import contacts
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import ContactKey, Person
from sebaya.flags.models import Flag, State
from sebaya.safeguarding import actions as reveals
from sebaya.safeguarding.models import RevealBox
from sebaya.support import identity
from sebaya.support.actions import safety, talking
from sebaya.support.choices import Lead, RequestState
from sebaya.support.models import IdentityKey, Request
from sebaya.vault import safes
from sebaya.vault.errors import NoKey
from sebaya.vault.models import PendingGrant, SafeKey


def keys(person: Person) -> int:
    return SafeKey.objects.filter(holder__person=person).count()


def halves(person: Person) -> set[str]:
    return set(IdentityKey.objects.filter(holder__person=person).values_list("half", flat=True))


def test_counsellor_who_becomes_second_key_holder_keeps_no_first_half(school: School) -> None:
    request = ask(school, PLAIN)
    ring = school.ring(school.other_counsellor)
    safes.ask_grant(request.talk_id, school.other_counsellor.keyholder)
    assert keys(school.other_counsellor) > 0
    accounts.set_roles(by=None, person=fresh(school.other_counsellor), counsellor=False, second_key=True)
    assert (keys(school.other_counsellor), halves(school.other_counsellor)) == (0, set())
    assert not PendingGrant.objects.filter(holder__person=school.other_counsellor).exists()
    with pytest.raises(NoKey):
        reveals.first_half(ring, request)


def test_second_key_holder_who_becomes_counsellor_keeps_no_second_half(school: School) -> None:
    contacts.seal_contact(school.seeker, "own", {"guardian": "0812"})
    request = ask(school, PLAIN)
    ring = school.ring(school.counsellor)
    reveals.ask(by=school.counsellor, keyring=ring, request=again(request), reason="diri", words="x")
    assert halves(school.second) == {"k2"}
    accounts.set_roles(by=None, person=fresh(school.second), second_key=False, counsellor=True)
    assert halves(school.second) == set()
    assert not RevealBox.objects.exists()
    assert not ContactKey.objects.filter(holder__person=school.second).exists()
    with pytest.raises(NoKey):
        identity.half_of(school.ring(school.second), request, "k2")


@pytest.mark.parametrize("how", ["role", "leave"])
def test_counsellor_who_stops_leaves_no_conversation_behind(school: School, how: str) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    flag = Flag.objects.get(subject=request.pk)
    ring = school.ring(school.counsellor)
    safety.handle(by=school.counsellor, keyring=ring, flag=flag, request=again(request))
    if how == "role":
        accounts.set_roles(by=None, person=fresh(school.counsellor), counsellor=False)
    else:
        accounts.leave(by=None, person=fresh(school.counsellor))
    left = again(request)
    flag.refresh_from_db()
    assert keys(school.counsellor) == 0
    assert (left.lead, left.counsellor_id, left.adult_asked, left.reply_due is not None) == (
        Lead.ADULT,
        None,
        True,
        True,
    )
    assert (flag.state, flag.acknowledged_by) == (State.OPEN, None)
    assert request.alias in Visitor(school.other_counsellor).page("desk:today")


def test_orange_that_a_leaver_had_taken_calls_the_others(school: School) -> None:
    request = ask(school, "kadang aku pengen mati aja")
    flag = Flag.objects.get(subject=request.pk)
    ring = school.ring(school.counsellor)
    safety.handle(by=school.counsellor, keyring=ring, flag=flag, request=again(request))
    accounts.leave(by=None, person=fresh(school.counsellor))
    flag.refresh_from_db()
    assert (flag.state, flag.acknowledged_by) == (State.OPEN, None)
    assert flag.calls.filter(person=school.other_counsellor).exists()


def test_suspended_adult_keeps_keys_but_not_whom_they_led(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    accounts.suspend(by=None, person=fresh(school.counsellor))
    assert (again(request).counsellor_id, keys(school.counsellor) > 0) == (None, True)


def test_supporter_who_loses_the_role_is_relieved_at_once(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    accounts.set_roles(by=None, person=fresh(school.supporter), supporter=False)
    left = again(request)
    assert (left.supporter_id, left.lead, left.adult_asked) == (None, Lead.ADULT, True)
    assert keys(school.supporter) == 0


def test_supporter_with_another_role_keeps_what_they_accompany(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    before = keys(school.supporter)
    accounts.set_roles(by=None, person=fresh(school.supporter), network=False)
    person = fresh(school.supporter)
    from sebaya.support.actions import roles

    roles.settle(person)
    assert (keys(school.supporter), again(request).supporter_id) == (before, school.supporter.pk)


def test_duty_adult_keeps_the_key_that_ends_and_loses_it_with_duty(school: School) -> None:
    request = ask(school, RED)
    assert halves(school.duty) == {"k1"}
    key = SafeKey.objects.get(safe_id=request.talk_id, holder__person=school.duty)
    assert key.until is not None
    assert key.until > timezone.now() + timedelta(hours=71)
    accounts.set_roles(by=None, person=fresh(school.duty), coordinator=True)
    assert halves(school.duty) == {"k1"}
    accounts.set_roles(by=None, person=fresh(school.duty), duty=False)
    assert (keys(school.duty), halves(school.duty)) == (0, set())


def test_adult_is_no_peer_supporter(school: School) -> None:
    teacher = make_person(school.community, "Asep Sukmana", staff=True)
    with pytest.raises(Refused):
        accounts.set_roles(by=None, person=teacher, supporter=True)


def test_adult_does_not_come_in_by_the_peers_door(school: School) -> None:
    teacher = make_person(school.community, "Asep Sukmana", staff=True, password=PASSWORD)
    visitor = Visitor(teacher)
    for page in ("support:ask", "support:friend"):
        assert visitor.get(page).status_code == 404
    assert visitor.post("support:ask", {"text": PLAIN, "key": "k"}).status_code == 404
    request = ask(school, PLAIN, seeker=fresh(teacher))
    assert request.match_id is None
    assert not request.offers.exists()
    assert keyring_for(fresh(teacher), PASSWORD)
    assert Request.objects.get(pk=request.pk).state == RequestState.WAITING
