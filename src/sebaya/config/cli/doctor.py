"""`sebaya doctor`: looks at an installation and says what is wrong, in plain words."""

import argparse
import json
import sys

from sebaya.config.cli import need_setup, start_django

HELP = "periksa pemasangan ini"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="hasil sebagai JSON")


def run(options: argparse.Namespace) -> int:
    start_django(options.bahasa)
    need_setup()
    from sebaya.config.examination import examine

    found = examine()
    if options.json:
        sys.stdout.write(json.dumps([vars_of(each) for each in found], ensure_ascii=False) + "\n")
    else:
        for each in found:
            sys.stdout.write(f"[{each.state}] {each.what}" + (f"\n     {each.todo}" if each.todo else "") + "\n")
    states = {each.state for each in found}
    return 2 if "XX" in states else 1 if "!!" in states else 0


def vars_of(finding: object) -> dict[str, str]:
    return {name: str(getattr(finding, name)) for name in ("state", "what", "todo")}
