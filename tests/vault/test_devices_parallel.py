"""Many tries at once are still five."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from tests.factories import PASSWORD, make_community, make_person
from tests.vault.test_devices import PIN, TODAY

from sebaya.vault import devices, holders
from sebaya.vault.errors import WrongSecret
from sebaya.vault.models import DeviceCopy


@pytest.mark.django_db(transaction=True)
def test_five_tries_also_when_parallel(stretched):
    holder, private = holders.create(make_person(make_community()), PASSWORD)
    secret = devices.remember(holder, private, PIN, TODAY)
    stretched.clear()

    def guess(number: int) -> bool:
        try:
            devices.unlock(secret, f"{number:06}", TODAY)
        except WrongSecret:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(8) as pool:
        opened = list(pool.map(guess, range(24)))

    assert opened == [False] * 24
    assert len(stretched) == 5
    assert not DeviceCopy.objects.exists()
