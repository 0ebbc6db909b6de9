"""As served, with the page that is only the base template."""

from tests.bench.settings_fast import *  # noqa: F403

ROOT_URLCONF = "tests.bench.urls"
