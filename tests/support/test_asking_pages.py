"""The three screens of asking: what was written and chosen stays until it is sent."""

import re
from typing import Any

import pytest
from tests.desk.helpers import Visitor
from tests.support.helpers import School, add_supporter

from sebaya.accounts.models import Group, Person
from sebaya.support.models import Offer, Request

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
    assert '<details class="more" open>' in again
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
