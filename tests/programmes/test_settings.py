"""The school's settings: what the coordinator changes, what is warned of, what the log keeps."""

from datetime import time

import pytest
from django.test import Client
from tests.accounts.helpers import sign_in
from tests.factories import PASSWORD, make_duty, make_person

from sebaya.audit.models import Event
from sebaya.communities.models import Community
from sebaya.programmes import actions

GIVEN = {
    "school_days": ["1", "2", "3", "4", "5"], "school_ends": "15:30", "peer_opens": "15:30", "peer_closes": "20:30",
    "peer_door": "on", "max_open_requests": "2", "max_open_per_supporter": "2", "max_age_gap": "3",
    "safeguard_contact": "", "help_nearby": "", "language": "id",
}  # fmt: skip
PATH = "/smp-melati/pengaturan/"


@pytest.fixture
def coordinator(community):
    return make_person(community, "Pak Yosafat", roles=["coordinator"], password=PASSWORD)


@pytest.fixture
def desk(client: Client, coordinator) -> Client:
    return sign_in(client, coordinator)


def save(desk, **changes):
    return desk.post(PATH, {**GIVEN, **changes})


def test_page_shows_what_is_set(desk):
    text = desk.get(PATH).content.decode()

    assert text.count('name="school_days"') == 7
    assert text.count("checked") == 5 + 1 + 1  # days, peer door, language
    assert 'name="peer_opens" value="15:30"' in text


def test_every_setting_is_saved(desk, community):
    changes = {
        "school_days": ["6", "1"], "school_ends": "13:00", "peer_opens": "16:00", "peer_closes": "19:00",
        "max_open_requests": "1", "max_open_per_supporter": "3", "max_age_gap": "1", "same_gender_only": "on",
        "safeguard_contact": "Ibu Dewi 0812", "help_nearby": "Puskesmas Melati", "language": "en",
    }  # fmt: skip
    assert save(desk, **changes).status_code == 302

    found = Community.objects.get(pk=community.pk)
    assert (found.school_days, found.school_ends, found.peer_opens) == ("16", time(13), time(16))
    assert (found.peer_closes, found.max_open_requests, found.max_open_per_supporter) == (time(19), 1, 3)
    assert (found.max_age_gap, found.same_gender_only, found.language) == (1, True, "en")
    assert (found.safeguard_contact, found.help_nearby) == ("Ibu Dewi 0812", "Puskesmas Melati")


def test_log_keeps_codes_and_no_words(desk, community, coordinator):
    save(desk, safeguard_contact="Ibu Dewi 0812", peer_opens="16:00", max_age_gap="2")

    row = Event.objects.get(kind="settings")
    assert row.detail == {"safeguard_contact": True, "peer_opens": "16:00", "max_age_gap": 2}
    assert row.by


def test_saving_without_a_change_writes_nothing(desk):
    save(desk)

    assert not Event.objects.filter(kind="settings").exists()


def test_door_is_shut_by_leaving_the_box_empty(desk, community):
    save(desk, peer_door="")

    assert Community.objects.get(pk=community.pk).peer_door is False


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"peer_closes": "15:30"}, "Jam tutup harus sesudah jam buka."),
        ({"school_days": []}, "school_days"),
        ({"max_open_per_supporter": "7"}, "max_open_per_supporter"),
        ({"max_open_requests": "0"}, "max_open_requests"),
        ({"max_age_gap": "40"}, "max_age_gap"),
        ({"language": "xx"}, "language"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_what_cannot_be_is_refused_and_changes_nothing(desk, community, changes, words):
    response = save(desk, **{"help_nearby": "Puskesmas", **changes})

    assert response.status_code == 422
    assert 'class="wrong"' in response.content.decode()
    assert words in response.content.decode()
    assert Community.objects.get(pk=community.pk).help_nearby == ""


def test_days_without_an_adult_are_named(desk, duty_adult):
    for slot in duty_adult.duty_slots.filter(weekday=2):
        actions.remove_duty(by=duty_adult, slot=slot)
    text = desk.get(PATH).content.decode()

    assert "Selasa: 15.30–20.30" in text
    assert "Senin:" not in text
    assert "/smp-melati/jaga/" in text


def test_whole_window_with_adults_warns_of_nothing(desk, duty_adult):
    assert "tanpa petugas jaga" not in desk.get(PATH).content.decode()


def test_shut_door_needs_no_adult_and_warns_of_none(desk, community):
    Community.objects.filter(pk=community.pk).update(peer_door=False)

    assert "tanpa petugas jaga" not in desk.get(PATH).content.decode()


def test_later_window_uncovers_its_end(desk, community):
    adult = make_person(community, "Pak Baso", roles=["duty"], password=PASSWORD)
    make_duty(adult, starts=time(15), ends=time(20, 30))
    save(desk, peer_closes="21:00")

    assert "Senin: 20.30–21.00" in desk.get(PATH).content.decode()


@pytest.mark.parametrize(("counsellors", "told"), [(0, True), (1, True), (2, False)])
def test_more_supporters_than_counsellors_can_carry_are_told(desk, community, counsellors, told):
    for number in range(9):
        make_person(community, f"Siswa {number}", roles=["supporter"])
    for number in range(counsellors):
        make_person(community, f"Konselor {number}", roles=["counsellor"])

    text = desk.get(PATH).content.decode()
    assert (f"Ada 9 pendukung dan {counsellors} konselor" in text) is told


def test_eight_supporters_of_one_counsellor_are_not_too_many(desk, community):
    make_person(community, "Ibu Ratih", roles=["counsellor"])
    for number in range(8):
        make_person(community, f"Siswa {number}", roles=["supporter"])

    assert "Satu konselor mendampingi" not in desk.get(PATH).content.decode()


def test_size_is_neither_offered_nor_changed(desk, community):
    text = desk.get(PATH).content.decode()
    assert 'name="language"' in text
    assert 'name="size"' not in text
    assert "kotak" not in text

    save(desk, size="penuh")
    assert Community.objects.get(pk=community.pk).size == community.size == "kecil"


@pytest.mark.parametrize("role", ["counsellor", "duty", "second_key", "leader"])
def test_other_adults_find_nothing(client, community, role):
    person = make_person(community, "Orang Lain", roles=[role], password=PASSWORD)
    browser = sign_in(client, person)

    assert browser.get(PATH).status_code == 404
    assert "pengaturan" not in browser.get("/smp-melati/hari-ini/").content.decode()


def test_students_find_nothing(client, member):
    assert sign_in(client, member).get(PATH).status_code == 404


def test_navigation_leads_the_coordinator_there(desk):
    assert f'href="{PATH}"' in desk.get("/smp-melati/hari-ini/").content.decode()


def test_nearby_help_stands_below_the_pages_of_students(client, community, member):
    actions_by = make_person(community, "Pak Yosafat", roles=["coordinator"])
    actions.change_settings(by=actions_by, help_nearby="Puskesmas Melati, Jl. Mawar 1")

    assert "Puskesmas Melati, Jl. Mawar 1" in client.get("/smp-melati/").content.decode()
