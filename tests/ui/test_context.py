from types import SimpleNamespace

import pytest

from sebaya.ui import context


def person(pk):
    return SimpleNamespace(pk=pk, is_authenticated=True)


@pytest.fixture
def request_in_school(rf):
    request = rf.get("/smp/")
    request.community = SimpleNamespace(slug="smp", name="SMP", language="id")
    return request


def test_addresses_lie_inside_the_community(request_in_school):
    values = context.page(request_in_school)

    assert [values[key] for key in ("home", "mine_url", "leave_url", "sign_out_url", "neutral_url")] == [
        "/smp/",
        "/smp/akun-saya/",
        "/smp/keluar-cepat/",
        "/smp/keluar/",
        "/smp/belajar/",
    ]


def test_outside_a_community_there_is_still_an_ordinary_page(rf):
    values = context.page(rf.get("/"))

    assert (values["home"], values["slug"], values["neutral_url"]) == ("/", "", "/tips-belajar/")


def test_draft_owner_is_steady_and_differs_between_people():
    assert context.draft_owner(person("a")) == context.draft_owner(person("a"))
    assert context.draft_owner(person("a")) != context.draft_owner(person("b"))


@pytest.mark.parametrize("nobody", [None, SimpleNamespace(is_authenticated=False)])
def test_nobody_owns_no_draft(nobody):
    assert context.draft_owner(nobody) == ""


def test_draft_owner_does_not_show_the_id():
    assert "rahasia" not in context.draft_owner(person("rahasia"))
