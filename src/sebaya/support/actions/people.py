from django.db import transaction

from sebaya.accounts.models import Person
from sebaya.audit.record import record
from sebaya.communities.models import Community
from sebaya.support import nicknames
from sebaya.support.errors import NicknameTaken
from sebaya.support.models import SupporterProfile


@transaction.atomic
def save_profile(
    *, by: Person, nickname: str, topics: list[str], experiences: list[str], resting: bool
) -> SupporterProfile:
    """What seekers see of a supporter, written by the supporter. Raises NicknameTaken."""
    Community.objects.select_for_update().get(pk=by.community_id)  # two who choose one name at the same moment
    if nicknames.is_taken(nickname, by):
        raise NicknameTaken(nicknames.free(nickname, by))
    values = {"nickname": nicknames.tidy(nickname), "topics": topics, "experiences": experiences, "resting": resting}
    profile, _made = SupporterProfile.objects.update_or_create(person=by, defaults=values)
    record("profile.saved", community=by.community, by=by, resting=resting)
    return profile
