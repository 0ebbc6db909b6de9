"""The lines of this room in the staff navigation."""

from django.utils.translation import gettext_lazy as _

from sebaya.accounts.access import shown_to
from sebaya.ui import nav


def register() -> None:
    nav.register(nav.Entry("talks", _("Percakapan"), "support:talks", may=shown_to("counsellor"), order=20))
    nav.register(nav.Entry("team", _("Pendukung"), "support:team", may=shown_to("counsellor"), order=30))
