"""From a member to a supporter: the steps, each done or with what is missing.

A higher room adds its own step (`register`): this room cannot know of a supporter's profile.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from sebaya.accounts.models import Person
from sebaya.programmes.models import Consent, ConsentKind
from sebaya.training.models import PaperRecord
from sebaya.training.rules import GUIDED_HOURS, ITEMS, missing, passes


@dataclass(frozen=True, slots=True)
class Step:
    title: str
    done: bool
    detail: str
    lacking: list[str] = field(default_factory=list)
    url_name: str = ""
    action: str = ""


MakeStep = Callable[[Person], Step]

_more: dict[str, MakeStep] = {}


def register(name: str, make: MakeStep) -> None:
    _more[name] = make


def steps_of(person: Person) -> list[Step]:
    given = set(Consent.objects.filter(person=person, withdrawn_on=None).values_list("kind", flat=True))
    own = [_permission(given), _ethics(given), _training(latest(person)), _role(person), _account(person)]
    return own + [make(person) for make in _more.values()]


def latest(person: Person) -> PaperRecord | None:
    return PaperRecord.objects.filter(person=person).order_by("-assessed_on", "-pk").first()


def _permission(given: set[str]) -> Step:
    wanted = (ConsentKind.PARENT, ConsentKind.ASSENT)
    lacking = [str(kind.label) for kind in wanted if kind not in given]
    return Step(
        _("Izin"), not lacking, _("Orang tua atau wali mengizinkan, siswa sendiri mau."), lacking, "programmes:consents",
        _("Catat"),
    )  # fmt: skip


def _ethics(given: set[str]) -> Step:
    done = ConsentKind.ETHICS in given
    lacking = [] if done else [_("tanda tangan kode etik")]
    return Step(
        _("Etika"), done, _("Kode etik ditandatangani sebelum latihan."), lacking, "programmes:consents", _("Catat")
    )


def _training(record: PaperRecord | None) -> Step:
    """The gate: all items 3 or more by both raters, enough guided hours."""
    detail = _("Dua penilai, semua butir paling sedikit cakap, %(n)s jam terbimbing.") % {"n": GUIDED_HOURS}
    if record is None:
        return Step(_("Latihan"), False, detail, [_("lembar dua penilai")], "training:record", _("Ketik lembar"))
    done = passes(record.first_levels, record.second_levels, record.hours)
    lacking = lacking_words(record.first_levels, record.second_levels, record.hours)
    return Step(_("Latihan"), done, detail, lacking, "training:record", _("Ketik lembar"))


def lacking_words(first: dict[str, int], second: dict[str, int], hours: int) -> list[str]:
    codes = missing(first, second, hours)
    words = [str(ITEMS[code]) for code in codes if code in ITEMS]
    if "hours" in codes:
        words.append(_("jam terbimbing: %(has)s dari %(needs)s") % {"has": hours, "needs": GUIDED_HOURS})
    return words


def _role(person: Person) -> Step:
    done = person.role_set.supporter
    lacking = [] if done else [_("peran pendukung, diberikan koordinator")]
    return Step(_("Peran"), done, _("Menjadi anggota tim pendukung."), lacking, "training:appoint", _("Jadikan"))


def _account(person: Person) -> Step:
    lacking = [] if person.activated else [_("akun diaktifkan dengan slip")]
    return Step(
        _("Akun"), person.activated, _("Masuk dengan kata sandi sendiri."), lacking, "accounts:person", _("Slip")
    )
