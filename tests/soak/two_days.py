"""A school of 600 members in which 60 ask over two days, and copies of its database after each day.

Run inside an empty installation: `python -m tests.soak.two_days FOLDER MEMBERS ASKERS SEED`. Everything goes
through the pages, on a clock that is moved; who asked what is written beside the copies, for scoring only.
"""

import io
import pickle
import random
import secrets
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import django
import time_machine

django.setup()

from django.apps import apps  # noqa: E402
from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from tests.bench import people  # noqa: E402

from sebaya.accounts import actions as accounts  # noqa: E402
from sebaya.accounts.backend import everyone  # noqa: E402
from sebaya.accounts.models import Group, Person  # noqa: E402
from sebaya.accounts.roster.actions import import_roster  # noqa: E402
from sebaya.communities.models import Community  # noqa: E402
from sebaya.config.cli.install import prepare_data  # noqa: E402
from sebaya.demo.roster import dapodik  # noqa: E402
from sebaya.jobs import sweeps  # noqa: E402
from sebaya.support.models import Offer, Request  # noqa: E402
from sebaya.vault import files  # noqa: E402

ZONE = ZoneInfo("Asia/Jakarta")
ACTIVATION = datetime(2026, 8, 3, 7, 30, tzinfo=ZONE)  # a Monday: class after class gets its slips
DAYS = (datetime(2026, 8, 4, tzinfo=ZONE), datetime(2026, 8, 5, tzinfo=ZONE))
FIRST, LAST = timedelta(hours=6), timedelta(hours=21)  # when people look at their phones
PASSWORD = "kelapa-muda-di-atas-meja"
STORIES = ("grup kelas ga ngajak aku lagi", "remed matematika lagi, aku blank terus", "di rumah lagi sering ribut")
VISITORS = 3  # for each who asks, so many sign in that day without asking
PEERS = 0.04  # supporters, as a share of the members
SIGNS_OUT, COMES_BACK, WRITES, PIN_AT_ONCE, PIN_LATER = 0.6, 0.5, 0.6, 0.5, 0.15


@dataclass
class School:
    """What the simulation remembers; none of it is in the copies."""

    chance: random.Random
    community: Community
    members: list[Person]
    supporters: list[Person]
    askers: dict[str, str] = field(default_factory=dict)  # request → member
    days: dict[str, int] = field(default_factory=dict)  # request → day
    phones: set[str] = field(default_factory=set)
    clients: dict[str, Client] = field(default_factory=dict)


def main(folder: Path, members: int, askers: int, seed: int) -> None:
    prepare_data()
    with time_machine.travel(ACTIVATION, tick=False) as clock:
        school = build(random.Random(seed), members, clock)  # noqa: S311
        dumps = [dump()]
        for number, day in enumerate(DAYS):
            for moment, what in sorted(_events(school, day, number, askers // len(DAYS)), key=lambda event: event[0]):
                clock.move_to(moment)
                what()
            dumps.append(dump())
    told = {
        "members": [person.pk for person in school.members],
        "asked": school.askers,
        "days": school.days,
        "dumps": dumps,
        "keys": references(),
        "secrets": (files.server_key(), files.pepper()),
    }
    (folder / "two-days.pickle").write_bytes(pickle.dumps(told))
    print(len(school.askers))


def build(chance: random.Random, count: int, clock: Any) -> School:
    """Staff, members by roster, supporters through the gate; whole classes activate one after another."""
    community = people.school()
    with transaction.atomic():
        import_roster(
            by=None,
            community=community,
            file=io.BytesIO(dapodik(count, seed=chance.randrange(10**6), traps=False)),
            skip_bad=True,
        )
        everybody = list(everyone().filter(community=community, staff=False))
        chance.shuffle(everybody)
        adult = everyone().filter(community=community, staff=True).first()
        assert adult is not None
        peers = [_supporter(person, adult) for person in everybody[: max(4, int(count * PEERS))]]
    members = everybody[len(peers) :]
    school = School(chance, community, members, peers)
    for number, group in enumerate(Group.objects.filter(community=community).order_by("name")):
        clock.move_to(ACTIVATION + timedelta(minutes=10 * number))
        class_ = [person for person in members if person.memberships.filter(group=group).exists()]
        chance.shuffle(class_)
        for person in class_:
            _activate(school, person)
    return school


def _supporter(person: Person, adult: Person) -> Person:
    accounts.set_roles(by=None, person=person, supporter=True)
    people.through_the_gate(person, adult)
    here = people.activate(person, PASSWORD)
    people.show(here.person, f"Kak {person.pk[:4]}")
    return everyone().get(pk=person.pk)


def _activate(school: School, person: Person) -> None:
    """With a slip on one's phone; some keep a PIN on it at once. Then the phone goes back into the bag."""
    [(_person, code)] = accounts.make_slips(by=None, people=[person], kind="aktivasi")
    client = _phone()
    place = f"/{school.community.slug}"
    made = client.post(f"{place}/aktivasi/", {"code": code, "password": PASSWORD, "again": PASSWORD})
    assert made.status_code == 302, made.content[:800]
    if school.chance.random() < PIN_AT_ONCE:
        _keep_pin(school, client, person)
    client.post(f"{place}/keluar/")


def _keep_pin(school: School, client: Client, person: Person) -> None:
    pin = f"{school.chance.randrange(10**6):06}"
    client.post(f"/{school.community.slug}/akun-saya/hp/", {"pin": pin, "again": pin})
    school.phones.add(person.pk)


def _phone() -> Client:
    return Client(HTTP_USER_AGENT="Mozilla/5.0 (Linux; Android 9) Mobile")


Event = tuple[datetime, Callable[[], None]]


def _events(school: School, day: datetime, number: int, askers: int) -> Iterator[Event]:
    """Some ask, three times as many only look, supporters come by, the clocks of the house run."""
    fresh = [person for person in school.members if person.pk not in set(school.askers.values())]
    chosen = school.chance.sample(fresh, askers * (1 + VISITORS))
    for person in chosen[:askers]:
        at = _moment(school, day)
        yield at, lambda person=person: _asks(school, person, number)  # type: ignore[misc]
        yield _moment(school, day, at), lambda person=person: _comes_back(school, person)  # type: ignore[misc]
    for person in chosen[askers:]:
        yield _moment(school, day), lambda person=person: _visits(school, person)  # type: ignore[misc]
    for person in [*school.supporters, *school.supporters]:
        yield _moment(school, day), lambda person=person: _supports(school, person)  # type: ignore[misc]
    for hour in range(24):
        yield day + timedelta(hours=hour, minutes=1), lambda: sweeps.run_due() and None  # type: ignore[func-returns-value]


def _moment(school: School, day: datetime, after: datetime | None = None) -> datetime:
    first = max(day + FIRST, after + timedelta(minutes=20)) if after else day + FIRST
    seconds = max(60.0, (day + LAST - first).total_seconds())
    return first + timedelta(seconds=school.chance.random() * seconds)


def _sign_in(school: School, person: Person) -> Client:
    client = _phone()
    answer = client.post(f"/{school.community.slug}/masuk/", {"username": person.username, "password": PASSWORD})
    assert answer.status_code == 302, answer.content[:800]
    if not person.role_set.supporter and person.pk not in school.phones and school.chance.random() < PIN_LATER:
        _keep_pin(school, client, person)
    return client


def _sign_out(school: School, client: Client) -> None:
    """Many just put the phone away."""
    if school.chance.random() < SIGNS_OUT:
        client.post(f"/{school.community.slug}/keluar/")


def _visits(school: School, person: Person) -> None:
    client = _sign_in(school, person)
    assert client.get(f"/{school.community.slug}/").status_code == 200
    client.get(f"/{school.community.slug}/akun-saya/")
    _sign_out(school, client)


def _asks(school: School, person: Person, day: int) -> None:
    place = f"/{school.community.slug}"
    client = _sign_in(school, person)
    page = client.post(
        f"{place}/cerita/", {"text": school.chance.choice(STORIES), "topics": ["teman"], "key": secrets.token_hex(8)}
    )
    steps = page.content.decode().partition('name="steps" value="')[2].partition('"')[0]
    sent = client.post(f"{place}/cerita/lanjut/", {"steps": steps, "peer": "siapa"})
    assert sent.status_code == 302, sent.content[-800:]
    request = sent["Location"].rstrip("/").split("/")[-2]
    school.askers[request], school.days[request] = person.pk, day
    _sign_out(school, client)


def _comes_back(school: School, person: Person) -> None:
    if school.chance.random() > COMES_BACK:
        return
    client = _sign_in(school, person)
    for request in [request for request, member in school.askers.items() if member == person.pk]:
        path = f"/{school.community.slug}/ruang/{request}/"
        assert client.get(path).status_code == 200
        if school.chance.random() < WRITES:
            client.post(path, {"text": "iya kak, makasih", "key": secrets.token_hex(8)})
    _sign_out(school, client)


def _supports(school: School, person: Person) -> None:
    """Accepts or declines what is offered, answers who waits."""
    place = f"/{school.community.slug}"
    client = _sign_in(school, person)
    for offer in Offer.objects.filter(supporter=person, state="open", request__isnull=False)[:2]:
        if school.chance.random() < 0.75:
            client.post(f"{place}/tawaran/{offer.pk}/")
        else:
            client.post(f"{place}/tawaran/{offer.pk}/tolak/", {"reason": "waktu"})
    for request in Request.objects.filter(supporter=person, state="ngobrol"):
        client.post(f"{place}/teman-bicara/{request.pk}/", {"text": "aku dengerin ya", "key": secrets.token_hex(8)})
    _sign_out(school, client)


def dump() -> dict[str, list[dict[str, Any]]]:
    """Every table with everything in it, in the order in which it lies in the file."""
    found = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT rowid AS "rowid", * FROM "{table}" ORDER BY 1')  # noqa: S608
            names = [column[0] for column in cursor.description]
            found[table] = [dict(zip(names, map(_as_stored, row), strict=True)) for row in cursor.fetchall()]
    return found


def _as_stored(value: Any) -> Any:
    """Moments and days as the text that lies in the file."""
    return (
        value.isoformat(" ")[:26]
        if isinstance(value, datetime)
        else value.isoformat()
        if hasattr(value, "isoformat")
        else value
    )


def references() -> dict[str, dict[str, str]]:
    """table → its key and, by column, the table that it points to: anybody can read this in the source."""
    return {
        model._meta.db_table: {"": model._meta.pk.column}
        | {each.column: each.related_model._meta.db_table for each in model._meta.concrete_fields if each.is_relation}
        for model in apps.get_models(include_auto_created=True)
    }


if __name__ == "__main__":
    settings.ALLOWED_HOSTS = ["*"]
    main(Path(sys.argv[1]), *map(int, sys.argv[2:]))
