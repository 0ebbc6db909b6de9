"""Two schools with everything in them, and everybody signed in: what the access matrix walks over."""

from dataclasses import dataclass, field

from django.core.cache import cache
from django.test import Client
from tests.accounts.helpers import sign_in
from tests.factories import PASSWORD, fresh, make_person
from tests.support.helpers import School, accept, add_supporter, ask, make_school, seeker_says

from sebaya.accounts import throttle
from sebaya.accounts.models import Group, Person
from sebaya.flags.models import Flag
from sebaya.notices import actions as notices
from sebaya.programmes.models import DutySlot
from sebaya.safeguarding import actions as reveals
from sebaya.support.actions import after
from sebaya.support.choices import Side
from sebaya.support.models import Offer, Request, Thread

RED = "aku mau bunuh diri malam ini, obatnya udah aku siapin"


@dataclass
class World:
    """One school: its people by role, and one object of every kind that an address can name."""

    school: School
    people: dict[str, Person]
    objects: dict[str, dict[str, str]] = field(default_factory=dict)


def build() -> World:
    school = make_school()
    excluded = make_person(school.community, "Bu Dikecualikan", roles=["counsellor"], password=PASSWORD)
    people = {
        "seeker": school.seeker,
        "stranger": make_person(school.community, "Siswa Lain", password=PASSWORD, klass="VII-C"),
        "supporter": school.supporter,
        "other_supporter": add_supporter(school.community, "Anggrek", "IX-C"),
        "counsellor": school.counsellor,
        "excluded": excluded,
        "duty": school.duty,
        "idle_duty": make_person(school.community, "Pak Jaga Lain", roles=["duty"], password=PASSWORD),
        "second": school.second,
        "coordinator": make_person(school.community, "Pak Koordinator", roles=["coordinator"], password=PASSWORD),
        "leader": make_person(school.community, "Bu Kepala", roles=["leader"], password=PASSWORD),
        "companion": make_person(school.community, "Pak Wali", roles=["companion"], password=PASSWORD),
        "teacher": make_person(school.community, "Bu Guru", staff=True, password=PASSWORD),
    }
    world = World(school, people)
    _objects(world)
    return world


def _objects(world: World) -> None:
    school, away = world.school, (world.people["excluded"].pk,)
    talk = _talk(school, away)
    waiting = ask(school, "boleh cerita soal ekskul", excluded_people=away)
    offer = Offer.objects.filter(request=waiting, supporter=school.supporter).get()
    report = after.report(request=talk, side=Side.SEEKER, by=None, reason="lain")
    reveal = reveals.ask(
        by=school.counsellor, keyring=school.ring(school.counsellor), request=talk, reason="diri", words="x"
    )
    channel = notices.add_channel(by=fresh(school.counsellor), kind="surel", target="a@contoh.invalid")
    world.objects = {
        "talk": {"id": talk.pk},
        "offer": {"id": offer.pk},
        "consult": {"id": Thread.objects.get(request=talk, kind="consult").pk},
        "report": {"id": talk.pk, "report_id": report.pk},
        "reveal": {"id": reveal.pk},
        "channel": {"id": channel.pk},
        "person": {"person_id": world.people["stranger"].pk},
        "group": {"group_id": Group.objects.filter(community=school.community).order_by("name")[0].pk},
        "candidate": {"person_id": world.people["stranger"].pk},
        "team": {"person_id": school.supporter.pk},
        "consent": {"person_id": world.people["stranger"].pk, "kind": "wali"},
        "slot": {"slot_id": DutySlot.objects.filter(community=school.community).first().pk},
        "newcomer": {"holder_id": world.people["excluded"].keyholder.pk},
    }


def _talk(school: School, away: tuple[str, ...]) -> Request:
    """Accepted, then red: the supporter still holds it, the adult on duty has a key for 72 hours."""
    request = ask(school, "hai kak, boleh cerita", excluded_people=away)
    accept(school, request, school.supporter)
    seeker_says(school, request, RED)
    assert Flag.objects.filter(subject=request.pk).exists()
    return Request.objects.select_related("mailbox", "community", "supporter").get(pk=request.pk)


def clients(world: World) -> dict[str, Client]:
    """Everybody signed in, and a visitor who is not."""
    found = {"visitor": Client()}
    for role, person in world.people.items():
        for bucket in (throttle.passwords, throttle.second_factors, throttle.slips):
            bucket.clear()
        cache.clear()
        found[role] = sign_in(Client(), fresh(person))
    return found
