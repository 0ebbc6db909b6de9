from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sebaya.communities.models import Community


def front(request: HttpRequest) -> HttpResponse:
    """One community: its own front door. Several: the list of their doors."""
    communities = list(Community.objects.order_by("name"))
    if len(communities) == 1:
        return redirect(f"/{communities[0].slug}/")
    return render(request, "config/front.html", {"communities": communities})


def health(request: HttpRequest) -> HttpResponse:
    """Says that the process answers, and nothing else."""
    return HttpResponse("ok", content_type="text/plain")
