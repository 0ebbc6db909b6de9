"""What setup and demo share: keys, tables, static files."""

import io
from contextlib import redirect_stdout

from django.core.management import call_command

from sebaya.config import paths
from sebaya.config.cli import database_file
from sebaya.vault import files


def prepare_data() -> None:
    """Makes what is missing in the data folder; safe to repeat and after an upgrade."""
    paths.make_data_dir()
    files.make_secrets()
    file = database_file()
    if file is not None and not file.exists():
        file.touch(mode=0o600)  # SQLite gives its journal the rights of its database
    with redirect_stdout(io.StringIO()):
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
