"""One nickname, one supporter: nobody who is kept away is mistaken for another."""

from typing import Any

import pytest
from tests.desk.helpers import Visitor
from tests.factories import make_community, make_supporter
from tests.support.helpers import School, add_supporter

from sebaya.accounts.models import Group, Person
from sebaya.support import nicknames
from sebaya.support.actions import people
from sebaya.support.errors import NicknameTaken
from sebaya.support.models import SupporterProfile

STORY = {"text": "grup kelas ga ngajak aku lagi", "topics": ["teman"], "key": "kunci-satu"}


def save(person: Person, nickname: str) -> None:
    people.save_profile(by=person, nickname=nickname, topics=["teman"], experiences=[], resting=False)


def profile(nickname: str) -> dict[str, Any]:
    return {"nickname": nickname, "topics": ["teman"], "key": "kunci"}


def double(person: Person, nickname: str) -> None:
    """As profiles could be before nicknames were unique."""
    SupporterProfile.objects.filter(person=person).update(nickname=nickname)


@pytest.mark.parametrize("nickname", ["Kak Melati", "kak melati", "  KAK   MELATI "])
def test_nickname_of_another_supporter_is_refused_with_a_free_one(school: School, nickname: str) -> None:
    newcomer = make_supporter(school.community, "Baru", klass="IX-C")
    page = Visitor(newcomer).sent("support:profile", profile(nickname))
    assert f"Yang masih bebas: {nicknames.tidy(nickname)} 2" in page
    assert not SupporterProfile.objects.filter(person=newcomer).exists()


def test_suggested_nickname_is_taken_when_it_is_chosen(school: School) -> None:
    newcomer = make_supporter(school.community, "Baru", klass="IX-C")
    Visitor(newcomer).post("support:profile", profile("Kak Melati 2"))
    assert Person.objects.get(pk=newcomer.pk).profile.nickname == "Kak Melati 2"
    third = make_supporter(school.community, "Lain", klass="IX-C")
    assert nicknames.free("Kak Melati", third) == "Kak Melati 3"


def test_suggestion_for_a_long_nickname_fits_its_column(school: School) -> None:
    long = "K" * nicknames.LONGEST
    double(school.supporter, long)
    newcomer = make_supporter(school.community, "Baru", klass="IX-C")
    assert nicknames.free(long, newcomer) == "K" * (nicknames.LONGEST - 2) + " 2"


def test_same_letters_beyond_ascii_are_the_same(school: School) -> None:
    double(school.supporter, "Kak Élok")
    with pytest.raises(NicknameTaken):
        save(make_supporter(school.community, "Baru", klass="IX-C"), "kak élok")


def test_nickname_of_another_community_is_free(school: School) -> None:
    elsewhere = make_supporter(make_community(), "Baru", klass="IX-C")
    save(elsewhere, "Kak Melati")
    assert SupporterProfile.objects.filter(nickname="Kak Melati").count() == 2


def test_double_nickname_of_before_stays_until_it_is_changed(school: School) -> None:
    other = add_supporter(school.community, "Kenanga", "IX-C")
    double(other, "Kak Melati")
    save(other, "Kak Melati")
    save(other, "Kak Dahlia")
    with pytest.raises(NicknameTaken):
        save(other, "Kak Melati")


def test_lists_tell_double_nicknames_apart_by_grade(school: School) -> None:
    other = add_supporter(school.community, "Kenanga", "IX-C")
    add_supporter(school.community, "Dahlia", "IX-C")
    before = nicknames.told_apart(everybody(school))
    assert sorted(before.values()) == ["Kak Dahlia", "Kak Kenanga", "Kak Melati"]
    double(other, "kak melati")
    with_grades()
    after = nicknames.told_apart(everybody(school))
    assert sorted(after.values()) == ["Kak Dahlia", "Kak Melati (kelas 8)", "kak melati (kelas 9)"]


def test_lists_number_double_nicknames_of_one_grade(school: School) -> None:
    double(add_supporter(school.community, "Kenanga", "VIII-C"), "Kak Melati")
    with_grades()
    shown = sorted(nicknames.told_apart(everybody(school)).values())
    assert shown == ["Kak Melati (kelas 8), orang ke-1", "Kak Melati (kelas 8), orang ke-2"]


def test_asking_shows_what_tells_double_nicknames_apart(school: School) -> None:
    double(add_supporter(school.community, "Kenanga", "IX-C"), "Kak Melati")
    with_grades()
    page = Visitor(school.seeker).sent("support:ask", STORY)
    assert page.count("Kak Melati (kelas 8)") == page.count("Kak Melati (kelas 9)") == 2  # to choose, to keep away
    assert "Nama Melati" not in page


def with_grades() -> None:
    for name, grade in {"VII": 7, "VIII": 8, "IX": 9}.items():
        Group.objects.filter(name__startswith=f"{name}-").update(grade=grade)


def everybody(school: School) -> list[Person]:
    return list(Person.objects.filter(community=school.community, profile__isnull=False).select_related("profile"))
