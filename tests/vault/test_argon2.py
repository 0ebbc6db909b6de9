"""Tests run on the smallest Argon2; this one pins what is served."""

import ast
from pathlib import Path

from django.conf import settings

from sebaya.config import paths


def test_served_argon2_takes_64_mib_and_three_passes():
    source = ast.parse((Path(paths.__file__).parent / "settings.py").read_text())
    [value] = [
        node.value
        for node in source.body
        if isinstance(node, ast.Assign) and [ast.unparse(target) for target in node.targets] == ["SEBAYA_ARGON2"]
    ]

    assert ast.unparse(value) == "{'memory': 64 * 1024 * 1024, 'passes': 3}"


def test_tests_use_another():
    assert settings.SEBAYA_ARGON2["memory"] < 64 * 1024 * 1024
