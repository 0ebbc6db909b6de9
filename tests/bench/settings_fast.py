"""As served, but passwords cost nothing: for figures that are not about signing in."""

from sebaya.config.settings import *  # noqa: F403

SEBAYA_ARGON2 = {"memory": 8 * 1024, "passes": 1}
