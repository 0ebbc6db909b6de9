"""What every template finds without asking for it. Nothing here touches the database before it is used."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.crypto import salted_hmac
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language

from sebaya.ui import nav

MINE = "akun-saya/"  # one's own account: mounted by accounts, like the three below
LEAVE = "keluar-cepat/"  # mounted by accounts under every community: POST signs out and shows NEUTRAL
SIGN_OUT = "keluar/"  # the same without haste: POST, then the page to sign in
NEUTRAL = "belajar/"  # what is on the screen after leaving in a hurry
NEUTRAL_OUTSIDE = "/tips-belajar/"  # the same where no community is known


def page(request: HttpRequest) -> dict[str, Any]:
    """`person` may be anonymous; `signed_in` is a guess from the cookie, for pages that read no database."""
    community = getattr(request, "community", None)
    home = nav.home(request)
    return {
        "community": community,
        "slug": community.slug if community else "",
        "home": home,
        "mine_url": home + MINE,
        "leave_url": home + LEAVE,
        "sign_out_url": home + SIGN_OUT,
        "neutral_url": home + NEUTRAL if community else NEUTRAL_OUTSIDE,
        "person": getattr(request, "user", None),
        "signed_in": settings.SESSION_COOKIE_NAME in request.COOKIES,
        "idle_seconds": getattr(request, "idle_seconds", 0),  # set by accounts; 0 says nothing beforehand
        "draft_owner": SimpleLazyObject(lambda: draft_owner(getattr(request, "user", None))),
        "kept_drafts": getattr(request, "kept_drafts", ""),  # set by accounts
        "nav": SimpleLazyObject(lambda: nav.links(request)),
        "language": get_language() or settings.LANGUAGE_CODE,
        "languages": settings.LANGUAGES,
    }


def draft_owner(person: Any) -> str:
    """Marks a draft in the browser as this person's: the next one at a shared computer does not get it."""
    if person is None or not person.is_authenticated:
        return ""
    return salted_hmac("sebaya.ui.draft", str(person.pk)).hexdigest()[:16]
