from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SafeguardingConfig(AppConfig):
    name = "sebaya.safeguarding"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.accounts import role_changes
        from sebaya.accounts.access import shown_to
        from sebaya.jobs import sweeps
        from sebaya.notices import kinds
        from sebaya.safeguarding import actions
        from sebaya.ui import nav

        kinds.register(
            "reveal.asked",
            _("Sebaya: keputusan Bapak/Ibu diminta"),
            _("Ada permintaan membuka identitas. Buka Sebaya untuk menyetujui atau menolak."),
            urgent=True,
        )
        kinds.register(
            "reveal.decided", _("Sebaya: ada keputusan"), _("Permintaan Bapak/Ibu sudah diputuskan. Buka Sebaya.")
        )
        kinds.register(
            "reveal.sheet",
            _("Sebaya: amplop darurat dibuka"),
            _("Amplop darurat dibuka. Buka Sebaya untuk meninjau."),
            urgent=True,
        )
        kinds.register(
            "envelope.new", _("Sebaya: amplop darurat baru"), _("Amplop darurat diganti. Lihat catatannya di Sebaya.")
        )
        role_changes.register("safeguarding", actions.settle)
        sweeps.register("safeguarding.lapse", timedelta(minutes=10), actions.lapse)
        may = shown_to("counsellor", "duty", "second_key")
        nav.register(nav.Entry("identity", _("Identitas"), "safeguarding:list", may=may, order=80))
