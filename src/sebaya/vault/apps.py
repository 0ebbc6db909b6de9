from datetime import timedelta

from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "sebaya.vault"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.jobs import sweeps
        from sebaya.vault import devices

        sweeps.register("vault.forget_lapsed", timedelta(days=1), devices.forget_lapsed)
