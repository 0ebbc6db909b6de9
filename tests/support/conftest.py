from collections.abc import Iterator

import pytest
import time_machine
from tests.support.helpers import School, make_school


@pytest.fixture
def school(db: None, frozen: time_machine.Traveller) -> Iterator[School]:
    """Tuesday, 16.00: the peer window is open and an adult is on duty."""
    yield make_school()
