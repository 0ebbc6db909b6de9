from collections.abc import Iterable
from datetime import date

from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sebaya import live
from sebaya.accounts import contacts, live_access, role_changes, usernames
from sebaya.accounts.errors import Refused
from sebaya.accounts.models import Group, Membership, Person, Roles, Slip
from sebaya.audit import erased, erasure
from sebaya.audit.record import record, token
from sebaya.communities.ids import new_id
from sebaya.communities.models import Community
from sebaya.vault import devices
from sebaya.vault.keyring import Keyring
from sebaya.vault.models import Keyholder

ROLE_FIELDS = (*Roles.CODES, "discipline")
CLASHES = {
    "roles_second_key_stands_apart": gettext_lazy(
        "Pemegang kunci kedua tidak boleh sekaligus konselor, petugas jaga, atau pendukung sebaya."
    ),
    "roles_discipline_holds_no_key": gettext_lazy(
        "Petugas kedisiplinan tidak memegang kunci: bukan konselor, petugas jaga, pendukung sebaya, "
        "atau pemegang kunci kedua."
    ),
    "roles_supporter_is_no_adult": gettext_lazy("Pendukung sebaya tidak bisa sekaligus konselor atau petugas jaga."),
}
FOR_ADULTS = frozenset(ROLE_FIELDS) - {"supporter", "discipline"}


@transaction.atomic
def create_person(
    *,
    by: Person | None,
    community: Community,
    name: str,
    username: str = "",
    staff: bool = False,
    sex: str = "",
    born: date | None = None,
    email: str = "",
    groups: Iterable[Group] = (),
    person_id: str = "",
    **roles: bool,
) -> Person:
    """Somebody new, not yet activated. Without `username` one is made from the name."""
    person = Person(community=community, name=name, staff=staff, sex=sex, born=born, email=email)
    person.pk = person_id or person.pk
    person.username = username or _free_username(community, name)
    person.save(force_insert=True)
    Membership.objects.bulk_create([Membership(person=person, group=group) for group in groups])
    record("person.new", community=community, by=by, staff=staff)
    if any(roles.values()):
        set_roles(by=by, person=person, **roles)
    return person


def _free_username(community: Community, name: str) -> str:
    taken = set(Person.objects.filter(community=community).values_list("username", flat=True))
    return usernames.propose(name, taken)


@transaction.atomic
def set_roles(*, by: Person | None, person: Person, **roles: bool) -> Roles:
    """Gives and takes roles; those not named stay. Seals nothing: keys are passed on by who has them."""
    _refuse_self(by, person, _("Peran sendiri tidak bisa diubah. Minta koordinator lain."))
    unknown = roles.keys() - set(ROLE_FIELDS)
    if unknown:
        raise ValueError(f"no such role: {sorted(unknown)}")
    if person.staff and roles.get("supporter"):
        raise Refused(_("Pendukung sebaya adalah siswa atau anggota, bukan orang dewasa di sekolah/komunitas."))
    if not person.staff and any(on and code in FOR_ADULTS for code, on in roles.items()):
        raise Refused(_("Peran ini hanya untuk orang dewasa di sekolah/komunitas."))
    row = Roles.objects.filter(person=person).first() or Roles(person=person)
    before = {code: getattr(row, code) for code in ROLE_FIELDS}
    for code, on in roles.items():
        setattr(row, code, on)
    _save_roles(row)
    person.roles = row
    _record_roles(by, person, before, row)
    return row


def _save_roles(row: Roles) -> None:
    """The model says the clash in words; the database refuses it whatever happens here."""
    for constraint in Roles._meta.constraints:
        try:
            constraint.validate(Roles, row)
        except ValidationError as error:
            raise Refused(str(CLASHES[constraint.name])) from error
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(_("Peran ini tidak boleh digabung.")) from error


def _record_roles(by: Person | None, person: Person, before: dict[str, bool], row: Roles) -> None:
    changed = {code: getattr(row, code) for code in ROLE_FIELDS if getattr(row, code) != before[code]}
    if not changed:
        return
    _settle(person)
    record("roles", community=person.community, by=by, about=token(person), **changed)
    if not person.keeps_log:
        forget_second_factor(by=by, person=person)  # its rows carry the time of use: none for a member
    live.revoke(live_access.key_of(person.pk))


def _settle(person: Person) -> None:
    """What came with a role ends with it; whoever gets the role again gets the keys again from who has them."""
    roles = person.role_set
    if not roles.second_key:
        contacts.withdraw(person, even_the_last=roles.counsellor or roles.duty)
    role_changes.settle(person)


@transaction.atomic
def suspend(*, by: Person | None, person: Person) -> None:
    """Signed out everywhere at once; keys stay for when they are back, whom they were with goes to others now."""
    _refuse_self(by, person, _("Akun sendiri tidak bisa dinonaktifkan di sini."))
    _close(person)
    role_changes.settle(person)
    record("person.suspended", community=person.community, by=by, about=token(person))


@transaction.atomic
def reinstate(*, by: Person | None, person: Person) -> None:
    person.is_active = True
    person.save(update_fields=["is_active"])
    record("person.reinstated", community=person.community, by=by, about=token(person))


@transaction.atomic
def leave(*, by: Person | None, person: Person) -> None:
    """Gone from the community: no roles, no slip, no PIN. What they held goes by the rules of each room."""
    _refuse_self(by, person, _("Akun sendiri tidak bisa dinonaktifkan di sini."))
    _close(person)
    Roles.objects.filter(person=person).delete()
    person.roles = Roles(person=person)
    _settle(person)
    Slip.objects.filter(person=person).delete()
    Authenticator.objects.filter(user=person).delete()
    record("person.left", community=person.community, by=by, about=token(person))


@transaction.atomic
def erase(*, by: Person | None, person: Person, keyring: Keyring | None = None) -> dict[str, int]:
    """Account, private key and everything that names them go; what each room took away, by room.

    `keyring` is that of the person's own sign-in: only with it can their requests be found and go too. Nobody
    can look for their other sign-ins and phones; what those open is gone, so they are refused when next used.
    """
    own = by is not None and by.pk == person.pk
    _may_be_erased(person, by_another=by is not None and not own)
    taken = erasure.run(person, keyring)
    record("person.erased", community=person.community, by=None if own else by)
    holder = Keyholder.objects.filter(person=person).values_list("pk", flat=True).first()
    erased.note([person.pk, holder or ""])
    live.revoke(live_access.key_of(person.pk))
    person.delete()
    return taken


def _may_be_erased(person: Person, by_another: bool) -> None:
    """What an adult did stays readable for those it was done to: who read, who asked for a name."""
    if person.staff:
        raise Refused(_("Akun orang dewasa dinonaktifkan, tidak dihapus: yang ia baca tetap terlihat oleh siswanya."))
    if by_another and person.is_active:
        raise Refused(
            _("Hanya data orang yang sudah keluar yang bisa dihapus di sini. Tandai dulu bahwa ia sudah keluar.")
        )


def _close(person: Person) -> None:
    person.is_active = False
    end_everywhere(person)
    person.save(update_fields=["is_active"])


def end_everywhere(person: Person) -> None:
    """Another stamp: no sign-in begun before is good any more, nor a PIN."""
    person.stamp = new_id()
    person.save(update_fields=["stamp"])
    devices.forget_everywhere(person)
    live.revoke(live_access.key_of(person.pk))


@transaction.atomic
def forget_second_factor(*, by: Person | None, person: Person) -> None:
    """For a lost phone: whoever must have a second factor is asked to set it up at the next sign-in."""
    gone, _kinds = Authenticator.objects.filter(user=person).delete()
    if gone:
        record("second-factor.forgotten", community=person.community, by=by, about=token(person))


def _refuse_self(by: Person | None, person: Person, why: str) -> None:
    if by is not None and by.pk == person.pk:
        raise Refused(why)
