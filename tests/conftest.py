"""What every test stands on: people, a clock, a database in a file, no network."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import hypothesis
import pytest
import time_machine

JAKARTA = ZoneInfo("Asia/Jakarta")
IN_PEER_WINDOW = datetime(2026, 8, 4, 16, 0, tzinfo=JAKARTA)  # a Tuesday of the school year

BROWSER_FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip

hypothesis.settings.register_profile("house", deadline=None, print_blob=True)  # wall-clock is never asserted
hypothesis.settings.load_profile("house")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever drives a browser is a journey: its driver keeps a loop that other tests cannot share."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.journey)


class NetworkUsed(RuntimeError):
    """A test tried to leave this machine."""


def is_loopback(host: Any) -> bool:
    if host in (None, "", b"", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(host.decode() if isinstance(host, bytes) else host).is_loopback
    except ValueError:
        return False


def _guarded(connect: Callable[..., Any]) -> Callable[..., Any]:
    def checked(self: socket.socket, address: Any) -> Any:
        if self.family != getattr(socket, "AF_UNIX", None) and not is_loopback(address[0]):
            raise NetworkUsed(address[0])
        return connect(self, address)

    return checked


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing beyond loopback: neither a connection nor the look-up of a name."""
    look_up = socket.getaddrinfo

    def checked(host: Any, *args: Any, **kwargs: Any) -> Any:
        if not is_loopback(host):
            raise NetworkUsed(host)
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", _guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", _guarded(socket.socket.connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", checked)


@pytest.fixture(autouse=True)
def _indonesian() -> Iterator[None]:
    """Every test begins in Indonesian, whatever the one before it spoke."""
    from django.utils import translation

    with translation.override("id"):
        yield


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """SQLite in a file, as it is served: in memory, two connections would lock each other out."""
    from django.conf import settings

    default = settings.DATABASES["default"]
    if default["ENGINE"].endswith("sqlite3"):
        default.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """One browser for all rooms: two drivers in one process get in each other's way."""
    from playwright.sync_api import sync_playwright
    from tests.tools import browser

    path = browser.find()
    if path is None:
        pytest.skip("no Chromium on this machine")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the driver keeps a loop in this thread
    with sync_playwright() as driver:
        started = driver.chromium.launch(executable_path=path, args=BROWSER_FLAGS)
        yield started
        started.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def frozen() -> Iterator[time_machine.Traveller]:
    """The clock stands: Tuesday, 4 August 2026, 16.00 in Jakarta. `frozen.move_to(…)`, `frozen.shift(…)`."""
    with time_machine.travel(IN_PEER_WINDOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def at_jakarta() -> Callable[..., datetime]:
    """`at_jakarta(4, 16, 30)`: a moment of August 2026, Jakarta time."""
    return lambda day, hour=0, minute=0, **more: datetime(2026, 8, day, hour, minute, tzinfo=JAKARTA, **more)


@pytest.fixture
def community(db: None) -> Any:
    from tests.factories import make_community

    return make_community(slug="smp-melati", name="SMP Melati")


@pytest.fixture
def counsellor(community: Any) -> Any:
    from tests.factories import PASSWORD, make_person

    return make_person(community, "Ibu Ratih", roles=["counsellor"], password=PASSWORD)


@pytest.fixture
def duty_adult(community: Any) -> Any:
    """On duty every day from 6 to 22."""
    from tests.factories import PASSWORD, make_duty, make_person

    person = make_person(community, "Pak Baso", roles=["duty"], password=PASSWORD)
    make_duty(person)
    return person


@pytest.fixture
def second_key(community: Any) -> Any:
    from tests.factories import PASSWORD, make_person

    return make_person(community, "Bu Mardiyah", roles=["second_key"], password=PASSWORD)


@pytest.fixture
def supporter(community: Any) -> Any:
    """Through the gate, with all consents; in another class than `member`."""
    from tests.factories import make_supporter

    return make_supporter(community, "Dimas Nugroho", klass="VIII-B", sex="L")


@pytest.fixture
def member(community: Any) -> Any:
    from tests.factories import PASSWORD, make_person

    return make_person(community, "Siti Hosniyah", password=PASSWORD)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A thread of a server under test may still hold a session when the database is to be thrown away."""
    from django.db import connection

    yield
    with django_db_blocker.unblock():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(
                    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                    "WHERE datname = current_database() AND pid <> pg_backend_pid()"
                )
