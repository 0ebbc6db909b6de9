"""Fills an installation with people who can talk; run inside it. Made by the actions that people use.

`pairs N`: N seekers, each talking with a supporter of their own. `waiting N`: N requests that nobody took.
`slips N`: N students with unused slips. Prints what is needed to sign in.
"""

import json
import secrets
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

import django

django.setup()

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret  # noqa: E402
from django.db import transaction  # noqa: E402
from django.utils import timezone  # noqa: E402

from sebaya.accounts import actions as accounts  # noqa: E402
from sebaya.accounts.backend import everyone  # noqa: E402
from sebaya.accounts.models import Group, Person  # noqa: E402
from sebaya.communities.models import Community  # noqa: E402
from sebaya.config import keeper  # noqa: E402
from sebaya.config.cli.install import prepare_data  # noqa: E402
from sebaya.detection import Author, detect  # noqa: E402
from sebaya.programmes import actions as programmes  # noqa: E402
from sebaya.programmes.models import ConsentKind, Evidence  # noqa: E402
from sebaya.support.actions import offers, people  # noqa: E402
from sebaya.support.actions.asking import Asking, ask  # noqa: E402
from sebaya.support.choices import Door  # noqa: E402
from sebaya.support.models import Offer, Request  # noqa: E402
from sebaya.training import actions as training  # noqa: E402
from sebaya.training.rules import GUIDED_HOURS, ITEMS, PASS_LEVEL  # noqa: E402
from sebaya.vault import recovery  # noqa: E402
from sebaya.vault.keyring import Keyring, keyring_of  # noqa: E402

PASSWORD = "payung-biru-di-halaman"
ASKED = "grup kelas ga ngajak aku lagi, aku bingung mulai dari mana"
BORN = date(2012, 5, 17)
ALL_DAY = {"peer_opens": time(0, 0), "peer_closes": time(23, 59), "school_days": "1234567"}


@dataclass(frozen=True, slots=True)
class Here:
    """Somebody activated, with their key."""

    person: Person
    ring: Keyring

    def as_json(self) -> dict[str, str]:
        return {"id": self.person.pk, "username": self.person.username, "password": PASSWORD}


def school(**values: Any) -> Community:
    """The one that is there, else a small one with a counsellor, an adult on duty and two second key holders."""
    found = Community.objects.first()
    if found is not None:
        return found
    made = Community.objects.create(**{"slug": "smp-uji", "name": "SMP Uji", "kind": "smp", **ALL_DAY, **values})
    recovery.make_sheets(made)
    recovery.make_emergency_sheet(made)
    staff(made, "Ibu Ratih", "counsellor")
    for name in ("Bu Mardiyah", "Pak Melki"):
        staff(made, name, "second_key")
    on_duty(staff(made, "Pak Baso", "duty").person)
    return made


def staff(community: Community, name: str, *roles: str) -> Here:
    person = accounts.create_person(by=None, community=community, name=name, staff=True, **dict.fromkeys(roles, True))
    return activate(person)


def on_duty(person: Person) -> None:
    for weekday in range(1, 8):
        programmes.add_duty(by=person, person=person, weekday=weekday, starts=time(0, 0), ends=time(23, 59, 59))


def second_factor(person: Person) -> str:
    secret: str = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def activate(person: Person, password: str = PASSWORD) -> Here:
    [(_person, code)] = accounts.make_slips(by=None, people=[person], kind="aktivasi")
    redeemed, private = accounts.redeem(community=person.community, code=code, password=password)
    return Here(everyone().get(pk=person.pk), keyring_of(redeemed.keyholder, private))


def student(community: Community, name: str, klass: str, **roles: bool) -> Person:
    group = Group.objects.get_or_create(community=community, name=klass, defaults={"grade": 8})[0]
    return accounts.create_person(by=None, community=community, name=name, sex="P", born=BORN, groups=[group], **roles)


def supporter(community: Community, name: str, by: Person) -> Here:
    person = student(community, name, "VIII-UJI", supporter=True)
    here = activate(person)
    through_the_gate(person, by)
    show(here.person, f"Kak {name}")
    return Here(everyone().get(pk=person.pk), here.ring)


def through_the_gate(person: Person, by: Person) -> None:
    """All consents, ethics, and two raters' sheets."""
    given = timezone.localdate() - timedelta(days=200)
    for kind in ConsentKind:
        programmes.record_consent(
            by=by, person=person, kind=kind, evidence=Evidence.PAPER, given_on=given, reference="Map 1"
        )
    levels = dict.fromkeys(ITEMS, PASS_LEVEL)
    training.record_paper(
        by=by, person=person, assessed_on=given + timedelta(days=90), raters=("Ibu Ratih", "Pak Baso"),
        levels=(levels, dict(levels)), hours=GUIDED_HOURS,
    )  # fmt: skip


def show(person: Person, nickname: str) -> None:
    """The profile that seekers see."""
    people.save_profile(by=person, nickname=nickname, topics=["teman"], experiences=[], resting=False)


def asks(seeker: Here, text: str = ASKED, chosen: Iterable[str] = ()) -> Request:
    wish = Asking(door=Door.PEER, text=text, key=secrets.token_hex(8), topics=("teman",), chosen=tuple(chosen))
    return ask(person=seeker.person, keyring=seeker.ring, asking=wish, finding=detect(text, Author.SEEKER))


def accepts(by: Here, request: Request) -> None:
    offers.accept(by=by.person, keyring=by.ring, offer=Offer.objects.get(request=request, supporter=by.person))


@transaction.atomic
def pairs(count: int) -> dict[str, Any]:
    community = school()
    adult = everyone().filter(community=community, staff=True).first()
    assert adult is not None
    made = [_pair(community, number, adult) for number in range(count)]
    backup = keeper.new_backup_key()
    assert backup is not None
    keeper.keep(backup[0])
    return {"slug": community.slug, "pairs": made, "backup_code": backup[1]}


def _pair(community: Community, number: int, adult: Person) -> dict[str, Any]:
    seeker = activate(student(community, f"Penulis {number}", "VII-UJI"))
    peer = supporter(community, f"Pendengar {number}", adult)
    request = asks(seeker, chosen=[peer.person.pk])
    accepts(peer, request)
    return {"request": request.pk, "seeker": seeker.as_json(), "supporter": peer.as_json()}


@transaction.atomic
def waiting(count: int) -> dict[str, Any]:
    community = school()
    made = []
    for number in range(count):
        seeker = activate(student(community, f"Menunggu {number}", "VII-UJI"))
        made.append({"request": asks(seeker).pk, "seeker": seeker.as_json()})
    return {"slug": community.slug, "waiting": made}


@transaction.atomic
def slips(count: int) -> dict[str, Any]:
    community = school()
    class_ = [student(community, f"Siswa {number}", "VII-SLIP") for number in range(count)]
    made = accounts.make_slips(by=None, people=class_, kind="aktivasi")
    return {"slug": community.slug, "slips": [code for _person, code in made]}


@transaction.atomic
def adults(count: int = 0) -> dict[str, Any]:
    """A counsellor and an adult on duty with second factors of their own, beside those who are there."""
    community = school()
    counsellor = staff(community, "Bu Konselor Uji", "counsellor", "duty")
    on_duty(counsellor.person)
    coordinator = staff(community, "Pak Koordinator Uji", "coordinator")
    said = {
        name: {**here.as_json(), "second": second_factor(here.person)}
        for name, here in (("counsellor", counsellor), ("coordinator", coordinator))
    }
    return {"slug": community.slug, **said}


MAKE = {"pairs": pairs, "waiting": waiting, "slips": slips, "adults": adults}

if __name__ == "__main__":
    from sebaya.vault import files

    files.make_secrets()
    prepare_data()
    print(json.dumps(MAKE[sys.argv[1]](int(sys.argv[2]))))
