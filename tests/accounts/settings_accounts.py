"""Settings under which this room can be tried before all others exist."""

from importlib.util import find_spec

from sebaya.config.settings_test import *  # noqa: F403
from sebaya.config.settings_test import INSTALLED_APPS, TEMPLATES
from sebaya.ui.undefined import Undefined

NEEDED = {"accounts", "vault", "audit", "communities", "ui", "live", "jobs"}
INSTALLED_APPS = [
    app
    for app in INSTALLED_APPS
    if not app.startswith("sebaya.") or (app.split(".")[1] in NEEDED and find_spec(app) is not None)
]
ROOT_URLCONF = "tests.accounts.urls_accounts"
DATABASES = {"default": {**DATABASES["default"], "TEST": {"NAME": None}}}  # noqa: F405
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined()
LOCALE_PATHS = []
