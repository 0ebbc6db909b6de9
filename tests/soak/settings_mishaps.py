"""As served, with the smallest Argon2 and mistakes on demand."""

from tests.bench.settings_fast import *  # noqa: F403

MIDDLEWARE = [*MIDDLEWARE, "tests.soak.mishaps.Mishaps"]  # noqa: F405
