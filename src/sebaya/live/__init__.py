"""Live updates and the front of the server.

Other rooms need four names: `topic(kind, id)` names a thing, `changed(*topics)`
says that it changed, `Subscription` is what a sign-in may hear, and
`revoke(key)` ends its streams.
"""

from sebaya.live.broker import changed, revoke
from sebaya.live.hub import Subscription
from sebaya.live.topics import topic

__all__ = ["Subscription", "changed", "revoke", "topic"]
