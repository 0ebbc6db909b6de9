"""A believable school. Everything is made by the actions that people use, never by inserting rows."""

import json
import random
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import TextIO

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya.accounts import actions as accounts
from sebaya.accounts.backend import everyone
from sebaya.accounts.models import Person
from sebaya.accounts.roster.actions import import_roster
from sebaya.communities.models import Community
from sebaya.demo import roster, talks
from sebaya.demo.talks import Story
from sebaya.detection import Author, detect
from sebaya.flags.models import Flag
from sebaya.programmes import actions as programmes
from sebaya.programmes.models import ConsentKind, Evidence
from sebaya.support import nicknames
from sebaya.support.actions import after, offers, people, safety, talking
from sebaya.support.actions.asking import Asking, ask
from sebaya.support.choices import Door, OfferState, Side, topics_for
from sebaya.support.models import Offer, Request, Thread
from sebaya.training import actions as training
from sebaya.training.rules import GUIDED_HOURS, ITEMS
from sebaya.vault import recovery
from sebaya.vault.keyring import Keyring, keyring_of

SLUG, NAME = "smpn-8-contoh", "SMPN 8 Contoh"
STUDENTS, SUPPORTERS, SEED = 600, 24, 8
STAFF_PASSWORD = "payung-biru-di-halaman"  # noqa: S105  printed on purpose: nobody lives in the demo school
STUDENT_PASSWORD = "kelapa-muda-7"  # noqa: S105
SIGN_INS = "demo-sign-ins.json"
ROLES: dict[str, tuple[str, ...]] = {
    "Ratih Kumalasari, S.Pd.": ("counsellor", "duty"),
    "Yosafat Tarigana, S.Psi.": ("counsellor", "duty"),
    "Tenri Mattana, S.Pd.": ("counsellor",),
    "Nyoman Suartika, S.Pd.": ("coordinator",),
    "Hj. Mardiyah Lubisa, M.Pd.": ("second_key",),
    "Pdt. Melki Souhoka, M.Th.": ("second_key",),
    "Endang Pujiastutik, S.Kep.": ("duty",),
    "Dra. Sri Handayaningrum": ("leader",),
    "Asep Sukmana, S.Pd.": ("companion",),
}


LABELS = {
    "counsellor": gettext_lazy("konselor"),
    "duty": gettext_lazy("petugas jaga"),
    "coordinator": gettext_lazy("koordinator program"),
    "second_key": gettext_lazy("pemegang kunci kedua"),
    "leader": gettext_lazy("kepala sekolah"),
    "companion": gettext_lazy("guru wali"),
}


SEEKERS = {
    "live": gettext_lazy("siswa (percakapan sedang berjalan)"),
    "red": gettext_lazy("siswa (percakapan dengan tanda merah)"),
    "closed": gettext_lazy("siswa (percakapan sudah selesai)"),
    "quiet": gettext_lazy("siswa (belum pernah menulis)"),
}


@dataclass
class Demo:
    """The school while it is being made; keyrings live only here."""

    community: Community
    rings: dict[str, Keyring] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict)
    seekers: dict[str, list[str]] = field(default_factory=dict)  # user names; the database does not say who asked

    def ring(self, person: Person) -> Keyring:
        return self.rings[person.pk]

    def staff(self, name: str) -> Person:
        return everyone().get(community=self.community, name=name)


def make_once(out: TextIO, address: str) -> str:
    """Makes the school if it is not there yet; returns the sheet of addresses and sign-ins."""
    if not Community.objects.filter(slug=SLUG).exists():
        out.write(_("Menyiapkan sekolah contoh, kira-kira setengah menit …") + "\n")
        out.flush()
        with transaction.atomic():  # a stop in the middle leaves nothing by half
            make()
    return sheet(Community.objects.get(slug=SLUG), address)


def make() -> Demo:
    """About 600 students, 30 staff, 24 supporters, conversations of every state."""
    community = Community.objects.create(
        slug=SLUG, name=NAME, kind="smp", size="penuh", school_days="1234567", peer_opens=time(0, 0),
        peer_closes=time(23, 59), help_nearby="Puskesmas Contoh, Jl. Rekaan 1", max_open_requests=2,
    )  # fmt: skip
    demo = Demo(community)
    recovery.make_sheets(community)
    recovery.make_emergency_sheet(community)
    _staff(demo)
    import_roster(by=None, community=community, file=roster.dapodik(STUDENTS, SEED))
    supporters = _supporters(demo)
    _conversations(demo, supporters)
    _save_secrets(demo)
    return demo


def _staff(demo: Demo) -> None:
    """The key holders are there before the students, so that emergency contacts can be sealed to them."""
    import_roster(by=None, community=demo.community, file=roster.staff_csv())
    for name, roles in ROLES.items():
        person = demo.staff(name)
        accounts.set_roles(by=None, person=person, **dict.fromkeys(roles, True))
        _activate(demo, person, STAFF_PASSWORD)
        person = demo.staff(name)
        if person.role_set.needs_second_factor:
            demo.secrets[person.username] = _second_factor(person)
    for name, roles in ROLES.items():
        if "duty" in roles:
            _duty(demo.staff(name))


def _duty(person: Person) -> None:
    for weekday in range(1, 8):
        programmes.add_duty(by=person, person=person, weekday=weekday, starts=time(0, 0), ends=time(23, 59, 59))


def _second_factor(person: Person) -> str:
    """The same objects that the set-up page makes: a TOTP secret and spare codes."""
    secret: str = generate_totp_secret()
    TOTP.activate(person, secret)
    RecoveryCodes.activate(person)
    return secret


def _activate(demo: Demo, person: Person, password: str) -> None:
    [(_person, code)] = accounts.make_slips(by=None, people=[person], kind="aktivasi")
    redeemed, private = accounts.redeem(community=demo.community, code=code, password=password)
    holder = redeemed.keyholder
    demo.rings[person.pk] = keyring_of(holder, private)


def _supporters(demo: Demo) -> list[Person]:
    """Two or so of each class, through consent, ethics, training and a profile."""
    students = list(everyone().filter(community=demo.community, staff=False).order_by("nisn", "name"))
    chosen = students[10 :: len(students) // SUPPORTERS][:SUPPORTERS]
    by = demo.staff("Nyoman Suartika, S.Pd.")
    chance = random.Random(SEED)  # noqa: S311  a demo
    for person in chosen:
        accounts.set_roles(by=None, person=person, supporter=True)
        _activate(demo, person, STUDENT_PASSWORD)
        _through_the_gate(by, person)
        fresh = everyone().get(pk=person.pk)
        topics = sorted(chance.sample(sorted(topics_for(demo.community.kind)), 4))
        people.save_profile(
            by=fresh,
            nickname=_nickname(fresh),
            topics=topics,
            experiences=topics[:1],
            resting=False,
        )
    return [everyone().get(pk=person.pk) for person in chosen]


def _nickname(person: Person) -> str:
    """By the first name that no other supporter goes by."""
    parts = [part.strip(".") for part in person.name.split()]
    wanted = [f"Kak {part}" for part in parts if len(part) > 2] or [f"Kak {person.name}"]
    return next((name for name in wanted if not nicknames.is_taken(name, person)), nicknames.free(wanted[0], person))


def _through_the_gate(by: Person, person: Person) -> None:
    given = timezone.localdate() - timedelta(days=200)
    for kind in ConsentKind:
        programmes.record_consent(
            by=by, person=person, kind=kind, evidence=Evidence.PAPER, given_on=given, reference="Map izin 2026"
        )
    levels = dict.fromkeys(ITEMS, 3)
    training.record_paper(
        by=by, person=person, assessed_on=given + timedelta(days=90), raters=("Ratih Kumalasari", "Asep Sukmana"),
        levels=(levels, dict(levels)), hours=GUIDED_HOURS,
    )  # fmt: skip


def _seekers(demo: Demo, count: int) -> list[Person]:
    """Activated students who ask; spread over the classes."""
    students = list(
        everyone().filter(community=demo.community, staff=False, roles__isnull=True).order_by("nisn", "name")
    )
    chosen = students[3 :: len(students) // count][:count]
    for person in chosen:
        _activate(demo, person, STUDENT_PASSWORD)
    return [everyone().get(pk=person.pk) for person in chosen]


def _conversations(demo: Demo, supporters: list[Person]) -> None:
    seekers = _seekers(demo, 18)
    now = timezone.now()
    for story, seeker in zip(talks.CLOSED, seekers, strict=False):
        _closed(demo, seeker, story, _afternoon(demo, now, story.days_ago))
    rest = seekers[len(talks.CLOSED) :]
    live = [
        _play(demo, seeker, story, now - timedelta(minutes=40)) for seeker, story in zip(rest, talks.LIVE, strict=False)
    ]
    _consult(demo, live[0], now - timedelta(minutes=20))
    _red(demo, rest[2], now - timedelta(minutes=25))
    _ask(demo, rest[3], talks.WAITING.lines[0][1], talks.WAITING.topics, now - timedelta(minutes=12))
    _friend(demo, rest[4], now - timedelta(hours=1))
    shown = {"live": rest[:2], "red": rest[2:3], "closed": seekers[:1], "quiet": rest[5:]}
    demo.seekers = {state: [person.username for person in people] for state, people in shown.items()}


def _afternoon(demo: Demo, now: datetime, days: int) -> datetime:
    return (now - timedelta(days=days)).replace(hour=9, minute=15, second=0, microsecond=0)


def _ask(
    demo: Demo, person: Person, text: str, topics: tuple[str, ...], at: datetime, door: str = Door.PEER
) -> Request:
    wish = Asking(door=door, text=text, key=f"demo-{person.pk}-{at.timestamp()}", topics=topics)
    return ask(person=person, keyring=demo.ring(person), asking=wish, finding=detect(text, Author.SEEKER), now=at)


def _play(demo: Demo, seeker: Person, story: Story, at: datetime) -> Request:
    """Asks, is accepted by the first candidate, and talks line by line, four minutes apart."""
    request = _ask(demo, seeker, story.lines[0][1], story.topics, at)
    offer = Offer.objects.filter(request=request, state=OfferState.OPEN).order_by("place").first()
    assert offer is not None, "nobody fits in the demo school"
    supporter = everyone().get(pk=offer.supporter_id)
    offers.accept(by=supporter, keyring=demo.ring(supporter), offer=offer, now=at + timedelta(minutes=3))
    for number, (side, text) in enumerate(story.lines[1:], start=1):
        _line(demo, request.pk, seeker, supporter, side, text, at + timedelta(minutes=3 + 4 * number))
    return _fresh(request.pk)


def _line(demo: Demo, request_id: str, seeker: Person, supporter: Person, side: str, text: str, at: datetime) -> None:
    request = _fresh(request_id)
    key = f"demo-{at.timestamp()}"
    if side == "s":
        talking.seeker_says(
            keyring=demo.ring(seeker), request=request, text=text, key=key, finding=detect(text, Author.SEEKER), now=at
        )
        return
    talking.supporter_says(
        by=supporter, keyring=demo.ring(supporter), request=request, text=text, key=key,
        finding=detect(text, Author.SUPPORTER), now=at,
    )  # fmt: skip


def _fresh(request_id: str) -> Request:
    return Request.objects.select_related("community", "mailbox", "supporter", "counsellor").get(pk=request_id)


def _closed(demo: Demo, seeker: Person, story: Story, at: datetime) -> None:
    request = _play(demo, seeker, story, at)
    end = at + timedelta(hours=1)
    talking.close(request=request, side=Side.SEEKER, by=None, reason=story.reason, now=end)
    after.give_feedback(request=request, heard=4 if story.days_ago % 3 else 3, again=True)


def _consult(demo: Demo, request: Request, at: datetime) -> None:
    """The supporter asks beside the conversation; the question waits on the desk."""
    assert request.supporter is not None
    thread = Thread.objects.select_related("request__community").get(
        request=request, kind="consult", supporter=request.supporter
    )
    text = talks.CONSULT[0]
    talking.consult_says(
        by=request.supporter, keyring=demo.ring(request.supporter), thread=thread, text=text, key="demo-consult",
        finding=detect(text, Author.SUPPORTER), now=at,
    )  # fmt: skip


def _red(demo: Demo, seeker: Person, at: datetime) -> None:
    """One red flag in work: acknowledged, an adult has joined."""
    request = _play(demo, seeker, talks.RED, at)
    flag = Flag.objects.get(subject=request.pk)
    adult = demo.staff("Ratih Kumalasari, S.Pd.")
    safety.handle(by=adult, keyring=demo.ring(adult), flag=flag, request=request, now=at + timedelta(minutes=14))
    text = "Ini Bu Ratih. Terima kasih sudah bilang, kamu tidak sendirian. Kamu di mana sekarang, sama siapa?"
    talking.adult_says(
        by=adult, keyring=demo.ring(adult), request=_fresh(request.pk), text=text, key="demo-red",
        finding=detect(text, Author.COUNSELLOR), now=at + timedelta(minutes=15),
    )  # fmt: skip


def _friend(demo: Demo, seeker: Person, at: datetime) -> None:
    _ask(demo, seeker, talks.FRIEND, (), at, door=Door.FRIEND)


def _save_secrets(demo: Demo) -> None:
    """What the printed sheet needs and the database does not say: TOTP secrets of the staff, and who asked what."""
    path = settings.DATA / SIGN_INS
    path.write_text(json.dumps({"totp": demo.secrets, "seekers": demo.seekers}))
    path.chmod(0o600)


def sheet(community: Community, address: str) -> str:
    """Addresses and sign-ins for every role."""
    kept = json.loads((settings.DATA / SIGN_INS).read_text())
    secrets, seekers = kept.get("totp", kept), kept.get("seekers", {})  # a demo of before has only the secrets
    lines = ["", f"{community.name}: {address}/{community.slug}/masuk/", ""]
    lines.append(_("Siswa dan pendukung, kata sandi: %(word)s") % {"word": STUDENT_PASSWORD})
    supporter = _("pendukung sebaya")
    lines += [f"  {label}: {name}" for state, label in SEEKERS.items() for name in seekers.get(state, [])]
    lines += [f"  {supporter}: {person.username}" for person in _active_supporters(community)[:3]]
    lines += [
        "",
        _("Staf, kata sandi: %(word)s; kode kedua: pakai satu kode cadangan, atau kunci di aplikasi")
        % {"word": STAFF_PASSWORD},
    ]
    for name, roles in ROLES.items():
        person = everyone().get(community=community, name=name)
        lines.append(f"  {', '.join(str(LABELS[code]) for code in roles)}: {person.username}" + _codes(person, secrets))
    return "\n".join(lines) + "\n\n"


def _codes(person: Person, secrets: dict[str, str]) -> str:
    row = Authenticator.objects.filter(user=person, type=Authenticator.Type.RECOVERY_CODES).first()
    if row is None:
        return ""
    spare = RecoveryCodes(row).get_unused_codes()[:3]
    codes = _("kode cadangan: %(codes)s   kunci: %(key)s")
    return "   " + codes % {"codes": " ".join(spare), "key": secrets.get(person.username, "")}


def _active_supporters(community: Community) -> list[Person]:
    busy = everyone().filter(community=community, roles__supporter=True, supported__state="ngobrol").distinct()
    return list(busy.order_by("name"))
