from types import SimpleNamespace

import pytest
from django.http import HttpResponse
from django.utils import translation

from sebaya.ui.language import LanguageMiddleware

pytestmark = pytest.mark.django_db


def spoken(rf, cookie="", community="", accept=""):
    """The language a view hears, with a cookie, a community's default and a browser's wish."""
    request = rf.get("/", headers={"Accept-Language": accept})
    if cookie:
        request.COOKIES["lang"] = cookie
    heard = []

    def inner(request):
        request.community = SimpleNamespace(slug="smp", language=community) if community else None
        middleware.process_view(request, None, (), {})
        heard.append(translation.get_language())
        return HttpResponse()

    middleware = LanguageMiddleware(inner)
    response = middleware(request)
    assert response["Content-Language"] == heard[0]
    return heard[0]


@pytest.fixture(autouse=True)
def restored():
    with translation.override("id"):
        yield


def test_nothing_known_gives_indonesian(rf):
    assert spoken(rf) == "id"


def test_browser_wish_is_ignored(rf):
    assert spoken(rf, accept="en-GB,en;q=0.9") == "id"


def test_community_default_is_used(rf):
    assert spoken(rf, community="en") == "en"


def test_choice_of_the_person_wins(rf):
    assert spoken(rf, cookie="id", community="en") == "id"


@pytest.mark.parametrize("nonsense", ["de", "xx", "../id", "EN"])
def test_unknown_choice_is_ignored(rf, nonsense):
    assert spoken(rf, cookie=nonsense, community="en") == "en"


def test_switch_keeps_choice_and_returns(client):
    response = client.post("/bahasa/", {"language": "en", "next": "/bantuan/"})

    assert (response.status_code, response["Location"]) == (302, "/bantuan/")
    assert response.cookies["lang"].value == "en"
    assert response.cookies["lang"]["httponly"] is True
    assert b'<html lang="en">' in client.get("/bantuan/").content


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org", "javascript:alert(1)", ""])
def test_switch_never_leads_elsewhere(client, elsewhere):
    assert client.post("/bahasa/", {"language": "en", "next": elsewhere})["Location"] == "/"


def test_switch_with_unknown_language_sets_nothing(client):
    assert not client.post("/bahasa/", {"language": "xx"}).cookies


def test_switch_by_get_is_refused(client):
    assert client.get("/bahasa/").status_code == 405
