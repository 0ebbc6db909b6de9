from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "sebaya.ui"
    label = "ui"
