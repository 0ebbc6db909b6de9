"""Someone asks: what is made, for whom it is sealed, and what leaves no trace."""

import pytest
from tests.support.helpers import School, add_supporter, ask

from sebaya.flags.models import Flag, Level
from sebaya.support import identity, queries
from sebaya.support.actions import sending
from sebaya.support.choices import Door, OfferState, RequestState, ThreadKind
from sebaya.support.errors import NobodyLeft, TooManyOpen
from sebaya.support.models import Message, Offer, Request, Thread
from sebaya.vault.errors import NoKey
from sebaya.vault.models import SafeKey


def test_ask_seals_the_words_to_counsellors_and_to_the_seeker(school: School) -> None:
    request = ask(school, "grup kelas ga ngajak aku lagi")
    message = Message.objects.get(thread__request=request)
    as_counsellor = school.ring(school.counsellor).open_safe(request.talk_id)
    as_seeker = school.ring(school.seeker).open_safe_as_seeker(request.talk_id, request.mailbox)
    assert sending.read(as_counsellor, message) == "grup kelas ga ngajak aku lagi"
    assert sending.read(as_seeker, message) == "grup kelas ga ngajak aku lagi"
    assert b"grup kelas" not in bytes(message.sealed)


def test_ask_offers_topic_but_no_words_to_a_fitting_supporter(school: School) -> None:
    request = ask(school)
    offer = Offer.objects.get(request=request)
    assert (offer.supporter_id, offer.state) == (school.supporter.pk, OfferState.OPEN)
    with pytest.raises(NoKey):
        school.ring(school.supporter).open_safe(request.talk_id)


def test_ask_offers_to_three_at_most(school: School) -> None:
    for name in ("Anggrek", "Kenanga", "Dahlia"):
        add_supporter(school.community, name, "IX-C")
    assert Offer.objects.filter(request=ask(school)).count() == 3


def test_ask_does_not_offer_within_the_seekers_class(school: School) -> None:
    classmate = add_supporter(school.community, "Sekelas", "VII-A")
    request = ask(school)
    assert [offer.supporter_id for offer in Offer.objects.filter(request=request)] == [school.supporter.pk]
    assert classmate.pk not in {offer.supporter_id for offer in Offer.objects.all()}


def test_ask_twice_with_the_same_key_is_one_request(school: School) -> None:
    one, other = ask(school, key="same"), ask(school, key="same")
    assert one.pk == other.pk
    assert Message.objects.filter(thread__request=one).count() == 1


def test_ask_over_the_limit_of_open_requests_is_refused(school: School) -> None:
    for _time in range(school.community.max_open_requests):
        ask(school)
    with pytest.raises(TooManyOpen):
        ask(school)


def test_ask_that_excludes_a_counsellor_gives_them_no_key(school: School) -> None:
    request = ask(school, excluded_people=(school.counsellor.pk,))
    holders = set(SafeKey.objects.filter(safe=request.talk).values_list("holder__person_id", flat=True))
    assert school.other_counsellor.pk in holders
    assert school.counsellor.pk not in holders
    with pytest.raises(NoKey):
        school.ring(school.counsellor).open_safe(request.file_id)


def test_ask_that_excludes_every_counsellor_is_not_sent(school: School) -> None:
    with pytest.raises(NobodyLeft):
        ask(school, excluded_people=(school.counsellor.pk, school.other_counsellor.pk))
    assert Request.objects.count() == 0


def test_ask_that_excludes_a_supporter_offers_them_nothing(school: School) -> None:
    ask(school, excluded_people=(school.supporter.pk,))
    assert Offer.objects.count() == 0


def test_ask_that_excludes_a_class_offers_nothing_there(school: School) -> None:
    group = school.supporter.memberships.get().group_id
    ask(school, excluded_groups=(group,))
    assert Offer.objects.count() == 0


def test_ask_in_red_gives_duty_adults_talk_and_first_half(school: School) -> None:
    with pytest.raises(NoKey):
        school.ring(school.duty).open_safe(ask(school).talk_id)
    request = ask(school, "aku mau bunuh diri malam ini, obatnya udah aku siapin")
    flag = Flag.objects.get(subject=request.pk)
    assert flag.level == Level.RED
    assert [call.person_id for call in flag.calls.all()] == [school.duty.pk]
    school.ring(school.duty).open_safe(request.talk_id)
    assert len(identity.half_of(school.ring(school.duty), request, "k1")) == 32
    assert Offer.objects.filter(request=request).count() == 0


def test_ask_in_red_never_calls_an_excluded_duty_adult(school: School) -> None:
    request = ask(school, "aku mau bunuh diri malam ini, obatnya udah aku siapin", excluded_people=(school.duty.pk,))
    flag = Flag.objects.get(subject=request.pk)
    called = {call.person_id for call in flag.calls.all()}
    assert called == {school.counsellor.pk}
    assert not SafeKey.objects.filter(safe=request.talk, holder__person=school.duty).exists()


def test_friend_door_never_reaches_a_peer(school: School) -> None:
    request = ask(school, "temanku sering dikunci di kamar mandi", door=Door.FRIEND, topics=())
    assert request.match_id is None
    assert Offer.objects.count() == 0
    assert request.state == RequestState.WAITING


def test_supporters_own_request_stays_out_of_the_team(school: School) -> None:
    add_supporter(school.community, "Kenanga", "IX-C")
    request = ask(school, seeker=school.supporter)
    assert Offer.objects.filter(request=request).count() == 0


def test_asking_writes_nothing_on_the_members_side(school: School) -> None:
    from django.forms.models import model_to_dict

    before = model_to_dict(school.seeker)
    request = ask(school)
    school.seeker.refresh_from_db()
    assert model_to_dict(school.seeker) == before
    assert school.seeker.pk not in str(Request.objects.filter(pk=request.pk).values().get())
    assert not Thread.objects.filter(request=request, kind=ThreadKind.TALK, supporter=school.seeker).exists()


def test_seeker_finds_their_own_requests_and_nobody_elses(school: School) -> None:
    request = ask(school)
    assert [each.pk for each in queries.my_requests(school.ring(school.seeker))] == [request.pk]
    assert list(queries.my_requests(school.ring(school.supporter))) == []


def test_identity_opens_with_both_halves_only(school: School) -> None:
    request = ask(school)
    file = school.ring(school.counsellor).open_safe(request.file_id)
    from sebaya.support.actions.asking import read_file

    first = bytes.fromhex(str(read_file(file, request)["k1"]))
    second = identity.half_of(school.ring(school.second), request, "k2")
    assert identity.open_identity(request, first, second) == school.seeker.pk
    from sebaya.vault.errors import Tampered

    with pytest.raises(Tampered):
        identity.open_identity(request, first, first)
