"""The first days of a programme: what is still missing before anybody can ask, in the order in which it is done."""

from typing import NamedTuple

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.programmes.models import DutySlot

KEY_HOLDERS = 2  # of whom one is not in the asker's line of command (product.md, People)


class Step(NamedTuple):
    title: str
    detail: str
    url_name: str
    action: str
    done: bool


def of(person: Person) -> list[Step]:
    """For a coordinator until all is done once; one query."""
    if not person.role_set.coordinator:
        return []
    have = _counts(person)
    steps = [
        Step(
            _("Masukkan guru, konselor, dan siswa"),
            _("Dari berkas kelas, atau satu per satu."),
            "roster:choose",
            _("Impor"),
            have["adults"] > 0 and have["members"] > 0,
        ),
        Step(
            _("Beri peran"),
            _("Paling sedikit satu konselor, satu petugas jaga, dan dua pemegang kunci kedua."),
            "accounts:people",
            _("Daftar orang"),
            have["counsellors"] > 0 and have["duty"] > 0 and have["second_keys"] >= KEY_HOLDERS,
        ),
        Step(
            _("Cetak slip dan bagikan"),
            _("Orang dewasa dulu, supaya kuncinya ada sebelum siswa menulis. Lalu sekelas sekaligus."),
            "accounts:class_slips",
            _("Cetak slip"),
            have["awake_adults"] > 0 and have["awake_members"] > 0,
        ),
        Step(
            _("Isi jadwal jaga"),
            _("Pintu teman sebaya hanya terbuka bila ada petugas jaga."),
            "programmes:duty",
            _("Jadwal jaga"),
            have["slots"] > 0,
        ),
    ]
    return [] if all(step.done for step in steps) else steps


def _counts(person: Person) -> dict[str, int]:
    here = Person.objects.filter(community=person.community_id, is_active=True).exclude(pk=person.pk)
    slot = DutySlot.objects.filter(person=OuterRef("pk"))
    adult, awake = Q(staff=True), Q(keyholder__isnull=False)
    return here.annotate(has_slot=Exists(slot)).aggregate(
        adults=Count("pk", adult),
        members=Count("pk", ~adult),
        counsellors=Count("pk", Q(roles__counsellor=True)),
        duty=Count("pk", Q(roles__duty=True)),
        second_keys=Count("pk", Q(roles__second_key=True)),
        awake_adults=Count("pk", adult & awake),
        awake_members=Count("pk", ~adult & awake),
        slots=Count("pk", Q(has_slot=True)),
    )
