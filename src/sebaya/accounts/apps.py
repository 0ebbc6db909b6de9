from django.apps import AppConfig
from django.contrib.auth.signals import user_logged_in


class AccountsConfig(AppConfig):
    name = "sebaya.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.mfa import signals

        from sebaya.accounts import entrance, second_factor

        user_logged_in.connect(entrance.completed, dispatch_uid="sebaya.accounts.completed")
        signals.authenticator_added.connect(second_factor.added, dispatch_uid="sebaya.accounts.added")
        signals.authenticator_removed.connect(second_factor.removed, dispatch_uid="sebaya.accounts.removed")
