from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    name = "sebaya.training"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.accounts.access import shown_to
        from sebaya.ui import nav

        may = shown_to("coordinator", "counsellor")
        nav.register(nav.Entry("candidates", _("Calon pendukung"), "training:candidates", may=may, order=40))
