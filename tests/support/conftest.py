import pytest
import time_machine
from tests.snapshot import Snapshot
from tests.support.helpers import School, make_school

_school = Snapshot(make_school)


@pytest.fixture
def school(db: None, frozen: time_machine.Traveller) -> School:
    """Tuesday, 16.00: the peer window is open and an adult is on duty."""
    return _school.again()
