from datetime import timedelta

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "sebaya.audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.audit.digest import close_days
        from sebaya.jobs import sweeps

        sweeps.register("audit.close_days", timedelta(hours=6), lambda _now: close_days())
