"""What this room adds to staff pages of others: lines of the navigation, a step of becoming a supporter."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from sebaya.accounts.access import shown_to
from sebaya.accounts.models import Person
from sebaya.support.models import SupporterProfile
from sebaya.training import steps
from sebaya.ui import nav


def register() -> None:
    nav.register(nav.Entry("talks", gettext_lazy("Percakapan"), "support:talks", may=shown_to("counsellor"), order=20))
    team = pgettext_lazy("more than one", "Pendukung")
    nav.register(nav.Entry("team", team, "support:team", may=shown_to("counsellor"), order=30))
    steps.register("profile", _profile)


def _profile(person: Person) -> steps.Step:
    """Written by the supporter; nobody writes it for them."""
    done = SupporterProfile.objects.filter(person=person).exists()
    lacking = [] if done else [_("diisi sendiri oleh calon, di halaman pendukung")]
    return steps.Step(_("Profil"), done, _("Nama panggilan dan topik yang nyaman."), lacking)
