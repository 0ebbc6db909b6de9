from types import SimpleNamespace

import pytest

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
