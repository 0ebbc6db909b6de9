from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "sebaya.desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.accounts.access import shown_to
        from sebaya.ui import nav

        nav.register(nav.Entry("today", _("Hari ini"), "desk:today", may=shown_to(), order=10))
        nav.register(nav.Entry("channels", _("Saluran peringatan"), "notices:channels", may=shown_to(), order=90))
