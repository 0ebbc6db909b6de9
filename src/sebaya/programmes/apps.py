from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "sebaya.programmes"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.flags import registry
        from sebaya.programmes import duty

        registry.answer_with(duty.call_order)
