from datetime import timedelta

from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "sebaya.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.accounts import access, entrance, signins
        from sebaya.accounts.actions import factor, slips
        from sebaya.jobs import sweeps
        from sebaya.notices import kinds
        from sebaya.ui import nav

        user_logged_in.connect(entrance.completed, dispatch_uid="sebaya.accounts.completed")
        sweeps.register("accounts.ended_signins", timedelta(minutes=30), signins.purge)
        sweeps.register("accounts.old_slips", timedelta(days=1), slips.purge)
        kinds.register(
            factor.NOTICE,
            _("Sebaya: kode kedua dilepas"),
            _(
                "Kode kedua akun Bapak/Ibu dilepas dan semua perangkat keluar. Pasang yang baru saat masuk berikutnya. "
                "Bila bukan Bapak/Ibu yang memintanya, beri tahu koordinator program dan kepala sekolah hari ini."
            ),
        )
        nav.register(
            nav.Entry(
                "people", _("Orang"), "accounts:people", may=access.shown_to("coordinator", "counsellor"), order=90
            )
        )
        nav.register(nav.Entry("mine", _("Akun saya"), "accounts:mine", may=access.is_here, order=99))
