from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sebaya.communities.ids import RandomIdField, RandomIdModel, new_id
from sebaya.communities.models import Community
from sebaya.vault.models import Keyholder


class Sex(models.TextChoices):
    FEMALE = "P", _("Perempuan")
    MALE = "L", _("Laki-laki")


class PersonManager(BaseUserManager["Person"]):
    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(login=username)


class Person(AbstractBaseUser):
    """Someone of a community. A member's row never changes when they sign in or ask (vault.md)."""

    id = RandomIdField()
    community = models.ForeignKey(Community, on_delete=models.PROTECT, related_name="people")
    username = models.CharField(max_length=30)
    login = models.CharField(max_length=80, unique=True)  # slug and user name; what allauth signs in with
    name = models.CharField(max_length=120)
    sex = models.CharField(max_length=1, choices=Sex.choices, blank=True)
    born = models.DateField(null=True, blank=True)
    nisn = models.CharField(max_length=10, blank=True)
    nipd = models.CharField(max_length=20, blank=True)
    staff = models.BooleanField(default=False)  # an adult of the community, whatever their roles
    is_active = models.BooleanField(default=True)  # left or suspended when false
    stamp = models.CharField(max_length=16, default=new_id)  # another stamp ends every sign-in
    email = models.EmailField(blank=True)  # staff only; never asked of students
    language = models.CharField(max_length=2, blank=True)

    last_login = None  # no clock on a member's row

    objects: ClassVar[PersonManager] = PersonManager()
    USERNAME_FIELD = "login"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["community", "username"], name="person_username_once"),
            models.UniqueConstraint(fields=["community", "nisn"], condition=~Q(nisn=""), name="person_nisn_once"),
        ]
        indexes = [models.Index(fields=["community", "name"])]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.login = login_of(self.community.slug, self.username)
        if not self.password:
            self.set_unusable_password()
        super().save(*args, **kwargs)

    def get_session_auth_hash(self) -> str:
        return self.stamp

    @property
    def activated(self) -> bool:
        return hasattr(self, "keyholder")

    @property
    def keeps_log(self) -> bool:
        """Whether sign-ins are recorded: staff and supporters, never a member (vault.md, Unlinkability)."""
        return self.staff or bool(self.role_set.codes)

    @property
    def role_set(self) -> "Roles":
        """Their roles; an empty set for most members."""
        return getattr(self, "roles", None) or Roles(person=self)


def login_of(slug: str, username: str) -> str:
    return f"{slug}:{username.strip().lower()}"


class Roles(models.Model):
    """What a person is in the programme. Columns, so that the database itself refuses what may not meet."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, primary_key=True)
    supporter = models.BooleanField(default=False)
    counsellor = models.BooleanField(default=False)
    duty = models.BooleanField(default=False)
    coordinator = models.BooleanField(default=False)
    second_key = models.BooleanField(default=False)
    leader = models.BooleanField(default=False)
    companion = models.BooleanField(default=False)
    network = models.BooleanField(default=False)
    discipline = models.BooleanField(default=False)  # holds no key (promise 8)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(second_key=True) | Q(counsellor=False, duty=False, supporter=False),
                name="roles_second_key_stands_apart",
            ),
            models.CheckConstraint(
                condition=~Q(discipline=True) | Q(counsellor=False, duty=False, supporter=False, second_key=False),
                name="roles_discipline_holds_no_key",
            ),
            models.CheckConstraint(
                condition=~Q(supporter=True) | Q(counsellor=False, duty=False),
                name="roles_supporter_is_no_adult",
            ),
        ]

    CODES = (
        "supporter",
        "counsellor",
        "duty",
        "coordinator",
        "second_key",
        "leader",
        "companion",
        "network",
    )

    @property
    def codes(self) -> list[str]:
        return [code for code in self.CODES if getattr(self, code)]

    @property
    def reads(self) -> bool:
        """Conversations may be sealed to them, and flags call them."""
        return self.counsellor or self.duty

    @property
    def needs_second_factor(self) -> bool:
        """Whoever reads sealed content or exports proves twice who they are."""
        return self.counsellor or self.duty or self.second_key or self.coordinator


class GroupKind(models.TextChoices):
    CLASS = "kelas", _("Kelas")
    ROOM = "kamar", _("Kamar asrama")
    DEPARTMENT = "bagian", _("Bagian")
    CLUB = "ekskul", _("Ekstrakurikuler")


class Group(RandomIdModel):
    community = models.ForeignKey(Community, on_delete=models.CASCADE, related_name="groups")
    kind = models.CharField(max_length=8, choices=GroupKind.choices, default=GroupKind.CLASS)
    name = models.CharField(max_length=60)
    grade = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["community", "kind", "name"], name="group_name_once")]

    def __str__(self) -> str:
        return self.name


class Membership(RandomIdModel):
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "group"], name="membership_once")]


class EmergencyContact(RandomIdModel):
    """Phones of a student and their guardian, or the adults they name as safe or not: sealed."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="emergency_contacts")
    source = models.CharField(max_length=8, choices=[("roster", "roster"), ("own", "own")])
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "source"], name="contact_source_once")]


class ContactKey(RandomIdModel):
    """The key of one EmergencyContact, sealed to a second key holder or to the emergency sheet."""

    contact = models.ForeignKey(EmergencyContact, on_delete=models.CASCADE, related_name="keys")
    holder = models.ForeignKey(Keyholder, on_delete=models.CASCADE)
    sealed = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["contact", "holder"], name="contactkey_once")]
