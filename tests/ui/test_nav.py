from types import SimpleNamespace

import pytest
from django.urls import NoReverseMatch, reverse

from sebaya.communities.ids import new_id
from sebaya.ui import nav


@pytest.fixture(autouse=True)
def own_entries(monkeypatch):
    monkeypatch.setattr(nav, "_entries", {})


@pytest.fixture
def request_in_school(rf):
    request = rf.get("/smp/tentang/")
    request.community = SimpleNamespace(slug="smp", name="SMP", language="id")
    return request


def test_links_come_in_the_order_of_the_programme(request_in_school):
    nav.register(nav.Entry("later", "Evaluasi", "public-help", order=90))
    nav.register(nav.Entry("first", "Hari ini", "public-about", order=10))

    assert [link.label for link in nav.links(request_in_school)] == ["Hari ini", "Evaluasi"]


def test_entry_is_hidden_from_who_may_not(request_in_school):
    nav.register(nav.Entry("secret", "Perlindungan", "public-about", may=lambda request: False))

    assert nav.links(request_in_school) == []


def test_link_lies_inside_the_community_and_is_current(request_in_school):
    nav.register(nav.Entry("about", "Tentang", "public-about", badge=lambda request: 4, urgent=lambda badge: badge > 3))

    assert nav.links(request_in_school) == [nav.Link("about", "Tentang", "/smp/tentang/", "4", True, True)]


@pytest.mark.parametrize("nothing", [None, 0])
def test_empty_badge_is_not_shown(request_in_school, nothing):
    nav.register(nav.Entry("about", "Tentang", "public-about", badge=lambda request: nothing))

    assert nav.links(request_in_school)[0].badge == ""


def test_same_key_replaces(request_in_school):
    nav.register(nav.Entry("about", "Lama", "public-about"))
    nav.register(nav.Entry("about", "Baru", "public-about"))

    assert [link.label for link in nav.links(request_in_school)] == ["Baru"]


def test_place_without_community_is_at_the_root(rf):
    assert nav.place(rf.get("/"), "public-help") == "/bantuan/"


def test_place_falls_back_when_an_address_takes_no_slug(request_in_school, settings):
    assert nav.place(request_in_school, "gallery:parts") == "/contoh/"


def test_place_carries_what_stands_in_it(request_in_school, settings):
    settings.ROOT_URLCONF = "sebaya.config.urls"
    ids = [new_id(), new_id()]

    found = [nav.place(request_in_school, "support:talk", id=each) for each in ids]

    assert found == [f"/smp/ruang/{each}/" for each in ids]


@pytest.mark.parametrize("odd", ["%s", "a/b", "zz9", "ABCDEFGHIJKLMNOP"])
def test_place_of_what_is_no_id_is_made_as_ever(request_in_school, settings, odd):
    settings.ROOT_URLCONF = "sebaya.config.urls"
    kwargs = {"slug": "smp", "part": odd}
    if "/" in odd:
        with pytest.raises(NoReverseMatch):
            nav.place(request_in_school, "desk:group", part=odd)
        return

    assert nav.place(request_in_school, "desk:group", part=odd) == reverse("desk:group", kwargs=kwargs)


def test_place_with_two_parts(request_in_school, settings):
    settings.ROOT_URLCONF = "sebaya.config.urls"
    talk, report = new_id(), new_id()

    found = nav.place(request_in_school, "support:decide_report", id=talk, report_id=report)

    assert found == reverse("support:decide_report", kwargs={"slug": "smp", "id": talk, "report_id": report})


def test_place_knows_one_school_from_another(request_in_school, settings):
    settings.ROOT_URLCONF = "sebaya.config.urls"
    one = nav.place(request_in_school, "support:home")
    request_in_school.community.slug = "sma"

    assert (one, nav.place(request_in_school, "support:home")) == ("/smp/", "/sma/")
