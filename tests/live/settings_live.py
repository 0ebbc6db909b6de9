"""The smallest settings under which this room runs alone; servers in tests use it.

SEBAYA_TEST_DATABASE holds a database's settings as JSON; without it an empty SQLite.
"""

import json
import os

DATABASES = {
    "default": json.loads(
        os.environ.get("SEBAYA_TEST_DATABASE", '{"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}')
    )
}
SECRET_KEY = "for tests of the live room only; long enough to be one"
ALLOWED_HOSTS = ["*"]
INSTALLED_APPS = ["django.contrib.contenttypes"]
ROOT_URLCONF = "tests.live.mini"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
# Django's own records are the business of the installation's settings.
LOGGING = {
    "version": 1,
    "handlers": {"none": {"class": "logging.NullHandler"}},
    "root": {"handlers": ["none"]},
}
SEBAYA_LIVE_AUTHORISE = "tests.live.mini.everyone"
SEBAYA_LIVE_BACKGROUND = ["tests.live.mini.background"]
SEBAYA_TRUSTED_PROXIES = ["127.0.0.1"]
