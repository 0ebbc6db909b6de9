from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "sebaya.config"
    label = "sebaya_config"

    def ready(self) -> None:
        from sebaya.config import checks  # noqa: F401
