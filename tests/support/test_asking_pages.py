"""The three screens of asking: what was written and chosen stays until it is sent."""

import re
from datetime import timedelta
from typing import Any

import pytest
from tests.desk.helpers import Visitor, words_of
from tests.factories import PASSWORD, make_person
from tests.support.helpers import School, add_supporter, ask

from sebaya.accounts.models import Group, Person
from sebaya.communities.models import Community
from sebaya.support.models import Offer, Request, SupporterProfile
from sebaya.support.queries import FEWEST
from sebaya.vault.models import SafeKey

STORY = {"text": "grup kelas ga ngajak aku lagi", "topics": ["teman"], "key": "kunci-satu"}


@pytest.fixture
def seeker(school: School) -> Visitor:
    return Visitor(school.seeker)


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found
    return found[1]


def chosen(page: str) -> set[str]:
    """The values of what is ticked or selected."""
    ticked = [
        tag for tag in re.findall(r"<(?:input|option)[^>]*>", page) if re.search(r"\b(?:checked|selected)\b", tag)
    ]
    return {value for tag in ticked for value in re.findall(r'value="([^"]*)"', tag)}


def wishes_without_anybody(school: School) -> dict[str, Any]:
    """Exclusions that leave no counsellor."""
    group = Group.objects.get(community=school.community, name="VIII-B")
    return {"peer": "siapa", "people": [school.counsellor.pk, school.other_counsellor.pk], "groups": [group.pk]}


def nobody(seeker: Visitor, school: School) -> tuple[str, set[str]]:
    """The page that says so, and what had been chosen before it."""
    wishes = wishes_without_anybody(school)
    steps = hidden(seeker.sent("support:ask", STORY), "steps")
    page = seeker.sent("support:wishes", {"steps": steps, **wishes})
    assert "Belum terkirim" in page
    assert not Request.objects.exists()
    return page, {"siapa", *wishes["people"], *wishes["groups"]}


def test_changing_ones_choice_finds_it_filled_in(school: School, seeker: Visitor) -> None:
    page, before = nobody(seeker, school)
    again = seeker.sent("support:wishes", {"steps": hidden(page, "steps"), "change": "1"})
    assert chosen(again) == before
    assert '<details class="more away" data-away open>' in again
    seeker.sent("support:wishes", {"steps": hidden(again, "steps"), "peer": "siapa"})
    assert Request.objects.count() == 1


def test_going_back_and_forth_keeps_words_and_wishes(school: School, seeker: Visitor) -> None:
    page, before = nobody(seeker, school)
    changed = seeker.sent("support:wishes", {"steps": hidden(page, "steps"), "change": "1"})
    wishes = wishes_without_anybody(school)
    story = seeker.sent("support:wishes", {"steps": hidden(changed, "steps"), "back": "1", **wishes})
    assert STORY["text"] in story
    assert chosen(story) == {"teman"}
    onward = seeker.sent("support:ask", {**STORY, "steps": hidden(story, "steps")})
    assert chosen(onward) == before


def test_steps_of_another_person_are_not_read(school: School, seeker: Visitor) -> None:
    page, _before = nobody(seeker, school)
    other = Visitor(school.supporter)
    assert "Mau cerita apa?" in other.sent("support:wishes", {"steps": hidden(page, "steps"), "change": "1"})


def test_worry_about_a_friend_comes_back_when_nobody_can_read_it(school: School, seeker: Visitor) -> None:
    Person.objects.filter(community=school.community, roles__counsellor=True).update(is_active=False)
    page = seeker.sent("support:friend", {"text": "temanku murung terus", "key": "kunci-dua"})
    assert "tidak ada konselor yang bisa membaca" in page
    assert "Dengan pilihanmu" not in page
    assert "temanku murung terus" not in page
    again = seeker.sent("support:friend", {"steps": hidden(page, "steps"), "change": "1"})
    assert "temanku murung terus" in again


def test_supporter_who_is_not_shown_can_be_kept_away(school: School) -> None:
    others = [add_supporter(school.community, name, "IX-C") for name in ("Anggrek", "Kenanga", "Cempaka", "Seruni")]
    visitor = Visitor(school.seeker)
    story = visitor.post("support:ask", STORY).content.decode()
    for each in (*others, school.supporter):
        assert f'value="{each.pk}"' in story
    steps = hidden(story, "steps")
    away = [each.pk for each in (*others, school.supporter)][1:]
    visitor.sent("support:wishes", {"steps": steps, "peer": "siapa", "people": away})
    assert [offer.supporter_id for offer in Offer.objects.all()] == [others[0].pk]


def parts_of(page: str) -> dict[str, str]:
    """The folded parts of who must not read: title → what is in it."""
    [whole] = re.findall(r"<details[^>]*data-away.*?</details>\s*</div></details>", page, re.DOTALL)
    found = re.findall(r"<details[^>]*><summary>([^<]*)<small.*?</summary>(.*?)</details>", whole[9:], re.DOTALL)
    return {title: words_of(inside) for title, inside in found}


def test_who_must_not_read_is_folded_counsellors_first(school: School, seeker: Visitor) -> None:
    parts = parts_of(seeker.sent("support:ask", STORY))
    assert list(parts) == ["Konselor", "Pendukung", "Guru dan staf", "Kelas"]
    assert parts["Konselor"] == "Konselor Ibu Ratih Pak Wayan"
    assert parts["Pendukung"] == "Pendukung Kak Melati"
    assert "Pak Baso" in parts["Guru dan staf"]
    assert "VIII-B" in parts["Kelas"]


def test_folded_list_says_how_many_are_chosen(school: School, seeker: Visitor) -> None:
    first = words_of(seeker.sent("support:ask", STORY))
    assert "dipilih" not in first
    page, _before = nobody(seeker, school)
    again = words_of(seeker.sent("support:wishes", {"steps": hidden(page, "steps"), "change": "1"}))
    assert "Ada yang tidak boleh baca? 3 dipilih" in again
    assert "Konselor 2 dipilih" in again
    assert "Kelas 1 dipilih" in again
    assert "Pendukung Pendukung" in again  # the part and its legend; nobody of it


def test_supporter_who_asks_is_shown_nobody_whom_no_one_would_ask(school: School) -> None:
    parts = parts_of(Visitor(school.supporter).sent("support:ask", STORY))
    assert list(parts) == ["Konselor", "Guru dan staf"]


def test_somebody_who_is_gone_meanwhile_is_told(school: School, seeker: Visitor) -> None:
    steps = hidden(seeker.sent("support:ask", STORY), "steps")
    response = seeker.post("support:wishes", {"steps": steps, "peer": "siapa", "people": ["tidakada"]})
    assert response.status_code == 422
    assert response.content.decode().count('class="wrong"') == 1
    assert not Request.objects.exists()


WORRY = {"text": "temanku murung terus", "key": "kunci-dua"}


def worried(seeker: Visitor, **more: Any) -> tuple[str, Request]:
    page = seeker.sent("support:friend", {**WORRY, **more})
    return page, Request.objects.get()


def test_worry_may_be_kept_from_an_adult(school: School, seeker: Visitor) -> None:
    assert list(parts_of(seeker.page("support:friend"))) == ["Konselor", "Guru dan staf"]
    _page, request = worried(seeker, people=[school.counsellor.pk])
    readers = set(SafeKey.objects.filter(safe=request.talk).values_list("holder__person_id", flat=True))
    assert school.other_counsellor.pk in readers
    assert school.counsellor.pk not in readers


def test_worry_kept_from_every_counsellor_comes_back_with_its_wishes(school: School, seeker: Visitor) -> None:
    everybody = [school.counsellor.pk, school.other_counsellor.pk]
    page = seeker.sent("support:friend", {**WORRY, "people": everybody})
    assert "Dengan pilihanmu" in page
    assert not Request.objects.exists()
    again = seeker.sent("support:friend", {"steps": hidden(page, "steps"), "change": "1"})
    assert WORRY["text"] in again
    assert chosen(again) == set(everybody)


def test_sent_worry_asks_after_the_friend(school: School, seeker: Visitor) -> None:
    assert "Langkah 1 dari 2" in words_of(seeker.page("support:friend"))
    page, request = worried(seeker)
    words = words_of(page)
    assert "Langkah 2 dari 2" in words
    assert "Kamu sudah benar memberi tahu." in words
    assert "Temanmu aman sekarang?" in words
    assert "Kamu aman sekarang?" not in words
    assert seeker.url("support:adult", id=request.pk) in page


def test_sent_worry_that_is_red_asks_where_the_friend_is(school: School, seeker: Visitor) -> None:
    page, _request = worried(seeker, text="temanku bilang mau bunuh diri malam ini, obatnya sudah dia siapin")
    assert "Temanmu di mana sekarang?" in page
    assert "Kamu di mana sekarang?" not in page


def test_sent_story_asks_after_oneself(school: School, seeker: Visitor) -> None:
    steps = hidden(seeker.sent("support:ask", STORY), "steps")
    words = words_of(seeker.sent("support:wishes", {"steps": steps, "peer": "siapa"}))
    assert "Langkah 3 dari 3" in words
    assert "Kamu aman sekarang?" in words
    assert "memberi tahu" not in words


def test_worry_is_promised_a_counsellor_and_not_the_peers_pace(school: School, seeker: Visitor) -> None:
    for number in range(FEWEST):
        person = make_person(school.community, password=PASSWORD, klass=f"VII-{number}")
        request = ask(school, STORY["text"], seeker=person)
        Request.objects.filter(pk=request.pk).update(first_answer_at=request.opened_at + timedelta(minutes=7))
    steps = hidden(seeker.sent("support:ask", STORY), "steps")
    peers = seeker.sent("support:wishes", {"steps": steps, "peer": "siapa"})
    assert "Biasanya dijawab dalam 7" in peers
    worry = seeker.sent("support:friend", WORRY)
    assert "Konselor menjawab paling lama satu hari sekolah." in worry
    assert "Biasanya dijawab" not in worry
    talk = seeker.page("support:talk", id=Request.objects.get(door="khawatir").pk)
    assert "Konselor menjawab paling lama satu hari sekolah." in talk


def card_of(page: str, person: Person) -> str:
    """The second line under a supporter's name."""
    [card] = re.findall(rf'<label><input type="radio"[^>]*value="{person.pk}".*?</label>', page, re.DOTALL)
    return words_of(re.findall(r"<small>.*?</small>", card)[0]) if "<small>" in card else ""


@pytest.mark.parametrize(
    ("topics", "shown"),
    [
        (["belajar", "daring", "teman"], "Pertemanan, Tugas dan ujian"),
        (["lain", "pkl", "belajar", "teman"], "Pertemanan, Tugas dan ujian"),
        (["lain", "pkl"], ""),
    ],
)
def test_card_shows_what_was_ticked_first(school: School, seeker: Visitor, topics: list[str], shown: str) -> None:
    SupporterProfile.objects.filter(person=school.supporter).update(topics=topics)
    page = seeker.sent("support:ask", {**STORY, "topics": ["teman", "lain"]})
    assert card_of(page, school.supporter) == shown


@pytest.mark.parametrize(("kind", "known"), [("smp", False), ("sma", True), ("lain", True)])
def test_apprenticeship_is_no_topic_of_an_smp(school: School, kind: str, known: bool) -> None:
    Community.objects.filter(pk=school.community.pk).update(kind=kind)
    SupporterProfile.objects.filter(person=school.supporter).update(topics=["pkl"])
    seeker, supporter = Visitor(school.seeker), Visitor(school.supporter)
    assert ("Magang atau PKL" in seeker.page("support:ask")) is known
    assert ("Magang atau PKL" in supporter.page("support:profile")) is known
    assert card_of(seeker.sent("support:ask", STORY), school.supporter) == ("Magang atau PKL" if known else "")
