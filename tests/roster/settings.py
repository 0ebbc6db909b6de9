"""As served, with the rooms that the roster needs and no migrations."""

from sebaya.config.settings_test import *  # noqa: F403
from sebaya.config.settings_test import INSTALLED_APPS as ALL

MIGRATION_MODULES = {name.rpartition(".")[2]: None for name in ALL}
