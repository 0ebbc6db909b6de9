"""A counsellor chooses a supporter by hand: the offer and its reason belong together."""

from datetime import datetime

from django.db import transaction

from sebaya.accounts.models import Person
from sebaya.detection import Finding
from sebaya.support.actions import offers, talking
from sebaya.support.models import Offer, Request
from sebaya.vault.keyring import Keyring


@transaction.atomic
def offer_to(
    *, by: Person, keyring: Keyring, request: Request, supporter: Person, reason: str, key: str, finding: Finding,
    now: datetime | None = None,
) -> Offer:  # fmt: skip
    """Raises AlreadyTaken or OverLimit. The reason is sealed where only counsellors read."""
    talk = keyring.open_safe(request.talk_id)
    offer = offers.override(by=by, request=request, talk=talk, supporter=supporter, now=now)
    talking.note(by=by, keyring=keyring, request=request, text=reason, key=key, finding=finding, now=now)
    return offer
