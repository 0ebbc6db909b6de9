"""A second factor that is lost: taken off by somebody else, set up again by its owner."""

from django.db import transaction
from django.utils.translation import gettext as _

from sebaya.accounts import second_factor
from sebaya.accounts.actions.people import end_everywhere, forget_second_factor
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import Person
from sebaya.notices.actions import notify

NOTICE = "factor.forgotten"


@transaction.atomic
def release_second_factor(*, by: Person | None, person: Person) -> None:
    """Signed out everywhere, because the lost phone may be signed in; told by the channels they have proved.

    The password alone opens nothing sealed: whoever must have a second factor sets up a new one first.
    """
    if by is not None and by.pk == person.pk:
        raise Refused(_("Kode kedua sendiri tidak bisa dilepas di sini. Minta koordinator lain atau operator."))
    if not second_factor.is_set_up(person):
        raise Refused(_("Orang ini tidak punya kode kedua yang terpasang."))
    forget_second_factor(by=by, person=person)
    end_everywhere(person)
    notify(NOTICE, to=[person])
