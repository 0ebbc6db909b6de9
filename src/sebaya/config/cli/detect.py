"""`sebaya detect`: JSON lines in, JSON lines out; needs no installation."""

import argparse
import sys

HELP = "baca pesan (JSON per baris) dan tulis tingkatnya"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.epilog = 'stdin: {"id": "1", "text": "…", "author": "seeker"}  stdout: {"id", "level", "category", "why"}'


def run(options: argparse.Namespace) -> int:
    from sebaya.detection import cli

    return cli.run(sys.stdin, sys.stdout, sys.stderr)
