"""The face alone: the settings of the product without the rooms above it."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

if "SEBAYA_DATA" not in os.environ:
    _folder = tempfile.mkdtemp(prefix="sebaya-ui-")
    os.environ["SEBAYA_DATA"] = _folder
    atexit.register(shutil.rmtree, _folder, ignore_errors=True)
(Path(os.environ["SEBAYA_DATA"]) / "keys").mkdir(parents=True, exist_ok=True)
(Path(os.environ["SEBAYA_DATA"]) / "keys" / "server.key").write_bytes(os.urandom(32))

from sebaya.config.settings import *  # noqa: E402, F403
from sebaya.ui.undefined import Undefined  # noqa: E402

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "sebaya.ui",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "sebaya.ui.headers.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "sebaya.ui.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
AUTH_USER_MODEL = "auth.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
SESSION_ENGINE = "django.contrib.sessions.backends.signed_cookies"
ROOT_URLCONF = "tests.ui.urls_ui"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = Undefined()  # noqa: F405
LOGGING = {"version": 1, "disable_existing_loggers": False}
