"""Makes a small school and one whose peer window is shut, in SEBAYA_DATA; prints who can sign in, as JSON. A script."""

import json
import os
import sys
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
os.environ["DJANGO_SETTINGS_MODULE"] = "sebaya.config.settings_test"

import django  # noqa: E402

django.setup()

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes  # noqa: E402
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret  # noqa: E402
from django.utils import timezone  # noqa: E402
from tests.factories import (  # noqa: E402
    PASSWORD,
    fresh,
    keyring_for,
    make_community,
    make_duty,
    make_person,
    make_supporter,
)

from sebaya.accounts import actions as accounts  # noqa: E402
from sebaya.accounts.models import Person  # noqa: E402
from sebaya.communities.models import Community  # noqa: E402
from sebaya.config.cli.install import prepare_data  # noqa: E402
from sebaya.detection import Author, detect  # noqa: E402
from sebaya.support.actions import asking, offers, people, talking  # noqa: E402
from sebaya.support.actions.asking import Asking  # noqa: E402
from sebaya.support.choices import Door  # noqa: E402
from sebaya.support.models import Request  # noqa: E402
from sebaya.vault import recovery  # noqa: E402

RED = "aku mau bunuh diri malam ini, semuanya udah aku siapin"
SEEKERS = 24
SLIPS = 8
LONG_TALK = 60  # messages: more than one page of a conversation
FAR = 6  # hours from now to the window of the school at night: no test takes so long
STAFF = {
    "counsellor": ("Ratih Kumala", ("counsellor",)),
    "counsellor2": ("Wayan Suarta", ("counsellor",)),
    "duty": ("Baso Palloge", ("duty",)),
    "duty2": ("Endang Puji", ("duty",)),
    "second": ("Mardiyah Lubisa", ("second_key",)),
    "second2": ("Yosafat Tabuni", ("second_key",)),
    "coordinator": ("Nyoman Suartika", ("coordinator",)),
    "leader": ("Sri Handayani", ("leader",)),
}
SUPPORTERS = {  # name → topics; one who is at ease with a topic nobody else has gets its offers first
    "Melati": ["teman", "belajar"], "Arya": ["teman", "belajar"], "Dito": ["teman", "belajar"],
    "Sekar": ["diganggu"], "Bagas": ["rumah"], "Intan": ["perasaan"], "Rimba": ["cinta"], "Laras": ["tubuh"],
}  # fmt: skip


def make() -> dict[str, Any]:
    prepare_data()
    return day_school() | {"night": night_school()}


def day_school() -> dict[str, Any]:
    """The peer window is always open, two adults are always on duty."""
    community = make_community(
        slug="smp-uji", name="SMP Uji", school_days="1234567", peer_opens=time(0), peer_closes=time(23, 59), size="penuh",
        safeguard_contact="Puskesmas Contoh, ruang 3",
    )  # fmt: skip
    sheets = recovery.make_sheets(community)
    _number, sheet = recovery.make_emergency_sheet(community)
    found: dict[str, Any] = {
        "slug": community.slug,
        "password": PASSWORD,
        "sheet": sheet,
        "a": sheets.a,
        "b": sheets.b,
        "totp": {},
    }
    adults = {key: adult(community, found, key) for key in STAFF}
    for number, key in enumerate(("duty", "duty2"), start=1):
        make_duty(fresh(adults[key]), starts=time(0), ends=time(23, 59, 59), place=number)
    for number, (name, topics) in enumerate(SUPPORTERS.items()):
        found[f"supporter{number}"] = supporter(community, name, f"IX-{number + 1}", topics).username
    for number in range(SEEKERS):
        found[f"seeker{number}"] = make_person(
            community, f"Siswa Uji {number}", password=PASSWORD, klass="VII-A"
        ).username
    found["slips"] = slips(community, "VII-B", "Anak Baru")
    newcomer = make_person(community, "Guru Baru", roles=["counsellor"])
    found["staff_slip"] = accounts.make_slips(by=None, people=[newcomer], kind="aktivasi")[0][1]
    found["long"] = long_talk(community)
    found["red"] = old_red(community)
    return found


def adult(community: Community, found: dict[str, Any], key: str) -> Person:
    name, roles = STAFF[key]
    person = make_person(community, name, roles=roles, password=PASSWORD)
    found[key] = person.username
    if person.role_set.needs_second_factor:
        found["totp"][key] = generate_totp_secret()
        TOTP.activate(person, found["totp"][key])
        RecoveryCodes.activate(person)
    return person


def supporter(community: Community, name: str, klass: str, topics: list[str]) -> Person:
    person = make_supporter(community, f"{name} Contoh", klass=klass)
    people.save_profile(by=person, nickname=f"Kak {name}", topics=topics, experiences=[], resting=False)
    return fresh(person)


def slips(community: Community, klass: str, name: str) -> list[str]:
    waiting = [make_person(community, f"{name} {number}", klass=klass) for number in range(SLIPS)]
    return [code for _person, code in accounts.make_slips(by=None, people=waiting, kind="aktivasi")]


def ask(person: Person, text: str, topics: tuple[str, ...], now: datetime) -> Request:
    wish = Asking(Door.PEER, text, f"made-{person.pk}", topics)
    return asking.ask(
        person=person, keyring=keyring_for(person), asking=wish, finding=detect(text, Author.SEEKER), now=now
    )


def accept(person: Person, request: Request, now: datetime) -> Request:
    offer = request.offers.get(supporter=person)
    return offers.accept(by=person, keyring=keyring_for(person), offer=offer, now=now)


def long_talk(community: Community) -> dict[str, str]:
    """A conversation of more than one page, between two people of their own."""
    now = timezone.now() - timedelta(hours=2)
    listener = supporter(community, "Gilang", "IX-9", ["gim"])
    writer = make_person(community, "Siswa Lama", password=PASSWORD, klass="VII-A")
    request = accept(listener, ask(writer, "pesan nomor 1", ("gim",), now), now)
    keys = {"listener": keyring_for(listener), "writer": keyring_for(writer)}
    for number in range(2, LONG_TALK + 1):
        at, said = now + timedelta(minutes=number), {"text": f"pesan nomor {number}", "key": f"long-{number}"}
        said["finding"] = detect(str(said["text"]), Author.SEEKER)
        if number % 2:
            talking.seeker_says(keyring=keys["writer"], request=request, now=at, **said)
        else:
            talking.supporter_says(by=listener, keyring=keys["listener"], request=request, now=at, **said)
    return {"id": request.pk, "writer": writer.username, "listener": listener.username}


def old_red(community: Community) -> dict[str, str]:
    """Red for ten minutes: the first adult was called and has not answered, the next is due."""
    writer = make_person(community, "Siswa Malam", password=PASSWORD, klass="VII-A")
    request = ask(writer, RED, (), timezone.now() - timedelta(minutes=10))
    return {"id": request.pk, "alias": request.alias, "writer": writer.username}


def night_school() -> dict[str, Any]:
    """The window is shut now: one conversation that runs since the last window, one open offer."""
    hour = (timezone.localtime().hour + FAR) % 24
    community = make_community(
        slug="smp-malam", name="SMP Malam", school_days="1234567", peer_opens=time(hour), peer_closes=time(hour, 59)
    )
    found: dict[str, Any] = {"slug": community.slug, "password": PASSWORD, "totp": {}}
    adult(community, found, "counsellor")
    make_duty(fresh(adult(community, found, "duty")), starts=time(0), ends=time(23, 59, 59))
    listener = supporter(community, "Damar", "IX-1", ["teman"])
    writers = [make_person(community, f"Siswa Sore {number}", password=PASSWORD, klass="VII-A") for number in range(2)]
    found |= {"supporter": listener.username, "seeker0": writers[0].username, "seeker1": writers[1].username}
    opened = timezone.localtime().replace(hour=hour, minute=5) - timedelta(days=int(hour >= FAR))
    request = accept(listener, ask(writers[0], "cerita kemarin sore", ("teman",), opened), opened)
    said = {"text": "Makasih udah cerita.", "key": "night", "finding": detect("Makasih udah cerita.", Author.SUPPORTER)}
    talking.supporter_says(
        by=listener, keyring=keyring_for(listener), request=request, now=opened + timedelta(minutes=9), **said
    )
    ask(writers[1], "cerita yang baru ditawarkan", ("teman",), opened + timedelta(minutes=20))
    return found | {"talk": request.pk}


if __name__ == "__main__":
    print(json.dumps(make()))
