from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class FlagsConfig(AppConfig):
    name = "sebaya.flags"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.flags import actions
        from sebaya.jobs import sweeps
        from sebaya.notices import kinds

        kinds.register(
            "flag.red",
            _("Sebaya: perlu Bapak/Ibu sekarang"),
            _("Ada tanda merah. Buka Sebaya dan tekan Tangani. Jika tidak, petugas berikutnya dipanggil."),
            urgent=True,
        )
        kinds.register("flag.orange", _("Sebaya: perlu hari ini"), _("Ada tanda jingga untuk hari ini. Buka Sebaya."))
        sweeps.register("flags.call_overdue", timedelta(seconds=5), actions.call_overdue)
        sweeps.register("flags.purge", timedelta(days=1), actions.purge)
