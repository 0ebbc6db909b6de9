from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProgrammesConfig(AppConfig):
    name = "sebaya.programmes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.accounts.access import shown_to
        from sebaya.flags import registry
        from sebaya.programmes import duty
        from sebaya.ui import nav

        registry.answer_with(duty.call_order)
        may = shown_to("coordinator", "counsellor")
        nav.register(nav.Entry("duty", _("Jadwal jaga"), "programmes:duty", may=may, order=50))
        nav.register(
            nav.Entry("settings", _("Pengaturan"), "programmes:settings", may=shown_to("coordinator"), order=95)
        )
