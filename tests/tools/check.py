"""`make check` beyond ruff, mypy and djlint: system check, migrations, catalogues, vendored files."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ["DJANGO_SETTINGS_MODULE"] = "sebaya.config.settings_test"

import django  # noqa: E402
from django.core.management import call_command  # noqa: E402


def main() -> int:
    django.setup()
    call_command("check", fail_level="WARNING")
    call_command("makemigrations", check=True, dry_run=True)
    from tests.tools import messages, vendor

    wrong = vendor.check()
    sys.stderr.writelines(f"{line}\n" for line in wrong)
    return int(bool(wrong)) | messages.check()


if __name__ == "__main__":
    sys.exit(main())
