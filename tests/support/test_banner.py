"""What the seeker is told above the conversation: who is called, who is there, who comes next and when."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from tests.desk.helpers import PLAIN, RED, Visitor, again, words_of
from tests.factories import PASSWORD, fresh, make_person
from tests.support.helpers import School, accept, ask, seeker_says

from sebaya.accounts import actions as accounts
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Level, Source
from sebaya.support import banner
from sebaya.support.actions import safety, suspending, talking
from sebaya.support.models import Request

CALLED = "Orang dewasa sedang dipanggil."
JAKARTA = ZoneInfo("Asia/Jakarta")


def page(school: School, request: Request) -> str:
    return words_of(Visitor(school.seeker).page("support:talk", id=request.pk))


def handled(school: School, request: Request, by: object = None) -> None:
    person = by or school.duty
    safety.handle(by=person, keyring=school.ring(person), flag=Flag.objects.get(), request=again(request))  # type: ignore[arg-type]


def test_red_is_called_until_an_adult_is_there_and_then_says_who(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    assert CALLED in page(school, request)
    handled(school, request)
    after = page(school, request)
    assert (CALLED in after, "Pak Baso ada di sini dan membaca tulisanmu." in after) == (False, True)
    assert "Kamu di mana, sama siapa?" in after


def test_open_page_is_fetched_again_when_the_adult_comes(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    seeker_says(school, request, RED)
    before = _stage(school, request)
    handled(school, request, school.counsellor)
    assert _stage(school, request) != before


def _stage(school: School, request: Request) -> str:
    whole = Visitor(school.seeker).page("support:talk", id=request.pk)
    return whole.split('data-state="')[1].split('"')[0]


def test_page_of_the_button_says_who_is_there_too(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    assert CALLED in Visitor(school.seeker).sent("support:adult", id=request.pk)
    handled(school, request)
    later = Visitor(school.seeker).page("support:called", id=request.pk)
    assert (CALLED in later, "Pak Baso ada di sini dan membaca tulisanmu." in later) == (False, True)


def test_called_again_while_an_adult_is_in_it_says_both(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    handled(school, request)
    flags.signal(community=school.community, kind="request", subject=request.pk, level=Level.RED, source=Source.BUTTON)
    assert "Pak Baso ada di percakapan ini. Orang dewasa lain juga sedang dipanggil." in page(school, request)


def test_adult_who_knows_without_writing_is_named(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    flag = flags.acknowledge(by=school.counsellor, flag=Flag.objects.get())
    assert "Ibu Ratih sudah tahu dan sedang mengurus ini." in page(school, request)
    flag.acknowledged_by = None
    assert banner.in_red(again(request), flag) == CALLED


def test_after_a_supporter_was_stopped_it_says_who_comes_and_when(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    assert "Yang menemanimu tadi" not in page(school, request)
    suspending.suspend(by=school.counsellor, person=school.supporter)
    told = page(school, request)
    assert "Itu bukan karena kamu. Ibu Ratih atau Pak Wayan melanjutkan di sini, paling lambat besok 15.30." in told
    assert "menunggu orang dewasa" in told
    talking.take_over(by=school.counsellor, keyring=school.ring(school.counsellor), request=again(request))
    assert "Yang menemanimu tadi" not in page(school, request)


def test_promise_is_not_put_off_by_looking_later_and_its_breach_is_said(school: School, frozen) -> None:
    request = accept(school, ask(school, PLAIN))
    suspending.suspend(by=school.counsellor, person=school.supporter)
    frozen.move_to(datetime(2026, 8, 5, 9, tzinfo=JAKARTA))
    seeker_says(school, request, "halo?")
    assert "paling lambat 15.30." in page(school, request)
    frozen.move_to(datetime(2026, 8, 5, 15, 30, tzinfo=JAKARTA))
    late = page(school, request)
    assert ("Maaf, ini lebih lama dari janji kami." in late, "paling lambat" in late) == (True, False)


def test_excluded_counsellor_is_not_named(school: School) -> None:
    request = accept(school, ask(school, PLAIN, excluded_people=(school.other_counsellor.pk,)))
    suspending.suspend(by=school.counsellor, person=school.supporter)
    told = page(school, request)
    assert ("Ibu Ratih melanjutkan" in told, "Pak Wayan" in told) == (True, False)


@pytest.mark.parametrize("more", [2])
def test_many_counsellors_are_not_listed(school: School, more: int) -> None:
    for number in range(more):
        make_person(school.community, f"Bu {number}", roles=["counsellor"], password=PASSWORD)
    request = accept(school, ask(school, PLAIN))
    suspending.suspend(by=school.counsellor, person=school.supporter)
    assert "Konselor melanjutkan di sini" in page(school, request)


def test_red_comes_before_who_comes_next(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    safety.supporter_calls(by=school.supporter, keyring=school.ring(school.supporter), request=again(request))
    told = page(school, request)
    assert (CALLED in told, "Yang menemanimu tadi" in told) == (True, False)


def test_adult_who_left_the_school_is_followed_by_another(school: School, frozen) -> None:
    request = ask(school, PLAIN)
    talking.take_over(by=school.other_counsellor, keyring=school.ring(school.other_counsellor), request=request)
    frozen.shift(timedelta(minutes=5))
    accounts.leave(by=school.counsellor, person=fresh(school.other_counsellor))
    assert "Ibu Ratih melanjutkan di sini" in page(school, request)
