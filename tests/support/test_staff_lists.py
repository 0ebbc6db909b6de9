"""Lists for counsellors: conversations, the team, new counsellors; and stopping a supporter."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.desk.helpers import ORANGE, PLAIN, Visitor, rows_of, words_of
from tests.factories import PASSWORD, hold, make_person
from tests.support.helpers import School, accept, add_supporter, ask, make_school

from sebaya.accounts import actions
from sebaya.audit.models import Event
from sebaya.audit.record import token
from sebaya.programmes.models import Hold, HoldReason
from sebaya.support.actions import after, safety
from sebaya.support.choices import Lead
from sebaya.support.models import Request
from sebaya.vault.models import SafeKey

MOST_QUERIES = 12


def seeker(school: School):
    return make_person(school.community, password=PASSWORD, klass="VII-C")


def test_conversations_are_split_by_state_and_found_by_alias_topic_and_flag(school: School) -> None:
    waiting, flagged = ask(school, PLAIN), ask(school, ORANGE, seeker=seeker(school), topics=("rumah",))
    visitor = Visitor(school.counsellor)
    both = visitor.page("support:talks")
    assert (waiting.alias in both, flagged.alias in both) == (True, True)
    for query, found, hidden in [
        (f"?q={waiting.alias.split()[0].lower()}", waiting, None),
        ("?topik=rumah", flagged, waiting),
        ("?tanda=orange", flagged, waiting),
    ]:
        page = visitor.page("support:talks", query)
        assert found.alias in page
        assert hidden is None or hidden.alias not in page
    assert waiting.alias not in visitor.page("support:talks", "?keadaan=ngobrol")


def test_conversation_list_asks_the_same_queries_for_1_and_40(school: School) -> None:
    ask(school, PLAIN)
    visitor = Visitor(school.counsellor)
    once = visitor.queries("support:talks")
    for _n in range(39):
        ask(school, PLAIN, seeker=seeker(school))
    assert (visitor.queries("support:talks"), once <= MOST_QUERIES) == (once, True)


def test_excluded_counsellor_does_not_find_it_in_the_list(school: School) -> None:
    request = ask(school, PLAIN, excluded_people=(school.other_counsellor.pk,))
    assert request.alias in Visitor(school.counsellor).page("support:talks")
    assert request.alias not in Visitor(school.other_counsellor).page("support:talks")


@pytest.mark.parametrize("name", ["talks", "team", "newcomers"])
@pytest.mark.parametrize("role", ["duty", "coordinator", "leader", "second_key", "companion"])
def test_lists_are_for_counsellors(school: School, name: str, role: str) -> None:
    assert Visitor(school.counsellor).get(f"support:{name}").status_code == 200
    person = make_person(school.community, roles=[role], password=PASSWORD)
    assert Visitor(person).get(f"support:{name}").status_code == 404


def test_team_shows_what_each_carries_and_what_holds_them(school: School) -> None:
    accept(school, ask(school, PLAIN))
    hold(school.supporter, HoldReason.REST)
    make_person(school.community, "Baru Sekali", roles=["supporter"], password=None)
    page = words_of(Visitor(school.counsellor).page("support:team"))
    assert "Ditahan Kak Melati (Nama Melati) Menemani 1 dari 2 · Istirahat" in page
    assert (
        "Belum siap Baru Sekali Menemani 0 dari 2 · belum aktif · profil belum diisi · izin belum lengkap · belum lulus gerbang"
        in page
    )


def test_team_asks_the_same_queries_for_1_and_10(school: School) -> None:
    visitor = Visitor(school.counsellor)
    once = visitor.queries("support:team")
    for n in range(9):
        add_supporter(school.community, f"Teman {n}", "IX-C")
    assert (visitor.queries("support:team"), once <= MOST_QUERIES) == (once, True)


def test_suspending_hands_conversations_to_an_adult(school: School) -> None:
    request = accept(school, ask(school, PLAIN))
    visitor = Visitor(school.counsellor)
    assert "1 percakapannya pindah" in visitor.page("support:suspend", person_id=school.supporter.pk)
    assert not Hold.objects.exists()
    visitor.sent("support:suspend", {"yes": "1"}, person_id=school.supporter.pk)
    found = Request.objects.get(pk=request.pk)
    assert (found.lead, found.supporter_id, found.adult_asked) == (Lead.ADULT, None, True)
    assert Hold.objects.get().reason == HoldReason.SUSPENDED


def test_suspending_somebody_of_another_school_is_404(school: School) -> None:
    other = make_school()
    visitor = Visitor(school.counsellor)
    assert visitor.get("support:suspend", person_id=school.supporter.pk).status_code == 200
    assert visitor.post("support:suspend", person_id=other.supporter.pk).status_code == 404
    assert not Hold.objects.exists()


def test_suspending_a_member_who_is_no_supporter_is_404(school: School) -> None:
    assert Visitor(school.counsellor).post("support:suspend", person_id=school.seeker.pk).status_code == 404


def newcomer(school: School):
    return make_person(school.community, "Bu Laras", roles=["counsellor"], password=PASSWORD)


def test_new_counsellor_gets_open_conversations_after_a_reader_confirms(school: School, frozen) -> None:
    request = ask(school, PLAIN)
    frozen.shift(timedelta(minutes=5))
    person = newcomer(school)
    visitor = Visitor(school.counsellor)
    assert "Bu Laras" in visitor.page("desk:today")
    assert Visitor(person).get("support:staff_talk", id=request.pk).status_code == 404
    assert "Bu Laras" not in visitor.sent("support:admit", holder_id=person.keyholder.pk)
    assert Visitor(person).get("support:staff_talk", id=request.pk).status_code == 200


def test_new_counsellor_who_reads_a_newer_request_is_still_new(school: School, frozen) -> None:
    ask(school, PLAIN)
    frozen.shift(timedelta(minutes=5))
    newcomer(school)
    ask(school, PLAIN, seeker=seeker(school))
    assert "Bu Laras" in Visitor(school.counsellor).page("support:newcomers")


def test_excluded_counsellor_is_not_shown_as_new(school: School, frozen) -> None:
    frozen.shift(timedelta(minutes=5))
    ask(school, PLAIN, excluded_people=(school.other_counsellor.pk,))
    assert "Pak Wayan" not in Visitor(school.counsellor).page("support:newcomers")


def test_admitting_leaves_out_what_the_writer_does_not_want(school: School, frozen) -> None:
    person = make_person(school.community, "Bu Laras", staff=True, password=PASSWORD)
    request = ask(school, PLAIN, excluded_people=(person.pk,))
    frozen.shift(timedelta(minutes=5))
    actions.set_roles(by=None, person=person, counsellor=True)
    visitor = Visitor(school.counsellor)
    visitor.sent("support:admit", holder_id=person.keyholder.pk)
    assert not SafeKey.objects.filter(safe_id=request.talk_id, holder=person.keyholder).exists()
    assert "Bu Laras" not in visitor.page("support:newcomers")


def test_admitting_somebody_who_is_not_new_is_404(school: School) -> None:
    ask(school, PLAIN)
    response = Visitor(school.counsellor).post("support:admit", holder_id=school.duty.keyholder.pk)
    assert response.status_code == 404


def test_admission_is_in_the_log_with_who_was_admitted(school: School, frozen) -> None:
    ask(school, PLAIN)
    frozen.shift(timedelta(minutes=5))
    person = newcomer(school)
    after.admit_counsellor(by=school.counsellor, keyring=school.ring(school.counsellor), newcomer=person.keyholder)
    assert Event.objects.get(kind="counsellor.admitted").about == token(person)


def test_conversations_that_press_stand_first(school: School, frozen: Any) -> None:
    """Red, orange, overdue, then what waits longest; each with its own clock."""
    fresh = ask(school, PLAIN)
    orange = ask(school, ORANGE, seeker=seeker(school))
    red = ask(school, PLAIN, seeker=(called := seeker(school)))
    safety.call_adult(keyring=school.ring(called), request=red)
    late = ask(school, PLAIN, seeker=seeker(school))
    Request.objects.filter(pk=late.pk).update(reply_due=timezone.now() - timedelta(hours=3))
    page = Visitor(school.counsellor).page("support:talks")

    found = [line for line in rows_of(page) if any(each.alias in line for each in (fresh, orange, red, late))]
    assert [next(each for each in (red, orange, late, fresh) if each.alias in line) for line in found] == [
        red, orange, late, fresh,
    ]  # fmt: skip
    assert "5 menit lagi" in found[0]


def test_list_before_anybody_asked_says_what_opens_the_doors(school: School) -> None:
    visitor = Visitor(school.counsellor)
    page = visitor.page("support:talks")
    assert "Belum ada yang menulis" in page
    assert "Pintu teman sebaya terbuka selama jam teman, bila ada petugas jaga" in page
    assert f'class="btn quiet" href="{visitor.url("programmes:duty")}"' in page


@pytest.mark.parametrize("query", ["?q=zzz", "?topik=rumah", "?tanda=orange"])
def test_search_before_anybody_asked_is_to_be_emptied(school: School, query: str) -> None:
    assert "kosongkan pencarian" in Visitor(school.counsellor).page("support:talks", query)


def test_part_with_nothing_in_it_leads_to_another_part(school: School) -> None:
    ask(school, PLAIN)
    page = Visitor(school.counsellor).page("support:talks", "?keadaan=ngobrol")
    assert "Coba bagian lain" in page
    assert "Belum ada yang menulis" not in page
