"""Every address of a community begins with its slug; the rest of the house finds it on the request."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from sebaya.communities.models import Community
from sebaya.communities.names import GLOBAL
from sebaya.communities.prepared import Rows

_by_slug = Rows(lambda slug: Community.objects.filter(slug=slug))


class CommunityMiddleware:
    """Sets `request.community` from the first part of the path (None on pages of the installation)."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.community = community_of(request.path_info)  # type: ignore[attr-defined]
        if request.community is None:  # type: ignore[attr-defined]
            return self.get_response(request)
        with timezone.override(request.community.timezone):  # type: ignore[attr-defined]
            return self.get_response(request)


def community_of(path: str) -> Community | None:
    slug = path.lstrip("/").split("/", 1)[0]
    if slug in GLOBAL:
        return None
    return _by_slug.first(slug=slug)


def community_or_404(request: HttpRequest) -> Community:
    community = request.community  # type: ignore[attr-defined]
    if community is None:
        raise Http404
    return community
