"""Live topics of this room's things: who is told that something changed. Ids only."""

from typing import TYPE_CHECKING

from sebaya.accounts.live_access import community_topic, mailbox_topic, person_topic

if TYPE_CHECKING:
    from sebaya.support.models import Offer, Request


def request_topics(request: "Request") -> list[str]:
    """The seeker's mailbox, the supporter, and the desk of the community."""
    topics = [mailbox_topic(bytes(request.mailbox.lookup)), community_topic(request.community_id, "desk")]
    if request.supporter_id:
        topics.append(person_topic(request.supporter_id))
    return topics


def offer_topics(offer: "Offer") -> list[str]:
    return [person_topic(offer.supporter_id)]
