import pytest
import time_machine
from tests.support.helpers import School, make_school


@pytest.fixture
def school(db: None, frozen: time_machine.Traveller) -> School:
    """Tuesday, 16.00: the peer window is open and an adult is on duty."""
    return make_school()
