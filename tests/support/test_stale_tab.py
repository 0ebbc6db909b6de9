"""A supporter's page that is older than what happened: nothing is sent into red, and nothing typed is lost."""

import pytest
from tests.desk.helpers import PLAIN, RED, Visitor, again, key, text_of
from tests.support.helpers import School, accept, ask, seeker_says, supporter_says

from sebaya.detection import detect
from sebaya.flags import actions as flags
from sebaya.flags.models import Flag, Level, Source
from sebaya.support.actions import safety, suspending, talking
from sebaya.support.choices import CloseReason, Lead, Side
from sebaya.support.errors import RedNow
from sebaya.support.models import Message, Request

TYPED = "aku ngerti kok,\nkamu ga sendirian"
UNSENT = "Tulisanmu belum terkirim"


def said(request: Request) -> int:
    return Message.objects.filter(thread__request=request, side=Side.SUPPORTER).count()


def shown(page: str) -> bool:
    return UNSENT in page and "aku ngerti kok,<br>kamu ga sendirian" in page


@pytest.mark.parametrize("handled", [False, True])
def test_nothing_is_sent_by_a_supporter_while_red_is_open(school: School, handled: bool) -> None:
    stale = accept(school, ask(school, PLAIN))
    opened = talking.Opened(school.ring(school.supporter).open_safe(stale.talk_id), talking.talk_of(stale))
    seeker_says(school, stale, RED)
    if handled:
        flags.acknowledge(by=school.counsellor, flag=Flag.objects.get())
    with pytest.raises(RedNow):
        talking.supporter_says(
            by=school.supporter, keyring=school.ring(school.supporter), request=stale, text="halo", finding=detect(""),
            opened=opened, **key(),
        )  # fmt: skip
    assert said(stale) == 0


def test_what_was_sent_before_red_is_there_when_it_is_sent_again(school: School) -> None:
    """The answer got lost on the way: trying again is no error."""
    request = accept(school, ask(school, PLAIN))
    first = supporter_says(school, request, "aku di sini", key="satu")
    seeker_says(school, request, RED)
    assert supporter_says(school, request, "aku di sini", key="satu") == first


def test_supporter_s_own_red_words_are_sent_and_then_it_is_an_adult_s_turn(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    page = Visitor(school.supporter).sent("support:supporting", {"text": RED, **key()}, id=request.pk)
    assert (said(request), "Sekarang giliran orang dewasa." in page, UNSENT in page) == (1, True, False)


def test_orange_stops_no_supporter(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    flags.signal(
        community=school.community, kind="request", subject=request.pk, level=Level.ORANGE, source=Source.REPORT
    )
    Visitor(school.supporter).sent("support:supporting", {"text": "halo", **key()}, id=request.pk)
    assert said(request) == 1


def test_consult_stays_open_in_red(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    thread = request.threads.get(kind="consult")
    Visitor(school.supporter).sent("support:consult", {"text": "aku takut", **key()}, id=thread.pk)
    assert Message.objects.filter(thread=thread).count() == 1


def test_stale_page_shows_red_with_what_was_typed(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    visitor = Visitor(school.supporter)
    answer = visitor.post("support:supporting", {"text": TYPED, **key()}, id=request.pk)
    page = text_of(answer)
    assert answer.status_code == 422  # a script shows it as it is, and does not fetch the page instead
    assert ("Serahkan sekarang" in page, RED in page, "<textarea" in page) == (True, False, False)
    assert shown(page)
    assert "data-live" not in page  # a page that renews itself would lose the words
    assert shown(visitor.sent("support:hand_over", {"text": TYPED}, id=request.pk))
    assert again(request).lead == Lead.ADULT


def test_words_go_along_when_an_adult_was_quicker_than_the_button(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    relieved(school, request)
    assert shown(Visitor(school.supporter).sent("support:hand_over", {"text": TYPED}, id=request.pk))


def test_red_that_is_only_looked_at_has_nothing_to_show(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    visitor = Visitor(school.supporter)
    assert UNSENT not in visitor.page("support:supporting", id=request.pk)
    assert visitor.post("support:hand_over", id=request.pk).status_code == 302


def suspended(school: School, request: Request) -> None:
    suspending.suspend(by=school.counsellor, person=school.supporter)


def relieved(school: School, request: Request) -> None:
    seeker_says(school, request, RED)
    safety.handle(by=school.duty, keyring=school.ring(school.duty), flag=Flag.objects.get(), request=again(request))


def changed(school: School, request: Request) -> None:
    talking.change_peer(keyring=school.ring(school.seeker), request=again(request), block=False)


def ended(school: School, request: Request) -> None:
    talking.close(request=again(request), side=Side.SEEKER, by=None, reason=CloseReason.BETTER)


@pytest.mark.parametrize("meanwhile", [suspended, relieved, changed, ended])
def test_what_was_typed_is_shown_once_more_when_it_is_over(school: School, meanwhile) -> None:
    request = accept(school, ask(school, PLAIN))
    visitor = Visitor(school.supporter)
    visitor.page("support:supporting", id=request.pk)
    meanwhile(school, request)
    page = visitor.sent("support:supporting", {"text": TYPED, **key()}, id=request.pk)
    assert "Terima kasih sudah menemani." in page
    assert shown(page)
    assert said(request) == 0


def test_question_to_a_counsellor_is_shown_again_to_who_was_stopped(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    thread = request.threads.get(kind="consult")
    visitor = Visitor(school.supporter)
    suspended(school, request)
    assert shown(visitor.sent("support:consult", {"text": TYPED, **key()}, id=thread.pk))


def test_markup_that_was_typed_is_shown_as_words(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    seeker_says(school, request, RED)
    answer = Visitor(school.supporter).post("support:supporting", {"text": "<b>x</b>", **key()}, id=request.pk)
    assert answer.content.decode().count("&lt;b&gt;x&lt;/b&gt;") == 2
