"""Who may: the functions that other rooms stand on."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpResponse
from django.test import RequestFactory
from tests.accounts.helpers import make_community, make_person

from sebaya.accounts import access
from sebaya.accounts.access import SignInNeeded
from sebaya.accounts.entrance import SIGNIN_PATHS
from sebaya.accounts.models import Person
from sebaya.communities.models import Community

pytestmark = pytest.mark.django_db


def request_of(community: Community | None, person: Person | None, foreign: bool = False) -> Any:
    request: Any = RequestFactory().get("/")
    request.community, request.person, request.foreign = community, person, foreign
    request.user, request.keyring = person or AnonymousUser(), None
    return request


def test_nobody_is_sent_to_sign_in(community: Community) -> None:
    for guard in (access.signed_in, access.member, access.supporter, access.staff):
        with pytest.raises(SignInNeeded):
            guard(request_of(community, None))


def test_foreigner_finds_nothing(community: Community) -> None:
    for guard in (access.signed_in, access.member, access.supporter, access.staff):
        with pytest.raises(Http404):
            guard(request_of(community, None, foreign=True))


def test_no_community_is_missing(member: Person) -> None:
    with pytest.raises(Http404):
        access.signed_in(request_of(None, member))


def test_member_passes_where_members_may(community: Community, member: Person) -> None:
    assert access.member(request_of(community, member)) == member
    for guard in (access.supporter, access.staff):
        with pytest.raises(Http404):
            guard(request_of(community, member))


def test_supporter_is_a_member_too(community: Community) -> None:
    person = make_person(community, "Dimas", roles=("supporter",))
    assert access.supporter(request_of(community, person)) == person
    assert access.member(request_of(community, person)) == person


def test_staff_needs_one_of_the_roles(community: Community, counsellor: Person) -> None:
    request = request_of(community, counsellor)
    assert access.staff(request) == counsellor
    assert access.staff(request, "duty", "counsellor") == counsellor
    with pytest.raises(Http404):
        access.staff(request, "duty", "coordinator")
    with pytest.raises(Http404):
        access.member(request)


def test_guarded_view_runs_for_the_role_only(community: Community, counsellor: Person, leader: Person) -> None:
    view = access.require_role("counsellor")(lambda request: HttpResponse("ok"))
    assert view(request_of(community, counsellor)).content == b"ok"
    with pytest.raises(Http404):
        view(request_of(community, leader))


def test_person_or_404_keeps_communities_apart(community: Community, counsellor: Person, member: Person) -> None:
    stranger = make_person(make_community("sma-kenanga"), "Orang Lain", password=None)
    assert access.person_or_404(request_of(community, counsellor), member.pk) == member
    for person_id in (stranger.pk, "tidak-ada"):
        with pytest.raises(Http404):
            access.person_or_404(request_of(community, counsellor), person_id)


@pytest.mark.parametrize(
    ("path", "slow"),
    [
        ("/smp-1/masuk/", True),
        ("/smp-1/aktivasi/", True),
        ("/smp-1/pulih/", True),
        ("/smp-1/akun-saya/sandi/", True),
        ("/smp-1/akun-saya/", False),
        ("/smp-1/", False),
        ("/smp-1/obrolan/masuk/", False),
        ("/masuk/", False),
    ],
)
def test_lane_for_sign_ins(path: str, slow: bool) -> None:
    assert bool(SIGNIN_PATHS.match(path)) is slow
