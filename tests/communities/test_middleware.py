"""The first part of an address names the community."""

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from django.utils import timezone
from tests.factories import make_community

from sebaya.communities.middleware import GLOBAL, CommunityMiddleware, community_of, community_or_404


def seen(path):
    """(community, name of the zone) that a page at this address finds."""
    found = []

    def page(request):
        found.append((request.community, timezone.get_current_timezone_name()))
        return HttpResponse()

    CommunityMiddleware(page)(RequestFactory().get(path))
    return found[0]


def test_page_of_a_community_finds_it_and_its_zone(db):
    community = make_community(slug="sma-jayapura", timezone="Asia/Jayapura")

    assert seen("/sma-jayapura/hari-ini/") == (community, "Asia/Jayapura")
    assert timezone.get_current_timezone_name() == "Asia/Jakarta"


def test_unknown_community_is_none(community):
    assert seen("/tidak-ada/masuk/") == (None, "Asia/Jakarta")


@pytest.mark.parametrize("word", sorted(GLOBAL))
def test_pages_of_the_installation_ask_no_community(db, word, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert community_of(f"/{word}/") is None


def test_one_query_finds_the_community(community, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert community_of("/smp-melati/") == community


def test_community_or_404(rf, community):
    request = rf.get("/")
    request.community = community
    assert community_or_404(request) == community

    request.community = None
    with pytest.raises(Http404):
        community_or_404(request)


@pytest.mark.parametrize(
    "wrong",
    [{"slug": "dengan spasi"}, {"kind": "penjara"}, {"max_open_per_supporter": 9}, {"max_open_requests": 0}, {"school_days": ""}],
    ids=lambda each: next(iter(each)),
)  # fmt: skip
def test_community_is_checked_when_saved(db, wrong):
    with pytest.raises(ValidationError):
        make_community(**wrong)
