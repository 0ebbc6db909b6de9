"""A small school in which somebody can ask."""

import secrets
from dataclasses import dataclass
from typing import Any

from tests.factories import PASSWORD, fresh, keyring_for, make_community, make_duty, make_person, make_supporter

from sebaya.accounts.models import Person
from sebaya.detection import Author, detect
from sebaya.support.actions import asking, offers, people, talking
from sebaya.support.actions.asking import Asking
from sebaya.support.choices import Door
from sebaya.support.models import Offer, Request
from sebaya.vault import recovery
from sebaya.vault.keyring import Keyring


@dataclass
class School:
    """One community with everybody that a journey needs, signed in."""

    community: Any
    seeker: Person
    supporter: Person
    counsellor: Person
    other_counsellor: Person
    duty: Person
    second: Person
    rings: dict[str, Keyring]
    sheet: str

    def ring(self, person: Person) -> Keyring:
        if person.pk not in self.rings:
            self.rings[person.pk] = keyring_for(person, PASSWORD)
        return self.rings[person.pk]


def make_school(**values: Any) -> School:
    community = make_community(**values)
    recovery.make_sheets(community)
    _number, sheet = recovery.make_emergency_sheet(community)
    second = make_person(community, "Bu Mardiyah", roles=["second_key"], password=PASSWORD)
    counsellor = make_person(community, "Ibu Ratih", roles=["counsellor"], password=PASSWORD)
    other = make_person(community, "Pak Wayan", roles=["counsellor"], password=PASSWORD)
    duty = make_person(community, "Pak Baso", roles=["duty"], password=PASSWORD)
    make_duty(duty)
    seeker = make_person(community, "Siti Hosniyah", password=PASSWORD, klass="VII-A")
    supporter = add_supporter(community, "Melati", "VIII-B")
    return School(community, seeker, supporter, counsellor, other, duty, second, {}, sheet)


def add_supporter(community: Any, nickname: str, klass: str, **values: Any) -> Person:
    person = make_supporter(community, f"Nama {nickname}", klass=klass, **values)
    people.save_profile(by=person, nickname=f"Kak {nickname}", topics=["teman"], experiences=[], resting=False)
    return fresh(person)


def ask(
    school: School, text: str = "grup kelas ga ngajak aku lagi", *, seeker: Person | None = None, **values: Any
) -> Request:
    """Asks as the seeker does; the form's key is fresh unless given."""
    person = seeker or school.seeker
    wish = Asking(**{"door": Door.PEER, "text": text, "key": secrets.token_hex(8), "topics": ("teman",), **values})
    return asking.ask(person=person, keyring=school.ring(person), asking=wish, finding=detect(text, Author.SEEKER))


def accept(school: School, request: Request, by: Person | None = None) -> Request:
    person = by or school.supporter
    offer = Offer.objects.get(request=request, supporter=person)
    return offers.accept(by=person, keyring=school.ring(person), offer=offer)


def seeker_says(school: School, request: Request, text: str, key: str = "") -> Any:
    fresh_request = Request.objects.select_related("mailbox", "community").get(pk=request.pk)
    return talking.seeker_says(
        keyring=school.ring(school.seeker),
        request=fresh_request,
        text=text,
        key=key or secrets.token_hex(8),
        finding=detect(text, Author.SEEKER),
    )


def supporter_says(school: School, request: Request, text: str, key: str = "", by: Person | None = None) -> Any:
    person = by or school.supporter
    fresh_request = Request.objects.select_related("mailbox", "community").get(pk=request.pk)
    return talking.supporter_says(
        by=person, keyring=school.ring(person), request=fresh_request, text=text, key=key or secrets.token_hex(8),
        finding=detect(text, Author.SUPPORTER),
    )  # fmt: skip
