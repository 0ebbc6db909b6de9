from datetime import timedelta

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "sebaya.notices"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.jobs import sweeps
        from sebaya.notices import delivery

        sweeps.register("notices.deliver", timedelta(seconds=5), delivery.deliver_due)
        sweeps.register("notices.purge", timedelta(days=1), delivery.purge)
