"""Runs the real server on the school, in a process of its own."""

import os
import sys

os.environ["DJANGO_SETTINGS_MODULE"] = "sebaya.config.settings_test"

import django

django.setup()

from sebaya.live.server import serve  # noqa: E402

if __name__ == "__main__":
    serve("127.0.0.1", int(sys.argv[1]))
