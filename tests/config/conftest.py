"""Installations in folders of their own, made once and copied: what the command line is tried on."""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.bench.installation import Installation

COUNTED = {
    name: value for name, value in os.environ.items() if name == "COVERAGE_PROCESS_CONFIG"
}  # see tests/tools/run.py
SCHOOL = ("--name", "SMP Satu", "--slug", "smp-satu", "--coordinator", "Pak Budi")


class Made(NamedTuple):
    """A data folder after `sebaya setup`, and what that said."""

    data: Path
    said: str


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    data = tmp_path_factory.mktemp("installation") / "data"
    done = Installation(data, more=COUNTED).command("setup", *SCHOOL)
    assert done.returncode == 0, done.stderr
    return Made(data, done.stdout)


@pytest.fixture
def installed(made: Made, tmp_path: Path) -> Installation:
    """A copy that a test may spoil."""
    shutil.copytree(made.data, tmp_path / "data")
    return Installation(tmp_path / "data", more=COUNTED)


@pytest.fixture
def bare(tmp_path: Path) -> Installation:
    """Nothing there yet."""
    return Installation(tmp_path / "bare" / "data", more=COUNTED)


@pytest.fixture(scope="session")
def paper() -> Callable[[str, str], str]:
    """`paper(said, "Kunci cadangan")`: the code under that title."""

    def code(said: str, title: str) -> str:
        found = re.search(rf"^{title}[^\n]*:\n\s+(\S+)$", said, re.MULTILINE)
        assert found, said
        return found[1]

    return code
