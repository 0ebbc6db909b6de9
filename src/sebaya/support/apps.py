from datetime import timedelta

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SupportConfig(AppConfig):
    name = "sebaya.support"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.accounts import role_changes
        from sebaya.audit import erasure
        from sebaya.flags import registry
        from sebaya.jobs import sweeps
        from sebaya.notices import kinds
        from sebaya.support import called, staff_nav
        from sebaya.support import sweeps as mine
        from sebaya.support.actions import after, offers, roles
        from sebaya.support.choices import FLAG_KIND

        sweeps.register("support.offers_expire", timedelta(seconds=30), offers.expire)
        sweeps.register("support.keys_end", timedelta(minutes=10), after.end_old_keys)
        sweeps.register("support.holds_hand_over", timedelta(minutes=1), mine.hand_over_held)
        sweeps.register("support.late", timedelta(minutes=5), mine.rematch_late)
        sweeps.register("support.silent", timedelta(hours=6), mine.close_silent)
        sweeps.register("support.retention", timedelta(days=1), mine.forget_old)
        kinds.register(
            "sheets.used",
            _("Sebaya: kunci pemulihan dipakai"),
            _("Dua lembar kunci pemulihan dipakai bersama. Lihat catatannya di Sebaya."),
            urgent=True,
        )
        role_changes.register("support", roles.settle)
        erasure.register("support", mine.erase)
        registry.keep_away(FLAG_KIND, called.may_be_called)
        registry.open_with(FLAG_KIND, called.prepare, called.let_in)
        staff_nav.register()
