"""What setup and demo share: keys, tables, static files."""

import io
from contextlib import redirect_stdout

from django.conf import settings
from django.core.management import call_command

from sebaya.vault import files


def prepare_data() -> None:
    """Makes what is missing in the data folder; safe to repeat and after an upgrade."""
    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    files.make_secrets()
    with redirect_stdout(io.StringIO()):
        call_command("migrate", interactive=False, verbosity=0)
        call_command("collectstatic", interactive=False, verbosity=0)
