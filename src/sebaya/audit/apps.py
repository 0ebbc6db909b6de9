from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "sebaya.audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya import audit
        from sebaya.audit.record import record

        audit.record = record
