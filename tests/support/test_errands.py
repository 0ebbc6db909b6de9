"""What a signed-in adult does for others on the way: only when there is something to do."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.desk.helpers import PLAIN, Visitor, again
from tests.factories import PASSWORD, fresh, hold, keyring_for, make_person
from tests.support.helpers import School, accept, add_supporter, ask

from sebaya.accounts import contacts
from sebaya.support import errands
from sebaya.support.actions import offers, safety
from sebaya.support.models import IdentityKey, Offer
from sebaya.vault import safes
from sebaya.vault.models import PendingGrant, SafeKey


@pytest.fixture(autouse=True)
def _fresh() -> None:
    errands.forget()


def run(school: School) -> int:
    return errands.run(school.counsellor, school.ring(school.counsellor))


def test_with_nothing_to_do_one_query_is_enough(school: School) -> None:
    accept(school, ask(school, PLAIN))
    ring = school.ring(school.counsellor)
    with CaptureQueriesContext(connection) as caught:
        assert errands.run(school.counsellor, ring) == 0
    assert len(caught) == 1


def test_pending_grant_is_passed_on(school: School) -> None:
    request = ask(school, PLAIN)
    SafeKey.objects.filter(safe_id=request.talk_id, holder=school.other_counsellor.keyholder).delete()
    safes.ask_grant(request.talk_id, school.other_counsellor.keyholder)
    assert run(school) >= 1
    assert not PendingGrant.objects.exists()
    assert school.ring(school.other_counsellor).open_safe(request.talk_id)


def test_unconfirmed_grant_waits(school: School) -> None:
    request = ask(school, PLAIN)
    accept(school, request)
    SafeKey.objects.filter(safe_id=request.talk_id, holder=school.other_counsellor.keyholder).delete()
    safes.ask_grant(request.talk_id, school.other_counsellor.keyholder, confirmed=False)
    assert run(school) == 0
    assert PendingGrant.objects.count() == 1


def test_first_half_reaches_the_adult_called_from_a_supporters_session(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    safety.supporter_calls(by=school.supporter, keyring=school.ring(school.supporter), request=again(request))
    mine = IdentityKey.objects.filter(holder=school.duty.keyholder, half="k1")
    assert not mine.exists()
    assert run(school) == 1
    assert mine.exists()


def test_request_that_nobody_fits_is_tried_once_a_minute(school: School, frozen) -> None:
    hold(school.supporter)
    ask(school, PLAIN)
    assert run(school) == 0
    with CaptureQueriesContext(connection) as caught:
        run(school)
    assert len(caught) == 1
    frozen.shift(errands.AGAIN)
    with CaptureQueriesContext(connection) as caught:
        run(school)
    assert len(caught) > 1


def test_another_waiting_request_is_tried_at_once(school: School) -> None:
    hold(school.supporter)
    ask(school, PLAIN)
    run(school)
    before = errands.waiting(school.ring(school.counsellor), timezone.now()).stalled
    add_supporter(school.community, "Dahlia", "IX-C")
    other = make_person(school.community, password=PASSWORD, klass="VII-C")
    request = ask(school, PLAIN, seeker=other)
    Offer.objects.filter(request=request).update(ends_at=timezone.now() - timedelta(minutes=1))
    offers.expire(timezone.now())
    assert errands.waiting(school.ring(school.counsellor), timezone.now()).stalled == before + 1
    with CaptureQueriesContext(connection) as caught:
        run(school)
    assert len(caught) > 1


def test_second_key_holder_who_came_later_gets_emergency_contacts(school: School) -> None:
    contacts.seal_contact(school.seeker, "own", {"guardian": "0812"})
    later = make_person(school.community, "Pak Baso", roles=("second_key",), password=PASSWORD)
    Visitor(school.second).page("desk:today")
    kept = school.seeker.emergency_contacts.get()
    assert contacts.open_contact(keyring_for(fresh(later), PASSWORD), kept) == {"guardian": "0812"}
