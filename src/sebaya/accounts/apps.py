from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class AccountsConfig(AppConfig):
    name = "sebaya.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from sebaya.accounts import entrance

        user_logged_in.connect(entrance.completed, dispatch_uid="sebaya.accounts.completed")
