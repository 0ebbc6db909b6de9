from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from tests.accounts import helpers

from sebaya.accounts import throttle


@pytest.fixture(autouse=True)
def _fresh_memory() -> None:
    """What lives in the process and not in the database."""
    settings.STATIC_ROOT.mkdir(exist_ok=True)  # WhiteNoise warns about a missing folder
    for one in (throttle.passwords, throttle.second_factors, throttle.slips):
        one.clear()
    cache.clear()
    return


@pytest.fixture
def community(db: None) -> Any:
    return helpers.make_community()


@pytest.fixture
def member(community: Any) -> Any:
    return helpers.make_person(community)


@pytest.fixture
def counsellor(community: Any) -> Any:
    return helpers.make_person(community, "Ibu Ratih", roles=("counsellor",))


@pytest.fixture
def coordinator(community: Any) -> Any:
    return helpers.make_person(community, "Pak Yosafat", roles=("coordinator",))


@pytest.fixture
def leader(community: Any) -> Any:
    """An adult whose role asks for no second factor."""
    return helpers.make_person(community, "Bu Kepala", roles=("leader",))


@pytest.fixture
def second_key(community: Any) -> Any:
    return helpers.make_person(community, "Bu Mardiyah", roles=("second_key",))
